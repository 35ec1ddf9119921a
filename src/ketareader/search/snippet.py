"""Snippets: the words around a hit, for a list of hits."""

import re
from typing import Final, NamedTuple

from ketareader.document.anchor import Hit

_ELLIPSIS: Final = "…"
_SPACE: Final = re.compile(r"\s")


class Snippet(NamedTuple):
    """A hit and the words around it, on one line."""

    text: str
    start: int
    end: int
    """Half-open range of the hit in `text`, in characters; cut short where the hit is too long for the snippet."""


def snippet(text: str, hit: Hit, width: int) -> Snippet:
    """Return at most `width` characters around the hit in its block's text, an ellipsis for what is left out.

    White space of any kind is a space, one for one. The hit stands in the middle where it can, and as few words as
    can be are cut.
    """
    flat = _SPACE.sub(" ", text)
    first, last = _window(flat, hit, width)
    before = _ELLIPSIS if flat[:first].strip() else ""
    after = _ELLIPSIS if flat[last:].strip() else ""
    shift = len(before) - first
    return Snippet(f"{before}{flat[first:last]}{after}", hit.start + shift, min(hit.end, last) + shift)


def _window(flat: str, hit: Hit, width: int) -> tuple[int, int]:
    """Return the range of the text to show."""
    if len(flat) <= width:
        return 0, len(flat)
    room = max(width - 2 * len(_ELLIPSIS), 1)
    first = max(min(hit.start, hit.start - (room - (hit.end - hit.start)) // 2, len(flat) - room), 0)
    last = min(first + room, len(flat))
    if first and (space := flat.find(" ", first - 1, hit.start)) >= 0:
        first = space + 1
    if last < len(flat) and (space := flat.rfind(" ", hit.end, last + 1)) >= 0:
        last = space
    return first, last
