"""From markdown-it's block tokens to blocks: the tree of containers becomes each block's frame."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from markdown_it.token import Token

from ketareader.document.block import Block, Container, Frame, Item, Kind, Name, Note
from ketareader.document.references import Reference
from ketareader.parsers.markdown.back_matter import Abbreviation
from ketareader.parsers.markdown.dialect.heading_names import named
from ketareader.parsers.markdown.dialect.tokens import made
from ketareader.parsers.markdown.lists import Numbering, lettered_list, list_at
from ketareader.parsers.markdown.tables import table_of

if TYPE_CHECKING:
    from ketareader.parsers.html.builder import HtmlBuilder

_TASK = r"\[([ xX])\](?:\s+|$)"
_HTML = "html_block"
_TOGETHER = frozenset({"markup_open", "markup_close"})
"""What is around a tag and the Markdown below it."""


class BlockBuilder:
    """Turns one run's tokens into blocks. Holds where it is among the containers, and nothing else."""

    def __init__(
        self,
        tokens: Sequence[Token],
        lines: Sequence[str],
        first_line: int,
        before: Frame = (),
        html: "HtmlBuilder | None" = None,
    ) -> None:
        """Take a run's tokens; `lines` are the run's, and `first_line` is the first one's number, from 1.

        `before` is the item before the run, or the containers around it, where that begins within one; `html` is the
        raw HTML before it.
        """
        self._tokens = tokens
        self._lines = lines
        self._first_line = first_line
        self._before = before
        self.names: list[str] = []
        """What the next block is called in links; the raw HTML of all runs adds to one list."""
        self.html = html
        """The raw HTML right in the innermost container of Markdown's; None before there is any."""
        self._frame: Frame = html.frame if html else ()
        self.references: dict[str, Reference] = {}
        """The link references that have come, by label; of two with one label, the first counts."""
        self.abbreviations: list[Abbreviation] = []
        """What has been said that abbreviations stand for."""
        self.outermost: Frame = ()
        """The containers that were entered last, of those that stand in none of Markdown's."""
        self._around: list[tuple[Frame, HtmlBuilder | None]] = []
        """The frame and the raw HTML around each of Markdown's containers, outermost first."""
        self._lists: list[Numbering] = []
        """The lists around, outermost first."""
        self._item_lines: Sequence[int] | None = None
        """The lines of the item that was opened last; None once it has a block."""
        self._next = 0
        """Index of the next token that is not yet part of a block."""

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order."""
        if self.html and self._is_markdown(0):
            yield from self.html.interrupt()
        follow_of = self._FOLLOW.get
        for index, token in enumerate(self._tokens):
            if token.meta and (name := token.meta.get("name")):
                self.names.append(name)
            follow = follow_of(token.type)
            if follow is not None and index >= self._next:
                if self.html and token.type != _HTML:
                    self.html.break_off()
                yield from follow(self, index, token)

    def _block(self, kind: Kind, text: str, lines: Sequence[int] | None, level: int = 0, info: str = "") -> Block:
        """Return a block at the builder's place among the containers; `lines` are its half-open range in the run."""
        self._item_lines = None
        start, end = lines or (0, 0)
        block = Block(kind, text, self._first_line + start, self._first_line + end, self._frame, level, info)
        return self._called(block) if self.names else block

    def _called(self, block: Block) -> Block:
        """Return a block with the names that came before it; nobody is led to one that may be hidden."""
        if block.kind is Kind.REFERENCE:
            return block
        block = block._replace(names=tuple(map(Name, self.names)))
        self.names.clear()
        return block

    # Leaves

    def _inline(self, index: int, token: Token) -> Iterable[Block]:
        """Return a heading or a paragraph."""
        opener = self._tokens[index - 1]
        if opener.type == "heading_open":
            title, name = named(token.content)
            return (self._block(Kind.HEADING, title, opener.map, int(opener.tag[1]), name),)
        text = re.sub(_TASK, "", token.content, count=1) if self._is_task() else token.content
        if text.startswith("<") and text.endswith(">") and self._raw_html().is_markup(text):
            return self._fragment(opener, text)
        if self._item_lines is not None and text.startswith("{:"):
            text = self._without_list(text)
        block = self._block(Kind.PARAGRAPH, text, opener.map)
        if self.html and "</" in text:
            self.html.pass_over(text)
            self._frame = self.html.frame
        return (block,)

    def _without_list(self, text: str) -> str:
        """Return an item's text without the attribute list that it may begin with; a name in that is the item's."""
        from ketareader.parsers.markdown.attribute_lists import leading_list, name_in  # noqa: PLC0415 (few have any)

        attributes = leading_list(text)
        self.names.extend(filter(None, (name_in(attributes),)))
        return text.removeprefix(attributes)

    def _is_task(self) -> bool:
        """Tell whether what comes next is the first block of a task."""
        if self._item_lines is None:
            return False
        item = self._frame[-1]
        return isinstance(item, Item) and item.done is not None

    def _literal(self, _index: int, token: Token) -> Iterable[Block]:
        """Return code, as it stands."""
        return (self._block(Kind.CODE, token.content.removesuffix("\n"), token.map, info=token.info.strip()),)

    def _html_block(self, index: int, token: Token) -> Iterable[Block]:
        """Return the blocks of raw HTML, and what is due before Markdown that follows."""
        blocks = self._fragment(token, token.content)
        if self._is_markdown(index + 1):
            blocks += self._raw_html().interrupt()
        return blocks

    def _is_markdown(self, index: int) -> bool:
        """Tell whether a token that comes at an index, or behind what only holds others together, is no raw HTML."""
        types = (self._tokens[at].type for at in range(index, len(self._tokens)))
        return next((kind != _HTML for kind in types if kind not in _TOGETHER), False)

    def _fragment(self, token: Token, text: str) -> list[Block]:
        """Return the blocks of raw HTML on a token's lines; Markdown that follows stands in what it opens."""
        html = self._raw_html()
        start, _ = token.map or (0, 0)
        blocks = html.fragment(text, self._first_line + start)
        self._frame = html.frame
        self._item_lines = None if blocks else self._item_lines
        return blocks

    def _raw_html(self) -> "HtmlBuilder":
        """Return what sets raw HTML right in the innermost container."""
        if self.html is None:
            from ketareader.parsers.html.builder import HtmlBuilder  # noqa: PLC0415 (many an article has none)

            self.html = HtmlBuilder(self._frame, self.names)
        return self.html

    def _leaf(self, _index: int, token: Token) -> Iterable[Block]:
        """Return a block that the dialect has made out; a formula may give its equations names."""
        if token.meta["kind"] is Kind.MATH and r"\label" in token.content:
            from ketareader.parsers.markdown.dialect.math import labels_in  # noqa: PLC0415 (few formulas have one)

            self.names += labels_in(token.content)
        return (self._block(token.meta["kind"], token.content, token.map, info=token.info),)

    def _rule(self, _index: int, token: Token) -> Iterable[Block]:
        """Return a thematic break."""
        return (self._block(Kind.RULE, "", token.map),)

    def _reference(self, _index: int, token: Token) -> Iterable[Block]:
        """Return a reference's lines as they stand, without the containers' markers."""
        start, end = token.map or (0, 0)
        first, *rest = self._lines[start:end]
        text = "\n".join((first[first.find("[") :], *(line.lstrip(" \t>") for line in rest)))
        label, target, title = (str(token.meta[part]) for part in ("id", "url", "title"))
        self.references.setdefault(label, Reference(target, title))
        return (self._block(Kind.REFERENCE, text, token.map, info=label),)

    def _abbreviation(self, _index: int, token: Token) -> Iterable[Block]:
        """Take what an abbreviation stands for; it is read elsewhere."""
        start, _ = token.map or (0, 0)
        self.abbreviations.append(Abbreviation(token.info, token.content, self._first_line + start))
        return ()

    def _table(self, index: int, token: Token) -> Iterable[Block]:
        """Return a table: a line for each row, `CELL` between cells."""
        self._next = next(i for i in range(index, len(self._tokens)) if self._tokens[i].type == "table_close")
        text, alignments = table_of(self._tokens[index : self._next + 1], self._lines)
        return (self._block(Kind.TABLE, text, token.map, info=alignments),)

    # Containers

    def _open_container(self, index: int, token: Token) -> Iterable[Block]:
        """Enter a quote, or what the dialect has in its place. A note without text is an empty paragraph."""
        goes_on = index == 0 and self._before
        containers = self._before if goes_on else made(token)
        self._enter(*containers)
        if isinstance(next(reversed(containers), None), Note) and not goes_on:
            self._item_lines = token.map
        return ()

    def _enter(self, *containers: Container) -> None:
        """Enter containers; raw HTML around it doesn't end in it, and such as begins in it ends with it."""
        if not self._around:
            self.outermost = containers
        self._around.append((self._frame, self.html))
        self._frame = (*self._frame, *containers)
        self.html = None

    def _open_list(self, index: int, _token: Token) -> Iterable[Block]:
        before = self._before[0] if self._before and index == 0 else None
        self._lists.append(list_at(self._tokens, index, before))
        return ()

    def _open_lettered(self, _index: int, token: Token) -> Iterable[Block]:
        self._lists.append(lettered_list(token))
        return ()

    def _close_list(self, _index: int, _token: Token) -> Iterable[Block]:
        self._lists.pop()
        return ()

    def _open_item(self, index: int, token: Token) -> Iterable[Block]:
        opens_text = self._tokens[index + 1].type == "paragraph_open"
        text = self._tokens[index + 2].content if opens_text else ""
        task = re.match(_TASK, text) if text.startswith("[") else None
        around, markers = self._lists[-1]
        self._enter(Item(next(markers), around, (task[1] != " ") if task else None))
        self._item_lines = token.map
        return ()

    def _close(self, _index: int, _token: Token) -> Iterable[Block]:
        """Leave a quote or an item; an item without a block is an empty paragraph."""
        empty = (self._block(Kind.PARAGRAPH, "", self._item_lines),) if self._item_lines else ()
        self._frame, self.html = self._around.pop()
        return empty

    # Held by the class: a builder that held its own methods would be garbage that waits to be collected.
    _FOLLOW: ClassVar[dict[str, Callable[["BlockBuilder", int, Token], Iterable[Block]]]] = {
        "inline": _inline,
        "fence": _literal,
        "code_block": _literal,
        "too_deep": _literal,
        _HTML: _html_block,
        "hr": _rule,
        "definition": _reference,
        "abbreviation": _abbreviation,
        "table_open": _table,
        "leaf": _leaf,
        "blockquote_open": _open_container,
        "blockquote_close": _close,
        "container_open": _open_container,
        "container_close": _close,
        "bullet_list_open": _open_list,
        "bullet_list_close": _close_list,
        "ordered_list_open": _open_list,
        "ordered_list_close": _close_list,
        "lettered_open": _open_lettered,
        "lettered_close": _close_list,
        "list_item_open": _open_item,
        "list_item_close": _close,
    }
    """What each kind of token does; the others say nothing that these don't."""
