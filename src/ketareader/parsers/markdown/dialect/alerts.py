"""Alerts: a block quote that begins with `[!NOTE]`, as GitHub has them; and Obsidian's titles and folding.

https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
https://help.obsidian.md/callouts
"""

import re
from typing import Final, NamedTuple

from markdown_it.rules_block import StateBlock, paragraph

from ketareader.document.block import Fold, Kind
from ketareader.parsers.markdown.dialect.callouts import callout, title_of
from ketareader.parsers.markdown.dialect.tokens import Recipe, leaf, rest_of

_HEAD: Final = re.compile(r"\[!([\w-]+)(?:\|[^\[\]]*)?\]([+-]?)(?:[ \t]+(.*))?")
"""A name, and behind a bar what only themes know; how it folds; a title."""


class Alert(NamedTuple):
    """What the first line of an alert says."""

    containers: tuple[Recipe, ...]
    title: str


def read_alert(line: str) -> Alert | None:
    """Read the first line of an alert; None for any other."""
    if not (head := _HEAD.fullmatch(line)):
        return None
    name, folding, title = head.groups()
    fold = ((Fold, folding == "+"),) if folding else ()
    return Alert((callout(name), *fold), title or title_of(name))


def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Make an alert of the block quote that begins with this line."""
    quote = state.tokens[-1] if state.tokens else None
    if silent or quote is None or quote.type != "blockquote_open":
        return False
    if not (alert := read_alert(rest_of(state, start))):
        return False
    quote.meta = {"containers": alert.containers}
    leaf(state, Kind.TITLE, alert.title, (start, start + 1))
    state.line = start + 1
    if state.line < end and not state.isEmpty(state.line) and state.sCount[state.line] < 0:
        # As text, the first line would begin a paragraph, which goes on lazily.
        paragraph(state, state.line, end, False)  # noqa: FBT003 (markdown-it's)
    return True
