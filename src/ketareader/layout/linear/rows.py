"""Tables to be heard: a line for each row, and before each cell its column's name."""

from collections.abc import Iterator, Sequence

from ketareader.document.inline import Inline
from ketareader.layout.linear.text import Links, spoken
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


def table_lines(inline: Inline, table: Table, links: Links) -> Iterator[str]:
    """Yield a line for each row of a table or a piece of one, the columns' names where it has a header."""
    for row in table_rows(inline):
        if table.is_headed:
            table.names = [inline.text[start:end].strip() for start, end in row]
            table.is_headed = False
            yield "; ".join(
                _named(table.names, column, spoken(inline, links, *cell)) for column, cell in enumerate(row)
            )
        else:
            table.rows += 1
            yield f"Row {table.rows:,}. {_row(inline, row, table.names, links)}"


def _named(names: Sequence[str], column: int, name: str) -> str:
    """Return what a column is called where the columns are named."""
    return name if names[column] else f"column {column + 1}"


def _row(inline: Inline, row: Sequence[Cell], names: Sequence[str], links: Links) -> str:
    """Return a row's cells after their columns' names; empty ones are left out."""
    cells = [(column, spoken(inline, links, *cell)) for column, cell in enumerate(row)]
    said = [f"{_name(names, column)}: {text}" for column, text in cells if text]
    return "; ".join(said) or "Empty"


def _name(names: Sequence[str], column: int) -> str:
    """Return what a column is called before a cell of it."""
    return (names[column] if column < len(names) else "") or f"column {column + 1}"
