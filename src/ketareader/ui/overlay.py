"""Graphics over the page: what stands for them in the text, and what the terminal is sent in its place.

A row of such a picture is text until the very last: placeholders, which no article can hold (`text.clean`), as wide as
the picture. So whatever covers, cuts or tints text does the same to it. What is written to the terminal in the end is
searched for such rows: one that is whole becomes blank cells and what draws over them, a part of one blank cells alone.
"""

import re
from itertools import cycle, product

from ketareader.images.kitty import MARKS, PLACEHOLDER

_ROW = re.compile(rf"({PLACEHOLDER}[{MARKS}]{{2}})\1*")
_CELL = 3
"""Characters of a cell: a placeholder, and two marks that say which row it is of."""


class Overlays:
    """The rows that are drawn over, by the text that stands for a cell of each."""

    def __init__(self) -> None:
        """Stand for nothing yet."""
        self._cells = cycle(product(MARKS, MARKS))
        self._rows: dict[str, tuple[int, str]] = {}

    def add(self, columns: int, payload: str) -> str:
        """Return the text of a row of so many cells, over which the terminal draws when it is sent `payload`."""
        cell = PLACEHOLDER + "".join(next(self._cells))
        self._rows[cell] = columns, payload
        return cell * columns

    def remove(self, text: str) -> None:
        """Forget a row, by its text."""
        self._rows.pop(text[:_CELL], None)

    def drawn(self, data: str) -> str:
        """Return what is written to the terminal with graphics in the place of what stands for them."""
        return _ROW.sub(self._drawn, data) if PLACEHOLDER in data else data

    def _drawn(self, found: re.Match[str]) -> str:
        """Return blank cells, and what draws over them where they are a whole row; the cursor ends behind them."""
        cells = len(found[0]) // _CELL
        columns, payload = self._rows.get(found[1], (0, ""))
        return " " * cells + (f"\x1b7\x1b[{columns}D{payload}\x1b8" if columns == cells else "")
