"""Tables: the cells of HTML's rows, put together as those of Markdown's are."""

import re
from typing import Final

from ketareader.document.block import CELL
from ketareader.parsers.html.lists import integer

_WIDEST, _TALLEST = 50, 1_000
"""Columns and rows that a cell spans at the most."""
_ALIGN: Final = r"text-align\s*:\s*(left|center|right)"


class Grid:
    """A table's rows as they come. What a cell spans beside its own place is empty."""

    def __init__(self) -> None:
        """Begin with no row."""
        self.line = 0
        """The line of the first row in the source, from 1."""
        self._rows: list[list[str]] = []
        self._below: dict[int, int] = {}
        """Rows to come that a cell above reaches into, by column."""
        self._alignments: dict[int, str] = {}
        self._headed = False
        self._is_head = False
        """Whether the row that is being filled may be the header."""
        self.is_page = False
        """Whether more than text turned up in its cells: what comes isn't put here."""

    def begin_row(self, line: int) -> None:
        """Begin a row, on this line of the source."""
        self.line = line if not self._rows else self.line
        self._rows.append([])
        self._is_head = len(self._rows) == 1

    def add(self, text: str, attributes: dict[str, str], line: int, *, head: bool) -> None:
        """Add a cell to the last row; `attributes` and `line` are its tag's, `head` is whether it heads a column."""
        if not self._rows:
            self.begin_row(line)
        self._fill()
        self._is_head &= head or not text
        self._headed = self._is_head if len(self._rows) == 1 else self._headed
        row = self._rows[-1]
        columns = range(len(row), len(row) + max(1, min(integer(attributes.get("colspan", ""), 1), _WIDEST)))
        row += [" ".join(text.split()), *[""] * (len(columns) - 1)]
        if alignment := _alignment(attributes):
            self._alignments.setdefault(columns[0], alignment)
        below = min(integer(attributes.get("rowspan", ""), 1), _TALLEST) - 1
        self._below.update(dict.fromkeys(columns, below) if below > 0 else {})

    def take(self) -> tuple[list[list[str]], bool]:
        """Return the rows that have cells and tell whether the first is a header; what follows is a table's rest."""
        rows = [row for row in self._rows if any(row)]
        headed = self._headed and bool(rows) and rows[0] is self._rows[0]
        self._rows = []
        self._headed = False
        return rows, headed

    def alignments(self, columns: int) -> str:
        """Return one letter a column, as blocks have them."""
        return "".join(self._alignments.get(column, "-") for column in range(columns))

    def _fill(self) -> None:
        """Leave the places empty that cells above reach into."""
        row = self._rows[-1]
        while self._below.get(len(row), 0):
            self._below[len(row)] -= 1
            row.append("")


def written(rows: list[list[str]]) -> str:
    """Return rows as a table block's text."""
    return "\n".join(CELL.join(row) for row in rows)


def _alignment(attributes: dict[str, str]) -> str:
    """Return "l", "c" or "r" where a cell's tag says so."""
    styled = re.search(_ALIGN, attributes.get("style", "").lower())
    word = styled[1] if styled else attributes.get("align", "").strip().lower()
    return word[0] if word in {"left", "center", "right"} else ""
