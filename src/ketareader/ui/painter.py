"""From lines to strips: the text column in the middle of the pane, hits marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from ketareader.layout.lines import Line, Run
from ketareader.ui.theme import Paint

_MARGIN = 2
"""Cells from the mark of where the eye left off to the text."""

Mark = tuple[int, int, str]
"""A half-open range of characters in a block's plain text, and the role it has beside its own."""


class Column(NamedTuple):
    """Where the text column stands in the pane."""

    pane: int
    """The pane's width in cells, the scroll bar's one included."""
    width: int
    """The text column's width in cells."""

    @property
    def left(self) -> int:
        """Cells to the left of the text."""
        return max((self.pane - 1 - self.width) // 2, 0)


def column_in(pane: int, measure: int) -> Column:
    """Centre a column of at most `measure` cells in a pane of `pane` cells, with a margin where there is room."""
    margin = 2 if pane > 24 else 1 if pane > 12 else 0  # noqa: PLR2004
    return Column(pane, max(min(measure, pane - 1 - 2 * margin), 1))


def paint_line(
    line: Line, column: Column, paint: Paint, layers: Iterable[Sequence[Mark]], labels: Mapping[int, str]
) -> Strip:
    """Paint one line in its column. `labels` are the letters of hints, by the places of their links.

    Each of the layers of marks lies over those before it; in a layer none overlaps another.
    """
    runs: Iterable[Run] = line.runs
    for marks in layers:
        runs = marked(runs, marks)
    base = paint.style("text")
    segments = [Segment(" " * column.left, base)]
    segments += [
        Segment(text, paint.linked(role or "text", target) if target else paint.style(role or "text"))
        for text, role, _, target in runs
    ]
    room = column.pane - 1 - sum(segment.cell_length for segment in segments)
    if room < 0:
        strip = Strip(segments).crop(0, column.pane - 1)
    else:
        strip = Strip([*segments, Segment(" " * room, base)], column.pane - 1)  # `Strip.adjust_cell_length` makes two.
    if labels:
        from ketareader.ui.hints import hinted  # noqa: PLC0415 (not before the first paint)

        return hinted(line, strip, column, labels, paint)
    return strip


def dimmed(line: Line) -> Line:
    """Return a line as it looks beside the paragraph that is being read."""
    return line._replace(runs=tuple(run._replace(role=f"{run.role or 'text'} dim") for run in line.runs))


def eye_mark(strip: Strip, column: Column, paint: Paint) -> Strip:
    """Mark a line, in the margin, as the one where the eye left off."""
    if column.left < _MARGIN:
        return strip
    mark = Segment("▸", paint.style("page.mark"))
    at = column.left - _MARGIN
    return Strip([*strip.crop(0, at), mark, *strip.crop(at + 1)], strip.cell_length)


def marked(runs: Iterable[Run], marks: Sequence[Mark]) -> Iterator[Run]:
    """Split runs where marks begin and end, and give the marked parts the marks' roles."""
    for run in runs:
        if run.start < 0 or not marks:
            yield run
            continue
        end = run.start + len(run.text)
        position = run.start
        for start, stop, role in marks:
            begin, finish = max(start, position), min(stop, end)
            if begin >= finish:
                continue
            if begin > position:
                yield _part(run, position, begin, "")
            yield _part(run, begin, finish, role)
            position = finish
        if position < end:
            yield _part(run, position, end, "")


def _part(run: Run, start: int, end: int, role: str) -> Run:
    """Return a part of a run, `role` added to its own."""
    text = run.text[start - run.start : end - run.start]
    return Run(text, f"{run.role} {role}" if role else run.role, start, run.target)
