"""Snippets: the words around a hit, for a list of hits."""

from typing import NamedTuple

_ELLIPSIS = "…"


class Snippet(NamedTuple):
    """A hit and the words around it, on one line."""

    text: str
    start: int
    end: int
    """Half-open range of the hit in `text`, in characters; cut where the hit is longer than the snippet."""


def snippet(text: str, start: int, end: int, width: int) -> Snippet:
    """Return at most `width` characters of `text` around the hit at `start:end`, one for one, an ellipsis for the rest.

    White space of every kind becomes spaces. Where there is a choice no word is cut, and the hit stands in the middle.
    """
    flat = "".join(" " if char.isspace() else char for char in text)
    if len(flat) <= width:
        return _cut(flat, 0, len(flat), start, end)
    room = max(width - 2, 1)
    first = max(min(start - (room - (end - start)) // 2, start, len(flat) - room), 0)
    last = min(first + room, len(flat))
    if first and (space := flat.find(" ", first - 1, start)) >= 0:
        first = space + 1
    if last < len(flat) and (space := flat.rfind(" ", end, last + 1)) >= 0:
        last = space
    return _cut(flat, first, last, start, end)


def _cut(flat: str, first: int, last: int, start: int, end: int) -> Snippet:
    """Return `flat[first:last]` with an ellipsis at each end where something is left out."""
    before = _ELLIPSIS if flat[:first].strip() else ""
    after = _ELLIPSIS if flat[last:].strip() else ""
    shift = len(before) - first
    return Snippet(before + flat[first:last] + after, start + shift, min(end, last) + shift)
