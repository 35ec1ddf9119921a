"""Content tabs: `=== "Title"` and what is indented below it, as PyMdown's extensions have them. All of them are open.

https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/
"""

import re
from typing import Final

from ketareader.document.block import Fold, Kind
from ketareader.parsers.markdown.dialect.tokens import container, fill, indented, leaf, rest_of
from ketareader.parsers.markdown.dividing import AGAIN
from ketareader.parsers.markdown.underlines import LinesState

_HEAD: Final = re.compile(r"""===(?:!\+?|\+!?)?[ \t]+"(.*)\"""")
_INDENT: Final = 4


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a tab that begins with this line: it has a title, and text."""
    line = rest_of(state, start)
    if not (head := _HEAD.fullmatch(line)) or not head[1].strip():
        return False
    text, after = indented(state, start, end, _INDENT)
    if text == after:
        return False
    if not silent:
        with container(state, start, (Fold, True)) as token:
            token.meta[AGAIN] = line
            leaf(state, Kind.TITLE, head[1].strip(), (start, start + 1))
            fill(state, start + 1, after, _INDENT)
    return True
