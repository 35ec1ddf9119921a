"""Lines of a laid-out block: runs of text, each with a role and the place in the block that it came from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from ketareader.document.inline import Span

ORNAMENT = -1
"""The `start` of a run that is no part of the article's text: a bullet, a rule, a margin."""


class Run(NamedTuple):
    """A stretch of one line."""

    text: str
    role: str = ""
    """Space-separated, the strongest last: "heading.2 strong", "code.keyword"."""
    start: int = ORNAMENT
    """Where its first character stands in the block's plain text."""
    target: str = ""
    """Where it leads, for a link."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block, as wide as its text."""

    runs: tuple[Run, ...]
    start: int
    end: int
    """Half-open range of characters in the block's plain text that stand on this line or at its break."""

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(run.text for run in self.runs)


BLANK = Line((), 0, 0)


class Styled:
    """A text and the spans over it, from which the runs of any range can be taken."""

    def __init__(self, text: str, spans: Sequence[Span], role: str = "") -> None:
        """Take a block's plain text; `role` is that of all of it."""
        self.text = text
        self._pieces = list(_flatten(len(text), spans, role))

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of the characters `start:end`."""
        first = max(bisect_right(self._pieces, start, key=itemgetter(0)) - 1, 0)
        for piece_start, piece_end, role, target in islice(self._pieces, first, None):
            if piece_start >= end:
                return
            begin = max(piece_start, start)
            yield Run(self.text[begin : min(piece_end, end)], role, begin, target)


def _flatten(length: int, spans: Sequence[Span], role: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield `(start, end, role, target)` without gaps or overlaps, the roles of nested spans joined."""
    edges = sorted({0, length, *(s.start for s in spans), *(s.end for s in spans)})
    waiting = list(reversed(spans))
    active: list[Span] = []
    for start, end in zip(edges, edges[1:], strict=False):
        active = [span for span in active if span.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        target = next((span.target for span in active if span.target), "")
        yield start, end, " ".join(filter(None, (role, *(span.role for span in active)))), target


def lines_of(ranges: Iterable[tuple[int, int]], styled: Styled, prefix: tuple[Run, ...] = ()) -> list[Line]:
    """Make a line of each range. A line's own range goes on to where the next begins."""
    ranges = list(ranges)
    ends = [start for start, _ in ranges[1:]] + [len(styled.text)]
    return [
        Line((*prefix, *styled.runs(start, end)), start, stop)
        for (start, end), stop in zip(ranges, ends, strict=True)
    ]
