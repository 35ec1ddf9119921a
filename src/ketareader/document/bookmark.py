"""Bookmarks: anchors that are found again in an article that was changed meanwhile."""

from itertools import chain, zip_longest
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document

_WORDS = 60
"""Characters that a block is known by."""


class Bookmark(NamedTuple):
    """An anchor, and the words that it stands at."""

    block: int
    """Index into `Document.blocks`."""
    offset: int
    """Characters into the block's plain text."""
    words: str
    """The beginning of the block's source."""


def bookmark(document: Document, anchor: Anchor) -> Bookmark:
    """Return a bookmark at an anchor."""
    words = document.blocks[anchor.block].text[:_WORDS] if anchor.block < len(document.blocks) else ""
    return Bookmark(anchor.block, anchor.offset, words)


def find_bookmark(document: Document, mark: Bookmark) -> Anchor | None:
    """Return the anchor of a bookmark: in its block, else, once the article is complete, in the nearest that begins so.

    None where there is no such block, or not yet.
    """
    blocks = document.blocks
    count = len(blocks)
    if mark.block < count and blocks[mark.block].text.startswith(mark.words):
        return Anchor(mark.block, mark.offset)
    if not document.complete:
        return None
    start = min(mark.block, count)
    outwards = chain.from_iterable(zip_longest(range(start, count), range(start - 1, -1, -1)))
    found = (index for index in outwards if index is not None and blocks[index].text.startswith(mark.words))
    return next((Anchor(index, mark.offset) for index in found), None)
