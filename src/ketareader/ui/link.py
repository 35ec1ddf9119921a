"""A link in an article, as it is taken in hand."""

from collections.abc import Iterable
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.document.block import Fold, Kind
from ketareader.document.document import Document
from ketareader.layout.viewport import Row

FOLD = "fold:"
"""The target of a summary: what it is the summary of folds and unfolds."""


class Link(NamedTuple):
    """A link in an article, or something else there that one can act on."""

    block: int
    start: int
    end: int
    """Half-open range of characters in the block's plain text."""
    target: str
    title: str = ""
    """What is said of it beside its text."""

    def has(self, anchor: Anchor) -> bool:
        """Tell whether a character is in it."""
        return anchor.block == self.block and self.start <= anchor.offset < self.end

    def is_in(self, rows: Iterable[Row]) -> bool:
        """Tell whether any of it is in these rows."""
        return any(
            self.has(Anchor(place.block, run.start))
            for place, line in rows
            if place.block == self.block
            for run in line.runs
        )


def is_summary(document: Document, index: int) -> bool:
    """Tell whether a block is the summary of what folds."""
    block = document.blocks[index]
    return block.kind is Kind.TITLE and isinstance(block.frame[-1], Fold)
