"""Rows of tables: what their cells hold, and whether that is what a table's cells hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ketareader.document.block import CELL
from ketareader.parsers.html.cells import Cell
from ketareader.parsers.html.grid import Spot

_LEAST: Final = 2
"""Columns, and rows, of a table that has more than lines of text in its cells."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A row, and what is in its cells."""

    number: int
    """How many are above it in its table."""
    line: int
    """The line of its tag in the source, from 1."""
    spots: list[Spot | None]
    """Its cells' places, by column; None where a cell before or above it reaches to."""
    cells: list[Cell | None]
    """What is in them; None where nothing is."""

    def only(self, columns: Sequence[int]) -> "Filled":
        """Return the row with no other columns than these."""
        own = [column for column in columns if column < len(self.spots)]
        return Filled(self.number, self.line, [self.spots[at] for at in own], [self.cells[at] for at in own])

    @property
    def is_header(self) -> bool:
        """Whether it is the table's first, and nothing in it but what heads a column."""
        pairs = zip(self.spots, self.cells, strict=True)
        return self.number == 0 and all(cell is None or (spot and spot.is_head) for spot, cell in pairs)

    @property
    def is_of_lines(self) -> bool:
        """Whether there is no more than a paragraph in any of its cells."""
        return all(cell.is_line for cell in self.cells if cell)


def columns_begun(rows: Sequence[Filled]) -> list[int]:
    """Return the columns, by number, that a cell begins in; in others there are only cells that span them, too."""
    return sorted({spot.column for row in rows for spot in row.spots if spot})


def are_table(rows: Sequence[Filled], columns: int, *, goes_on: bool) -> bool:
    """Tell whether rows of so many columns are a table, or go on one that is above them."""
    if all(row.is_of_lines for row in rows):
        return columns > 1 or goes_on or rows[0].is_header
    if columns < _LEAST or (len(rows) < _LEAST and not goes_on) or any(len(row.cells) < columns for row in rows):
        return False
    if not (are_records(rows) or all(cell.is_plain for row in rows for cell in row.cells if cell)):
        return False
    return all(cell.may_stand and cell.is_small and not cell.is_picture for row in rows for cell in row.cells if cell)


def are_records(rows: Sequence[Filled]) -> bool:
    """Tell whether a header of lines says what is in the rows below it, of which there is more than one."""
    return len(rows) > _LEAST and rows[0].is_header and rows[0].is_of_lines


def are_list(rows: Sequence[Filled]) -> bool:
    """Tell whether rows may be set as a list of what their columns are called, and what is in each."""
    if len(rows) != _LEAST or not (rows[0].is_header and rows[0].is_of_lines):
        return False
    heads, cells = rows[0].cells, rows[1].cells
    return len(cells) <= len(heads) and all(head for head, cell in zip(heads, cells, strict=False) if cell)


def written(rows: Sequence[Filled], columns: int, *, goes_on: bool) -> str:
    """Return rows as a table block's text: where nothing heads their columns, below a header that is empty."""
    texts = [[cell.text if cell else "" for cell in row.cells] for row in rows]
    above = [] if goes_on or rows[0].is_header else [[""] * columns]
    return "\n".join(CELL.join(row) for row in [*above, *texts])
