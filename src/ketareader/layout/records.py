"""Tables that are too wide for the page: each row as a record, a line for each field, its column's name before it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ketareader.document.inline import BREAK, Inline, Span
from ketareader.layout.cells import Cell, Leads, leads_of, lines_of_cell
from ketareader.layout.columns import Row
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.ruler import cell_len, fit
from ketareader.layout.wrap import wrap

_RULE = 24
"""Cells of the rule between two records."""
_COLON = Run(": ", "table.label")
_INDENT = Run("  ")
_NARROWEST = 8
"""Cells below which there is no room to indent."""


class _Setting(NamedTuple):
    """What records are set with."""

    styled: Styled
    leads: Leads
    width: int
    """Cells of the page."""


def lay_out_records(inline: Inline, rows: list[Row], width: int, names: Sequence[str], *, headed: bool) -> list[Line]:
    """Lay a table's rows out as records of at most `width` cells, each cell after its column's name.

    Where the first row is the header, its own text is the names in the first record; all others repeat them. A header
    alone is a list of them.
    """
    heads = rows[0] if headed else []
    spans = sorted([*inline.spans, *(Span(*head, "table.header") for head in heads)], key=lambda s: (s.start, -s.end))
    styled = Styled.of(_named(inline.text, rows[0][-1][1] if headed else 0), spans)
    setting = _Setting(styled, leads_of(inline.spans), width)
    lines: list[Line] = []
    if headed and len(rows) == 1:
        return [line for start, end in heads if start < end for line in _head(styled, start, end, width)]
    for number, row in enumerate(rows[1:] if headed else rows):
        if number:
            lines.append(parting(width, row[0][0]))
        for name, head, cell in zip_longest(names, () if number else heads, row):
            lines += _field(setting, name or "", head, cell or (0, 0))
    return lines


def _named(text: str, names: int) -> str:
    """Return a text with no line broken in the names at its start, of so many characters."""
    return text[:names].replace(BREAK, " ") + text[names:]


def parting(width: int, at: int) -> Line:
    """Return the rule between two records, the second of which stands at `at` in the text."""
    return Line((Run("─" * min(width, _RULE), "table.rule"),), at, at)


def _field(setting: _Setting, name: str, head: Cell | None, cell: Cell) -> Iterator[Line]:
    """Yield the lines of one field. An empty one is left out, but for its name in the first record, which is `head`."""
    styled, width, start = setting.styled, setting.width, cell[0]
    if not name or (start == cell[1] and not head):
        yield from _value(setting, cell, ())
    elif cell_len(name) + len(_COLON.text) <= width // 2 and not _hangs(setting, cell, width // 2):
        runs = styled.runs(*head) if head else (Run(name, "table.label"),)
        yield from _value(setting, cell, (*runs, _COLON))
    else:
        yield from (
            _head(styled, *head, width) if head else (Line((Run(fit(name, width), "table.label"),), start, start),)
        )
        yield from _value(setting, cell, (_INDENT,) if width >= _NARROWEST else ())


def _hangs(setting: _Setting, cell: Cell, width: int) -> bool:
    """Tell whether a cell begins with an item, or with code, and is more than a line of so many cells."""
    if cell[0] not in setting.leads:
        return False
    text = setting.styled.text[slice(*cell)]
    return BREAK in text or cell_len(text) > width


def _head(styled: Styled, start: int, end: int, width: int) -> Iterator[Line]:
    """Yield the lines of a long name in the header."""
    for a, b in wrap(styled.text[start:end], width):
        yield Line(styled.runs(a + start, b + start), a + start, b + start + 1)


def _value(setting: _Setting, cell: Cell, before: tuple[Run, ...]) -> Iterator[Line]:
    """Yield the lines of a cell, `before` on the first of them; none for an empty cell with nothing before it."""
    start, end = cell
    if start == end and not any(run.start >= 0 for run in before):
        return
    styled, leads, width = setting
    indent = (_INDENT,) if width >= _NARROWEST else ()
    used = sum(cell_len(run.text) for run in before)
    parts = lines_of_cell(styled.text, cell, leads, width - len(indent) * len(_INDENT.text), width - used)
    for number, (a, b, hang) in enumerate(parts):
        yield Line((*(indent if number else before), *hang, *styled.runs(a, b)), a, b + 1)
