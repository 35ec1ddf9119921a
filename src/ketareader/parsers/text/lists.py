"""Lists: which item an item stands in, and what belongs to it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ketareader.document.block import Frame, Item, List
from ketareader.parsers.text.line import BULLET
from ketareader.parsers.text.segment import Form, Segment

_NESTED = 2
"""Columns that a nested item is indented more than the one it stands in, at least."""
_SEEN = 40
"""Segments that are looked at to know how wide a list's markers are."""
_DEEPEST = 16
"""Items that stand in one another, at most; what would stand deeper stands beside the innermost."""
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-z]+")


class _Open(NamedTuple):
    """An item that may go on."""

    indent: int
    """Columns before its marker."""
    item: Item


class Lists:
    """The items that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def frame(self) -> Frame:
        """The containers that the items make."""
        return tuple(entry.item for entry in self._open)

    def close(self) -> None:
        """Close every item."""
        self._open.clear()

    def enter(self, segments: Sequence[Segment], index: int) -> Frame:
        """Open the item that `segments[index]` is, closing those that it doesn't stand in."""
        segment = segments[index]
        while self._open and self._open[-1].indent > segment.indent + 1:
            self._open.pop()
        sibling: Item | None = None
        if self._open and (segment.indent < self._open[-1].indent + _NESTED or len(self._open) >= _DEEPEST):
            sibling = self._open.pop().item
        same = sibling and _style(sibling.marker) == _style(segment.marker)
        its_list = sibling.list if sibling and same else _list_of(segments, index)
        self._open.append(_Open(segment.indent, Item(segment.marker, its_list)))
        return self.frame

    def follow(self, segment: Segment) -> Frame:
        """Return the frame of what is no item: it belongs to the items that it is indented more than."""
        if not segment.joined:
            while self._open and (not segment.blanks or segment.indent <= self._open[-1].indent):
                self._open.pop()
        return self.frame

    def holds(self, segment: Segment) -> bool:
        """Tell whether an item would go on with the list that is open."""
        return any(
            abs(entry.indent - segment.indent) < _NESTED and _style(entry.item.marker) == _style(segment.marker)
            for entry in self._open
        )


def _style(marker: str) -> str:
    """Return what the markers of one list have in common: the marks around the number, or that there is none."""
    if marker == BULLET:
        return marker
    return _LETTERS.sub("a", _DIGITS.sub("0", marker))


def _list_of(segments: Sequence[Segment], index: int) -> List:
    """Make the list that `segments[index]` begins: tight unless its next item stands apart."""
    first = segments[index]
    widest, tight, next_item = len(first.marker), True, True
    for segment in segments[index + 1 : index + _SEEN]:
        farther = first.indent if segment.form is not Form.ITEM else first.indent - _NESTED
        if segment.indent <= farther:
            break
        if segment.form is Form.ITEM and abs(segment.indent - first.indent) < _NESTED:
            widest = max(widest, len(segment.marker))
            tight = tight and (not next_item or not segment.blanks)
            next_item = False
    return List(tight, widest)
