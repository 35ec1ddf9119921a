"""Pictures that are followed as links are: loaded from the web on the reader's word, else told of."""

from functools import partial
from typing import TYPE_CHECKING

from ketareader.document.anchor import Anchor
from ketareader.document.block import Kind
from ketareader.document.inline import Span
from ketareader.errors import ImageError
from ketareader.images.locate import locate
from ketareader.images.measure import measure
from ketareader.images.terminal import USUAL_CELL
from ketareader.layout.destination import as_written
from ketareader.layout.figure import sole_image
from ketareader.layout.hyperlink import host_of, hyperlink, mixes_scripts
from ketareader.layout.ruler import cell_len
from ketareader.text import clean_line
from ketareader.ui.aside import Task, aside
from ketareader.ui.bar import Part
from ketareader.ui.keys import keyed
from ketareader.ui.link import Link

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen

_NARROW = 60
"""Cells of the key line below which it is the host that it shows, and little else."""


def is_figure(screen: "ReadingScreen", link: Link) -> bool:
    """Tell whether what looks like a link is a picture alone in its paragraph, where pictures are shown."""
    image = _image(screen, link.block)
    return image is not None and image.target == link.target


def leads_to_picture(screen: "ReadingScreen", target: str) -> bool:
    """Tell whether a target is that of a picture's file beside the article, where pictures are shown."""
    path = screen.article.document.source.path
    try:
        measure(locate(target, path.parent if path else None), 1, 1, USUAL_CELL)
    except ImageError:
        return False
    return screen.page.illustrations.pictures.are_shown


def picture_in(screen: "ReadingScreen", link: Link) -> Link | None:
    """Return the picture that is all that a link holds, where it is on the web and not loaded; else None."""
    image = _image(screen, link.block)
    if image is None or image.target == link.target or not _address(image.target):
        return None
    is_here = screen.page.illustrations.pictures.is_here(image.target)
    return None if is_here else Link(link.block, image.start, image.end, image.target)


def _image(screen: "ReadingScreen", block: int) -> Span | None:
    """Return the image that is alone in a paragraph, where pictures are shown."""
    document = screen.article.document
    if document.blocks[block].kind is not Kind.PARAGRAPH or not screen.manner.options.illustrated:
        return None
    image = sole_image(document.inline(block))
    return image if image and screen.page.illustrations.pictures.are_shown else None


def choose(screen: "ReadingScreen", link: Link) -> None:
    """Load a picture, once its host has been seen; tell of one that is here, or why it isn't shown."""
    from ketareader.ui.following import drop, take  # noqa: PLC0415 (it asks here first)

    pictures = screen.page.illustrations.pictures
    address = "" if pictures.is_here(link.target) else _address(link.target)
    if address and screen.page.held != link:
        take(screen, link)
        return
    drop(screen)
    if address:
        screen.say(f"Loading the picture from {_host(address)} …")
        load: Task = partial(_load, screen, link, address)
        screen.run_worker(load, group="loading")
    else:
        screen.say(_said(screen, link), error=bool(pictures.reason(link.target)))


def told(screen: "ReadingScreen", link: Link) -> tuple[list[Part], list[Part]]:
    """Return what the key line says while a picture is in hand: its left and its right part."""
    pictures, address = screen.page.illustrations.pictures, _address(link.target)
    if pictures.is_here(link.target) or not address:
        role = "status.error" if pictures.reason(link.target) else "status.message"
        return [(f" {clean_line(_said(screen, link))}", role)], []
    return _told_of_host(screen, _host(address), host_of(_absolute(link.target)))


def _told_of_host(screen: "ReadingScreen", host: str, readable: str) -> tuple[list[Part], list[Part]]:
    """Return what the key line says of a host: if not all of it, its end, which says whose it is."""
    width, commands = screen.size.width, screen.commands
    doubtful = mixes_scripts(readable)
    note = "" if readable.isascii() else f" ({readable}: mixed scripts)" if doubtful else f" ({readable})"
    loads = keyed(commands, "enter", "loads the picture from") or "Load the picture from"
    lead, leave = f" {loads if width >= _NARROW else 'Load from'} ", f" {keyed(commands, 'escape', 'leaves it')} "
    room = max(width - len(lead) - cell_len(note), width // 2)
    left = f"{lead}{host if len(host) <= room else f'…{host[1 - room :]}'}{note}"
    fits = cell_len(left) + len(leave) <= width
    return [(left, "status.error" if doubtful else "status.message")], [(leave, "status.label")] if fits else []


def _said(screen: "ReadingScreen", link: Link) -> str:
    """Say why a picture isn't shown, or which one is."""
    return screen.page.illustrations.pictures.reason(link.target) or f"The picture {as_written(link.target)}"


def _absolute(target: str) -> str:
    """Return a target with a scheme; where it leaves that to browsers, the secret one."""
    return f"https:{target}" if target.startswith("//") else target


def _address(target: str) -> str:
    """Return the address on the web to load a picture from, in ASCII; "" where it is elsewhere."""
    address = hyperlink(_absolute(target))
    return address if address.startswith("http") else ""


def _host(address: str) -> str:
    """Return the host, and the port where there is one, of an address in ASCII."""
    return address.partition("://")[2].partition("/")[0].partition("?")[0].rpartition("@")[2]


async def _load(screen: "ReadingScreen", link: Link, address: str) -> None:
    """Load a picture, and have it shown in its place: in sight, where that is at the top of the screen."""
    from ketareader.images.remote import fetch  # noqa: PLC0415 (only who asks for a picture waits for it)

    article, page = screen.article, screen.page
    try:
        data = await aside(partial(fetch, address))
    except ImageError as error:
        screen.say(str(error), error=True)
        return
    page.illustrations.pictures.load(link.target, data)
    page.lay_out_anew()
    if screen.article is article and page.viewport.top.block == link.block:
        page.go(Anchor(link.block))
    screen.say("")
