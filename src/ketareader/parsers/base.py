"""What a format has to offer."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Protocol

from ketareader.document.batch import Batch
from ketareader.document.block import Block
from ketareader.document.inline import Inline
from ketareader.document.references import References
from ketareader.document.source import Piece

SCREENFUL = 12_000
"""Characters that the first batch reads: a little more than a screen shows, for the first paint waits for it."""


class Punctuation(Enum):
    """How a text's quotes, dashes and dots look."""

    WRITTEN = auto()
    """As the author typed them."""
    PRINTED = auto()
    """As print has them: quotes are curly, three dots an ellipsis, "--" is an en dash and "---" an em dash."""


class Parser(Protocol):
    """One format: how its text becomes blocks, and how a block's text becomes inline text."""

    def parse(self, pieces: Iterator[Piece], size: int) -> Iterator[Batch]:
        """Yield the article's blocks in order, in batches; the first as soon as a screenful is known.

        `size` is the source's length in bytes. Every word of every piece is in the `text` of some block. Never raises
        for any input.
        """
        ...

    def inline(self, block: Block, references: References) -> Inline:
        """Parse one block's text. Pure; never raises for any input."""
        ...

    def unused(self, blocks: list[Block], references: References) -> frozenset[str]:
        """Return the labels of `references` that nothing in the whole article's `blocks` uses."""
        ...
