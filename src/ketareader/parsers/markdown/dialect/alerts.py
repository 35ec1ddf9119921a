"""Alerts: a block quote that begins with `[!NOTE]`, as GitHub has them; and Obsidian's titles and folding.

https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
https://help.obsidian.md/callouts
"""

import re

from markdown_it.rules_block import StateBlock

from ketareader.document.block import Callout, Fold, Kind
from ketareader.parsers.markdown.dialect.callouts import kind_of, title_of
from ketareader.parsers.markdown.dialect.tokens import leaf, rest_of

_HEAD = re.compile(r"\[!([\w-]+)\]([+-]?)(?:[ \t]+(.*))?")


def rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Make an alert of the block quote that begins with this line."""
    quote = state.tokens[-1] if state.tokens else None
    if silent or quote is None or quote.type != "blockquote_open":
        return False
    if not (head := _HEAD.fullmatch(rest_of(state, start))):
        return False
    name, folding, title = head.groups()
    fold = ((Fold, folding == "+"),) if folding else ()
    quote.meta = {"containers": ((Callout, kind_of(name) or "note"), *fold)}
    leaf(state, Kind.TITLE, title or title_of(name), (start, start + 1))
    state.line = start + 1
    return True
