"""Text between like signs: what may open it and close it is taken by a rule for each sign, and paired here."""

from collections.abc import Iterator
from typing import Final, Literal

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from ketareader.parsers.markdown.shown import SPAN_CLOSE, SPAN_OPEN

_ROLES: Final = {"==": "marked", "~": "strike", "~~": "strike"}
"""The roles of the text between signs; what a sign opens is closed by its like."""
_KINDS: Final = {sign: number for number, sign in enumerate(_ROLES)}
"""What the delimiters of a sign are called among others, which are called by their character's number."""


def take(state: StateInline, sign: str, *, opens: bool, closes: bool) -> None:
    """Take a sign that comes next, and whether it may open, and close; if neither, it is text."""
    if opens or closes:
        state.push("text", "", 0).content = sign
        # Without a length, the rule that keeps emphasis in multiples of three apart doesn't apply.
        state.delimiters.append(Delimiter(_KINDS[sign], 0, len(state.tokens) - 1, -1, opens, closes))
    else:
        state.append_pending(sign)
    state.pos += len(sign)


def resolve(state: StateInline) -> None:
    """Make spans of what stands between signs that belong together."""
    for delimiters in _all_delimiters(state):
        for delimiter in delimiters:
            if delimiter.marker < len(_KINDS) and delimiter.end >= 0:
                opener, closer = state.tokens[delimiter.token], state.tokens[delimiters[delimiter.end].token]
                role = _ROLES[opener.content]
                _become(opener, SPAN_OPEN, 1, role)
                _become(closer, SPAN_CLOSE, -1)


def _all_delimiters(state: StateInline) -> Iterator[list[Delimiter]]:
    """Yield the delimiters of the text, and of each link in it."""
    yield state.delimiters
    yield from (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)


def _become(token: Token, kind: str, nesting: Literal[-1, 1], role: str = "") -> None:
    token.type, token.nesting, token.content, token.info = kind, nesting, "", role
