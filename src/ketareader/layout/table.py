"""Tables: columns sized by what is in them, cells wrapped, alignment kept; panned or as records where they can't fit.

Rich's tables are not used: they don't tell which character of a cell stands where, which the marking of hits and the
anchors need, and they lay out 1,000 rows at once.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ketareader.document.inline import Inline
from ketareader.layout.cells import Cell, leads_of, lines_of_cell
from ketareader.layout.columns import (
    GUTTER,
    Columns,
    Row,
    is_nameless,
    measured,
    names_of,
    table_rows,
)
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.pan import window
from ketareader.layout.records import lay_out_records, parting
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Tables


class Large(NamedTuple):
    """What becomes of a table that is wider than the page, or too long for one block."""

    tables: Tables = Tables.FITTED
    shift: int = 0
    """Cells that it is panned by."""
    whole: Columns | None = None
    """The columns of all of it, where there may be more than this piece."""


_SMALL = Large()


def lay_out_table(inline: Inline, alignments: str, width: int, *, headed: bool, large: Large = _SMALL) -> list[Line]:
    """Lay a table or a piece of one out in at most `width` cells.

    `headed` tells whether its first row is a header, if it isn't empty. What has none goes on from the piece above.
    """
    rows = table_rows(inline)
    goes_on = not headed
    whole = large.whole or measured(inline, rows)._replace(names=names_of(inline, rows) if headed else ())
    if headed and is_nameless(inline, rows):
        rows, headed = rows[1:], False
    if _becomes_records(whole, width, large.tables):
        above = [parting(width, 0)] if goes_on else []
        return above + lay_out_records(inline, rows, width, whole.names, headed=headed)
    if whole.fit(width) or len(whole.natural) == 1 or large.tables is not Tables.PANNED:
        columns = _fitting(whole, inline, rows, width) if goes_on else whole
        widths = columns.widths(width)
        grid = _Grid(inline, widths, alignments, is_parted=columns.are_parted(widths))
        return grid.lines(rows, headed=headed, goes_on=goes_on)
    widths = whole.panned_widths()
    grid = _Grid(inline, widths, alignments, is_parted=whole.are_parted(widths))
    lines = grid.lines(rows, headed=headed, goes_on=goes_on)
    return [window(line, large.shift, width, widths[0] + len(GUTTER.text)) for line in lines]


def _becomes_records(columns: Columns, width: int, tables: Tables) -> bool:
    """Tell whether rows with these columns are set as records."""
    if tables is Tables.PANNED or columns.fit(width) or len(columns.natural) == 1:
        return False
    return tables is Tables.RECORDS or columns.are_cramped(columns.widths(width))


def _fitting(whole: Columns, inline: Inline, rows: Sequence[Row], width: int) -> Columns:
    """Return the columns that a piece stands in: the whole table's, unless they break words of its own."""
    piece = measured(inline, rows)
    return whole.joined(piece) if piece.are_cramped(whole.widths(width)) else whole


class _Grid:
    """A table whose columns' widths are known."""

    def __init__(self, inline: Inline, widths: Sequence[int], alignments: str, *, is_parted: bool) -> None:
        self._text = inline.text
        self._leads = leads_of(inline.spans)
        self._body = Styled.of(inline.text, inline.spans, "table.cell")
        self._head = Styled.of(inline.text, inline.spans, "table.header")
        self._widths = widths
        self._alignments = alignments.ljust(len(widths), "-")
        self._is_parted = is_parted

    def lines(self, rows: list[Row], *, headed: bool, goes_on: bool) -> list[Line]:
        """Return the table's lines. Where any row takes more than one line, a thin rule parts the rows."""
        laid = [list(self._row(row, self._head if headed and not n else self._body)) for n, row in enumerate(rows)]
        loose = self._is_parted or any(len(lines) > 1 for lines in laid[not goes_on :])
        result: list[Line] = []
        for number, lines in enumerate(laid):
            if loose and (number > headed or goes_on):
                result.append(self._rule("─", "┼", lines[0].start))
            result += lines
            if headed and not number:
                result.append(self._rule("━", "┿", lines[-1].end))
        return result

    def _rule(self, dash: str, cross: str, at: int) -> Line:
        text = f"{dash}{cross}{dash}".join([dash * width for width in self._widths])
        return Line((Run(text, "table.rule"),), at, at)

    def _row(self, row: Row, styled: Styled) -> Iterator[Line]:
        """Yield the lines of one row, as many as its tallest cell takes. All of the row's range is the last one's."""
        cells = [self._wrapped(cell, width, styled) for cell, width in zip(row, self._widths, strict=False)]
        height = max(map(len, cells))
        start, end = row[0][0], row[-1][1] + 1
        for number, parts in enumerate(zip_longest(*cells), 1):
            yield Line(tuple(self._runs(parts)), start, end if number == height else start)

    def _wrapped(self, cell: Cell, width: int, styled: Styled) -> list[tuple[Run, ...]]:
        parts = lines_of_cell(self._text, cell, self._leads, width)
        return [before + styled.runs(start, end) for start, end, before in parts]

    def _runs(self, parts: tuple[tuple[Run, ...] | None, ...]) -> Iterator[Run]:
        """Yield one line of a row, each cell's part aligned in its column; no spaces at the end."""
        last = len(self._widths) - 1
        for column, width in enumerate(self._widths):
            runs = (parts[column] if column < len(parts) else None) or ()
            spare = max(width - sum(cell_len(run.text) for run in runs), 0)
            left = {"r": spare, "c": spare // 2}.get(self._alignments[column], 0)
            if column:
                yield GUTTER
            if left:
                yield Run(" " * left)
            yield from runs
            if spare > left and column < last:
                yield Run(" " * (spare - left))
