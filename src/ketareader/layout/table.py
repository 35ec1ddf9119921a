"""Tables: columns sized by what is in them, cells wrapped, alignment kept; panned or as records where they can't fit.

Rich's tables are not used: they don't tell which character of a cell stands where, which the marking of hits and the
anchors need, and they lay out 1,000 rows at once.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from ketareader.document.inline import Inline
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.pan import window
from ketareader.layout.records import Cell, Row, lay_out_records
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Tables
from ketareader.layout.wrap import Range, longest_part, wrap

_WORD = 12
"""Cells below which no column is made while words in it are broken: records are easier to read."""
_THIN, _TALL = 20, 6
"""Cells of a thin column, and lines of a cell that is too tall for one."""
_WIDEST = 48
"""Cells beyond which a cell is wrapped in a table that is panned, too."""
_GUTTER = Run(" │ ", "table.rule")


def table_rows(inline: Inline) -> list[Row]:
    """Find the cells of a table's plain text: rows are divided by newlines, cells by tabs."""
    rows: list[Row] = []
    position = 0
    for text in inline.text.split("\n"):
        row: Row = []
        for cell in text.split("\t"):
            row.append((position, position + len(cell)))
            position += len(cell) + 1
        rows.append(row)
    return rows


class Wide(NamedTuple):
    """What becomes of a table that is wider than the page."""

    tables: Tables = Tables.FITTED
    shift: int = 0
    """Cells that it is panned by."""


_FITTED = Wide()


def lay_out_table(inline: Inline, alignments: str, width: int, *, headed: bool, wide: Wide = _FITTED) -> list[Line]:
    """Lay a table out in at most `width` cells. `headed` tells whether its first row is a header, if it isn't empty."""
    rows = table_rows(inline)
    if headed and len(rows) > 1 and not inline.text[: rows[1][0][0]].strip():
        rows, headed = rows[1:], False
    columns = max(map(len, rows))
    room = width - len(_GUTTER.text) * (columns - 1)
    natural, least = _measure(inline.text, rows, columns)
    if columns == 1 or sum(natural) <= room:
        return _Grid(inline, _share(natural, least, room), alignments).lines(rows, headed=headed)
    if wide.tables is Tables.PANNED:
        widths = [min(whole, _WIDEST) for whole in natural]
        held = widths[0] + len(_GUTTER.text)
        lines = _Grid(inline, widths, alignments).lines(rows, headed=headed)
        return [window(line, wide.shift, width, held) for line in lines]
    widths = _share(natural, least, room)
    if wide.tables is Tables.RECORDS or _is_cramped(natural, least, widths):
        return lay_out_records(inline, rows, width, headed=headed)
    return _Grid(inline, widths, alignments).lines(rows, headed=headed)


def width_of_table(inline: Inline) -> int:
    """Return the cells that a table takes where it is panned."""
    rows = table_rows(inline)
    columns = max(map(len, rows))
    natural, _ = _measure(inline.text, rows, columns)
    return sum(min(whole, _WIDEST) for whole in natural) + len(_GUTTER.text) * (columns - 1)


def _measure(text: str, rows: list[Row], columns: int) -> tuple[list[int], list[int]]:
    """Return each column's natural width and that of its longest word, which is no greater, in cells."""
    natural, least = [1] * columns, [1] * columns
    for row in rows:
        for column, (start, end) in enumerate(row):
            cell = text[start:end]
            natural[column] = max(natural[column], cell_len(cell))
            if end - start > least[column] or not cell.isascii():
                least[column] = max(least[column], longest_part(cell))
    return natural, list(map(min, natural, least))


def _is_cramped(natural: list[int], least: list[int], widths: list[int]) -> bool:
    """Tell whether a column is so narrow that words are broken in it, or that a cell becomes a thin tower."""
    return any(
        given < min(word, _WORD) or (given < _THIN and whole > given * _TALL)
        for whole, word, given in zip(natural, least, widths, strict=True)
    )


def _share(natural: list[int], least: list[int], room: int) -> list[int]:
    """Give each column its width: its natural one where all fit, else the room shared out, words whole if they can."""
    if sum(natural) <= room:
        return natural
    if room < len(natural):
        return [0] * len(natural)
    floor = least if sum(least) <= room else _squeeze(least, room)
    spare = room - sum(floor)
    wanted = [n - f for n, f in zip(natural, floor, strict=True)]
    total = sum(wanted) or 1
    widths = [f + spare * want // total for f, want in zip(floor, wanted, strict=True)]
    for column in sorted(range(len(widths)), key=lambda c: widths[c] - natural[c])[: room - sum(widths)]:
        widths[column] += 1
    return widths


def _squeeze(widths: list[int], room: int) -> list[int]:
    """Lower the widest columns alike until all fit."""
    low, high = 1, max(widths)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(width, middle) for width in widths) <= room:
            low = middle
        else:
            high = middle - 1
    return [min(width, low) for width in widths]


class _Grid:
    """A table whose columns' widths are known."""

    def __init__(self, inline: Inline, widths: list[int], alignments: str) -> None:
        self._text = inline.text
        self._body = Styled.of(inline.text, inline.spans, "table.cell")
        self._head = Styled.of(inline.text, inline.spans, "table.header")
        self._widths = widths
        self._alignments = alignments.ljust(len(widths), "-")

    def lines(self, rows: list[Row], *, headed: bool) -> list[Line]:
        """Return the table's lines. Where any row takes more than one line, a thin rule parts the rows."""
        laid = [list(self._row(row, self._head if headed and not n else self._body)) for n, row in enumerate(rows)]
        loose = any(len(lines) > 1 for lines in laid[1:])
        result: list[Line] = []
        for number, lines in enumerate(laid):
            if loose and number > headed:
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
        cells = [self._wrapped(cell, width) for cell, width in zip(row, self._widths, strict=False)]
        height = max(map(len, cells))
        start, end = row[0][0], row[-1][1] + 1
        for number, parts in enumerate(zip_longest(*cells), 1):
            yield Line(tuple(self._runs(styled, parts)), start, end if number == height else start)

    def _wrapped(self, cell: Cell, width: int) -> list[Range]:
        start, end = cell
        text = self._text[start:end]
        return [cell] if cell_len(text) <= width else [(a + start, b + start) for a, b in wrap(text, width)]

    def _runs(self, styled: Styled, parts: tuple[Range | None, ...]) -> Iterator[Run]:
        """Yield one line of a row, each cell's part aligned in its column; no spaces at the end."""
        last = len(self._widths) - 1
        for column, width in enumerate(self._widths):
            start, end = (parts[column] if column < len(parts) else None) or (0, 0)
            runs = styled.runs(start, end)
            spare = max(width - sum(cell_len(run.text) for run in runs), 0)
            left = {"r": spare, "c": spare // 2}.get(self._alignments[column], 0)
            if column:
                yield _GUTTER
            if left:
                yield Run(" " * left)
            yield from runs
            if spare > left and column < last:
                yield Run(" " * (spare - left))
