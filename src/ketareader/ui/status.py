"""What the title line and the key line say."""

import re
from collections.abc import Iterable, Sequence

from ketareader.document.document import Document
from ketareader.document.pace import minutes
from ketareader.layout.ruler import cell_len, fit
from ketareader.layout.viewport import Row
from ketareader.ui.bar import Part
from ketareader.ui.commands import Command
from ketareader.ui.keys import shown_keys

_NARROW = 60
"""Columns below which the title line names the section in place of the article."""
_BETWEEN = " · "
"""What stands between the article's name and the section's."""
_TINY = 32
"""Columns below which it tells how far one has come, and not how long the rest takes."""
_DISPENSABLE = ("theme", "previous_section", "contents", "next_section", "search")
"""The commands that leave a key line without room for all, in turn; help and the way out stay."""
_MOST_LINES = 3
"""Lines that the key line may have where it lies over a small page."""
_FOLDERS = re.compile(r"(?<=“)[^“”]*[/\\](?=[^“”/\\]+”)")
"""The folders of a path that a message names."""
_ORDINARY = frozenset({"UTF-8", "ASCII"})


def keys(commands: Iterable[Command], width: int) -> list[Part]:
    """Return the key line: the first key of each command that has one and a label, as many as there is room for."""
    labelled = [(command.name, _key(command)) for command in commands if command.footer and shown_keys(command.keys)]
    for name in _DISPENSABLE:
        if sum(cell_len(text) for _, key in labelled for text, _ in key) <= width:
            break
        labelled = [(other, key) for other, key in labelled if other != name]
    return [part for _, key in labelled for part in key]


def _key(command: Command) -> tuple[Part, Part]:
    return (f" {shown_keys(command.keys)[0]} ", "status.key"), (f"{command.footer} ", "status.label")


def lines(height: int) -> int:
    """Return the lines that a message may take on a screen of so many."""
    return min(height, _MOST_LINES)


def is_long(left: Iterable[Part], width: int) -> bool:
    """Tell whether what is said at the left is longer than a key line of so many cells."""
    return sum(cell_len(text) for text, _ in left) > width


def error(message: str, cells: int) -> str:
    """Return a message on what is wrong; the folders of the files it names go where they would push out the rest."""
    return message if cell_len(message) < cells else _FOLDERS.sub("…/", message)


def title(
    document: Document, section: int | None, shares: tuple[float, float] | None, width: int
) -> tuple[Sequence[Part], Sequence[Part]]:
    """Return the title line: the article and the section; how far one has come, and the time left.

    `shares` are the shares of the article above the first and the last row; None as long as there is nothing to see.
    """
    right: list[Part] = []
    if document.source.encoding not in _ORDINARY:
        right.append((f"{document.source.encoding} · ", "title.byline"))
    if document.repaired:
        right.append((f"{document.repaired} bad bytes · ", "title.byline"))
    right.append((f" {shares[1]:.0%} " if shares else " … ", "title.progress"))
    if shares and width >= _TINY:
        right.append((f"· {time_left(document, shares[0], shares[1])} ", "title.progress"))
    name = document.title or document.source.name
    heading = "" if section is None else document.sections[section].title
    if heading in ("", name):
        return [(f" {name}", "title.text")], right
    if width < _NARROW:
        return [(f" {heading}", "title.text")], right
    return _both(name, heading, width - sum(cell_len(text) for text, _ in right)), right


def _both(name: str, heading: str, width: int) -> list[Part]:
    """Return the article's name and the section's; where both are too long, either keeps half of the room."""
    room = width - cell_len(_BETWEEN) - 1
    name = fit(name, room - min(cell_len(heading), room // 2))
    return [(f" {name}", "title.text"), (f"{_BETWEEN}{fit(heading, room - cell_len(name))}", "title.byline")]


def time_left(document: Document, top: float, bottom: float) -> str:
    """Return the time that the rest takes, from the top of the screen."""
    if bottom >= 1 and document.complete:
        return "end"
    words = document.words() / max(document.done, 1e-6) * (1 - top)
    whole = max(minutes(words), 1)
    return f"{whole // 60} h {whole % 60:02} min left" if whole >= 60 else f"{whole} min left"  # noqa: PLR2004


def sections_passed(document: Document, before: Sequence[Row], rows: Sequence[Row]) -> set[int]:
    """Return the sections that were read on the way from the rows before: their ends were in sight, and have passed.

    At the end of the article, those too that end in sight. Of what was jumped over, and of what one has jumped into the
    middle of, nothing has been read.
    """
    first, ending = rows[0][0].block, _ending(document, rows)
    at_end = ending if len(document.sections) - 1 in ending else set()
    if not before or not before[0][0] < rows[0][0] <= before[-1][0]:
        return {section for section in at_end if document.sections[section].block >= first}
    return at_end | {section for section in _ending(document, before) if document.extent(section).stop <= first}


def _ending(document: Document, rows: Sequence[Row]) -> set[int]:
    """Return the sections whose last row is on the screen."""
    first, last = rows[0][0].block, rows[-1][0].block
    start = document.section_at(first)
    end = document.section_at(last)
    if end is None:
        return set()
    read = set(range(start or 0, end))
    rest = range(last + 1, len(document.blocks))
    if document.complete and all(document.is_hidden(document.blocks[block]) for block in rest):
        read.add(end)
    return read
