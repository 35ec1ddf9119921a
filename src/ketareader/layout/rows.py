"""Text whose line ends count: code, raw HTML, verse. A line too long goes on under a mark."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.ruler import cell_len, is_narrow
from ketareader.layout.wrap import wrap

TAB = 4
"""Cells from one tab stop to the next."""


def lay_out_rows(styled: Styled, width: int, mark: Run) -> list[Line]:
    """Lay each line of a text out in lines of at most `width` cells; `mark` stands before what goes on."""
    lines: list[Line] = []
    start = 0
    for row in styled.text.split("\n"):
        end = start + len(row)
        if "\t" in row:
            lines += _tabbed(styled, start, end, width, mark)
        elif len(row) <= width and is_narrow(row):
            lines.append(Line(styled.runs(start, end), start, end + 1))
        else:
            lines += _broken(styled, start, end, width, mark)
        start = end + 1
    return lines


def _broken(styled: Styled, start: int, end: int, width: int, mark: Run) -> Iterator[Line]:
    """Yield the lines of a row without tabs."""
    mark = _fitting(mark, width)
    ranges = wrap(styled.text[start:end], width - cell_len(mark.text), width)
    stops = [first for first, _ in ranges[1:]] + [end - start + 1]
    for (first, last), stop in zip(ranges, stops, strict=True):
        runs = styled.runs(start + first, start + last)
        yield Line((mark, *runs) if first and mark.text else runs, start + first, start + stop)


def _fitting(mark: Run, width: int) -> Run:
    """Return the mark, or none where it would take more room than it leaves."""
    return mark if width > 2 * cell_len(mark.text) else Run("")


class _Stretch(NamedTuple):
    """A part of a row with tabs: one tab, or what stands between two."""

    start: int
    """Where it begins in the row as it is drawn, in characters."""
    drawn: str
    """What is drawn: a tab is the spaces up to the next stop."""
    source: int
    """Where it begins in the text."""
    is_tab: bool


def _tabbed(styled: Styled, start: int, end: int, width: int, mark: Run) -> Iterator[Line]:
    """Yield the lines of a row with tabs. Only the first space of a tab stands for it."""
    mark = _fitting(mark, width)
    stretches = list(_stretches(styled.text[start:end], start))
    ranges = wrap("".join(stretch.drawn for stretch in stretches), width - cell_len(mark.text), width)
    places = [_index(stretches, first) for first, _ in ranges]
    starts = [_source(stretches[index], first) for index, (first, _) in zip(places, ranges, strict=True)]
    for (first, last), index, at, stop in zip(ranges, places, starts, [*starts[1:], end + 1], strict=True):
        inside = stretches[index : _index(stretches, last) + 1]
        runs = [run for stretch in inside for run in _part(styled, stretch, first, last)]
        yield Line((mark, *runs) if first and mark.text else tuple(runs), at, stop)


def _index(stretches: Sequence[_Stretch], drawn: int) -> int:
    """Return the index of the stretch that a character of a row is in, counted in the row as it is drawn."""
    return bisect_right(stretches, drawn, key=attrgetter("start")) - 1


def _source(stretch: _Stretch, drawn: int) -> int:
    """Return where in the text a character of a stretch stands, counted in the row as it is drawn."""
    return stretch.source if stretch.is_tab else stretch.source + drawn - stretch.start


def _stretches(row: str, source: int) -> Iterator[_Stretch]:
    """Yield the parts of a row that begins at `source`, tabs reaching from stop to stop."""
    start = column = 0
    for number, part in enumerate(row.split("\t")):
        if number:
            drawn = " " * (TAB - column % TAB)
            yield _Stretch(start, drawn, source, is_tab=True)
            start, column, source = start + len(drawn), column + len(drawn), source + 1
        if part:
            yield _Stretch(start, part, source, is_tab=False)
            start, column, source = start + len(part), column + cell_len(part), source + len(part)


def _part(styled: Styled, stretch: _Stretch, first: int, last: int) -> tuple[Run, ...]:
    """Return the runs of a stretch that stand in `first:last` of its row as drawn."""
    begin = max(first - stretch.start, 0)
    end = min(last - stretch.start, len(stretch.drawn))
    if begin >= end:
        return ()
    if not stretch.is_tab:
        return styled.runs(stretch.source + begin, stretch.source + end)
    role = styled.runs(stretch.source, stretch.source + 1)[0].role
    if begin:
        return (Run(stretch.drawn[begin:end], role),)
    return (Run(" ", role, stretch.source), *((Run(stretch.drawn[1:end], role),) if end > 1 else ()))
