"""Cells: the blocks in a table's cell as lines of inline Markdown, where they are few and plain enough."""

import re
from types import UnionType
from typing import Final

from ketareader.document.block import LEAD, LINE, LISTING, RETURN, Block, Frame, Item, Kind, Meaning, Quote

MOST: Final = 600
"""Characters of a cell beyond which it is no cell but a part of a page, unless it is one paragraph."""
_TALLEST: Final = 20
"""Lines, likewise."""
_WIDEST: Final = 32
"""Characters of a line of code, likewise: two columns of it stand beside one another on most pages."""
_INDENT: Final = "  "
_TAB: Final = 4
_PLAIN: Final = frozenset({Kind.PARAGRAPH, Kind.CODE, Kind.HTML})
_STRONG: Final = frozenset({Kind.HEADING, Kind.TERM})
_RULE: Final = "———"
"""What a thematic break is as a line of a cell."""
_PICTURE: Final = r"!\[(?:[^\[\]\\]|\\.)*+\](?:\([^()]*+\)|\[[^\[\]]*+\])|<img\s[^<>]*+>"
_LINK: Final = r"[\[\]]|\([^()]*+\)|<[^<>]*+>"


class Cell:
    """Collects the blocks of one cell."""

    def __init__(self) -> None:
        """Begin with nothing in it."""
        self._lines: list[str] = []
        self._items: Frame = ()
        """The items that the last block stands in."""
        self._length = 0
        self._widest = 0
        """Characters in the longest line of code."""
        self.is_line = True
        """Whether there is no more in it than a paragraph."""
        self.may_stand = True
        """Whether all of it may stand in a table's cell, be it one below a header only."""
        self.is_plain = True
        """Whether it may stand in that of any table."""

    @property
    def text(self) -> str:
        """The cell's text, as a table block has it."""
        return LINE.join(self._lines).strip(LINE)

    @property
    def is_small(self) -> bool:
        """Whether there isn't more in it than a table's cell has."""
        return self._length <= MOST and len(self._lines) <= _TALLEST and self._widest <= _WIDEST

    @property
    def is_picture(self) -> bool:
        """Whether a picture is all that is in it, and what isn't small is none."""
        text = self.text
        rest, pictures = re.subn(_PICTURE, "", text) if self.is_small else (text, 0)
        return pictures > 0 and not re.sub(_LINK, "", rest).strip()

    def take(self, block: Block, items: Frame) -> bool:
        """Take a block in these containers; tell whether it may stand in a cell."""
        self.may_stand = self.may_stand and self._takes(block, items)
        self.is_line = self.is_line and self.may_stand
        return self.may_stand

    def _takes(self, block: Block, items: Frame) -> bool:
        self.is_plain = self.is_plain and block.kind in _PLAIN and _are_all(items, Item)
        if block.kind not in _PLAIN | _STRONG | {Kind.RULE} or not _are_all(items, Item | Meaning | Quote):
            return False
        self._length += len(block.text)
        if block.joined and block.kind is Kind.PARAGRAPH and self._lines:
            self._lines[-1] += block.text.replace("\n", RETURN)
        else:
            self._add(block, items)
        return self.is_line or self.is_small

    def _add(self, block: Block, items: Frame) -> None:
        """Add the lines of a block."""
        is_code = block.kind is Kind.CODE
        self.is_line = self.is_line and self.is_plain and not (self._lines or items or is_code)
        lines = [*map(code_span, block.text.split("\n"))] if is_code else [_line(block)]
        self._widest = max(self._widest, *map(len, block.text.split("\n"))) if is_code else self._widest
        lead, below = self._leads(items)
        for number, line in enumerate(lines):
            self._lines.append(_led(below if number else lead, line, LISTING if is_code else LEAD))

    def _leads(self, items: Frame) -> tuple[str, str]:
        """Return what stands before a block's first line and before its others: bullets, and room for them."""
        begun = self._items
        self._items = items
        markers = [f"{_marker(item)} " if isinstance(item, Item) else _INDENT for item in items]
        rooms = [" " * len(marker) for marker in markers]
        pairs = zip(items, markers, rooms, strict=True)
        return "".join(room if item in begun else marker for item, marker, room in pairs), "".join(rooms)


def code_span(line: str) -> str:
    """Return a line of code as a code span that reads the same, tabs as spaces; a blank one as nothing."""
    line = line.expandtabs(_TAB).rstrip()
    if not line:
        return ""
    longest = max(map(len, re.findall("`++", line)), default=0)
    fence, pad = "`" * (longest + 1), " " if "`" in {line[0], line[-1]} else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _led(lead: str, line: str, mark: str) -> str:
    """Return a line of a cell with what stands before it; what is blank throughout as nothing."""
    if not line:
        return f"{lead.rstrip()}{LEAD}" if lead.strip() else ""
    return f"{lead}{mark}{line}" if lead or mark == LISTING else line


def _line(block: Block) -> str:
    """Return a block that is no code as one line: what heads others is strong there, and a rule is short."""
    line = block.text.replace("\n", RETURN)
    if block.kind is Kind.RULE:
        return _RULE
    return f"<b>{line}</b>" if block.kind in _STRONG and line else line


def _are_all(items: Frame, kind: type | UnionType) -> bool:
    return all(isinstance(container, kind) for container in items)


def _marker(item: Item) -> str:
    """Return what stands before an item: its bullet, its number, or its box."""
    box = {None: "", True: "☑", False: "☐"}[item.done]
    if item.marker == "•":
        return box or item.marker
    return " ".join(filter(None, (item.marker, box)))
