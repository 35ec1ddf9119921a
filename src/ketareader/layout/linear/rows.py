"""Tables to be heard: a line for each row, and before each cell its column's name."""

from collections.abc import Iterator, Sequence

from ketareader.document.inline import Inline
from ketareader.layout.linear.mentions import Mentions
from ketareader.layout.linear.text import spoken, unmarked
from ketareader.layout.records import Cell
from ketareader.layout.table import table_rows


class Table:
    """How far a table has been said: a long one comes in pieces."""

    def __init__(self) -> None:
        """Begin with no column named and no row said."""
        self.names: list[str] = []
        """The columns' names."""
        self.rows = 0
        """Rows said, the header left out."""
        self.is_headed = False
        """Whether the next row is the header."""

    def begin(self) -> "Table":
        """Begin anew, with a header."""
        self.names, self.rows, self.is_headed = [], 0, True
        return self


def table_lines(inline: Inline, table: Table, mentions: Mentions) -> Iterator[str]:
    """Yield a line for each row of a table or a piece of one; where it has a header, first the columns' names.

    That line is empty where no column has a name.
    """
    for row in table_rows(inline):
        if table.is_headed:
            table.names = [unmarked(inline, *cell) for cell in row]
            table.is_headed = False
            yield _header(inline, row, table.names, mentions)
        else:
            table.rows += 1
            yield f"Row {table.rows:,}. {_row(inline, row, table.names, mentions)}"


def _header(inline: Inline, row: Sequence[Cell], names: Sequence[str], mentions: Mentions) -> str:
    """Return what the columns are called, if any has a name."""
    said = [spoken(inline, mentions, *cell) for cell in row]
    return "; ".join(text or _name(names, column) for column, text in enumerate(said)) if any(said) else ""


def _row(inline: Inline, row: Sequence[Cell], names: Sequence[str], mentions: Mentions) -> str:
    """Return a row's cells after their columns' names; empty ones are left out."""
    cells = [(column, spoken(inline, mentions, *cell)) for column, cell in enumerate(row)]
    said = [f"{_name(names, column)}: {text}" for column, text in cells if text]
    return "; ".join(said) or "Empty"


def _name(names: Sequence[str], column: int) -> str:
    """Return what a column is called before a cell of it."""
    return (names[column] if column < len(names) else "") or f"column {column + 1}"
