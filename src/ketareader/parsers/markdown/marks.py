"""Marked text: `==words==`, as Obsidian, Pandoc and others have it."""

import re
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.pairs import take

_RUN: Final = r"=+"
_SIGN: Final = "=="
_AFTER_VALUE: Final = frozenset(")]}")
"""What a value ends with that is compared with another: `f(x)==y`."""


def mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take two signs that may begin or end what is marked; one, or more than two, are text.

    Between ASCII letters they flank nothing, so that `x==0` stays, as underscores do (CommonMark section 6.2).
    """
    if silent or not (run := re.compile(_RUN).match(state.src, state.pos, state.posMax)):
        return False
    if run[0] != _SIGN:
        state.append_pending(run[0])
        state.pos = run.end()
        return True
    before, after = state.src[state.pos - 1 : state.pos], state.src[run.end() : run.end() + 1]
    flanks = state.scanDelims(state.pos, not (before + after).isascii())
    take(state, _SIGN, opens=flanks.can_open and before not in _AFTER_VALUE, closes=flanks.can_close)
    return True
