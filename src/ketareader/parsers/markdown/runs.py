"""Parsing in runs: blocks come as soon as they are sure, and are exactly those of one whole parse.

A run of lines is parsed; every top-level block but the last is kept, for the last may go on, and the next run begins
at its first line. A block that fills a run makes it longer. Only one that fills the longest is divided: the blocks of a
list, code and a table are the same even so, but a paragraph or raw HTML of that length becomes two.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ketareader.document.batch import Batch
from ketareader.document.block import CELL, LINE, Block, Frame, Kind
from ketareader.document.source import Piece
from ketareader.parsers.base import SCREENFUL
from ketareader.parsers.cut import LONGEST, cut
from ketareader.parsers.markdown.back_matter import BackMatter
from ketareader.parsers.markdown.blocks import BlockBuilder
from ketareader.parsers.markdown.dialect.tokens import UNDECIDED
from ketareader.parsers.markdown.dividing import Head, closing, divided, head_of, last_sure, without_head
from ketareader.parsers.markdown.front_matter import LONGEST as LONGEST_FRONT_MATTER
from ketareader.parsers.markdown.front_matter import FrontMatter, find_front_matter, may_begin
from ketareader.parsers.markdown.rarities import Rarities
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
        self._head = Head()
        """Lines at the start of the text that are there once more, where a block was divided."""
        self._before: Frame = ()
        """The item before the text, or the containers around it, where a block was divided there."""
        self._back_matter = BackMatter()
        self._html: HtmlBuilder | None = None
        """The raw HTML before the text: what it opened may be open still."""
        self._names: list[str] = []
        """What raw HTML calls the block that comes next."""
        self._rarities = Rarities()

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
            kept = len(tokens) if whole else last_sure(tokens, found.get(UNDECIDED))
            if kept == 0 and not whole and length < longest:
                length *= _GROWTH
                continue
            yield self._batch(run, tokens, kept or divided(tokens), front_matter, last=whole)
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
        kept_tokens = [*tokens[:kept], *closing(tokens, kept)]
        builder = BlockBuilder(kept_tokens, lines, self._line, self._before, self._html)
        builder.names = self._names
        blocks = [_meta_block(front_matter)] if front_matter else []
        self._rarities.look_at(run)
        blocks += self._rarities.with_tables(self._blocks(builder, noted="[^" in run or "^[" in run), last=last)
        self._html, self._before = builder.html, builder.outermost
        self._leave(run, lines, tokens, kept)
        abbreviations = self._back_matter.abbreviate(builder.abbreviations)
        self._back_matter.explain(self._rarities.abbreviations(blocks))
        if last:
            blocks += self._back_matter.ending()
        blocks = self._rarities.with_names(blocks)
        notes, mentions = self._back_matter.news()
        return Batch(
            tuple(blocks),
            tuple(map(_words, blocks)),
            1.0 if last else max(min((self._read - len(self._text)) / self._size, 1.0), 0.0),
            builder.references,
            notes,
            mentions,
            abbreviations,
            front_matter.meta if front_matter else None,
            last,
            tuple(self._names) if last else (),
            self._rarities.macros(blocks),
        )

    def _blocks(self, builder: BlockBuilder, *, noted: bool) -> list[Block]:
        """Return the blocks of a run, none too long; a second definition of a label hides behind none.

        `noted` is whether there may be notes among them.
        """
        blocks: list[Block] = []
        for found in builder.blocks():
            block = found
            if block.kind is Kind.REFERENCE:
                if block.info in self._known:
                    block = block._replace(info="")
                self._known.add(block.info)
            for part in self._back_matter.sift(block) if noted else (block,):
                # Few blocks are long, and to ask about each would take its time.
                blocks.extend(cut(part) if len(part.text) > LONGEST else (part,))
        return without_head(blocks, self._head)

    def _leave(self, run: str, lines: Sequence[str], tokens: Sequence[Token], kept: int) -> None:
        """Move on to the first line that wasn't kept. A block that was divided goes on under its head."""
        if kept < len(tokens):
            passed = (tokens[kept].map or [0])[0]
            length = sum(map(len, lines[:passed])) + passed
        else:
            passed, length = run.count("\n"), len(run)
        self._fill(length + 1)  # Whether there is more may not be known yet.
        head = head_of(tokens, kept, lines) if length < len(self._text) else Head()
        # A head that fills the run by itself would fill the next one, too.
        self._head = head if len(head.lines) < passed else Head()
        self._line += passed - len(self._head.lines)
        self._text = "".join(f"{line}\n" for line in self._head.lines) + self._text[length:]
        if not self._head.in_container and not (kept < len(tokens) and tokens[kept].type == "list_item_open"):
            self._before = ()


def _meta_block(front_matter: FrontMatter) -> Block:
    """Return the front matter as a block."""
    text = front_matter.text.removesuffix("\n")
    return Block(Kind.META, text, 1, front_matter.lines + 1, info=front_matter.language)


def _words(block: Block) -> int:
    """Count a block's words as read, without parsing it: what links hide is left out, and front matter."""
    text = block.text
    if block.kind in (Kind.REFERENCE, Kind.META):
        return 0
    if block.kind is Kind.TABLE:
        text = text.replace(CELL, " ").replace(LINE, " ")
    if "](" in text or "][" in text:
        text = re.sub(_LINK_TAIL, "]", text)
    return count_words(text)
