"""Parsing in runs: blocks come as soon as they are sure, and are exactly those of one whole parse.

A run of lines is parsed; every top-level block but the last is kept, for the last may go on, and the next run begins
at its first line. A block that fills a run makes it longer. Only one that fills the longest is divided: the blocks of a
list, code and a table are the same even so, but a paragraph or raw HTML of that length becomes two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ketareader.document.batch import Batch
from ketareader.document.block import CELL, Block, Item, Kind
from ketareader.document.references import Reference
from ketareader.document.source import Piece
from ketareader.parsers.base import SCREENFUL
from ketareader.parsers.cut import cut
from ketareader.parsers.markdown.blocks import BlockBuilder
from ketareader.parsers.markdown.dialect.tokens import UNDECIDED
from ketareader.parsers.markdown.front_matter import LONGEST as LONGEST_FRONT_MATTER
from ketareader.parsers.markdown.front_matter import FrontMatter, find_front_matter, may_begin
from ketareader.text import count_words

if TYPE_CHECKING:
    from ketareader.parsers.html.builder import HtmlBuilder

_RUN = 65_536
"""Characters parsed at a time once the first batch is out."""
_LONGEST_FIRST = 1 << 15
_LONGEST_RUN = 1 << 18
"""Characters after which a block that fills the first run, or another, is divided: a list before its last item, code
and a table after a line. It bounds the time to the first picture, and the memory that tokens take."""
_GROWTH = 4
"""How many times longer a run is than the one that a single block filled."""
_FOOTNOTE = "^"
"""What a label begins with that names a footnote: what it leads to is text, to be read where it stands."""
_LINK_TAIL = r"\]\([^()\s]*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\]\[[^\]]*\]"
"""The part of a link that isn't read: its target and title."""


class Runs:
    """One article's way through the block parser. Used once."""

    def __init__(self, markdown_it: MarkdownIt, pieces: Iterator[Piece], size: int) -> None:
        """Take the article's pieces; `size` is the source's length in bytes."""
        self._markdown_it = markdown_it
        self._pieces = pieces
        self._size = max(size, 1)
        self._text = ""
        """What has been read and not yet parsed."""
        self._line = 1
        """The number of its first line."""
        self._read = 0
        self._ended = False
        self._known: set[str] = set()
        """Labels of the references that have been passed on."""
        self._head = 0
        """Lines at the start of the text that are there once more, where a block was divided: code's opening line, or a
        table's two."""
        self._before: Item | None = None
        """The item before the text, where a list was divided there."""
        self._html: HtmlBuilder | None = None
        """The raw HTML before the text: what it opened may be open still."""

    def batches(self) -> Iterator[Batch]:
        """Yield the batches."""
        front_matter = self._front_matter()
        length, longest = SCREENFUL, _LONGEST_FIRST
        whole = False
        while not whole:
            run = self._run(length)
            whole = self._ended and len(run) == len(self._text)
            tokens: list[Token] = []
            found: dict[str, int] = {}
            self._markdown_it.block.parse(run, self._markdown_it, found, tokens)
            kept = len(tokens) if whole else _last_sure(tokens, found.get(UNDECIDED))
            if kept == 0 and not whole and length < longest:
                length *= _GROWTH
                continue
            yield self._batch(run, tokens, kept or _divided(tokens), front_matter, last=whole)
            front_matter = None
            # What filled one run will most likely fill the next.
            length, longest = _RUN if kept else _LONGEST_RUN, _LONGEST_RUN

    def _front_matter(self) -> FrontMatter | None:
        """Take the front matter off the start of the text."""
        self._fill(1)
        if not may_begin(self._text):
            return None
        self._fill(LONGEST_FRONT_MATTER)
        if found := find_front_matter(self._text):
            self._line += self._text.count("\n", 0, found.length)
            self._text = self._text[found.length :]
        return found

    def _fill(self, length: int) -> None:
        """Read until `length` characters wait, or the article ends."""
        parts = [self._text]
        waiting = len(self._text)
        while waiting < length and not self._ended:
            piece = next(self._pieces, None)
            if piece is None:
                self._ended = True
            else:
                parts.append(piece.text)
                waiting += len(piece.text)
                self._read = piece.done
        self._text = "".join(parts)

    def _run(self, length: int) -> str:
        """Return the next `length` characters, and the rest of their last line."""
        self._fill(length + 1)
        end = self._text.find("\n", length)
        return self._text[: end + 1] if end >= 0 else self._text

    def _batch(
        self, run: str, tokens: Sequence[Token], kept: int, front_matter: FrontMatter | None, *, last: bool
    ) -> Batch:
        """Return the batch of the first `kept` of a run's tokens, and move on to the first line that they leave."""
        lines = run.split("\n")
        blocks = [_meta_block(front_matter)] if front_matter else []
        blocks += self._blocks(tokens[:kept], lines)
        divided = kept < len(tokens) and tokens[kept].type == "list_item_open"
        around = len(self._html.frame) if self._html else 0
        self._before = next(item for item in blocks[-1].frame[around:] if isinstance(item, Item)) if divided else None
        self._leave(run, lines, tokens, kept)
        done = 1.0 if last else max(min((self._read - len(self._text)) / self._size, 1.0), 0.0)
        meta = front_matter.meta if front_matter else None
        return Batch(tuple(blocks), tuple(map(_words, blocks)), done, _references(tokens[:kept]), meta=meta, last=last)

    def _blocks(self, tokens: Sequence[Token], lines: Sequence[str]) -> list[Block]:
        """Return the blocks of a run's tokens, none too long; a second definition of a label hides behind none."""
        blocks: list[Block] = []
        builder = BlockBuilder(tokens, lines, self._line, self._before, self._html)
        for found in builder.blocks():
            block = found
            if block.kind is Kind.REFERENCE:
                if block.info in self._known or block.info.startswith(_FOOTNOTE):
                    block = replace(block, info="")
                self._known.add(block.info)
            blocks.extend(cut(block))
        self._html = builder.html
        return _without_head(blocks, self._head)

    def _leave(self, run: str, lines: Sequence[str], tokens: Sequence[Token], kept: int) -> None:
        """Move on to the first line that wasn't kept. Code or a table that was divided goes on under its head."""
        head: Sequence[str] = ()
        if kept < len(tokens):
            passed = (tokens[kept].map or [0])[0]
            length = sum(map(len, lines[:passed])) + passed
        else:
            passed, length = run.count("\n"), len(run)
            # A head that fills the run by itself would fill the next one, too.
            head = found if len(found := _head(tokens, lines)) < passed else ()
        self._head = len(head)
        self._line += passed - len(head)
        self._text = "".join(f"{line}\n" for line in head) + self._text[length:]


