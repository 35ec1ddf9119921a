"""The lines of a table's cell: an item goes on below its text, and code under a mark."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ketareader.document.inline import BREAK, Span
from ketareader.layout.code import BROKEN
from ketareader.layout.lines import Run
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import Range, longest_part, wrap

Cell = tuple[int, int]
"""A cell's half-open range in the table's plain text."""
_MARK = BROKEN._replace(role=f"{BROKEN.role} code")
_LEAST = 4
"""Cells that are left of a line behind its mark, at the least."""


Part = tuple[int, int, tuple[Run, ...]]
"""What stands of a cell on one line: start and end in the table's plain text, and what is drawn before it."""


class Lead(NamedTuple):
    """What a line of a cell hangs from."""

    end: int
    """Where it ends in the table's plain text."""
    is_code: bool = False
    """Whether the line is one of code."""


Leads = dict[int, Lead]
"""By where the lines begin in the table's plain text."""


def leads_of(spans: Sequence[Span]) -> Leads:
    """Return what the lines of a table's cells hang from, of which there is nothing in most tables."""
    leads: Leads = {}
    starts: dict[int, int] = {}
    for start, end, role, _, _ in spans:
        if role == "list.marker":
            leads[start], starts[end] = Lead(end), start
        elif role == "code.block":
            leads[starts.get(start, start)] = Lead(start, is_code=True)
    return leads


def width_of_cell(cell: str) -> int:
    """Return the cells of the screen that the widest line of a table's cell takes."""
    return max(map(cell_len, cell.split(BREAK))) if BREAK in cell else cell_len(cell)


def least_of_cell(text: str, cell: Cell, leads: Leads) -> int:
    """Return the cells that the longest word takes behind what its line hangs from; 0 where no line hangs."""
    lines = ((start, end, leads[start]) for start, end in lines_in(text, cell) if start in leads)
    return max((_least(text[start : lead.end], text[lead.end : end], lead) for start, end, lead in lines), default=0)


def _least(before: str, line: str, lead: Lead) -> int:
    mark = cell_len(_MARK.text) if lead.is_code else 0
    return cell_len(before) + mark + longest_part(line)


def lines_of_cell(text: str, cell: Cell, leads: Leads, width: int, first: int | None = None) -> list[Part]:
    """Break a cell of a table's text into lines of at most `width` cells; there is at least one.

    `first` is the width of the first line where it differs.
    """
    start, end = cell
    shown, limit = text[start:end], width if first is None else first
    if BREAK not in shown and cell_len(shown) <= limit:
        return [(start, end, ())]
    if not leads:
        return [(a + start, b + start, ()) for a, b in wrap(shown.replace(BREAK, "\n"), width, first)]
    lines = list(lines_in(text, cell))
    rooms = [limit, *[width] * (len(lines) - 1)]
    is_whole = all(cell_len(text[slice(*line)]) <= room for line, room in zip(lines, rooms, strict=True))
    parts: list[Part] = []
    for line, room in zip(lines, rooms, strict=True):
        most = room if is_whole else (min(room, width) - 1) // 2
        parts += _hanging(text, line, leads.get(line[0], Lead(line[0])), _Room(width, room, most))
    return parts


class _Room(NamedTuple):
    """What a line of a cell has room for."""

    width: int
    """Cells of what it goes on with."""
    first: int
    """Cells of its beginning."""
    most: int
    """Cells of what it hangs from."""


def _hanging(text: str, line: Range, lead: Lead, room: _Room) -> Iterator[Part]:
    """Break a line; where there is no room for what it hangs from, that is narrowed, and a marker is as text."""
    start, end = line
    marker = text[start : lead.end].lstrip(" ")
    begin, held = lead.end - len(marker), cell_len(marker)
    blank = min(begin - start, max(room.most - held, 0))
    body, hang = (lead.end, blank + held) if held <= room.most else (begin, 0)
    below = _spaces(hang) + _mark(lead, room.width - hang)
    used = sum(cell_len(run.text) for run in below)
    (_, stop), *rest = wrap(text[body:end], room.width - used, room.first - hang)
    yield begin, body + stop, _spaces(blank)
    for a, b in rest:
        yield body + a, body + b, below


def _mark(lead: Lead, width: int) -> tuple[Run, ...]:
    """Return what stands in `width` cells before what goes on of a line: a mark, where it is code and leaves room."""
    return (_MARK,) if lead.is_code and width >= cell_len(_MARK.text) + _LEAST else ()


def _spaces(cells: int) -> tuple[Run, ...]:
    return (Run(" " * cells),) if cells else ()


def lines_in(text: str, cell: Cell) -> Iterator[Range]:
    """Yield the lines of a cell as it is written."""
    start, end = cell
    for line in text[start:end].split(BREAK):
        yield start, start + len(line)
        start += len(line) + 1
