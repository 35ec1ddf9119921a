"""Inline text: soft line ends made spaces, terms, and addresses that lead somewhere."""

import re

from ketareader.document.block import Block, Kind
from ketareader.document.inline import Inline, Span
from ketareader.parsers.autolink import find_links
from ketareader.parsers.text.leaf import PAGE

_QUIET = "meta"
"""The role of what a page has at its head and foot: it says nothing of the article's matter."""
_SPACES = re.compile(r"[ \t\n]+")


def inline_of(block: Block) -> Inline:
    """Return a block's text as read."""
    if block.kind is Kind.RULE:
        return Inline("")
    if block.kind is Kind.CODE:
        return Inline(block.text)
    text = block.text if block.kind is Kind.VERSE else _on_one_line(block.text)
    spans = [Span(start, end, "link", target) for start, end, target in find_links(text)]
    if block.kind is Kind.DEFINITION and not block.joined:
        spans.insert(0, Span(0, block.level, "term"))
    if block.info == PAGE:
        spans.insert(0, Span(0, len(text), _QUIET))
    return Inline(text, tuple(spans))


def _on_one_line(text: str) -> str:
    """Make line ends and runs of spaces single spaces."""
    return _SPACES.sub(" ", text).strip(" ")