def _references(tokens: Sequence[Token]) -> dict[str, Reference]:
    """Return the references that tokens define, by label; the first definition counts (CommonMark section 4.7)."""
    definitions = [token.meta for token in tokens if token.type == "definition"]
    return {
        str(found["id"]): Reference(str(found["url"]), str(found["title"]))
        for found in reversed(definitions)
        if not str(found["id"]).startswith(_FOOTNOTE)
    }


def _last_sure(tokens: Sequence[Token], undecided: int | None) -> int:
    """Return the index of the token that opens the last top-level block, or that with the line that is undecided."""
    last = _last_top_level(tokens)
    if undecided is None:
        return last
    lines = (token.map[1] if token.map and not token.level and token.nesting >= 0 else 0 for token in tokens)
    return min(last, next((index for index, end in enumerate(lines) if end > undecided), last))


def _last_top_level(tokens: Sequence[Token]) -> int:
    """Return the index of the token that opens the last top-level block."""
    return next((i for i in range(len(tokens) - 1, 0, -1) if not tokens[i].level and tokens[i].nesting >= 0), 0)


def _divided(tokens: Sequence[Token]) -> int:
    """Return how many tokens of a block that fills the run are kept: of a list all but its last item, else all."""
    items = (i for i in range(len(tokens) - 1, 1, -1) if tokens[i].level == 1 and tokens[i].type == "list_item_open")
    return next(items, len(tokens)) if tokens and tokens[0].type.endswith("_list_open") else len(tokens)


def _head(tokens: Sequence[Token], lines: Sequence[str]) -> Sequence[str]:
    """Return the lines that a divided block has to begin with again: code its fence, a table its header and rule."""
    start = tokens[0].map[0] if tokens and tokens[0].map else 0
    if tokens and tokens[0].type == "table_open":
        return lines[start : start + 2]
    return lines[start : start + 1] if len(tokens) == 1 and _is_open_fence(tokens[0]) else ()


def _without_head(blocks: list[Block], head: int) -> list[Block]:
    """Take from a run's first block the head that is there only to tell what it is."""
    if not head or not blocks:
        return blocks
    first = replace(blocks[0], joined=True, line=blocks[0].line + head)
    if first.kind is Kind.TABLE:
        first = replace(first, text=first.text.partition("\n")[2])
    return [first, *blocks[1:]] if first.text else blocks[1:]


def _is_open_fence(token: Token) -> bool:
    """Tell whether a token is a fenced code block that has no closing fence."""
    first, end = token.map or (0, 0)
    return token.type == "fence" and end - first == token.content.count("\n") + 1


def _meta_block(front_matter: FrontMatter) -> Block:
    """Return the front matter as a block."""
    text = front_matter.text.removesuffix("\n")
    return Block(Kind.META, text, 1, text.count("\n") + 4, info=front_matter.language)


def _words(block: Block) -> int:
    """Count a block's words as read, without parsing it: what links hide is left out."""
    text = block.text
    if block.kind is Kind.REFERENCE:
        return 0
    if block.kind is Kind.TABLE:
        text = text.replace(CELL, " ")
    if "](" in text or "][" in text:
        text = re.sub(_LINK_TAIL, "]", text)
    return count_words(text)
