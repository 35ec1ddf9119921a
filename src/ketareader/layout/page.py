"""The page: a document at one width, of which only what is looked at is ever laid out.

A place on the page is a row of a block. There are no row numbers over the whole article: they would die at the next
resize, and finding them would mean laying everything out.
"""

from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.layout.blocks import NOTHING, Laid, lay_out
from ketareader.layout.lines import Line
from ketareader.layout.sheet import Arrangement, Options, Pictures, Sheet, no_pictures

_KEPT = 512
"""Laid-out blocks kept: the screen, some pages around it, and the ends."""


_AS_USUAL = Options()


class Place(NamedTuple):
    """A row of a block, counted from the first blank line above the block."""

    block: int
    row: int = 0


class Page:
    """A document laid out at one width, as far as it has been looked at."""

    def __init__(
        self,
        document: Document,
        width: int,
        options: Options = _AS_USUAL,
        arrangement: Arrangement | None = None,
        pictures: Pictures = no_pictures,
    ) -> None:
        """Lay nothing out yet. `width` is in cells."""
        self.document = document
        self.width = max(width, 1)
        self.sheet = Sheet(document, self.width, options, arrangement or Arrangement(), pictures)
        self._kept: OrderedDict[int, Laid] = OrderedDict()

    def lines(self, block: int) -> tuple[Line, ...]:
        """Return the lines of a block, those above it included; none for a block that isn't shown."""
        return self._laid(block).lines

    def _laid(self, block: int) -> Laid:
        """Return a block as it is laid out, kept or made anew; nothing for one that isn't shown or there."""
        blocks = self.document.blocks
        if block >= len(blocks) or self.sheet.is_hidden(blocks[block]):
            return NOTHING
        laid = self._kept.get(block)
        if laid is None:
            laid = self._kept[block] = lay_out(self.sheet, block)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return laid

    def forget(self) -> None:
        """Lay everything out anew when it is next looked at."""
        self._kept.clear()

    def down(self, place: Place, rows: int) -> tuple[Place, int]:
        """Move down by `rows`; return the place reached and the rows really gone, fewer at the article's end."""
        block, row = place
        gone = 0
        while block < len(self.document.blocks):
            height = len(self.lines(block))
            if row + rows - gone < height:
                return Place(block, row + rows - gone), rows
            gone += max(height - row, 0)
            block, row = block + 1, 0
        return (self.end(), gone - 1) if gone else (place, 0)

    def end(self) -> Place:
        """Return the place of the last row."""
        blocks = range(len(self.document.blocks) - 1, -1, -1)
        return next((Place(block, len(lines) - 1) for block in blocks if (lines := self.lines(block))), Place(0))

    def up(self, place: Place, rows: int) -> tuple[Place, int]:
        """Move up by `rows`; return the place reached and the rows really gone, fewer at the article's start."""
        block, row = place
        gone = 0
        while rows - gone > row:
            if block == 0:
                return Place(0, 0), gone + row
            gone += row
            block -= 1
            row = len(self.lines(block))
        return Place(block, row - (rows - gone)), rows

    def rows_from(self, place: Place) -> Iterator[tuple[Place, Line]]:
        """Yield each row from `place` on, laid out only as it is reached."""
        row = place.row
        for block in range(place.block, len(self.document.blocks)):
            for number, line in enumerate(self.lines(block)[row:], row):
                yield Place(block, number), line
            row = 0

    def place_of(self, anchor: Anchor) -> Place:
        """Return the row that an anchor stands on: that of the last text at or before it, else the block's first."""
        lines, blank = self._laid(anchor.block)
        is_panned = bool(lines) and self.document.blocks[anchor.block].kind in {Kind.CODE, Kind.MATH}
        starts_of = _start if is_panned else _starts
        starts = (
            (start, _has_text(lines[row]), -row) for row in range(blank, len(lines)) for start in starts_of(lines[row])
        )
        *_, row = max((found for found in starts if found[0] <= anchor.offset), default=(0, False, -blank))
        return Place(anchor.block, -row)

    def anchor_of(self, place: Place) -> Anchor:
        """Return the anchor of a row: its first character; a blank line above a block stands for the block."""
        lines = self.lines(place.block)
        return Anchor(place.block, _starts(lines[place.row])[0] if place.row < len(lines) else 0)

    def top_of(self, block: int) -> Place:
        """Return the first row of a block's own text, below the blank lines."""
        return Place(block, self._laid(block).blank)


def _start(line: Line) -> list[int]:
    """Return where a line of code or of a formula stands, which may be panned so far that its start is out of sight."""
    return [line.start]


def _has_text(line: Line) -> bool:
    """Tell whether any of the block's text is on a line, and not only what the page adds to it."""
    return any(run.start >= 0 for run in line.runs)


def _starts(line: Line) -> list[int]:
    """Return where the text on a line begins, each part of it; where the line stands if it has none."""
    return [run.start for run in line.runs if run.start >= 0] or [line.start]
