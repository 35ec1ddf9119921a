"""Following links: taken in hand, told of, and gone to. Nothing that leads out of the program is opened unseen."""

from pathlib import Path
from typing import TYPE_CHECKING

from ketareader.document.anchor import Anchor
from ketareader.errors import KetaError
from ketareader.layout.destination import Destination, anchor_with, as_written, destination
from ketareader.layout.hyperlink import host_of, mixes_scripts
from ketareader.layout.notes import note_with
from ketareader.layout.ruler import cell_len, fit
from ketareader.pipeline import open_to_read
from ketareader.sources.linked import file_at, kind_at
from ketareader.text import clean_line
from ketareader.ui import figures, links, status
from ketareader.ui.actions.arranging import turn
from ketareader.ui.bar import Part
from ketareader.ui.figures import is_figure
from ketareader.ui.keys import key_of, keyed
from ketareader.ui.link import FOLD, Link

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


_NARROW = 60
"""Cells of the key line below which it is an address that it shows, and not what becomes of it."""


def choose(screen: "ReadingScreen", link: Link) -> None:
    """Follow a link; one that leads out of the program is taken in hand first, so that its address is seen.

    The link in hand stays there unless one goes away from it.
    """
    if link.target == FOLD:
        turn(screen.page, link.block)
        return
    if is_figure(screen, link):
        figures.choose(screen, link)
        return
    goal = goal_of(screen, link.target)
    if goal and goal.address and screen.page.held != link:
        take(screen, link)
        return
    if screen.page.held != link:
        drop(screen)
    follow(screen, link.target)


def take(screen: "ReadingScreen", link: Link) -> None:
    """Take a link in hand, and tell where it leads."""
    screen.set_focus(screen.page)
    screen.page.hold_link(link)
    screen.say("")


def drop(screen: "ReadingScreen") -> None:
    """Have no link in hand."""
    screen.page.hold_link(None)
    screen.say("")


def told(screen: "ReadingScreen", link: Link) -> tuple[list[Part], list[Part]]:
    """Return what the key line says while a link is in hand: its left and its right part."""
    left, right = _told(screen, link)
    key = key_of(screen.commands, "next_link")
    if key and figures.picture_in(screen, link):
        more = [(f" {key} its picture ", "status.label"), *right]
        fits = sum(cell_len(text) for text, _ in (*left, *more)) <= _width(screen)
        return left, more if fits else right
    return left, right


def _told(screen: "ReadingScreen", link: Link) -> tuple[list[Part], list[Part]]:
    """Return what is said of a link in hand."""
    if link.target == FOLD:
        return [(f" {_by_enter(screen, 'folds and unfolds it')}", "status.message")], []
    if is_figure(screen, link):
        return figures.told(screen, link)
    goal = goal_of(screen, link.target)
    shows = goal is not None and _is_shown(screen, link.target, goal)
    kind = kind_at(goal.path) if goal and goal.path and not shows else ""
    if goal is None or kind:
        why = f" is {kind}" if kind else ""
        return [(f" Not opened here: {as_written(link.target)}{why}", "status.error")], []
    if goal.meaning:
        return [(f" {clean_line(goal.meaning)}", "status.message")], []
    if goal.address:
        return _told_of_address(screen, goal.address, link)
    leads = _by_enter(screen, f"{'shows' if shows else 'goes to'} {_named(screen, link.target, goal)}")
    return [(f" {leads}{_quoted(link.title)}", "status.message")], []


def _by_enter(screen: "ReadingScreen", deed: str) -> str:
    """Return what following the link in hand does, behind the key that follows it."""
    return keyed(screen.commands, "enter", deed) or deed


def _named(screen: "ReadingScreen", target: str, goal: Destination) -> str:
    """Return what a place is called: a note by its number, as it reads, and all else as its author wrote it."""
    number = screen.article.document.references.notes.get(goal.note)
    return f"note {number}" if number else as_written(target)


def follow(screen: "ReadingScreen", target: str) -> None:
    """Go where a target leads, or say why not; a note and a picture are shown in place."""
    goal = goal_of(screen, target)
    if goal and _is_shown(screen, target, goal):
        from ketareader.ui.previewing import preview_target  # noqa: PLC0415 (it goes on from here itself)

        preview_target(screen, target)
    else:
        go(screen, target)


def _is_shown(screen: "ReadingScreen", target: str, goal: Destination) -> bool:
    """Tell whether what a target leads to is shown in place: a note, or a picture."""
    return bool(goal.note) or (goal.path is not None and figures.leads_to_picture(screen, target))


def go(screen: "ReadingScreen", target: str) -> None:
    """Go where a target leads, or say why not."""
    goal = goal_of(screen, target)
    if goal is None:
        screen.say(not_opened(target), error=True)
    elif goal.meaning:
        screen.say(goal.meaning)
    elif goal.address:
        found = links.open_in_browser(goal.address)
        screen.say(f"{'In the browser' if found else 'No browser found for'}: {goal.address}", error=not found)
    elif goal.path is None or is_here(screen, goal.path):
        _go_within(screen, goal)
    else:
        _open(screen, goal.path, goal)


