"""Hints: the letters on links, and where on a line they stand, so that each can be read whole."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from ketareader.layout.lines import Line
from ketareader.layout.ruler import cell_len
from ketareader.ui.painter import Column
from ketareader.ui.theme import Paint

_FAR = 8
"""Cells to which a hint may be moved from its link for the sake of a blank before it."""


class Hint(NamedTuple):
    """Letters on a line."""

    cell: int
    """The cell that the first of them stands in."""
    letters: str

    @property
    def end(self) -> int:
        """The cell behind them."""
        return self.cell + len(self.letters)


def hinted(line: Line, strip: Strip, column: Column, labels: Mapping[int, str], paint: Paint) -> Strip:
    """Draw hints over a line as wide as the pane; what stands in a single cell between two is blanked."""
    style, base = paint.style("hint"), paint.style("text")
    end = -1
    for hint in placed(list(_wanted(line, column.left, labels)), column.left, strip.cell_length):
        if hint.cell == end + 1 > 0:
            strip = _over(strip, end, Segment(" ", base))
        strip, end = _over(strip, hint.cell, Segment(hint.letters, style)), hint.end
    return strip


def _over(strip: Strip, cell: int, segment: Segment) -> Strip:
    """Return a strip with something drawn over it from a cell on."""
    return Strip([*strip.crop(0, cell), segment, *strip.crop(cell + segment.cell_length)], strip.cell_length)


def _wanted(line: Line, cell: int, labels: Mapping[int, str]) -> Iterator[Hint]:
    """Yield the hints of a line that begins at `cell`, each over the beginning of its link."""
    for run in line.runs:
        if label := labels.get(run.start) if run.start >= 0 else None:
            yield Hint(cell, label)
        cell += cell_len(run.text)


def placed(hints: Sequence[Hint], start: int, end: int) -> list[Hint]:
    """Return where hints stand in the cells `start:end`: over their links, or as near as none covers another.

    They stand apart where that moves none far, else side by side. Where there is no room for all, those that begin
    with one letter are one hint, of that letter: once it has been typed, they are the fewer.
    """
    for gap in (1, 0):
        spread = _spread(hints, start, end, gap)
        is_near = all(abs(new.cell - old.cell) <= _FAR for new, old in zip(spread, hints, strict=True))
        if (is_near or not gap) and all(hint.cell >= start for hint in spread):
            return spread
    fewer = [next(group)._replace(letters=letter) for letter, group in groupby(hints, lambda hint: hint.letters[0])]
    return placed(fewer[: max(end - start, 0)], start, end)


def _spread(hints: Sequence[Hint], start: int, end: int, gap: int) -> list[Hint]:
    """Move hints to the right until none covers another, and from `end` back; too many go beyond `start`."""
    pushed: list[Hint] = []
    for hint in hints:
        pushed.append(hint._replace(cell=max(hint.cell, start)))
        start = pushed[-1].end + gap
    for index in reversed(range(len(pushed))):
        letters = pushed[index].letters
        pushed[index] = Hint(min(pushed[index].cell, end - len(letters)), letters)
        end = pushed[index].cell - gap
    return pushed
