"""Scripts and style sheets in a line of text: they stand as they are, and nothing in them is Markdown."""

import re
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.shown import GONE

_START: Final = r"<(script|style)(?:\s[^<>]*)?>"


def raw_element(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a script or a style sheet up to its end tag, in whose case it is written; one without words is nothing."""
    found = re.compile(_START, re.IGNORECASE).match(state.src, state.pos, state.posMax)
    ending = f"</{found[1]}>" if found else ""
    if not found or state.html_terminator_last(ending) < found.end():
        return False
    last = state.src.index(ending, found.end())
    if last + len(ending) > state.posMax:
        return False
    if not silent:
        token = state.push("html_inline" if state.src[found.end() : last].strip() else GONE, "", 0)
        token.content = state.src[state.pos : last + len(ending)] if token.type != GONE else ""
    state.pos = last + len(ending)
    return True
