"""Text that is struck out: `~~gone~~` and `~gone~`, as GitHub has it (GFM section 6.5)."""

import re
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.pairs import take

_RUN: Final = r"~+"
_LONGEST: Final = 2
"""Tildes that strike out; a longer run is text."""


def strike(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take one tilde or two, which may begin or end what is struck out.

    One strikes out no part of a word or of a path, so that `H~2~O`, `3~5` and `~/a:~/b` stay.
    """
    if silent or not (run := re.compile(_RUN).match(state.src, state.pos, state.posMax)):
        return False
    if len(run[0]) > _LONGEST:
        state.append_pending(run[0])
        state.pos = run.end()
        return True
    is_double = len(run[0]) == _LONGEST
    may_strike = is_double or "/" not in state.src[max(state.pos - 1, 0) : run.end() + 1]
    flanks = state.scanDelims(state.pos, is_double)
    take(state, run[0], opens=may_strike and flanks.can_open, closes=may_strike and flanks.can_close)
    return True
