"""A link in an article, as it is taken in hand."""

from collections.abc import Iterable
from typing import NamedTuple

from ketareader.layout.viewport import Row


class Link(NamedTuple):
    """A link in an article."""

    block: int
    start: int
    end: int
    """Half-open range of characters in the block's plain text."""
    target: str

    def is_in(self, rows: Iterable[Row]) -> bool:
        """Tell whether any of it is in these rows."""
        return any(
            place.block == self.block and any(self.start <= run.start < self.end for run in line.runs)
            for place, line in rows
        )
