"""Anchors: places in an article that hold at any width."""

from typing import NamedTuple


class Anchor(NamedTuple):
    """A place in an article. Anchors order as the text does."""

    block: int
    """Index into `Document.blocks`."""
    offset: int = 0
    """Characters into the block's plain text (`Document.inline(block).text`)."""


class Hit(NamedTuple):
    """A stretch of text that a search found, within one block."""

    block: int
    start: int
    end: int
    """Half-open range of characters in the block's plain text."""
