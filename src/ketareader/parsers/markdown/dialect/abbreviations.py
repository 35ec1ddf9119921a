"""Abbreviations: `*[HTML]: Hyper Text Markup Language`, as PHP Markdown Extra has them.

https://michelf.ca/projects/php-markdown/extra/#abbr
"""

import re

from ketareader.parsers.markdown.dialect.tokens import rest_of
from ketareader.parsers.markdown.underlines import LinesState

_DEFINITION = re.compile(r"\*\[([^\[\]\n]{1,200})\]:[ \t]*(\S.*)")


def rule(state: LinesState, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take what an abbreviation stands for."""
    if not (found := _DEFINITION.fullmatch(rest_of(state, start))) or not found[1].strip():
        return False
    if not silent:
        token = state.push("abbreviation", "", 0)
        token.content, token.info, token.map = found[2], " ".join(found[1].split()), [start, start + 1]
        state.line = start + 1
    return True
