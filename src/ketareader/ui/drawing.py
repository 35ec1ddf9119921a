"""Drawing: a picture's file as rows of segments, in a thread. Loaded with the first picture that comes into sight."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from ketareader.images import iterm2, kitty, sixel
from ketareader.images.decode import decode, decode_bytes
from ketareader.images.geometry import Size
from ketareader.images.halfblocks import HALVES, Row, Stretch, half_blocks, half_blocks_256, index_of, shades
from ketareader.images.measure import measure
from ketareader.images.picture import Colour, Picture
from ketareader.images.png import png
from ketareader.images.terminal import Graphics
from ketareader.ui.way import ALL, FEW, Way

_SEGMENT = 1000
"""Bytes that a segment and its style take, roughly."""


class Commission(NamedTuple):
    """What is to be drawn."""

    source: Path | bytes
    """The file, or what is in it."""
    columns: int
    rows: int
    """The cells that it takes."""
    background: Colour
    """The page's."""
    base: Style
    """That of the page's text."""
    number: int
    """The picture's own, for terminals that know pictures by number."""
    veil: float = 0.0
    """How much of the page's background is mixed into it, 0 to 1."""


class Drawing(NamedTuple):
    """A picture as it is painted."""

    rows: tuple[tuple[Segment, ...], ...] = ()
    """The segments of each row of cells."""
    payloads: tuple[str, ...] = ()
    """Else, what makes the terminal draw each row, the cursor at its left."""
    sent: str = ""
    """What the terminal is sent before any row is painted."""
    unsent: str = ""
    """What it is sent when the picture is forgotten."""

    @property
    def weight(self) -> int:
        """The bytes that it takes in memory, roughly."""
        return _SEGMENT * sum(map(len, self.rows)) + sum(map(len, self.payloads))


def draw(commission: Commission, way: Way) -> Drawing:
    """Decode a picture, and encode it the way that the terminal shows it. Raises `ImageError`."""
    match way.graphics:
        case Graphics.KITTY:
            return _kitty(_picture(commission, way.cell, way.cell), commission)
        case Graphics.SIXEL:
            reduced = sixel.sixels(_picture(commission, way.cell, way.cell))
            return Drawing(payloads=tuple(sixel.payload(reduced, row) for row in _each_row(commission)))
        case Graphics.ITERM2:
            picture = _picture(commission, way.cell, way.cell)
            return Drawing(payloads=tuple(iterm2.payload(picture, row) for row in _each_row(commission)))
        case _:
            return Drawing(_blocks(_picture(commission, way.cell, HALVES), commission, way.colours))


def _each_row(commission: Commission) -> list[range]:
    return [range(row, row + 1) for row in range(commission.rows)]


def _picture(commission: Commission, cell: Size, dots: Size) -> Picture:
    """Decode what is to be drawn, with `dots` pixels for each cell of the terminal's."""
    source, background = commission.source, commission.background
    frame = measure(source, commission.columns, commission.rows, cell)
    if isinstance(source, bytes):
        picture = decode_bytes(source, frame, dots, background)
    else:
        picture = decode(source, frame, dots, background)
    return _veiled(picture, background, commission.veil) if commission.veil else picture


def _veiled(picture: Picture, background: Colour, share: float) -> Picture:
    """Mix a picture with the page's background."""
    rgb = bytearray(picture.rgb)
    for channel, ground in enumerate(background):
        mixed = bytes(round(value + (ground - value) * share) for value in range(256))
        rgb[channel::3] = rgb[channel::3].translate(mixed)
    return replace(picture, rgb=bytes(rgb))


def _kitty(picture: Picture, commission: Commission) -> Drawing:
    """Return placeholders, in the colour of the picture's number."""
    number = commission.number
    style = commission.base + Style.from_color(Color.from_rgb(*kitty.colour_of(number)))
    rows = tuple((Segment(text, style),) for text in kitty.placeholders(picture.columns, picture.rows))
    sent = kitty.transmission(png(picture), number, picture.columns, picture.rows)
    return Drawing(rows, sent=sent, unsent=kitty.deletion(number))


def _blocks(picture: Picture, commission: Commission, colours: str) -> tuple[tuple[Segment, ...], ...]:
    """Return characters, in as many colours as there are."""
    rows: tuple[Row, ...]
    if colours == ALL:
        rows = half_blocks(picture)
    elif colours == FEW:
        rows = half_blocks_256(picture)
    else:
        rows = shades(picture, commission.background)
    return tuple(tuple(_segment(stretch, commission.base, colours) for stretch in row) for row in rows)


def _segment(stretch: Stretch, base: Style, colours: str) -> Segment:
    """Return cells that are alike, in their colours on the page's style."""
    text, foreground, background = stretch
    if foreground is None or background is None:
        return Segment(text, base)
    return Segment(text, base + Style.from_color(_colour(foreground, colours), _colour(background, colours)))


def _colour(colour: Colour, colours: str) -> Color:
    """Return a colour as Rich has it, by its number where the terminal has few."""
    return Color.from_ansi(index_of(colour)) if colours == FEW else Color.from_rgb(*colour)
