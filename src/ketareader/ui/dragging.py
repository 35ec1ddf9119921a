"""What the mouse does in the reading pane: it drags the scroll bar, selects, and clicks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from ketareader.document.anchor import Anchor
from ketareader.layout.figure import PICTURE
from ketareader.layout.lines import Line, Run
from ketareader.layout.ruler import cell_len
from ketareader.ui.link import is_summary
from ketareader.ui.selection import Selection, between, character_at, whole, word_at

if TYPE_CHECKING:
    from ketareader.ui.reading_pane import ReadingPane

_LEFT = 1
"""Textual's number of the left button."""
_BEAT = 0.05
"""Seconds between two rows that scroll by while one drags beyond an edge."""
_DOUBLE = 2


class Dragging:
    """One press of the left button in a pane, until it is let go."""

    def __init__(self, pane: "ReadingPane") -> None:
        """Press nothing yet."""
        self._pane = pane
        self._to: Callable[[events.MouseEvent], None] | None = None
        """What the mouse does while it moves; None while it isn't pressed."""
        self._origin: Selection | None = None
        self._has_moved = False
        self._timer: Timer | None = None
        self._outside = 0, 0
        """Where the mouse is beyond an edge: cell, and rows beyond, upwards where negative."""

    def press(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar, or begin to select."""
        if event.button not in {0, _LEFT}:
            return
        self._has_moved = False
        is_bar = event.x == self._pane.size.width - 1
        self._origin = None if is_bar else self._character(event.x, event.y)
        self._to = self._drag_bar if is_bar else self._select if self._origin else None
        if self._to:
            self._pane.capture_mouse()
        if is_bar:
            self._drag_bar(event)

    def move(self, event: events.MouseMove) -> None:
        """Go on with what was begun."""
        if self._to:
            self._to(event)

    def let_go(self) -> None:
        """Be done with it; what is selected stays."""
        if self._to:
            self._to = None
            self._pane.release_mouse()
        self._stop()

    def click(self, event: events.Click) -> Anchor | None:
        """Take a click; return the place in the link, the picture or the summary that it is to follow."""
        rows = self._pane.rows
        if not self._is_taken_further(event) or event.y >= len(rows):
            return None
        place, line = rows[event.y]
        run = _run_at(line, event.x - self._pane.left)
        leads = run and (run.target or run.role == PICTURE or is_summary(self._pane.document, place.block))
        return Anchor(place.block, max(run.start, 0)) if run and leads else None

    def _is_taken_further(self, event: events.Click) -> bool:
        """Take a click: the first puts a selection away, the second selects a word, the third a paragraph.

        Tell whether it is still to be taken for what lies under it; on the link in hand, it always is.
        """
        here = self._character(event.x, event.y)
        if self._has_moved or here is None or event.x == self._pane.size.width - 1:
            return False
        document, clicks, held = self._pane.document, event.chain, self._pane.held
        if clicks == 1 or (held and held.has(here.start)):
            self._pane.select(None)
            return True
        self._pane.select(word_at(document, here.start) if clicks == _DOUBLE else whole(document, here.start.block))
        return False

    def _drag_bar(self, event: events.MouseEvent) -> None:
        """Go to where the mouse is on the bar, whose first cell is the start and whose last is the end."""
        self._pane.go_to_share(event.y / max(self._pane.size.height - 1, 1))

    def _select(self, event: events.MouseEvent) -> None:
        """Select up to where the mouse is; beyond an edge, scroll on."""
        height = self._pane.size.height
        beyond = min(event.y, 0) if event.y < 0 else max(event.y - height + 1, 0)
        self._reach(event.x, event.y - beyond)
        self._outside = event.x, beyond
        if not beyond:
            self._stop()
        elif self._timer is None:
            self._timer = self._pane.set_interval(_BEAT, self._scroll)

    def _scroll(self) -> None:
        """Scroll a few rows to where the mouse is, and select what comes in sight."""
        x, beyond = self._outside
        self._pane.scroll_rows(beyond)
        self._reach(x, 0 if beyond < 0 else self._pane.size.height - 1)

    def _stop(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None

    def _reach(self, x: int, y: int) -> None:
        """Select from where the button was pressed to a cell."""
        here = self._character(x, y)
        if self._origin and here and (self._has_moved or here != self._origin):
            self._has_moved = True
            self._pane.select(between(self._origin, here))

    def _character(self, x: int, y: int) -> Selection | None:
        """Return the character at a cell; below the last row, the end of that; None where nothing is shown."""
        rows = self._pane.rows
        if not rows:
            return None
        row = max(0, min(y, len(rows) - 1))
        place, line = rows[row]
        cell = x - self._pane.left if y < len(rows) else self._pane.size.width
        return character_at(place.block, line, cell)


def _run_at(line: Line, cell: int) -> Run | None:
    """Return the run at a cell of a line."""
    for run in line.runs:
        if 0 <= cell < cell_len(run.text):
            return run
        cell -= cell_len(run.text)
    return None
