"""The contents as rows: which sections show, and how each is written. No widget here."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from rich.segment import Segment

from ketareader.document.document import Document
from ketareader.document.outline import has_children
from ketareader.layout.ruler import cell_len, fit
from ketareader.search.hits import Hits
from ketareader.ui.theme import Paint

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies)."""
_DEEPEST = 5
"""Depth at which the indent stops growing."""


def minutes(words: float) -> str:
    """Return a reading time: "3m", "1h20", or "<1m"."""
    whole = round(words / WORDS_A_MINUTE)
    if whole >= 60:  # noqa: PLR2004
        return f"{whole // 60}h{whole % 60:02}"
    return f"{whole}m" if whole else "<1m"


@dataclass
class Contents:
    """The sections of a document as the reader has folded and filtered them."""

    document: Document
    folded: set[int] = field(default_factory=set)
    pattern: str = ""
    """What was typed to filter the sections; empty for all."""
    numbered: bool = True
    current: int | None = None
    """The section that is being read."""
    read: set[int] = field(default_factory=set)
    hits: Hits | None = None
    """The hits of a search; None when there is none."""
    visible: Sequence[int] = ()
    """The sections that show, by index."""

    def __len__(self) -> int:
        """Return the number of sections that show."""
        return len(self.visible)

    def update(self) -> None:
        """Find anew which sections show."""
        sections = self.document.sections
        if self.pattern:
            self.visible = [i for i, section in enumerate(sections) if matches(self.pattern, section.title)]
        elif self.folded:
            self.visible = self._unfolded()
        else:
            self.visible = range(len(sections))

    def _unfolded(self) -> list[int]:
        """Return the sections that stand in no folded one."""
        visible: list[int] = []
        hidden_below = 1 << 30
        for index, section in enumerate(self.document.sections):
            if section.depth > hidden_below:
                continue
            hidden_below = section.depth if index in self.folded else 1 << 30
            visible.append(index)
        return visible

    def row_of(self, section: int) -> int:
        """Return the row of a section, or of the nearest one above it that shows."""
        return max(bisect_right(self.visible, section) - 1, 0)

    def fold(self, section: int) -> bool:
        """Fold a section; tell whether that changed anything."""
        if section in self.folded or not has_children(self.document.sections, section):
            return False
        self.folded.add(section)
        self.update()
        return True

    def unfold(self, section: int) -> bool:
        """Unfold a section; tell whether that changed anything."""
        if section not in self.folded:
            return False
        self.folded.discard(section)
        self.update()
        return True

    def segments(self, row: int, width: int, paint: Paint, *, cursor: bool) -> list[Segment]:
        """Return one row: fold mark, number, title; at the right its hits, or its reading time."""
        index = self.visible[row]
        section = self.document.sections[index]
        reading = self.current is not None and self.row_of(self.current) == row and self.current >= index
        role = self._role(index, reading=reading, cursor=cursor)
        indent = "  " * min(section.depth, _DEEPEST)
        head = f"{'▌' if reading else ' '}{indent}{self._mark(index)} "
        number = f"{section.number} " if self.numbered and section.number else ""
        tail, tail_role = self._tail(index)
        room = max(width - cell_len(head) - cell_len(number) - cell_len(tail) - 2, 1)
        title = fit(section.title, room)
        space = " " * max(room - cell_len(title) + 1, 1)
        return [
            Segment(head, paint.style(role if cursor or reading else f"{role} contents.fold")),
            Segment(number, paint.style(f"contents.number {role}" if role != "contents.item" else "contents.number")),
            Segment(title, paint.style(role)),
            Segment(space, paint.style(role if cursor else "contents.item")),
            Segment(tail + " ", paint.style(role if cursor else tail_role)),
        ]

    def _role(self, index: int, *, reading: bool, cursor: bool) -> str:
        if cursor:
            return "contents.cursor"
        if reading:
            return "contents.current"
        if index in self.read:
            return "contents.read"
        return "contents.title" if self.document.sections[index].depth == 0 else "contents.item"

    def _mark(self, index: int) -> str:
        """Return the sign of what Left and Right would do."""
        if index in self.folded:
            return "▸"
        return "▾" if has_children(self.document.sections, index) else " "

    def _shown_by(self, index: int) -> range:
        """Return the blocks that a row stands for: a section's, and where it is folded, those of the ones in it."""
        blocks = self.document.extent(index)
        if index not in self.folded:
            return blocks
        sections = self.document.sections
        inner = takewhile(lambda other: sections[other].depth > sections[index].depth, range(index + 1, len(sections)))
        last = max(inner, default=index)
        return range(blocks.start, self.document.extent(last).stop)

    def _tail(self, index: int) -> tuple[str, str]:
        """Return what stands at the right, and its role."""
        if self.hits is not None:
            count = self.hits.count_in(self._shown_by(index))
            return (str(count) if count else "", "contents.hits")
        return minutes(self.document.words(self._shown_by(index))), "contents.time"


def matches(pattern: str, title: str) -> bool:
    """Tell whether each word of a pattern is in a title, in any order, upper and lower case alike."""
    lower = title.casefold()
    return all(word in lower for word in re.split(r"\s+", pattern.casefold().strip()))
