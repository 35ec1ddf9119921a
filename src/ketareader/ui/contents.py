"""The contents as rows: which sections show, and how each is written. No widget here."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment

from ketareader.document.document import Document
from ketareader.document.outline import Section, has_children
from ketareader.document.pace import minutes
from ketareader.layout.ruler import cell_len, fit
from ketareader.search.hits import Hits
from ketareader.ui.theme import Paint

_DEEPEST = 5
"""Depth at which the indent stops growing."""
_ROOMY = 28
"""Cells of a row from which each depth is indented by two, and not by one."""
_SHORTEST_TITLE = 10
"""Cells that a title keeps: what else is on its row goes first."""

_TYPED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "--", "—": "---"})
"""What a keyboard has for what print has."""


def duration(words: float) -> str:
    """Return a reading time: "3m", "1h20", or "<1m"."""
    whole = minutes(words)
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
    _counts: dict[int, str] = field(default_factory=dict)
    """What stood at the right of the sections in sight when hits last came."""
    visible: Sequence[int] = ()
    """The sections that show, by index."""

    def __len__(self) -> int:
        """Return the number of sections that show."""
        return len(self.visible)

    def update(self) -> None:
        """Find anew which sections show."""
        sections = self.document.sections
        if self.pattern:
            words = [word.rstrip(".") or word for word in self.pattern.casefold().split()]
            self.visible = [i for i, section in enumerate(sections) if matches(words, section)]
        elif self.folded:
            self.visible = self._unfolded()
        else:
            self.visible = range(len(sections))

    def _unfolded(self) -> list[int]:
        """Return the sections that stand in no folded one."""
        visible: list[int] = []
        index = 0
        while index < len(self.document.sections):
            visible.append(index)
            index = self.document.within(index).stop if index in self.folded else index + 1
        return visible

    def row_of(self, section: int) -> int:
        """Return the row of a section, or of the nearest one above it that shows."""
        return max(bisect_right(self.visible, section) - 1, 0)

    def fold(self, section: int) -> bool:
        """Fold a section; tell whether that changed anything."""
        if self.pattern or section in self.folded or not has_children(self.document.sections, section):
            return False
        self.folded.add(section)
        self.update()
        return True

    def unfold(self, section: int) -> bool:
        """Unfold a section; tell whether that changed anything."""
        if self.pattern or section not in self.folded:
            return False
        self.folded.discard(section)
        self.update()
        return True

    def segments(self, row: int, width: int, paint: Paint, *, cursor: bool) -> list[Segment]:
        """Return one row: its sign, fold mark, number, title; at the right its hits, or its reading time.

        The sign tells without colour what is being read, and what has been.
        """
        index = self.visible[row]
        section = self.document.sections[index]
        reading = self._is_reading(row)
        read = not reading and self._is_read(index)
        role = self._role(index, reading=reading, read=read, cursor=cursor)
        sign = "▌" if reading else "✓" if read else " "
        head = f"{sign}{' ' * self._indent(index, width)}{self._mark(index)} "
        number = f"{section.number} " if self.numbered and section.number else ""
        tail, tail_role = self._tail(index)
        number, tail, room = _given_way(width - cell_len(head) - 1, number, tail)
        title = fit(section.title, room)
        space = " " * (room - cell_len(title) + bool(tail))
        return [
            Segment(head, paint.style(role if cursor or reading else f"{role} contents.fold")),
            Segment(number, paint.style(f"contents.number {role}" if role != "contents.item" else "contents.number")),
            Segment(title, paint.style(role)),
            Segment(space, paint.style(role if cursor else "contents.item")),
            Segment(tail + " ", paint.style(role if cursor else tail_role)),
        ]

    def recounted(self, rows: range) -> list[int]:
        """Return those of the rows in sight that have other hits now than when this was last asked, and new ones."""
        before, self._counts = self._counts, {self.visible[row]: self._tail(self.visible[row])[0] for row in rows}
        return [
            row for row, (index, count) in zip(rows, self._counts.items(), strict=True) if before.get(index) != count
        ]

    def is_mark(self, row: int, cell: int, width: int) -> bool:
        """Tell whether a row's fold mark, or the space after it, stands at a cell of the row."""
        index = self.visible[row]
        return self._mark(index) != " " and 0 <= cell - 1 - self._indent(index, width) <= 1

    def _is_reading(self, row: int) -> bool:
        """Tell whether a row is that of the section that is being read, or of the folded one that hides it."""
        return self.current is not None and self.row_of(self.current) == row and self.current >= self.visible[row]

    def _role(self, index: int, *, reading: bool, read: bool, cursor: bool) -> str:
        if cursor:
            return "contents.cursor"
        if reading:
            return "contents.current"
        if read:
            return "contents.read"
        return "contents.title" if self.document.sections[index].depth == 0 else "contents.item"

    def _is_read(self, index: int) -> bool:
        """Tell whether all that a row stands for has been read."""
        return all(map(self.read.__contains__, self.document.within(index) if self._is_folded(index) else (index,)))

    def _indent(self, index: int, width: int) -> int:
        """Return the cells before a row's fold mark, but for the sign's; fewer where there are few."""
        step = 2 if width >= _ROOMY else 1
        return step * min(self.document.sections[index].depth, _DEEPEST)

    def _mark(self, index: int) -> str:
        """Return the sign of what Left and Right would do."""
        if self.pattern or not has_children(self.document.sections, index):
            return " "
        return "▸" if index in self.folded else "▾"

    def _is_folded(self, index: int) -> bool:
        """Tell whether a row stands for the sections in it, too."""
        return index in self.folded and not self.pattern

    def _tail(self, index: int) -> tuple[str, str]:
        """Return what stands at the right, and its role: hits where they show, the time of all that a section holds."""
        document = self.document
        if self.hits is not None:
            count = self.hits.count_in(document.whole(index) if self._is_folded(index) else document.extent(index))
            return (str(count) if count else "", "contents.hits")
        return duration(document.words(document.whole(index))), "contents.time"


def _given_way(width: int, number: str, tail: str) -> tuple[str, str, int]:
    """Return number and tail, each empty where it would leave the title too few cells, and the title's cells."""
    room = width - cell_len(number) - cell_len(tail) - bool(tail)
    if room < _SHORTEST_TITLE and tail:
        return _given_way(width, number, "")
    if room < _SHORTEST_TITLE and number:
        return _given_way(width, "", tail)
    return number, tail, max(room, 1)


def matches(words: Iterable[str], section: Section) -> bool:
    """Tell whether each of some words, in lower case, is in a section's title or is how its number begins.

    In the title, a keyboard's punctuation is what print has for it, too.
    """
    title = section.title.casefold()
    if not title.isascii():
        title = f"{title}\n{title.translate(_TYPED)}"
    return all(word in title or section.number.startswith(word) for word in words)
