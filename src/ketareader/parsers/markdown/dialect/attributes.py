"""Attribute lists on a line of their own: `{: .class #name }` right below what they are of, or right above it.

https://kramdown.gettalong.org/syntax.html#block-ials
https://python-markdown.github.io/extensions/attr_list/
"""

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ketareader.parsers.markdown.attribute_lists import ATTRIBUTE, ENDING, WORD, name_in
from ketareader.parsers.markdown.dialect.tokens import rest_of
from ketareader.parsers.markdown.underlines import LinesState

_PART: Final = rf"(?:{ATTRIBUTE}|{WORD})"
_MORE: Final = rf"(?:[ \t]++{_PART})*+{ENDING}"
_LINE: Final = re.compile(rf"\{{:[\w-]+:{_MORE}|\{{:[ \t]*+{_PART}{_MORE}|\{{[ \t]*+(?=[.#]){ATTRIBUTE}{_MORE}")
"""Kramdown's definition of a list, a list, and one without a colon, whose first attribute tells it from a set."""


def rule(state: LinesState, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a list, which isn't shown. A name in it is that of what it is of."""
    line = rest_of(state, start)
    if not _LINE.fullmatch(line):
        return False
    if not silent:
        above = _right_above(state, start)
        token = state.push("attributes", "", 0)
        token.map = [start, start + 1]
        if name := name_in(line):
            (above or token).meta["name"] = name
        state.line = start + 1
    return True


def _right_above(state: StateBlock, line: int) -> Token | None:
    """Return the token that begins the block right above a line; None where a blank line or nothing is above it."""
    if not line or state.isEmpty(line - 1):
        return None
    level = state.level
    before = (token for token in reversed(state.tokens) if token.level <= level and token.nesting >= 0)
    above = next(before, None)
    return above if above and above.level == level else None
