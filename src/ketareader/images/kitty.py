"""The Kitty graphics protocol, with Unicode placeholders: a picture's cells are text, and scroll and are cut as text.

The picture is sent once, under a number; where placeholders in the colour of that number stand, it is shown.
https://sw.kovidgoyal.net/kitty/graphics-protocol/ (the sections on control data, chunks and Unicode placeholders).
"""

from base64 import standard_b64encode
from collections.abc import Iterator
from itertools import chain
from typing import Final

from ketareader.images.picture import Colour

PLACEHOLDER: Final = "\U0010eeee"
MOST_CELLS: Final = 297
"""The columns, and the rows, that there are marks for."""

_CHUNK: Final = 4096
"""The bytes of base64 that one command may carry."""
_FIRST_ID: Final = 0x100
"""Smaller ones are left to those who have 256 colours to write them in."""
_MOST_IDS: Final = 0xFFFFFF - _FIRST_ID

# The marks above a letter (Mn, combining class 230) of Unicode 6.0 that have no decomposition and compose with nothing.
_MARKS_AT: Final = """
    305 30D-30E 310 312 33D-33F 346 34A-34C 350-352 357 35B 363-36F 483-487 592-595 597-599 59C-5A1 5A8-5A9 5AB-5AC
    5AF 5C4 610-617 657-65B 65D-65E 6D6-6DC 6DF-6E2 6E4 6E7-6E8 6EB-6EC 730 732-733 735-736 73A 73D 73F-741 743 745
    747 749-74A 7EB-7F1 7F3 816-819 81B-823 825-827 829-82D 951 953-954 F82-F83 F86-F87 135D-135F 17DD 193A 1A17
    1A75-1A7C 1B6B 1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0 1DC0-1DC1 1DC3-1DC9 1DCB-1DCC 1DD1-1DE6 1DFE 20D0-20D1
    20D4-20D7 20DB-20DC 20E1 20E7 20E9 20F0 2CEF-2CF1 2DE0-2DFF A66F A67C-A67D A6F0-A6F1 A8E0-A8F1 AAB0 AAB2-AAB3
    AAB7-AAB8 AABE-AABF AAC1 FE20-FE26 10A0F 10A38 1D185-1D189 1D1AA-1D1AD 1D242-1D244
"""


def _marks() -> str:
    """Return the characters of the ranges above."""
    ends = ([int(end, 16) for end in part.split("-")] for part in _MARKS_AT.split())
    return "".join(map(chr, chain.from_iterable(range(end[0], end[-1] + 1) for end in ends)))


MARKS: Final = _marks()
"""What says a row's or a column's number above a placeholder, by that number."""


def transmission(png: bytes, number: int, columns: int, rows: int) -> str:
    """Return what makes the terminal keep a picture under `number`, to be shown over `columns` by `rows` placeholders.

    The terminal says nothing to it, whatever happens (q=2): an answer would be read as keys.
    """
    data = standard_b64encode(png).decode("ascii")
    chunks = [data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK)]
    keys = [f"a=T,U=1,f=100,t=d,i={number},c={columns},r={rows},q=2,", *["q=2,"] * (len(chunks) - 1)]
    more = [*[1] * (len(chunks) - 1), 0]
    commands = zip(keys, more, chunks, strict=True)
    return "".join(f"\x1b_G{key}m={follows};{chunk}\x1b\\" for key, follows, chunk in commands)


def placeholders(columns: int, rows: int) -> tuple[str, ...]:
    """Return the text of each row. Every cell says its own place, so that any part of a row shows its part.

    It is to be written with `colour_of` as its foreground, exactly that, in a terminal with 24-bit colours.
    """
    return tuple(
        "".join(f"{PLACEHOLDER}{MARKS[row]}{MARKS[column]}" for column in range(columns)) for row in range(rows)
    )


def colour_of(number: int) -> Colour:
    """Return the foreground that says which picture the placeholders stand for."""
    return number >> 16, number >> 8 & 0xFF, number & 0xFF


def deletion(number: int) -> str:
    """Return what makes the terminal forget a picture, its data and all."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def numbers(seed: int) -> Iterator[int]:
    """Yield numbers for pictures, each once before any comes again.

    They begin at a place that `seed` decides, a process's number for instance: programs in one terminal share them.
    """
    place = seed * 0x9E3779B1
    while True:
        yield _FIRST_ID + place % _MOST_IDS
        place += 1
