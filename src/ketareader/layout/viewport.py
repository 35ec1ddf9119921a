"""The viewport: the rows of a page that are on the screen, and how one moves over the page.

It hangs on an anchor. Until someone moves, the anchor stays as it is through any number of resizes, so that the first
line read is the first line still.
"""

from itertools import islice
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.layout.lines import Line
from ketareader.layout.page import Page, Place

Row = tuple[Place, Line]


def says(line: Line) -> bool:
    """Tell whether there is text on a line."""
    return any(run.start >= 0 for run in line.runs)


class Hold(NamedTuple):
    """What a view hangs on: it can be gone back to at any width, and at the same width to the very row."""

    anchor: Anchor
    above: int = 0
    """Rows from the top row down to the anchor's, within its block: blank ones or a rule; negative for a rule below."""
    goal: int | None = None
    """The block that was gone to, where that need not be the first on the screen; in sight, it is being read."""


class Viewport:
    """A window of `height` rows over a page."""

    def __init__(self, page: Page, height: int) -> None:
        """Stand at the start of the page."""
        self.page = page
        self.height = max(height, 1)
        self.top = Place(0, 0)
        self.hold = Hold(Anchor(0, 0), self.height)
        """What the top row is held by."""

    @property
    def anchor(self) -> Anchor:
        """The anchor that the top row is held by."""
        return self.hold.anchor

    def rows(self) -> list[Row]:
        """Return the rows on the screen, at most `height` of them."""
        return list(islice(self.page.rows_from(self.top), self.height))

    def resize(self, page: Page, height: int) -> None:
        """Show the same anchor on another page or in another height."""
        self.page, self.height = page, max(height, 1)
        self.settle()

    def settle(self) -> None:
        """Find the top row again after the page was laid out anew."""
        block, row = self.page.place_of(self.hold.anchor)
        lowest = len(self.page.lines(block)) - 1
        self.top = Place(block, max(min(row - self.hold.above, lowest), 0))

    def go_back(self, hold: Hold) -> None:
        """Show what was held before; what it has been folded away in since is unfolded."""
        self.reveal(hold.anchor.block)
        self.hold = hold
        self.settle()

    def reveal(self, block: int) -> None:
        """Unfold what a block is folded away in."""
        blocks = self.page.document.blocks
        if block < len(blocks) and self.page.sheet.arrangement.reveal(blocks[block]):
            self.page.forget()

    def scroll(self, rows: int) -> None:
        """Move down by `rows`, or up where negative. Down, it stops where the last line is on the last row."""
        if rows < 0:
            self._stand(self.page.up(self.top, -rows)[0])
        elif rows > 0:
            self._scroll_down(rows)

    def _scroll_down(self, rows: int) -> None:
        top = max(self.top, min(self.page.down(self.top, rows)[0], self._lowest(rows)))
        if top != self.top:
            self._stand(top)

    def _lowest(self, rows: int) -> Place:
        """Return the furthest top that scrolling by `rows` may reach."""
        end, gone = self.page.down(self.top, rows + self.height - 1)
        if gone == rows + self.height - 1:
            return Place(end.block + 1, 0)
        return self.page.up(end, self.height - 1)[0]

    def go(self, anchor: Anchor, above: int = 0) -> None:
        """Put an anchor's row on the top row, or `above` rows below it."""
        place = self.page.place_of(anchor)
        if above:
            place = self.page.up(place, min(above, self.height - 1))[0]
            self._stand(place)
        else:
            self.top, self.hold = place, Hold(anchor, 0, anchor.block)

    def go_to_block(self, block: int) -> None:
        """Put a block's first line on the top row, the blank lines above it out of sight."""
        self._stand(self.page.top_of(block), block)

    def go_to_start(self) -> None:
        """Put the first line on the top row."""
        self._stand(Place(0, 0))

    def go_to_end(self) -> None:
        """Put the last line on the last row; it is the last text in sight that was gone to."""
        self._stand(self.last_top())
        last = next((place.block for place, line in reversed(self.rows()) if says(line)), None)
        self.hold = self.hold._replace(goal=last)

    def last_top(self) -> Place:
        """Return the top row with which the last line is on the last row."""
        return self.page.up(self.page.end(), self.height - 1)[0]

    def go_to_row(self, place: Place) -> None:
        """Put a row on the top row, where that leaves no row empty."""
        top = min(place, self.last_top())
        if top != self.top:
            self._stand(top)

    def shows(self, anchor: Anchor, margin: int = 0) -> bool:
        """Tell whether an anchor's row is on the screen, `margin` rows from its edges."""
        place = self.page.place_of(anchor)
        rows = self.rows()
        inner = rows[margin : len(rows) - margin] if len(rows) == self.height else rows[margin:]
        return any(place == row for row, _ in inner)

    def bottom(self) -> Place:
        """Return the place of the last row on the screen that holds something."""
        rows = self.rows()
        return rows[-1][0] if rows else self.top

    def at_end(self) -> bool:
        """Tell whether the last line of the page is on the screen."""
        bottom = self.bottom()
        return self.page.down(bottom, 1)[1] == 0

    def _stand(self, place: Place, goal: int | None = None) -> None:
        """Make `place` the top row, where `goal` was to be gone to."""
        anchor = self.page.anchor_of(place)
        self.top, self.hold = place, Hold(anchor, self.page.place_of(anchor).row - place.row, goal)
