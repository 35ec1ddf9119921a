"""Searching, and backing out."""

from typing import TYPE_CHECKING

from ketareader.ui.actions.arranging import fold_in_sight
from ketareader.ui.actions.sections import contents

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def search(screen: "ReadingScreen") -> None:
    """Put the cursor in the search box."""
    screen.remove_class("-contents-over")
    screen.search.begin()
    screen.search_bar.open()


def next_hit(screen: "ReadingScreen") -> None:
    """Go to the next hit."""
    screen.search.step(1)


def enter(screen: "ReadingScreen") -> None:
    """Follow the link in hand; with none, go to the next hit; where nothing is searched, fold or unfold."""
    if screen.page.held:
        from ketareader.ui.actions.links import follow_held  # noqa: PLC0415 (most searches need none)

        follow_held(screen)
    elif screen.search.active or not fold_in_sight(screen):
        screen.search.step(1)


def previous_hit(screen: "ReadingScreen") -> None:
    """Go to the previous hit."""
    screen.search.step(-1)


async def hits(screen: "ReadingScreen") -> None:
    """List all hits by section."""
    await screen.search.list_hits()


def match_case(screen: "ReadingScreen") -> None:
    """Tell upper and lower case apart, or be smart about it."""
    screen.search_bar.toggle("case")


def whole_words(screen: "ReadingScreen") -> None:
    """Find whole words only, or not."""
    screen.search_bar.toggle("word")


def regex(screen: "ReadingScreen") -> None:
    """Take the query for a regular expression, or not."""
    screen.search_bar.toggle("regex")


def escape(screen: "ReadingScreen") -> None:
    """Back out of the nearest thing: link in hand, selection, filter, contents over the text, search box, search.

    A place that hasn't been read yet isn't gone to any more.
    """
    screen.goal.give_up()
    if screen.page.held:
        screen.page.hold_link(None)
        screen.say("")
    elif screen.page.selection:
        screen.page.select(None)
    elif screen.contents.filtered:
        screen.contents.filter("")
    elif screen.has_class("-contents-over"):
        contents(screen)
    elif screen.search.active:
        screen.search.end(back=True)
        screen.set_focus(screen.page)
    else:
        screen.set_focus(screen.page)
