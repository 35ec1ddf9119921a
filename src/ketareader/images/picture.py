"""A picture's pixels, cut to the cells that it takes."""

from dataclasses import dataclass
from typing import TypeAlias

from ketareader.images.geometry import Size

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels that fill whole cells: where the picture ends within one, the page's background is around it."""

    columns: int
    rows: int
    dots: Size
    """The pixels of one cell."""
    rgb: bytes
    """Three bytes a pixel, row by row from the top, without padding."""

    @property
    def size(self) -> Size:
        """The pixels of the whole."""
        return Size(self.columns * self.dots.width, self.rows * self.dots.height)

    def cut(self, rows: range) -> "Picture":
        """Return the rows of cells that are in sight, for one that is partly scrolled away."""
        stride = 3 * self.size.width * self.dots.height
        return Picture(self.columns, len(rows), self.dots, self.rgb[rows.start * stride : rows.stop * stride])
