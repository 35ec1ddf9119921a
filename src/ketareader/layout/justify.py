"""Justified lines: spaces widened evenly. Between East Asian characters nothing is put."""

import re
from collections.abc import Sequence
from typing import Final

from ketareader.layout.lines import ORNAMENT, Line, Run
from ketareader.layout.ruler import cell_len

_MOST: Final = 1.5
"""Cells that are put into each gap of a line on average, at the most; a line that needs more stays ragged."""
_VERBATIM: Final = frozenset(("code", "math", "keyboard"))
"""Roles of text whose spaces are left as they are."""
_GAP: Final = re.compile(" +")

Gap = tuple[int, int]
"""A run's index on its line, and where in the run the spaces end."""


def justify(line: Line, width: int, number: int = 0) -> Line:
    """Widen the spaces of a line to fill `width` cells; leave it as it is where that would take too many.

    `number` is the line's place in its paragraph: what can't be shared out evenly goes to gaps on the right and on
    the left by turns, so that no rivers form. Spaces before the text, in code and in ornaments stay; what is drawn
    between is ornament, so that places hold.
    """
    gaps = _gaps(line.runs)
    spare = width - cell_len(line.text)
    if not gaps or not 0 < spare <= len(gaps) * _MOST:
        return line
    each, more = divmod(spare, len(gaps))
    order = gaps if number % 2 else gaps[::-1]
    wider = {gap: each for gap in gaps if each} | dict.fromkeys(_spread(order, more), each + 1)
    return line._replace(
        runs=tuple(part for index, run in enumerate(line.runs) for part in _widened(index, run, wider))
    )


def justified(lines: Sequence[Line], text: str, width: int) -> list[Line]:
    """Justify the lines of a paragraph whose plain text is `text`, but for the last and those that a newline ends."""
    return [
        line if number == len(lines) - 1 or "\n" in text[line.start : line.end] else justify(line, width, number)
        for number, line in enumerate(lines)
    ]


def _gaps(runs: Sequence[Run]) -> list[Gap]:
    """Return the spaces between the words of a line."""
    text = "".join([run.text if run.start >= 0 else "" for run in runs])
    first, last = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    gaps: list[Gap] = []
    begin = 0
    for index, run in enumerate(runs):
        if run.start < 0:
            continue
        if _VERBATIM.isdisjoint(run.role.split()):
            ends = (match.end() for match in _GAP.finditer(run.text))
            gaps += [(index, end) for end in ends if first < begin + end < last]
        begin += len(run.text)
    return gaps


def _spread(gaps: Sequence[Gap], more: int) -> list[Gap]:
    """Choose `more` of the gaps, as far apart as can be, the first among them."""
    return [gaps[number * len(gaps) // more] for number in range(more)]


def _widened(index: int, run: Run, wider: dict[Gap, int]) -> list[Run]:
    """Return a run in parts, what its gaps are widened by between them."""
    parts: list[Run] = []
    begin = 0
    for _, end in sorted(gap for gap in wider if gap[0] == index):
        parts.append(run._replace(text=run.text[begin:end], start=run.start + begin))
        parts.append(run._replace(text=" " * wider[index, end], start=ORNAMENT))
        begin = end
    rest = run._replace(text=run.text[begin:], start=run.start + begin if run.start >= 0 else run.start)
    return [*parts, rest] if rest.text or not parts else parts
