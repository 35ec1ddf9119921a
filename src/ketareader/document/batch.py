"""Batches: an article arrives a run of blocks at a time."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ketareader.document.block import Block


class Reference(NamedTuple):
    """A link reference definition (CommonMark section 4.7)."""

    target: str
    title: str


class Meta(NamedTuple):
    """What an article says of itself in its front matter; empty where it says nothing."""

    title: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The next blocks of an article, as a parser finds them."""

    blocks: tuple[Block, ...]
    words: tuple[int, ...]
    """Words in each block, as `text.count_words` counts them in the text as read."""
    done: float
    """The share of the source that is parsed with this batch, 0 to 1."""
    references: dict[str, Reference] = field(default_factory=dict)
    """Link reference definitions found in this batch, by normalised label."""
    meta: Meta | None = None
    """The front matter, in the batch that holds it."""
    last: bool = False
    """Whether the article ends here."""
