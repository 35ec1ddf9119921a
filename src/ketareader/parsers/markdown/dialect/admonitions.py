"""Admonitions: `!!! note "Title"` and what is indented below it, as Python-Markdown has them; `???` folds.

https://python-markdown.github.io/extensions/admonition/
https://facelessuser.github.io/pymdown-extensions/extensions/details/
"""

import re

from ketareader.document.block import Fold, Kind
from ketareader.parsers.markdown.dialect.callouts import callout, title_of
from ketareader.parsers.markdown.dialect.tokens import container, fill, indented, leaf, rest_of
from ketareader.parsers.markdown.dividing import AGAIN
from ketareader.parsers.markdown.underlines import LinesState

_HEAD = re.compile(r"""(!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)((?:[ \t]+[\w-]+)*)(?:[ \t]+"(.*)")?""")
_CLASSES = frozenset({"inline", "end", "left", "right"})
_INDENT = 4


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take an admonition that begins with this line: it has a title of its own, or text."""
    if not (head := _HEAD.fullmatch(rest_of(state, start))):
        return False
    text, after = indented(state, start, end, _INDENT)
    if head[4] is None and text == after:
        return False
    if silent:
        return True
    marks, name, classes, title = head.groups()
    if title is None:
        # Words that aren't known as classes are a title that was meant to stand in quotes.
        title = " ".join(word for word in classes.split() if word not in _CLASSES) or title_of(name)
    fold = ((Fold, marks == "???+"),) if marks != "!!!" else ()
    with container(state, start, callout(name), *fold) as token:
        token.meta[AGAIN] = f'{marks} {name} ""'
        if title or fold:
            leaf(state, Kind.TITLE, title or title_of(name), (start, start + 1))
        fill(state, start + 1, after, _INDENT)
    return True
