"""Tables: columns sized by what is in them, cells wrapped, alignment kept; as records where they can't fit.

Rich's tables are not used: they don't tell which character of a cell stands where, which the marking of hits and the
anchors need, and they lay out 1,000 rows at once.
"""

from itertools import zip_longest

from ketareader.document.inline import Inline, Span
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import Range, wrap

_NARROWEST = 5
"""Cells below which a column is not squeezed: narrower, words fall apart."""
_GUTTER = 3
"""Cells from one column to the next: a space, a rule, a space."""

Cell = tuple[int, int]
"""A cell's half-open range in the table's plain text."""


def table_rows(inline: Inline) -> list[list[Cell]]:
    """Find the cells of a table's plain text: rows are divided by newlines, cells by tabs."""
    rows: list[list[Cell]] = []
    position = 0
    for row in inline.text.split("\n"):
        cells: list[Cell] = []
        for cell in row.split("\t"):
            cells.append((position, position + len(cell)))
            position += len(cell) + 1
        rows.append(cells)
    return rows


def lay_out_table(inline: Inline, alignments: str, width: int, *, headed: bool) -> list[Line]:
    """Lay a table out in at most `width` cells. `headed` tells whether its first row is a header."""
    rows = table_rows(inline)
    columns = max(map(len, rows))
    natural, least = _measure(inline.text, rows, columns)
    room = width - _GUTTER * (columns - 1)
    if sum(min(n, max(w, _NARROWEST)) for n, w in zip(natural, least, strict=True)) > room and columns > 1 and (
        room < columns * _NARROWEST
    ):
        return _records(inline, rows, width, headed=headed)
    return _Grid(inline, _share(natural, least, room), alignments).lines(rows, headed=headed)


def _measure(text: str, rows: list[list[Cell]], columns: int) -> tuple[list[int], list[int]]:
    """Return each column's natural width and that of its longest word, in cells."""
    natural, least = [1] * columns, [1] * columns
    for row in rows:
        for column, (start, end) in enumerate(row):
            cell = text[start:end]
            natural[column] = max(natural[column], cell_len(cell))
            if len(cell) > least[column]:
                least[column] = max(least[column], max(map(cell_len, cell.split()), default=1))
    return natural, least


def _share(natural: list[int], least: list[int], room: int) -> list[int]:
    """Give each column its width: its natural one where all fit, else the room shared out, words kept whole if they can."""
    if sum(natural) <= room:
        return natural
    floor = [min(n, w) for n, w in zip(natural, least, strict=True)]
    if sum(floor) > room:
        floor = _squeeze(floor, room)
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
        self._body = Styled(inline.text, inline.spans, "table.cell")
        self._head = Styled(inline.text, inline.spans, "table.header")
        self._widths = widths
        self._alignments = alignments.ljust(len(widths), "-")

    def lines(self, rows: list[list[Cell]], *, headed: bool) -> list[Line]:
        """Return the table's lines. Where any row takes more than one line, a thin rule parts the rows."""
        laid = [self._row(row, self._head if headed and not number else self._body) for number, row in enumerate(rows)]
        loose = any(len(lines) > 1 for lines in laid[1:])
        result: list[Line] = []
        for number, lines in enumerate(laid):
            if number == 1 and headed:
                result.append(self._rule("━", "┿", lines[0].start))
            elif number and loose:
                result.append(self._rule("─", "┼", lines[0].start))
            result.extend(lines)
        return result

    def _rule(self, dash: str, cross: str, at: int) -> Line:
        text = f"{dash}{cross}{dash}".join(dash * width for width in self._widths)
        return Line((Run(text, "table.rule"),), at, at)

    def _row(self, row: list[Cell], styled: Styled) -> list[Line]:
        """Return the lines of one row, as many as its tallest cell takes."""
        cells = [self._wrapped(cell, width) for cell, width in zip(row, self._widths, strict=False)]
        start, end = row[0][0], row[-1][1] + 1
        return [
            Line(tuple(self._line(styled, ranges)), start, end if last else start)
            for ranges, last in _with_last(zip_longest(*cells))
        ]

    def _wrapped(self, cell: Cell, width: int) -> list[Range]:
        start, end = cell
        return [(a + start, b + start) for a, b in wrap(self._text[start:end], width)]

    def _line(self, styled: Styled, ranges: tuple[Range | None, ...]) -> list[Run]:
        """Return one line of a row, each cell's part aligned in its column."""
        runs: list[Run] = []
        for column, width in enumerate(self._widths):
            part = ranges[column] if column < len(ranges) else None
            start, end = part or (0, 0)
            spare = max(width - cell_len(self._text[start:end]), 0)
            left = {"r": spare, "c": spare // 2}.get(self._alignments[column], 0)
            if column:
                runs.append(Run(" │ ", "table.rule"))
            runs.extend((Run(" " * left), *styled.runs(start, end), Run(" " * (spare - left))))
        return [run for run in runs if run.text]


def _with_last(items: object) -> list[tuple[tuple[Range | None, ...], bool]]:
    """Pair each item with whether it is the last."""
    listed = list(items)  # type: ignore[call-overload]
    return [(item, number == len(listed) - 1) for number, item in enumerate(listed)]


def _records(inline: Inline, rows: list[list[Cell]], width: int, *, headed: bool) -> list[Line]:
    """Set a table too wide for its columns as records: each row a list of "header: cell"."""
    text = inline.text
    spans = (*inline.spans, *(Span(start, end, "table.header") for start, end in (rows[0] if headed else ())))
    styled = Styled(text, sorted(spans, key=lambda span: (span.start, -span.end)))
    heads = rows[0] if headed else []
    result = [Line(tuple(styled.runs(a + s, b + s)), a + s, b + s + 1) for s, e in heads for a, b in wrap(text[s:e], width)]
    for row in rows[1:] if headed else rows:
        result.append(Line((Run("─" * min(width, 24), "table.rule"),), row[0][0], row[0][0]))
        for column, (start, end) in enumerate(row):
            label = text[slice(*heads[column])] + ": " if column < len(heads) and end > start else ""
            result.extend(_record(styled, label, (start, end), width))
    return result


def _record(styled: Styled, label: str, cell: Cell, width: int) -> list[Line]:
    """Return one field of a record, its label before it."""
    start, end = cell
    if end == start:
        return []
    if cell_len(label) > width // 2:
        label = label[: width // 2 - 2] + "…: " if width > 8 else ""  # noqa: PLR2004
    lines = wrap(styled.text[start:end], width - 2, width - cell_len(label))
    return [
        Line(
            (Run("  ") if number else Run(label, "table.label"), *styled.runs(a + start, b + start)),
            a + start,
            b + start + 1,
        )
        for number, (a, b) in enumerate(lines)
    ]
