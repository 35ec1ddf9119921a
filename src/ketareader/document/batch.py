"""Batches: an article arrives a run of blocks at a time."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ketareader.document.block import Block
from ketareader.document.references import Reference

if TYPE_CHECKING:
    from ketareader.document.macros import Macro


class Meta(NamedTuple):
    """What an article says of itself in its front matter; empty where it says nothing."""

    title: str = ""
    author: str = ""
    date: str = ""
    tags: tuple[str, ...] = ()
    description: str = ""


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
    notes: tuple[str, ...] = ()
    """Labels, normalised, of the notes that this batch's source defines; their text comes with the last batch."""
    mentions: tuple[str, ...] = ()
    """Labels, normalised, of the notes that this batch's text may refer to, in its order."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """What abbreviations stand for, found in this batch."""
    meta: Meta | None = None
    """The front matter, in the batch that holds it."""
    last: bool = False
    """Whether the article ends here."""
    names: tuple[str, ...] = ()
    """What the end of the article is called in links, in the last batch: by tags that no block comes after."""
    macros: tuple["Macro", ...] = ()
    """What this batch's formulas define for themselves and for those below."""
