"""Panning: a page as a window over lines that are wider."""

from collections.abc import Iterable, Iterator

from ketareader.layout.lines import Line, Run
from ketareader.layout.ruler import cell_len, graphemes

_MORE_LEFT = Run("‹", "pan.mark")
_MORE_RIGHT = Run("›", "pan.mark")
_LEAST = 4
"""Cells that the window keeps beside what is held."""
_AROUND = 8
"""Cells beside what is brought into the window, where there is room for them."""


def window(line: Line, shift: int, width: int, held: int = 0) -> Line:
    """Return what a window of `width` cells shows of a line: its first `held` cells, the rest from `shift` cells on.

    A mark in the first or the last cell says that there is more.
    """
    length = cell_len(line.text)
    if length <= width and not shift:
        return line
    held = held if held + _LEAST <= width else 0
    left, right = held + shift, shift + width
    runs = [*_crop(line.runs, 0, held), *_crop(line.runs, left, right)]
    if shift and length > held:
        runs = [*_crop(runs, 0, held), _MORE_LEFT, *_crop(runs, held + 1, width)]
    if length > right:
        runs = [*_crop(runs, 0, width - 1), _MORE_RIGHT]
    return line._replace(runs=tuple(runs))


def brought(shift: int, width: int, held: int, left: int, right: int) -> int:
    """Return the shift at which a window shows the cells `left:right` of a line, or the first of them if it can't all.

    It is `shift` where that will do.
    """
    held = held if held + _LEAST <= width else 0
    first = held + shift + (1 if shift else 0)
    if right <= held or first <= left < right < shift + width:
        return shift
    around = max(0, min(_AROUND, (width - held - 2 - (right - left)) // 2))
    furthest = left - held - 1
    return max(0, min(right + 1 + around - width, furthest) if left >= first else furthest - around)


def _crop(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """Yield what stands in the cells `start:end` of a line; half of a wide character is a space."""
    cell = 0
    for run in runs:
        size = cell_len(run.text)
        if start <= cell and cell + size <= end:
            yield run
        elif cell < end and cell + size > start:
            yield from _part(run, max(start - cell, 0), min(end - cell, size))
        cell += size
        if cell >= end:
            return


def _part(run: Run, start: int, end: int) -> Iterator[Run]:
    """Yield what stands in the cells `start:end` of one run."""
    if run.text.isascii():
        yield run._replace(text=run.text[start:end], start=run.start + start if run.start >= 0 else run.start)
        return
    cell = 0
    first = last = before = after = 0
    for begin, stop, cells in graphemes(run.text):
        if cell < start:
            before = max(cell + cells - start, 0)
            first = last = stop
        elif cell + cells <= end:
            last = stop
        elif cell < end:
            after = end - cell
        cell += cells
        del begin
    if before:
        yield Run(" " * before, run.role)
    if last > first:
        yield run._replace(text=run.text[first:last], start=run.start + first if run.start >= 0 else run.start)
    if after:
        yield Run(" " * after, run.role)
