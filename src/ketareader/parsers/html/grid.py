"""Tables: the places of HTML's cells, row by row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ketareader.parsers.html.lists import integer

_WIDEST, _TALLEST = 50, 1_000
"""Columns and rows that a cell spans at the most."""
_MOST: Final = 256
"""Columns beyond which a cell spans no more than its own."""
_ALIGN: Final = r"text-align\s*:\s*(left|center|right)"


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A cell's place. The blocks in the cell have it in their frames until it is known what the table is."""

    grid: "Grid"
    row: int
    """The number of its row, from 0."""
    column: int
    """The number of its first column, from 0."""
    is_head: bool
    """Whether it heads a column or a row."""
    alignment: str
    """"l", "c" or "r" where its tag says so, else nothing."""


class Row(NamedTuple):
    """A row of a table."""

    number: int
    """How many are above it."""
    line: int
    """The line of its tag in the source, from 1."""
    spots: list[Spot | None]
    """Its cells' places, by column; None where a cell before or above it reaches to."""


class Grid:
    """A table's rows as they come. What a cell spans beside its own place is empty."""

    def __init__(self, line: int) -> None:
        """Begin with no row; the table's tag stands on this line of the source."""
        self.line = line
        self.end = 0
        """The line after that of its end tag, once that has come."""
        self.is_page = False
        """Whether it is known to be no table, but a page that is laid out by one."""
        self._rows: dict[int, Row] = {}
        """The rows that haven't been taken, by number."""
        self._first = self._count = 0
        self._alignments: dict[int, str] = {}
        self._below: dict[int, int] = {}
        """Rows to come that a cell above reaches into, by column."""
        self._is_broken = True
        """Whether a cell that comes next begins a row."""

    def begin_row(self, line: int) -> None:
        """Begin a row, on this line of the source."""
        self._is_broken = False
        self._rows[self._count] = Row(self._count, line, [])
        self._count += 1
        self._fill()

    def break_off(self) -> None:
        """Take note that a row doesn't go on."""
        self._is_broken = True

    def spot(self, attributes: dict[str, str], line: int, *, head: bool) -> Spot:
        """Return the next cell's place; `attributes` and `line` are its tag's, `head` is whether it is a header."""
        if self._is_broken:
            self.begin_row(line)
        spots = self._rows[self._count - 1].spots
        spot = Spot(self, self._count - 1, len(spots), head, _alignment(attributes))
        columns, rows = _span(attributes) if len(spots) < _MOST else (1, 1)
        if rows > 1:
            self._below.update(dict.fromkeys(range(len(spots), len(spots) + columns), rows - 1))
        spots += [spot, *[None] * (columns - 1)]
        self._fill()
        return spot

    def take_rows(self, last: int) -> Iterator[Row]:
        """Yield the rows up to number `last` that haven't been taken; none of them goes on."""
        self._is_broken = self._is_broken or last == self._count - 1
        for number in range(self._first, last + 1):
            row = self._rows.pop(number)
            for spot in (spot for spot in row.spots if spot and spot.alignment):
                self._alignments.setdefault(spot.column, spot.alignment)
            yield row
        self._first = last + 1

    def alignments(self, columns: Sequence[int]) -> str:
        """Return one letter for each of these columns, as blocks have them, by the rows that have been taken."""
        return "".join(self._alignments.get(column, "-") for column in columns)

    def _fill(self) -> None:
        """Leave the places empty that cells above reach into."""
        spots = self._rows[self._count - 1].spots
        while self._below.get(len(spots), 0):
            self._below[len(spots)] -= 1
            spots.append(None)


def _span(attributes: dict[str, str]) -> tuple[int, int]:
    """Return how many columns a cell spans, as its tag says, and how many rows."""
    columns, rows = (integer(attributes.get(name, ""), 1) for name in ("colspan", "rowspan"))
    return max(1, min(columns, _WIDEST)), max(1, min(rows, _TALLEST))


def _alignment(attributes: dict[str, str]) -> str:
    """Return "l", "c" or "r" where a cell's tag says so."""
    styled = re.search(_ALIGN, attributes.get("style", "").lower())
    word = styled[1] if styled else attributes.get("align", "").strip().lower()
    return word[0] if word in {"left", "center", "right"} else ""
