"""Showing what a link leads to without going there."""

from asyncio import to_thread
from typing import TYPE_CHECKING

from ketareader.errors import KetaError
from ketareader.layout.destination import Destination, as_written
from ketareader.sources.linked import file_at
from ketareader.ui import figures, following
from ketareader.ui.keys import keyed
from ketareader.ui.link import Link
from ketareader.ui.picture_pane import PicturePane
from ketareader.ui.preview import Preview, preview_in, preview_of_file, preview_of_picture, preview_of_text
from ketareader.ui.preview_screen import PreviewPane, PreviewScreen

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def preview(screen: "ReadingScreen", link: Link) -> None:
    """Show in a panel what a link leads to, or say why not."""
    preview_target(screen, link.target)


def preview_target(screen: "ReadingScreen", target: str) -> None:
    """Show in a panel what a target leads to, or say why not."""
    goal = following.goal_of(screen, target)
    if goal is None:
        screen.say(following.not_opened(target), error=True)
    else:
        screen.run_worker(_preview(screen, target, goal), group="previewing", exclusive=True)


async def _preview(screen: "ReadingScreen", target: str, goal: Destination) -> None:
    if goal.path is not None and figures.leads_to_picture(screen, target):
        await _show_picture(screen, target)
        return
    try:
        found = await _found(screen, target, goal)
    except KetaError as error:
        screen.say(str(error), error=True)
        return
    if found is None:
        screen.say(_why_not(screen, goal), error=True)
        return

    def decide(goes: bool | None) -> None:
        if goes:
            following.go(screen, target)

    page = screen.page
    pane = PreviewPane(found, page.paint, page.measure, page.options)
    enter = "closes this" if goal.meaning else "opens it" if goal.address else "goes there"
    await screen.app.push_screen(PreviewScreen(pane, page, found.title, _keys(screen, enter)), decide)


async def _show_picture(screen: "ReadingScreen", target: str) -> None:
    """Show a picture's file over the page."""
    page = screen.page
    found = preview_of_picture(as_written(target), target, page.document.source)
    pane = PicturePane(found, page)
    await screen.app.push_screen(PreviewScreen(pane, page, found.title, _keys(screen, "closes this")))


def _keys(screen: "ReadingScreen", enter: str) -> str:
    """Return what a panel says of its keys, one of which does what `enter` says."""
    does = keyed(screen.commands, "enter", enter), keyed(screen.commands, "escape", "back")
    return " · ".join(filter(None, does))


def _why_not(screen: "ReadingScreen", goal: Destination) -> str:
    """Return what is said of a place that isn't found."""
    is_here = goal.path is None or following.is_here(screen, goal.path)
    is_further = is_here and not screen.article.document.complete
    return "Further on than has been read" if is_further else following.missing(screen, goal)


async def _found(screen: "ReadingScreen", target: str, goal: Destination) -> Preview | None:
    """Find what is to be shown; another file is read in a thread. Raises `KetaError`."""
    if goal.meaning:
        return preview_of_text("Abbreviation", goal.meaning)
    if goal.address:
        return preview_of_text("Address", following.readable(goal.address, target))
    if goal.path is None or following.is_here(screen, goal.path):
        return preview_in(screen.article.document, goal)
    return await to_thread(preview_of_file, file_at(goal.path), goal)
