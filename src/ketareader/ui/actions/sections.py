"""Going by section, and the contents."""

from typing import TYPE_CHECKING

from ketareader.document.anchor import Anchor
from ketareader.ui import walking

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def next_section(screen: "ReadingScreen") -> None:
    """Go to the next section."""
    _walk(screen, walking.next_section)


def previous_section(screen: "ReadingScreen") -> None:
    """Go to the previous section."""
    _walk(screen, walking.previous_section)


def next_peer(screen: "ReadingScreen") -> None:
    """Go to the next section at this level or above."""
    _walk(screen, walking.next_peer)


def previous_peer(screen: "ReadingScreen") -> None:
    """Go to the previous section at this level or above."""
    _walk(screen, walking.previous_peer)


def _walk(screen: "ReadingScreen", walk: walking.Walk) -> None:
    """Go to the block that a walk leads to."""
    block = walk(screen.article.document, screen.page.current_block)
    if block == 0:
        screen.page.go_to_start()
    elif block is not None:
        screen.page.go(Anchor(block))


def contents(screen: "ReadingScreen") -> None:
    """Show or hide the contents; where the screen is narrow, over the text."""
    if screen.has_class("-wide"):
        screen.toggle_class("-contents-hidden")
        shown = not screen.has_class("-contents-hidden")
    else:
        screen.toggle_class("-contents-over")
        shown = screen.has_class("-contents-over")
    if not shown:
        screen.set_focus(screen.page)
    elif not screen.has_class("-wide"):
        screen.set_focus(screen.contents.list)


def numbers(screen: "ReadingScreen") -> None:
    """Turn the numbers of the contents on or off."""
    screen.contents.toggle_numbers()


def focus_next(screen: "ReadingScreen") -> None:
    """Move the focus from the page to the contents, where they show, to the search box, and round again."""
    _focus(screen, 1)


def focus_previous(screen: "ReadingScreen") -> None:
    """Move the focus the other way round."""
    _focus(screen, -1)


def _focus(screen: "ReadingScreen", steps: int) -> None:
    places = [place for place in (screen.page, screen.contents.list, screen.search_bar.box) if place.is_on_screen]
    here = next((number for number, place in enumerate(places) if place.has_focus), 0)
    if places:
        screen.set_focus(places[(here + steps) % len(places)])
