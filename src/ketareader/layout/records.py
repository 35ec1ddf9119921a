"""Tables that are too wide for the page: each row as a record, a line for each field, its column's name before it."""

from collections.abc import Iterator
from itertools import zip_longest

from ketareader.document.inline import Inline, Span
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.ruler import SOFT_HYPHEN, cell_len, fit
from ketareader.layout.wrap import wrap

Cell = tuple[int, int]
"""A cell's half-open range in the table's plain text."""
Row = list[Cell]

_RULE = 24
"""Cells of the rule between two records."""
_COLON = Run(": ", "table.label")
_INDENT = Run("  ")
_NARROWEST = 8
"""Cells below which there is no room to indent."""


def lay_out_records(inline: Inline, rows: list[Row], width: int, *, headed: bool) -> list[Line]:
    """Lay a table's rows out as records of at most `width` cells.

    The header's own text is the names in the first record; those in the others repeat it.
    """
    heads = rows[0] if headed else []
    spans = sorted([*inline.spans, *(Span(*head, "table.header") for head in heads)], key=lambda s: (s.start, -s.end))
    styled = Styled.of(inline.text, spans)
    lines: list[Line] = []
    for number, row in enumerate(rows[1:] or [[]] if headed else rows):
        if number:
            lines.append(Line((Run("─" * min(width, _RULE), "table.rule"),), row[0][0], row[0][0]))
        for head, cell in zip_longest(heads, row):
            lines += _field(styled, head, cell, width, first=not number)
    return lines


def _field(styled: Styled, head: Cell | None, cell: Cell | None, width: int, *, first: bool) -> Iterator[Line]:
    """Yield the lines of one field. An empty one is left out, but for its name in the first record."""
    start, end = cell or (0, 0)
    name = styled.text[slice(*head)].replace(SOFT_HYPHEN, "") if head else ""
    if head is None or not name or (start == end and not first):
        yield from _value(styled, start, end, width, ())
    elif cell_len(name) + len(_COLON.text) <= width // 2:
        runs = styled.runs(*head) if first else (Run(name, "table.label"),)
        yield from _value(styled, start, end, width, (*runs, _COLON))
    else:
        yield from _name(styled, head, width, first=first, at=start)
        yield from _value(styled, start, end, width, (_INDENT,) if width >= _NARROWEST else ())


def _name(styled: Styled, head: Cell, width: int, *, first: bool, at: int) -> Iterator[Line]:
    """Yield the lines of a long name: all of it in the first record; in the others one line, standing at `at`."""
    start, end = head
    if first:
        for a, b in wrap(styled.text[start:end], width):
            yield Line(styled.runs(a + start, b + start), a + start, b + start + 1)
    else:
        yield Line((Run(fit(styled.text[start:end], width), "table.label"),), at, at)


def _value(styled: Styled, start: int, end: int, width: int, before: tuple[Run, ...]) -> Iterator[Line]:
    """Yield the lines of a cell, `before` on the first of them; none for an empty cell with nothing before it."""
    if start == end and not any(run.start >= 0 for run in before):
        return
    indent = (_INDENT,) if width >= _NARROWEST else ()
    used = sum(cell_len(run.text) for run in before)
    for a, b in wrap(styled.text[start:end], width - len(indent) * len(_INDENT.text), width - used):
        yield Line((*(indent if a else before), *styled.runs(a + start, b + start)), a + start, b + start + 1)
