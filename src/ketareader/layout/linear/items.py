"""Items in a table's cell to be heard: which of how many each is, where a page has its marker."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ketareader.document.inline import Span
from ketareader.layout.cells import Cell, lines_in

_MARKERS: Final = r"(?P<bullet>[•☐☑])|(?P<number>\S+)(?: (?P<box>[☐☑]))?"
_STATES: Final = {"☐": ", to do", "☑": ", done"}


class Said(NamedTuple):
    """What is said instead of a stretch of text."""

    start: int
    end: int
    words: str


class _Item(NamedTuple):
    """An item that a line of a cell begins."""

    marker: re.Match[str]
    list: int
    """Which of the cell's lists it belongs to."""
    level: int
    """How many lists it stands in."""


class _Lists:
    """The lists of a cell, as far as it was read."""

    def __init__(self) -> None:
        """Begin with none."""
        self.sizes: list[int] = []
        """The items of each."""
        self._open: list[tuple[int, bool, int]] = []
        """Characters before the markers of those that go on, whether they have numbers, and which lists they are."""

    def item(self, marker: re.Match[str]) -> _Item:
        """Take an item: it goes on with the list whose markers stand where its own does, or begins one."""
        key = (marker.start(), marker["number"] is not None)
        while self._open and self._open[-1][:2] != key and self._open[-1][0] >= marker.start():
            self._open.pop()
        if not self._open or self._open[-1][:2] != key:
            self._open.append((*key, len(self.sizes)))
            self.sizes.append(0)
        self.sizes[self._open[-1][2]] += 1
        return _Item(marker, self._open[-1][2], len(self._open))

    def end(self) -> bool:
        """Go on with none of them; tell whether there was one."""
        had, self._open = bool(self._open), []
        return had


def said_of_items(text: str, cell: Cell, leads: Sequence[Span]) -> Iterator[Said]:
    """Yield what is said instead of what the lines of a cell hang from, and where they hang from nothing any more."""
    ends = {lead.start: lead.end for lead in leads}
    lists = _Lists()
    begun: list[tuple[int, list[_Item]]] = []
    for start, end in lines_in(text, cell) if ends else ():
        if start in ends:
            begun.append((start, [lists.item(marker) for marker in re.finditer(_MARKERS, text[start : ends[start]])]))
        elif start < end and lists.end():
            yield Said(start, start, "end of list, ")
    read = [0] * len(lists.sizes)
    for start, items in begun:
        for item in items:
            read[item.list] += 1
        names = [_name(item, read[item.list], lists.sizes[item.list]) for item in items]
        yield Said(start, ends[start], "".join(f"{name}: " for name in names))


def _name(item: _Item, number: int, size: int) -> str:
    """Return what an item is called: its own number, or its place in its list, how deep it stands, and its state."""
    own = item.marker["number"]
    name = f"item {own.strip('().')}" if own else f"{number} of {size}"
    level = f", level {item.level}" if item.level > 1 else ""
    return f"{name}{level}{_STATES.get(item.marker['box'] or item.marker['bullet'], '')}"
