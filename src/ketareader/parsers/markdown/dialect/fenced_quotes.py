"""Quotes between fences: from a line of `>>>` to the next, as GitLab has them. The first may say that it is an alert.

Python's prompts look alike: where a session with any input goes on, there is no such quote.

https://docs.gitlab.com/user/markdown/#multiline-blockquote
"""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from ketareader.document.block import Kind, Quote
from ketareader.parsers.markdown.dialect.alerts import read_alert
from ketareader.parsers.markdown.dialect.tokens import UNDECIDED, container, fill, leaf, rest_of
from ketareader.parsers.markdown.underlines import LinesState

_FENCE: Final = ">>>"
_INPUT: Final = re.compile(r"(?:>>>|\.\.\.)[ \t]+(?!\[!)\S")
"""What a line of a Python session begins with, and no alert."""
_CODE: Final = re.compile(r"`{3,}[^`]*|~{3,}.*")
_MOST_LINES: Final = 1_000
"""Lines from one fence to the other: beyond them, the first is quotes in one another."""


class _Signs(NamedTuple):
    """The lines of a text that say where quotes end, or that there are none."""

    fences: tuple[list[int], list[int]]
    """Those of quotes: with an even number of the fences of code above them, and with an odd one, which is in code."""
    inputs: list[int]
    """Lines of Python sessions."""
    codes: list[int]
    """Fences of code."""


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a quote that begins with this line, if it stands in nothing else and is closed."""
    head = rest_of(state, start, len(_FENCE))
    alert = read_alert(head)
    if silent or state.level or (head and not alert) or (not alert and _is_prompt(state, start, end)):
        return False
    if not (close := _close(state, start, end)):
        return False
    with container(state, start, *(alert.containers if alert else ((Quote,),))):
        if alert:
            leaf(state, Kind.TITLE, alert.title, (start, start + 1))
        fill(state, start + 1, close, 0)
        state.line = close + 1
    return True


def _is_prompt(state: LinesState, start: int, end: int) -> bool:
    """Tell whether a session goes on with this line: whether the last line above it that isn't blank is one's."""
    above = next((line for line in range(start - 1, -1, -1) if not state.isEmpty(line)), start)
    if above == start or not _INPUT.match(rest_of(state, above)):
        return False
    blank = next((line for line in range(start + 1, end) if state.isEmpty(line)), end)
    if state.skipEmptyLines(blank) >= end:
        # What comes next may be parsed from this line on, and then there is nothing above it.
        state.env.setdefault(UNDECIDED, above)
    return True


def _close(state: LinesState, start: int, end: int) -> int:
    """Return the line that closes a quote; 0 where none does so far, or a session comes first."""
    if "fences" not in state.env:
        state.env["fences"] = _signs(state, start, end)
    signs: _Signs = state.env["fences"]
    close = _next(signs.fences[bisect_right(signs.codes, start) % 2], start, end)
    if _next(signs.inputs, start, end) < close or close - start > _MOST_LINES:
        return 0
    if close < end:
        return close
    # What follows the text may close it.
    state.env.setdefault(UNDECIDED, start)
    return 0


def _next(lines: list[int], start: int, end: int) -> int:
    """Return the first of the lines after `start`; `end` for none."""
    after = bisect_right(lines, start)
    return lines[after] if after < len(lines) else end


def _signs(state: LinesState, start: int, end: int) -> _Signs:
    """Find the signs in a range of lines that stand in nothing else."""
    signs = _Signs(([], []), [], [])
    for line in range(start, end):
        text = rest_of(state, line)
        if text == _FENCE and not state.is_code_block(line):
            signs.fences[len(signs.codes) % 2].append(line)
        elif _INPUT.match(text):
            signs.inputs.append(line)
        elif _CODE.fullmatch(text):
            signs.codes.append(line)
    return signs
