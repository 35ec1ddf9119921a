"""Tables to be heard: a line for each row, and before each cell its column's name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ketareader.document.document import Document
from ketareader.document.inline import BREAK, Inline
from ketareader.layout.cells import Cell
from ketareader.layout.columns import table_rows
from ketareader.layout.linear.mentions import Mentions
from ketareader.layout.linear.text import spoken, unmarked

_STOPPED: Final = rf"(?<=[.,;:!?…]) *(?:{BREAK} *)+"
_UNSTOPPED: Final = f"(?:{BREAK} *)+"


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
        self._first = -1
        """The block that it begins with."""

    def begin(self, first: int) -> "Table":
        """Begin anew, with a header, the table that begins with this block."""
        self.names, self.rows, self.is_headed, self._first = [], 0, True, first
        return self

    def go_on(self, document: Document, index: int) -> "Table":
        """Go on with a piece, block `index`; where what is above it wasn't said, after all of that."""
        first = document.first_piece(index)
        if self._first != first:
            self.begin(first).name(document.inline(first))
            self.rows = sum(document.blocks[piece].text.count("\n") + 1 for piece in range(first, index)) - 1
        return self

    def name(self, inline: Inline) -> None:
        """Take the columns' names from the piece that begins with them."""
        self.names = [unmarked(inline, *cell).replace(BREAK, " ") for cell in table_rows(inline)[0]]
        self.is_headed = False


def table_lines(inline: Inline, table: Table, mentions: Mentions) -> Iterator[str]:
    """Yield a line for each row of a table or a piece of one; where it has a header, first the columns' names.

    That line is empty where no column has a name.
    """
    for row in table_rows(inline):
        if table.is_headed:
            table.name(inline)
            yield _header(inline, row, table.names, mentions)
        else:
            table.rows += 1
            yield f"Row {table.rows:,}. {_row(inline, row, table.names, mentions)}"


def _header(inline: Inline, row: Sequence[Cell], names: Sequence[str], mentions: Mentions) -> str:
    """Return what the columns are called, if any has a name."""
    said = [spoken(inline, mentions, *cell).replace(BREAK, " ") for cell in row]
    return "; ".join(text or _name(names, column) for column, text in enumerate(said)) if any(said) else ""


def _row(inline: Inline, row: Sequence[Cell], names: Sequence[str], mentions: Mentions) -> str:
    """Return a row's cells after their columns' names; empty ones are left out."""
    cells = [(column, _paused(spoken(inline, mentions, *cell))) for column, cell in enumerate(row)]
    said = [f"{_name(names, column)}: {text}" for column, text in cells if text]
    return "; ".join(said) or "Empty"


def _paused(text: str) -> str:
    """Return a cell's text with a comma where a line ends in it, unless one may pause there anyway."""
    return re.sub(_UNSTOPPED, ", ", re.sub(_STOPPED, " ", text)) if BREAK in text else text


def _name(names: Sequence[str], column: int) -> str:
    """Return what a column is called before a cell of it."""
    return (names[column] if column < len(names) else "") or f"column {column + 1}"
