"""Parts of a formula that take several lines, side by side and within tall brackets."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from ketareader.parsers.markdown.tex.atoms import UnknownError, is_mark

_FENCES: Final = {
    "(": "⎛⎜⎜⎝", ")": "⎞⎟⎟⎠", "[": "⎡⎢⎢⎣", "]": "⎤⎥⎥⎦", "{": "⎧⎪⎨⎩", "}": "⎫⎪⎬⎭", "|": "||||", "‖": "‖‖‖‖",
    "⌊": "⎢⎢⎢⎣", "⌋": "⎥⎥⎥⎦", "⌈": "⎡⎢⎢⎢", "⌉": "⎤⎥⎥⎥",
}  # fmt: skip
"""The pieces of tall brackets: top, extension, middle and bottom."""


def width(text: str) -> int:
    """Return how many cells text takes."""
    return sum(
        0 if is_mark(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text
    )


def block(lines: Sequence[str]) -> tuple[str, ...]:
    """Return lines, each as wide as the widest."""
    widest = max(map(width, lines))
    return tuple(line + " " * (widest - width(line)) for line in lines)


def beside(parts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return parts, each of lines of equal width, side by side, their middles on one line."""
    height = max(map(len, parts))
    return tuple(map("".join, zip(*(_raised(part, height) for part in parts), strict=True)))


def fence(bracket: str, height: int) -> tuple[str, ...]:
    """Return a bracket that is so many lines high. Raises `UnknownError` for what there are no pieces of."""
    if height == 1 or not bracket:
        return (bracket,) * height
    if bracket not in _FENCES:
        raise UnknownError(bracket)
    top, extension, middle, bottom = tuple(_FENCES[bracket])
    between = [extension] * (height - 2)
    if between:
        between[(height - 2) // 2] = middle
    return (top, *between, bottom)


def columns(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the cells of rows, each in the middle of its column."""
    count = max(map(len, cells))
    full = [[*row, *[""] * (count - len(row))] for row in cells]
    widths = [max(width(row[i]) for row in full) for i in range(count)]
    return [[_centred(cell, widest) for cell, widest in zip(row, widths, strict=True)] for row in full]


def _centred(text: str, widest: int) -> str:
    room = widest - width(text)
    return " " * (room // 2) + text + " " * (room - room // 2)


def _raised(part: Sequence[str], height: int) -> list[str]:
    """Return a part with blank lines above and below it."""
    blank = " " * width(part[0])
    above = (height - len(part)) // 2
    return [blank] * above + list(part) + [blank] * (height - len(part) - above)
