"""Emoji by their names between colons, as on GitHub: `:tada:`."""

import re
from functools import lru_cache
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.shown import SHOWN, show
from ketareader.text import clean

_CODE: Final = r"(?<![A-Za-z0-9]):[a-z0-9_+-]{1,64}:(?![A-Za-z0-9])"

_LONGEST_ADDRESS: Final = 2_048
"""How far before a name the address that it stands in may begin."""


def shortcode(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse an emoji's name, unless it stands in an address."""
    if state.src.startswith(": ", state.pos):
        return False
    found = re.compile(_CODE).match(state.src, state.pos, state.posMax)
    emoji = found and _emoji(found[0])
    if not found or not emoji or _is_part(state) or _is_address(state.src, state.pos):
        return False
    if not silent:
        show(state, emoji, name=found[0])
    state.pos = found.end()
    return True


@lru_cache(512)
def _emoji(code: str) -> str:
    """Return the emoji of a name; "" where there is none, or none that is free of hidden characters."""
    from emoji import emojize  # noqa: PLC0415 (it takes its time, and few texts have such a name)

    emoji = emojize(code, language="alias")
    return "" if emoji == code or clean(emoji) != emoji else emoji


def _is_part(state: StateInline) -> bool:
    """Tell whether the first colon belongs to what stands before it, and that is no emoji: `std::b::c`."""
    if state.src[state.pos - 1 : state.pos] != ":" or not state.pos:
        return False
    return bool(state.pending) or not state.tokens or state.tokens[-1].type != SHOWN


def _is_address(text: str, at: int) -> bool:
    """Tell whether the word before a place is the beginning of a web address."""
    least = max(at - _LONGEST_ADDRESS, 0)
    begin = max(text.rfind(" ", least, at), text.rfind("\n", least, at), least - 1) + 1
    return text.find("://", begin, at) >= 0 or text[begin : begin + 4].lower() == "www."
