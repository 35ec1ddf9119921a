"""Tokens beside markdown-it's own: of what is shown in another form than it is written in, and of what tags mean."""

from typing import Final

from markdown_it.rules_inline import StateInline

SHOWN: Final = "shown"
"""A formula, a note's mark, an emoji: its content has the role that is its info, and leads where its "href" does. Its
markup is what it is called by in a heading's slug."""
SPAN_OPEN: Final = "span_open"
"""What is up to the "span_close" has the role that is its info, and leads where its "href" does."""
SPAN_CLOSE: Final = "span_close"
NEW_LINE: Final = "new_line"
"""What comes next begins a line, with its content."""
GONE: Final = "gone"
"""Something that isn't shown; the spaces around it are one."""


def show(state: StateInline, text: str, role: str = "", target: str = "", name: str = "") -> None:
    """Append a token of what is shown."""
    token = state.push(SHOWN, "", 0)
    token.content, token.info, token.markup = text, role, name
    if target:
        token.attrs["href"] = target