def goal_of(screen: "ReadingScreen", target: str) -> Destination | None:
    """Return what a target in the article on the screen leads to; None where nothing may be opened."""
    path = screen.article.document.source.path
    return destination(target, path.parent if path else Path.cwd())


def _width(screen: "ReadingScreen") -> int:
    """Return the cells of the key line; where it lies over the page, the scroll bar stands beside it."""
    return max(screen.size.width - screen.has_class("-zen"), 1)


def _lines(screen: "ReadingScreen") -> int:
    """Return the lines that an address may take: over a small page the key line is as high as it takes."""
    return 1 if screen.has_class("-high") else status.lines(screen.size.height)


def _quoted(title: str) -> str:
    """Return a link's title as it stands behind where the link leads."""
    return f" “{title}”" if title else ""


def _told_of_address(screen: "ReadingScreen", address: str, link: Link) -> tuple[list[Part], list[Part]]:
    """Return what the lines that there are for it say of an address: its host before everything else."""
    target, width, lines = link.target, _width(screen), _lines(screen)
    note, leave = _note_on_host(target), f" {keyed(screen.commands, 'escape', 'leaves it')} "
    lead = f" {_by_enter(screen, 'opens')} " if width >= _NARROW else " "
    role = "status.error" if mixes_scripts(host_of(target)) else "status.message"
    shown = _shortened(address, width * lines - cell_len(lead) - cell_len(note), (width - 1) * max(lines - 1, 1))
    left = f"{lead}{shown}{note}"
    titled = f"{left}{_quoted(link.title)}"
    if cell_len(titled) <= width * lines:
        left = titled
    fits = cell_len(left) + len(leave) <= width
    return [(left, role)], [(leave, "status.label")] if fits else []


def _shortened(address: str, room: int, most: int) -> str:
    """Cut an address to `room` cells, but not its host, unless it takes more than `most`: the end says whose it is."""
    host = "/".join(address.partition("?")[0].split("/", 3)[:3])
    if len(host) > max(room, most):
        return f"…{host[1 - most :]}"
    return fit(address, max(room, len(host) + 1))


def readable(address: str, target: str) -> str:
    """Return an address, and beside it its host as it reads where that is another."""
    return address + _note_on_host(target)


def _note_on_host(target: str) -> str:
    """Return a host as it reads, in brackets, where that isn't ASCII; and whether it mixes scripts."""
    host = host_of(target)
    return "" if host.isascii() else f" ({host}: mixed scripts)" if mixes_scripts(host) else f" ({host})"


def is_here(screen: "ReadingScreen", path: Path) -> bool:
    """Tell whether a path is that of the article on the screen."""
    here = screen.article.document.source.path
    try:
        return here is not None and file_at(path).samefile(here)
    except (OSError, ValueError):
        return False


def _open(screen: "ReadingScreen", path: Path, goal: Destination) -> None:
    """Open another article, at the place that is meant in it."""
    if goal.slug and _is_without(file_at(path), goal):
        screen.say(missing(screen, goal), error=True)
        return
    left = screen.here
    if screen.open(str(file_at(path))):
        drop(screen)
        screen.history.leave(left)
        if goal.slug:
            screen.goal.seek(lambda: _arrive(screen, goal), missing(screen, goal))


def _is_without(path: Path, goal: Destination) -> bool:
    """Tell whether a file that is read with its first batch has no place that is meant."""
    try:
        article = open_to_read(str(path))
        article.document.extend(next(article.batches))
    except KetaError:
        return False
    return article.document.complete and anchor_with(article.document, goal.slug) is None


def _go_within(screen: "ReadingScreen", goal: Destination) -> None:
    """Go to a place in the article on the screen; where it has none such, stay."""

    def leave_for_it() -> bool:
        left = screen.here
        arrived = _arrive(screen, goal)
        if arrived:
            drop(screen)
            screen.history.leave(left)
        return arrived

    screen.goal.seek(leave_for_it, missing(screen, goal))


def _arrive(screen: "ReadingScreen", goal: Destination) -> bool:
    """Go to the place that is meant in the article on the screen; tell whether it has been read."""
    anchor = anchor_of(screen, goal)
    if anchor is not None:
        screen.page.go(anchor)
    return anchor is not None


def anchor_of(screen: "ReadingScreen", goal: Destination) -> Anchor | None:
    """Return the place in the article on the screen that is meant; its first where none is named."""
    document = screen.article.document
    if goal.note:
        block = note_with(document.blocks, goal.note)
        return None if block is None else Anchor(block)
    return anchor_with(document, goal.slug) if goal.slug else Anchor(0)


def not_opened(target: str) -> str:
    """Return what is said of a target that nothing may be opened at."""
    return f"Not a link that is opened here: {as_written(target)}"


def missing(screen: "ReadingScreen", goal: Destination) -> str:
    """Return what is said of a place that isn't there; of one in another article, by that one's name."""
    called = f"note here is called {goal.note}" if goal.note else f"section here is called #{goal.slug}"
    where = "" if goal.path is None or is_here(screen, goal.path) else f": {goal.path.name}"
    return f"No {called}{where}"
