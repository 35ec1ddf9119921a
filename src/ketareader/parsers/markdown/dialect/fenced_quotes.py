"""Quotes between fences: from a line of `>>>` to the next, as GitLab has them. The first may say that it is an alert.

https://docs.gitlab.com/user/markdown/#multiline-blockquote
"""

from bisect import bisect_right
from typing import Final

from ketareader.document.block import Kind, Quote
from ketareader.parsers.markdown.dialect.alerts import read_alert
from ketareader.parsers.markdown.dialect.tokens import UNDECIDED, container, fill, leaf, rest_of
from ketareader.parsers.markdown.underlines import LinesState

_FENCE: Final = ">>>"
_MOST_LINES: Final = 1_000
"""Lines from one fence to the other: beyond them, the first is quotes in one another."""


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a quote that begins with this line, if it stands in nothing else and is closed."""
    head = rest_of(state, start, len(_FENCE))
    alert = read_alert(head)
    if silent or state.level or (head and not alert) or not (close := _close(state, start, end)):
        return False
    with container(state, start, *(alert.containers if alert else ((Quote,),))):
        if alert:
            leaf(state, Kind.TITLE, alert.title, (start, start + 1))
        fill(state, start + 1, close, 0)
        state.line = close + 1
    return True


def _close(state: LinesState, start: int, end: int) -> int:
    """Return the line that closes a quote; 0 where none does so far."""
    if "fences" not in state.env:
        state.env["fences"] = [line for line in range(start, end) if _is_fence(state, line)]
    fences: list[int] = state.env["fences"]
    after = bisect_right(fences, start)
    if after < len(fences):
        return fences[after] if fences[after] - start < _MOST_LINES else 0
    if end - start <= _MOST_LINES:
        # What follows the text may close it.
        state.env.setdefault(UNDECIDED, start)
    return 0


def _is_fence(state: LinesState, line: int) -> bool:
    """Tell whether a line that stands in nothing else is a fence."""
    return rest_of(state, line) == _FENCE and not state.is_code_block(line)
