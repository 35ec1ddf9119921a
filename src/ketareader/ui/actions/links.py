"""Links in sight: one after the other in hand, and followed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ketareader.ui.figures import picture_in
from ketareader.ui.following import choose, take
from ketareader.ui.link import Link
from ketareader.ui.links import links_in

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def next_link(screen: "ReadingScreen") -> None:
    """Take the next link in sight in hand; after the last, the first."""
    _step(screen, 1)


def previous_link(screen: "ReadingScreen") -> None:
    """Take the previous link in sight in hand; before the first, the last."""
    _step(screen, -1)


def _step(screen: "ReadingScreen", steps: int) -> None:
    seen = list(_in_turn(screen))
    if not seen:
        screen.say("No link in sight")
        return
    here = seen.index(screen.page.held) if screen.page.held in seen else -1 if steps > 0 else 0
    take(screen, seen[(here + steps) % len(seen)])


def _in_turn(screen: "ReadingScreen") -> Iterator[Link]:
    """Yield the links in sight; after one that holds a picture which may be loaded, that picture."""
    for link in links_in(screen.article.document, screen.page.rows):
        yield link
        if picture := picture_in(screen, link):
            yield picture


def follow_held(screen: "ReadingScreen") -> None:
    """Follow the link in hand."""
    if screen.page.held:
        choose(screen, screen.page.held)


def follow_link(screen: "ReadingScreen") -> None:
    """Show letters on the links in sight."""
    screen.letters.hint_links("Follow a link: type its letters", choose)


def preview(screen: "ReadingScreen") -> None:
    """Show what the link in hand leads to; with none, the only one in sight, or one by its letters."""
    from ketareader.ui import previewing  # noqa: PLC0415 (not before it is asked for)

    seen = list(links_in(screen.article.document, screen.page.rows))
    link = screen.page.held or (seen[0] if len(seen) == 1 else None)
    if link:
        previewing.preview(screen, link)
    else:
        screen.letters.hint_links("Look at a link: type its letters", previewing.preview)
