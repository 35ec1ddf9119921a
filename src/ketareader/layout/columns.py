"""The columns of a table: their names, what they need, and how a width is shared out among them."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from ketareader.document.inline import BREAK, Inline
from ketareader.layout.cells import Cell, Leads, leads_of, least_of_cell, width_of_cell
from ketareader.layout.lines import Run
from ketareader.layout.ruler import SOFT_HYPHEN
from ketareader.layout.wrap import longest_part

Row = list[Cell]

GUTTER = Run(" │ ", "table.rule")
"""What stands between two columns."""
_WORD = 12
"""Cells below which no column is made while words in it are broken: records are easier to read."""
_THIN, _TALL = 20, 6
"""Cells of a thin column, and lines of a cell that is too tall for one."""
_WIDEST = 48
"""Cells beyond which a cell is wrapped in a table that is panned, too."""


class Columns(NamedTuple):
    """A table's columns: those of all of it, however many pieces it is cut into."""

    natural: tuple[int, ...]
    """Cells that each takes where nothing in it is wrapped but at its line breaks."""
    least: tuple[int, ...]
    """Cells of the longest word in each, no greater."""
    names: tuple[str, ...] = ()
    """What they are called, as it is read; none where no header names them."""
    is_tall: bool | None = None
    """Whether a row has several lines even where nothing is wrapped; None where all rows stand in one block."""

    def joined(self, other: "Columns") -> "Columns":
        """Return columns that have room for what is in two parts of a table, with the names of this one."""
        natural, least = _greater(self.natural, other.natural), _greater(self.least, other.least)
        return Columns(natural, least, self.names, other.is_tall if self.is_tall is None else self.is_tall)

    def room(self, width: int) -> int:
        """Return the cells of a table's width that are left for columns, with what stands between them."""
        return width - len(GUTTER.text) * (len(self.natural) - 1)

    def fit(self, width: int) -> bool:
        """Tell whether a table of `width` cells has room for them as they are."""
        return sum(self.natural) <= self.room(width)

    def widths(self, width: int) -> Sequence[int]:
        """Give each its width in a table of `width` cells."""
        return _share(self.natural, self.least, self.room(width))

    def are_parted(self, widths: Sequence[int]) -> bool:
        """Tell whether rules part the rows of a long table: some have several lines in columns of these widths."""
        is_wrapped = any(given < whole for given, whole in zip(widths, self.natural, strict=False))
        return self.is_tall is not None and (self.is_tall or is_wrapped)

    def panned_widths(self) -> Sequence[int]:
        """Give each its width in a table that is panned."""
        return [min(whole, _WIDEST) for whole in self.natural]

    def are_cramped(self, widths: Sequence[int]) -> bool:
        """Tell whether a width is so small that words are broken in it, or that a cell becomes a thin tower."""
        return any(
            given < min(word, _WORD) or (given < _THIN and whole > given * _TALL)
            for whole, word, given in zip_longest(self.natural, self.least, widths, fillvalue=0)
        )


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


def is_nameless(inline: Inline, rows: Sequence[Row]) -> bool:
    """Tell whether the header of a table names nothing, and there is something under it."""
    return len(rows) > 1 and not inline.text[: rows[1][0][0]].strip()


def names_of(inline: Inline, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return what a table's first row calls its columns."""
    if is_nameless(inline, rows):
        return ()
    return tuple(inline.text[start:end].replace(SOFT_HYPHEN, "").replace(BREAK, " ") for start, end in rows[0])


def measured(inline: Inline, rows: Sequence[Row]) -> Columns:
    """Measure the columns of a table, or of a piece of one."""
    text, columns = inline.text, max(map(len, rows))
    natural, least = [1] * columns, [1] * columns
    for row in rows:
        for column, (start, end) in enumerate(row):
            cell = text[start:end]
            natural[column] = max(natural[column], width_of_cell(cell))
            if end - start > least[column] or not cell.isascii():
                least[column] = max(least[column], longest_part(cell))
    if leads := leads_of(inline.spans):
        least = list(_greater(least, _least_behind(leads, text, rows)))
    return Columns(tuple(natural), tuple(map(min, natural, least)))


def _least_behind(leads: Leads, text: str, rows: Sequence[Row]) -> Sequence[int]:
    """Return the cells of the longest word in each column behind what its line hangs from."""
    least = [0] * max(map(len, rows))
    for row in rows:
        for column, cell in enumerate(row):
            least[column] = max(least[column], least_of_cell(text, cell, leads))
    return least


def _greater(some: Sequence[int], others: Sequence[int]) -> tuple[int, ...]:
    return tuple(max(pair) for pair in zip_longest(some, others, fillvalue=0))


def _share(natural: Sequence[int], least: Sequence[int], room: int) -> Sequence[int]:
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


def _squeeze(widths: Sequence[int], room: int) -> Sequence[int]:
    """Lower the widest columns alike until all fit."""
    low, high = 1, max(widths)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(width, middle) for width in widths) <= room:
            low = middle
        else:
            high = middle - 1
    return [min(width, low) for width in widths]
