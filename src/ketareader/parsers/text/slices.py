"""Slices of a text: a screenful first, then as much at a time as is parsed in a moment."""

from collections.abc import Iterator
from typing import NamedTuple

from ketareader.document.source import Piece
from ketareader.parsers.base import SCREENFUL

_SLICE = 65_536
"""Characters in each slice but the first, about."""


class Slice(NamedTuple):
    """A run of whole lines."""

    text: str
    done: float
    """The share of the source up to its end, 0 to 1."""


def slices(pieces: Iterator[Piece], size: int) -> Iterator[Slice]:
    """Cut pieces at line ends; none is asked for before the slices of the one before it are taken."""
    before, limit = 0, SCREENFUL
    for piece in pieces:
        start, length = 0, len(piece.text)
        while start < length:
            end = _end_of_lines(piece.text, start, start + limit)
            read = before + (piece.done - before) * end / length
            yield Slice(piece.text[start:end], min(read / max(size, 1), 1.0))
            start, limit = end, _SLICE
        before = piece.done


def _end_of_lines(text: str, start: int, limit: int) -> int:
    """Return where the last line that ends by `limit` ends; where none from `start` on does, where the first ends."""
    if limit >= len(text):
        return len(text)
    end = text.rfind("\n", start, limit) + 1
    return end or text.find("\n", limit) + 1 or len(text)
