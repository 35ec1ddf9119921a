"""Sixels: six rows of pixels to a band, a plane of characters for each colour (DEC STD 070, chapter 9; VT330/340).

https://vt100.net/docs/vt3xx-gp/chapter14.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PIL import Image

from ketareader.images.geometry import Size
from ketareader.images.picture import Picture

MOST_COLOURS: Final = 256
"""The colour registers that today's terminals have."""

_BAND: Final = 6
_CHARACTERS: Final = bytes((bits + 63) % 256 for bits in range(256))
"""The character of each six bits, the lowest of them the top pixel."""
_STEPS: Final = [value & 0xFC | 2 for value in range(256)] * 3
"""A colour's steps of four, each at its middle."""
_REPEATED: Final = re.compile(rb"(.)\1{3,}")
"""What is shorter when its length is told (DECGRI)."""


@dataclass(frozen=True, slots=True)
class Sixels:
    """A picture in few colours, the same ones for any part of it."""

    size: Size
    """The pixels of the whole."""
    cell_height: int
    """In pixels."""
    palette: bytes
    """Red, green and blue of each colour."""
    indices: bytes
    """A byte a pixel, row by row: which colour it has."""


def sixels(picture: Picture, colours: int = MOST_COLOURS) -> Sixels:
    """Reduce the picture to at most `colours`, 2 to 256; one that has no more keeps its own.

    Of more, the palette is that of every fourth pixel in 64 steps a colour, a tenth of the work and as good to the eye.
    """
    image = Image.frombytes("RGB", picture.size, picture.rgb)
    if image.getcolors(colours):
        reduced = image.quantize(colours)
    else:
        sample = image.resize((image.width // 2, image.height // 2), Image.Resampling.NEAREST).point(_STEPS)
        reduced = image.quantize(palette=sample.quantize(colours), dither=Image.Dither.NONE)
    return Sixels(picture.size, picture.dots.height, bytes(reduced.getpalette() or ()), reduced.tobytes())


def payload(picture: Sixels, rows: range) -> str:
    """Return what shows the given rows of cells with their upper left corner at the cursor.

    What the last six pixels have beyond the rows stays as it was (P2=1), so that rows may be sent one by one, each at
    its line. The cursor is to be put back after.
    """
    width = picture.size.width
    indices = picture.indices[rows.start * picture.cell_height * width : rows.stop * picture.cell_height * width]
    lines = [indices[start : start + width] for start in range(0, len(indices), width)]
    bands = [b"$".join(_planes(lines[top : top + _BAND])) for top in range(0, len(lines), _BAND)]
    head = f'\x1bP0;1;0q"1;1;{width};{len(lines)}' + "".join(_registers(picture.palette, set(indices)))
    return head + b"-".join(bands).decode("ascii") + "\x1b\\"


def _registers(palette: bytes, used: set[int]) -> Iterator[str]:
    """Yield what sets each colour, in hundredths (DECGCI)."""
    for colour in sorted(used):
        red, green, blue = (round(value * 100 / 255) for value in palette[3 * colour : 3 * colour + 3])
        yield f"#{colour};2;{red};{green};{blue}"


def _planes(lines: list[bytes]) -> Iterator[bytes]:
    """Yield the characters of each colour in a band of up to six lines."""
    for colour in sorted(set(b"".join(lines))):
        # A byte is 1 where the pixel has the colour; six lines shifted over one another are the bits of the sixels.
        only = bytes(colour) + b"\1" + bytes(255 - colour)
        bits = 0
        for place, line in enumerate(lines):
            bits |= int.from_bytes(line.translate(only), "big") << place
        plane = bits.to_bytes(len(lines[0]), "big").translate(_CHARACTERS).rstrip(b"?")
        yield b"#%d" % colour + _REPEATED.sub(lambda found: b"!%d%b" % (len(found[0]), found[1]), plane)
