"""Walking by section: from the block at the top of the page to the block to go to."""

from collections.abc import Callable

from ketareader.document.document import Document
from ketareader.document.outline import neighbour

Walk = Callable[[Document, int], int | None]
"""From a document and the block at the top of the page to the block to go to; None to stay."""


def next_section(document: Document, block: int) -> int | None:
    """Go to the next heading."""
    here = document.section_at(block)
    following = 0 if here is None else here + 1
    return document.sections[following].block if following < len(document.sections) else None


def previous_section(document: Document, block: int) -> int | None:
    """Go to this section's heading, and from there to the one before; from the first to the article's start."""
    here = document.section_at(block)
    if here is None:
        return 0
    at_heading = document.sections[here].block == block
    goal = here - 1 if at_heading else here
    return document.sections[goal].block if goal >= 0 else 0


def next_peer(document: Document, block: int) -> int | None:
    """Go to the next heading at this section's level or above."""
    here = document.section_at(block)
    if here is None:
        return next_section(document, block)
    peer = neighbour(document.sections, here, range(here + 1, len(document.sections)))
    return None if peer is None else document.sections[peer].block


def previous_peer(document: Document, block: int) -> int | None:
    """Go to the previous heading at this section's level or above."""
    here = document.section_at(block)
    if here is None:
        return None
    peer = neighbour(document.sections, here, range(here - 1, -1, -1))
    return None if peer is None else document.sections[peer].block
