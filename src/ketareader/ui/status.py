"""What the title line and the key line say."""

from collections.abc import Iterable, Sequence

from ketareader.document.document import Document
from ketareader.document.pace import minutes
from ketareader.layout.viewport import Row
from ketareader.ui.bar import Part
from ketareader.ui.commands import Command
from ketareader.ui.keys import shown_keys

_NARROW = 60
"""Columns below which the title line names the section in place of the article."""
_TINY = 32
"""Columns below which it tells how far one has come, and not how long the rest takes."""
_ORDINARY = frozenset({"UTF-8", "ASCII"})


def keys(commands: Iterable[Command]) -> list[Part]:
    """Return the key line: the first key of each command that has one and a label."""
    parts: list[Part] = []
    for command in commands:
        if command.footer and (shown := shown_keys(command.keys)):
            parts += [(f" {shown[0]} ", "status.key"), (f"{command.footer} ", "status.label")]
    return parts


def title(
    document: Document, section: int | None, shares: tuple[float, float], width: int
) -> tuple[Sequence[Part], Sequence[Part]]:
    """Return the title line: the article and the section; how far one has come, and the time left."""
    name = document.title or document.source.name
    heading = "" if section is None else document.sections[section].title
    apart = heading not in ("", name)
    left: list[Part] = [(f" {heading if apart and width < _NARROW else name}", "title.text")]
    if apart and width >= _NARROW:
        left.append((f" · {heading}", "title.byline"))
    right: list[Part] = []
    if document.source.encoding not in _ORDINARY:
        right.append((f"{document.source.encoding} · ", "title.byline"))
    if document.repaired:
        right.append((f"{document.repaired} bad bytes · ", "title.byline"))
    right.append((f" {shares[1]:.0%} ", "title.progress"))
    if width >= _TINY:
        right.append((f"· {time_left(document, shares[0], shares[1])} ", "title.progress"))
    return left, right


def time_left(document: Document, top: float, bottom: float) -> str:
    """Return the time that the rest takes, from the top of the screen."""
    if bottom >= 1 and document.complete:
        return "end"
    words = document.words() / max(document.done, 1e-6) * (1 - top)
    whole = max(minutes(words), 1)
    return f"{whole // 60} h {whole % 60:02} min left" if whole >= 60 else f"{whole} min left"  # noqa: PLR2004


def sections_read(document: Document, rows: Sequence[Row]) -> set[int]:
    """Return the sections whose last row is on the screen: whoever reads on has read them."""
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
