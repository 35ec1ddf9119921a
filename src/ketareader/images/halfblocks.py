"""A picture in characters: two pixels to a cell in any colours, in the 256 of xterm, or in shades without colour."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from ketareader.images.geometry import Size
from ketareader.images.picture import Colour, Picture

HALVES: Final = Size(1, 2)
"""The pixels to a cell that a picture shown in characters is decoded with."""

SHADES: Final = " ░▒▓█"
ASCII_SHADES: Final = " .:-=+*#%@"
"""From none of the text's colour to the most; the second for encodings without blocks."""

_UPPER: Final = "▀"
_LEVELS: Final = (0, 95, 135, 175, 215, 255)
"""The steps of each colour in xterm's cube of 6 × 6 × 6, which begins at index 16."""
_CUBE: Final = 16
_GREYS: Final = 232
"""Where xterm's 24 greys begin; they are 8, 18 ... 238."""


class Stretch(NamedTuple):
    """Cells of one row that are alike."""

    text: str
    foreground: Colour | None
    background: Colour | None
    """`None` for the page's own."""


Row: TypeAlias = tuple[Stretch, ...]


def half_blocks(picture: Picture) -> tuple[Row, ...]:
    """Return a row of stretches for each row of cells, in the picture's own colours; it was decoded with `HALVES`."""
    return tuple(_stretches(zip(upper, lower, strict=True)) for upper, lower in _pairs(picture))


def half_blocks_256(picture: Picture) -> tuple[Row, ...]:
    """Return the same in colours of xterm's 256, the nearest ones; `index_of` tells the number of each."""
    near: Callable[[Colour], Colour] = cache(lambda colour: colour_of(index_of(colour)))
    return tuple(_stretches(zip(map(near, upper), map(near, lower), strict=True)) for upper, lower in _pairs(picture))


def shades(picture: Picture, background: Colour, ramp: str = SHADES) -> tuple[Row, ...]:
    """Return rows without colour: the further a cell is from the page's `background` in lightness, the more ink."""
    page = _lightness(background)
    most = max(page, 255 - page)
    return tuple(
        (Stretch("".join(_ink(pair, page, most, ramp) for pair in zip(upper, lower, strict=True)), None, None),)
        for upper, lower in _pairs(picture)
    )


def index_of(colour: Colour) -> int:
    """Return the index, 16 to 255, of the colour of xterm's 256 that is nearest; the first 16 are the reader's own."""
    red, green, blue = (min(range(6), key=lambda step: abs(_LEVELS[step] - value)) for value in colour)
    cube = _CUBE + 36 * red + 6 * green + blue
    grey = _GREYS + min(23, max(0, round((sum(colour) / 3 - 8) / 10)))
    return min(cube, grey, key=lambda index: _distance(colour, colour_of(index)))


def colour_of(index: int) -> Colour:
    """Return the colour at an index, 16 to 255, of xterm's 256."""
    if index >= _GREYS:
        level = 8 + 10 * (index - _GREYS)
        return level, level, level
    index -= _CUBE
    return _LEVELS[index // 36], _LEVELS[index // 6 % 6], _LEVELS[index % 6]


def _pairs(picture: Picture) -> Iterator[tuple[list[Colour], list[Colour]]]:
    """Yield the upper and the lower pixels of each row of cells."""
    stride = 3 * picture.columns
    lines = [_pixels(picture.rgb[start : start + stride]) for start in range(0, len(picture.rgb), stride)]
    return zip(lines[::2], lines[1::2], strict=True)


def _pixels(line: bytes) -> list[Colour]:
    return list(zip(line[::3], line[1::3], line[2::3], strict=True))


def _stretches(cells: Iterable[tuple[Colour, Colour]]) -> Row:
    """Join the cells that are alike; one whose halves are alike is a space."""
    counted = ((cell, sum(1 for _ in alike)) for cell, alike in groupby(cells))
    return tuple(
        Stretch((_UPPER if upper != lower else " ") * count, upper, lower) for (upper, lower), count in counted
    )


def _ink(pair: tuple[Colour, Colour], page: float, most: float, ramp: str) -> str:
    away = sum(abs(_lightness(colour) - page) for colour in pair) / 2
    return ramp[min(len(ramp) - 1, int(away / most * len(ramp)))]


def _lightness(colour: Colour) -> float:
    """Return luma, 0 to 255 (Rec. ITU-R BT.601)."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
