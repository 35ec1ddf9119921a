"""Folding and unfolding, panning what is wider than the page, and showing the front matter."""

from typing import TYPE_CHECKING

from ketareader.document.anchor import Anchor
from ketareader.document.block import Fold
from ketareader.layout.attention import first_in_sight
from ketareader.layout.panned import STEP, in_sight, pan
from ketareader.ui.keys import with_keys
from ketareader.ui.link import is_summary

if TYPE_CHECKING:
    from ketareader.ui.reading_pane import ReadingPane
    from ketareader.ui.reading_screen import ReadingScreen


def fold(screen: "ReadingScreen") -> None:
    """Fold or unfold what has its summary in sight, else what one is in."""
    if not fold_in_sight(screen):
        screen.say("Nothing to fold in sight")


def fold_in_sight(screen: "ReadingScreen") -> bool:
    """Fold or unfold the first thing that has its summary in sight, else what one is in; tell whether there is any."""
    page = screen.page
    seen = _summary_in_sight(page)
    found = _around(page) if seen is None else seen
    if found is None:
        return False
    turn(page, found)
    return True


def turn(page: "ReadingPane", summary: int) -> None:
    """Fold what is unfolded, or the other way round, by the block that is its summary."""
    fold = page.document.blocks[summary].frame[-1]
    if isinstance(fold, Fold):
        page.arrangement.turn(fold)
        page.lay_out_anew()
    if not any(place.block == summary for place, _ in page.rows):
        page.go(Anchor(summary))


def _summary_in_sight(page: "ReadingPane") -> int | None:
    """Return the first summary on the screen."""
    return next((place.block for place, _ in page.rows if is_summary(page.document, place.block)), None)


def _around(page: "ReadingPane") -> int | None:
    """Return the summary of the innermost thing that folds around the first block on the screen."""
    blocks, index = page.document.blocks, first_in_sight(page.rows)
    around = [container for container in blocks[index].frame if isinstance(container, Fold)] if blocks else []
    if not around:
        return None
    while index and around[-1] in blocks[index - 1].frame:
        index -= 1
    return index


def pan_right(screen: "ReadingScreen") -> None:
    """See more of what is to the right."""
    _pan(screen, STEP)


def pan_left(screen: "ReadingScreen") -> None:
    """See more of what is to the left."""
    _pan(screen, -STEP)


def _pan(screen: "ReadingScreen", cells: int) -> None:
    """Pan all that goes on to the side, as one window over it."""
    page = screen.page
    blocks = in_sight(page.rows)
    if blocks:
        pan(page.viewport.page, blocks, cells)
        page.lay_out_anew()
    else:
        none = "Nothing in sight goes on to the side"
        screen.say(with_keys(none, screen.commands, wrap_code="has code do so", tables="has tables"))


def front_matter(screen: "ReadingScreen") -> None:
    """Show all of the front matter, or the byline that is made of it."""
    arrangement = screen.page.arrangement
    arrangement.is_meta_shown = not arrangement.is_meta_shown
    screen.page.lay_out_anew()
