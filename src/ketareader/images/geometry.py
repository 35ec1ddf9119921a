"""How many cells a picture takes: its aspect kept, no wider than the column, and never blown up."""

from math import ceil
from typing import Final, NamedTuple

HIGHEST: Final = 20
"""The rows that a picture takes at most, so that text stays in sight with it."""
_HAIR: Final = 1e-9
"""What may be over a whole number of cells by the rounding of fractions alone."""


class Size(NamedTuple):
    """A width and a height in pixels."""

    width: int
    height: int


class Frame(NamedTuple):
    """The cells that a picture takes, and how much of them it fills from the upper left."""

    columns: int
    rows: int
    width: float
    """In cells; over `columns - 1` and up to `columns`."""
    height: float
    """In cells; over `rows - 1` and up to `rows`."""


def fit(picture: Size, columns: int, rows: int, cell: Size) -> Frame:
    """Return the cells for a picture that has at most `columns` by `rows` of them, each of `cell` pixels.

    One pixel of the picture is one of the terminal, or less. The aspect is kept to the fraction of a cell.
    """
    scale = min(1.0, columns * cell.width / picture.width, rows * cell.height / picture.height)
    width, height = picture.width * scale / cell.width, picture.height * scale / cell.height
    return Frame(max(1, ceil(width - _HAIR)), max(1, ceil(height - _HAIR)), width, height)


def highest(screen_rows: int) -> int:
    """Return the rows that a picture takes at most on a screen: half of it, and no more than `HIGHEST`."""
    return max(1, min(HIGHEST, screen_rows // 2))
