"""Marked text: `==words==`, as Obsidian, Pandoc and others have it."""

import re
from typing import Final
from unicodedata import category

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.pairs import take

_RUN: Final = r"=+"
_SIGN: Final = "=="
_OPENS_BEHIND: Final = r"(?:[\s(\[{/]|[^\w\x00-\x7f”’»›])[*_~\"']*+\Z"
_CLOSES_BEFORE: Final = r"[*_~\"'”’]*+(?:\Z|[\s.,;:!?)\]}/\\-]|[^\w\x00-\x7f„‚]|&(?![lg]t;)|\[\^|\{(?!\})|</|<br\b)"
"""Spaces and punctuation, with quotes and emphasis between; a note's mark, an attribute list or a tag may be next."""
_NEAR: Final = 12
"""Characters that are looked at before the signs; a line's beginning counts as spaces."""
_ARROW: Final = r">|<(?!/?[A-Za-z])|&[lg]t;"
_OPENING_TAG: Final = "html_inline <[^/]"
_TAG_OR_ADDRESS: Final = "html_inline|link_close"
_FROM_HAN: Final = "\u2e80"


def mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take two signs that may begin or end what is marked; one, or more than two, are text."""
    if silent or not (run := re.compile(_RUN).match(state.src, state.pos, state.posMax)):
        return False
    if run[0] != _SIGN:
        state.append_pending(run[0])
        state.pos = run.end()
        return True
    opens, closes = (False, False) if _is_arrow(state, run.end()) else _directions(state, run.end())
    take(state, _SIGN, opens=opens, closes=closes)
    return True


def _directions(state: StateInline, end: int) -> tuple[bool, bool]:
    """Tell whether signs that end at `end` may open, and whether they may close.

    Where words are parted by spaces, signs between values compare them: `x==0`, `f(x)==y`, "a"=="b". In scripts without
    cases, of which many have no spaces, they flank as asterisks do (CommonMark section 6.2).
    """
    start, src = state.pos, state.src
    if any(map(_is_caseless, (src[start - 1 : start], src[end : end + 1]))):
        flanks = state.scanDelims(start, True)  # noqa: FBT003 (between letters, too)
        return flanks.can_open, flanks.can_close
    flanks = state.scanDelims(start, False)  # noqa: FBT003 (not between letters)
    near = src[max(start - _NEAR, 0) : start].rjust(_NEAR)
    opens = re.search(_OPENS_BEHIND, near) is not None or _follows(state, _OPENING_TAG)
    return flanks.can_open and opens, flanks.can_close and re.compile(_CLOSES_BEFORE).match(src, end) is not None


def _is_arrow(state: StateInline, end: int) -> bool:
    """Tell whether signs that end at `end` are part of an arrow: `==>`, `<==`."""
    before = state.src[max(state.pos - len("&lt;"), 0) : state.pos]
    if before.endswith(("&lt;", "&gt;")) or re.compile(_ARROW).match(state.src, end):
        return True
    return before.endswith("<") or (before.endswith(">") and not _follows(state, _TAG_OR_ADDRESS))


def _follows(state: StateInline, markup: str) -> bool:
    """Tell whether markup that begins like a pattern ends right before what comes next."""
    before = state.tokens[-1] if state.tokens and not state.pending else None
    return before is not None and re.match(markup, f"{before.type} {before.content}") is not None


def _is_caseless(character: str) -> bool:
    """Tell whether a character, or none, is of a script in which letters have no case, or of East Asian punctuation."""
    return character >= _FROM_HAN or (not character.isascii() and category(character) in {"Lo", "Mc"})
