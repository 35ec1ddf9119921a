"""At which edge a message stands where it lies over the page: not over the links that it speaks of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ketareader.document.anchor import Anchor
from ketareader.ui import status

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def stand(screen: "ReadingScreen") -> None:
    """Have the key line stand at the other edge where, at its own, it covers more of what it speaks of.

    At neither does it cover letters that are to be typed: they speak for themselves.
    """
    if screen.has_class("-high") and not (screen.has_class("-zen") or screen.has_class("-at-length")):
        return
    spoken, lines, height = set(_spoken_of(screen)), _lines(screen), screen.size.height
    # On a high screen the search box stands below it.
    below = screen.has_class("-high") and not screen.has_class("-zen")
    top, foot = range(lines), range(height - lines - below, height - below)
    own, other = (top, foot) if screen.has_class("-low") else (foot, top)
    edge = min(own, other, key=lambda rows: len(spoken.intersection(rows)))
    screen.set_class(edge is other, "-across")
    screen.set_class(not (screen.page.sight.marks.labels and spoken.intersection(edge)), "-saying")


def _spoken_of(screen: "ReadingScreen") -> Iterator[int]:
    """Yield the rows of the screen on which the links are that have letters; where none has, the one in hand."""
    marks, first = screen.page.sight.marks, screen.page.region.y
    for y, (place, line) in enumerate(screen.page.rows, first):
        anchors = (Anchor(place.block, run.start) for run in line.runs)
        if any(anchor in marks.labels if marks.labels else marks.held and marks.held.has(anchor) for anchor in anchors):
            yield y


def _lines(screen: "ReadingScreen") -> int:
    """Return the lines that the key line takes over the page."""
    if not screen.has_class("-at-length"):
        return 1
    size = screen.size
    lines = screen.key_bar.get_content_height(size, size, size.width - screen.has_class("-zen"))
    return min(lines, status.lines(size.height))
