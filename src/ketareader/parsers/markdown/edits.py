"""Changes to a text that spans are over."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from ketareader.document.inline import Inline, Span


class Edit(NamedTuple):
    """What stands in the place of a stretch of text."""

    start: int
    end: int
    """Half-open range of characters; empty where something is put in."""
    text: str
    closes: bool = False
    """Whether what is put in belongs to what stands before it, so that a span which begins there begins after it."""

    @property
    def order(self) -> int:
        """Its place among others."""
        return 2 * self.start + (not self.closes)


def edited(text: str, spans: Iterable[Span], edits: Iterable[Edit]) -> Inline:
    """Make changes that don't overlap, in any order, and move the spans over the text."""
    ordered = sorted(edits, key=lambda edit: edit.order)
    orders = [edit.order for edit in ordered]
    shifts = list(accumulate((len(edit.text) - edit.end + edit.start for edit in ordered), initial=0))

    def moved(place: int) -> int:
        return place + shifts[bisect_right(orders, 2 * place)]

    parts: list[str] = []
    position = 0
    for edit in ordered:
        parts += text[position : edit.start], edit.text
        position = edit.end
    changed = "".join((*parts, text[position:]))
    return Inline(changed, tuple(s._replace(start=moved(s.start), end=moved(s.end)) for s in spans))
