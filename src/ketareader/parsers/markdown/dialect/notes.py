"""Footnotes: `[^label]: text`, what is indented below it too, as GitHub and Pandoc have them.

https://pandoc.org/MANUAL.html#footnotes
"""

import re

from markdown_it.common.utils import normalizeReference

from ketareader.document.block import Note
from ketareader.parsers.markdown.dialect.tokens import container, fill, first_line
from ketareader.parsers.markdown.dividing import AGAIN
from ketareader.parsers.markdown.underlines import LinesState

MARK = r"\[\^((?:[^\s\[\]\\]|\\.){1,999})\]"
"""A note's mark, and its label."""

_HEAD = r"\[\^((?:[^\s\[\]\\]|\\.){1,999})\]:"
_INDENT = 4


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a note that begins on this line."""
    at = state.bMarks[start] + state.tShift[start]
    if not (head := re.compile(_HEAD).match(state.src, at, state.eMarks[start])):
        return False
    if not silent:
        with container(state, start, (Note, label_of(head[1]))) as token:
            token.meta[AGAIN] = head[0]
            with first_line(state, start, head.end(), _INDENT):
                fill(state, start, end, _INDENT)
            state.line = max(state.line, start + 1)
    return True


def label_of(label: str) -> str:
    """Return the key of a note's number in the references."""
    return f"^{normalizeReference(label)}"
