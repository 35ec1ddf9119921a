"""The page: a document at one width, of which only what is looked at is ever laid out.

A place on the page is a row of a block. There are no row numbers over the whole article: they would die at the next
resize, and finding them would mean laying everything out.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.layout.blocks import Laid, lay_out
from ketareader.layout.lines import Line

_KEPT = 512
"""Laid-out blocks kept: the screen, some pages around it, and the ends."""


class Place(NamedTuple):
    """A row of a block, counted from the first blank line above the block."""

    block: int
    row: int = 0


class Page:
    """A document laid out at one width, as far as it has been looked at."""

    def __init__(self, document: Document, width: int, *, highlighted: bool = True) -> None:
        """Lay nothing out yet. `width` is in cells."""
        self.document = document
        self.width = max(width, 1)
        self.highlighted = highlighted
        self._kept: OrderedDict[int, Laid] = OrderedDict()

    def lines(self, block: int) -> tuple[Line, ...]:
        """Return the lines of a block, those above it included; none for a block that isn't shown."""
        return self._laid(block).lines

    def _laid(self, block: int) -> Laid:
        """Return a block as it is laid out, from what is kept or anew."""
        laid = self._kept.get(block)
        if laid is None:
            laid = self._kept[block] = lay_out(self.document, block, self.width, highlighted=self.highlighted)
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
        last = len(self.document.blocks) - 1
        while True:
            height = len(self.lines(block)) if block <= last else 0
            if row + rows - gone < height:
                return Place(block, row + rows - gone), rows
            if block >= last:
                bottom = max(height - 1, 0)
                return (Place(block, bottom), gone + max(bottom - row, 0)) if height else self._above(place, gone)
            gone += max(height - row, 0)
            block, row = block + 1, 0

    def _above(self, place: Place, gone: int) -> tuple[Place, int]:
        """Return the last row of the last block that is shown."""
        for block in range(len(self.document.blocks) - 1, place.block - 1, -1):
            if height := len(self.lines(block)):
                return Place(block, height - 1), max(gone - 1, 0)
        return place, 0

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
        """Return the row that an anchor stands on."""
        if anchor.block >= len(self.document.blocks):
            return Place(anchor.block)
        lines, blank = self._laid(anchor.block)
        for row, line in enumerate(lines):
            if any(0 <= run.start <= anchor.offset < run.start + len(run.text) for run in line.runs):
                return Place(anchor.block, row)
        row = bisect_right(lines, anchor.offset, lo=blank, key=lambda line: line.start) - 1
        return Place(anchor.block, max(row, min(blank, len(lines) - 1), 0))

    def anchor_of(self, place: Place) -> Anchor:
        """Return the anchor of a row: its first character; a blank line above a block stands for the block."""
        lines = self.lines(place.block)
        if place.row >= len(lines):
            return Anchor(place.block, 0)
        line = lines[place.row]
        return Anchor(place.block, next((run.start for run in line.runs if run.start >= 0), line.start))

    def top_of(self, block: int) -> Place:
        """Return the first row of a block's own text, below the blank lines."""
        return Place(block, self._laid(block).blank)
