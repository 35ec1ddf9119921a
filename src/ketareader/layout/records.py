"""Tables that are too wide for the page: each row as a record, a line for each field, its column's name before it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ketareader.document.inline import BREAK, Inline, Span
from ketareader.layout.columns import Cell, Row
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.ruler import cell_len, fit
from ketareader.layout.wrap import wrap

_RULE = 24
"""Cells of the rule between two records."""
_COLON = Run(": ", "table.label")
_INDENT = Run("  ")
_NARROWEST = 8
"""Cells below which there is no room to indent."""


def lay_out_records(inline: Inline, rows: list[Row], width: int, names: Sequence[str], *, headed: bool) -> list[Line]:
    """Lay a table's rows out as records of at most `width` cells, each cell after its column's name.

    Where the first row is the header, its own text is the names in the first record; all others repeat them. A header
    alone is a list of them.
    """
    heads = rows[0] if headed else []
    spans = sorted([*inline.spans, *(Span(*head, "table.header") for head in heads)], key=lambda s: (s.start, -s.end))
    styled = Styled.of(_broken(inline.text, rows[0][-1][1] if headed else 0), spans)
    lines: list[Line] = []
    if headed and len(rows) == 1:
        return [line for start, end in heads if start < end for line in _head(styled, start, end, width)]
    for number, row in enumerate(rows[1:] if headed else rows):
        if number:
            lines.append(parting(width, row[0][0]))
        for name, head, cell in zip_longest(names, () if number else heads, row):
            lines += _field(styled, name or "", head, cell or (0, 0), width)
    return lines


def _broken(text: str, names: int) -> str:
    """Return a text with its cells broken into lines, but for the names at its start, of so many characters."""
    return text[:names].replace(BREAK, " ") + text[names:].replace(BREAK, "\n")


def parting(width: int, at: int) -> Line:
    """Return the rule between two records, the second of which stands at `at` in the text."""
    return Line((Run("─" * min(width, _RULE), "table.rule"),), at, at)


def _field(styled: Styled, name: str, head: Cell | None, cell: Cell, width: int) -> Iterator[Line]:
    """Yield the lines of one field. An empty one is left out, but for its name in the first record, which is `head`."""
    start, end = cell
    if not name or (start == end and not head):
        yield from _value(styled, start, end, width, ())
    elif cell_len(name) + len(_COLON.text) <= width // 2:
        runs = styled.runs(*head) if head else (Run(name, "table.label"),)
        yield from _value(styled, start, end, width, (*runs, _COLON))
    else:
        yield from (
            _head(styled, *head, width) if head else (Line((Run(fit(name, width), "table.label"),), start, start),)
        )
        yield from _value(styled, start, end, width, (_INDENT,) if width >= _NARROWEST else ())


def _head(styled: Styled, start: int, end: int, width: int) -> Iterator[Line]:
    """Yield the lines of a long name in the header."""
    for a, b in wrap(styled.text[start:end], width):
        yield Line(styled.runs(a + start, b + start), a + start, b + start + 1)


def _value(styled: Styled, start: int, end: int, width: int, before: tuple[Run, ...]) -> Iterator[Line]:
    """Yield the lines of a cell, `before` on the first of them; none for an empty cell with nothing before it."""
    if start == end and not any(run.start >= 0 for run in before):
        return
    indent = (_INDENT,) if width >= _NARROWEST else ()
    used = sum(cell_len(run.text) for run in before)
    for a, b in wrap(styled.text[start:end], width - len(indent) * len(_INDENT.text), width - used):
        yield Line((*(indent if a else before), *styled.runs(a + start, b + start)), a + start, b + start + 1)
