"""What the tests of plain text share: how to parse a text, and how to say what came of it in a line."""

from collections.abc import Iterator

from ketareader.document.block import Block, Item, Kind
from ketareader.document.source import Piece
from ketareader.parsers.text import PlainText

PARAGRAPH = (
    "It goes on for a good while, as paragraphs do that were pasted from a page, and it ends in a stop, at a length "
    "that nobody would take for a heading's, however generous he was with his headings."
)
"""A paragraph of one line."""
WRAPPED = """\
It goes on for a good while, as paragraphs do, and its lines are broken where
the next word would have passed the right margin, which is why nobody needs to
keep them as they are."""
"""A paragraph of three lines."""


def pieces_of(*texts: str) -> Iterator[Piece]:
    """Yield texts as the pieces of one source."""
    done = 0
    for text in texts:
        done += len(text.encode())
        yield Piece(text, done, 0)


def parse(*texts: str) -> list[Block]:
    """Parse a source that comes in pieces."""
    size = sum(len(text.encode()) for text in texts)
    return [block for batch in PlainText().parse(pieces_of(*texts), size) for block in batch.blocks]


def headings(text: str) -> list[tuple[int, str]]:
    """Return the level and the words of each heading."""
    return [(block.level, block.text) for block in parse(text) if block.kind is Kind.HEADING]


def shown(text: str) -> list[str]:
    """Say what each block is, on one line: "> 1. paragraph: Text"."""
    return [f"{frame_of(block)}{block.kind}: {block.text}" for block in parse(text)]


def frame_of(block: Block) -> str:
    """Return a block's containers as they read in a text."""
    return "".join(f"{entry.marker} " if isinstance(entry, Item) else "> " for entry in block.frame)
