"""What the tests of HTML share: how to build fragments, and how to say what came of them in a line."""

from collections.abc import Iterable
from typing import Final

from ketareader.document.block import CELL, LEAD, LINE, LISTING, Block, Callout, Container, Fold, Item, Note
from ketareader.parsers.html.builder import HtmlBuilder
from ketareader.parsers.html.tables import Tables

_SHOWN: Final = str.maketrans({CELL: "¦", LINE: "↵", LEAD: "┊", LISTING: "┋", "\n": "⏎", "\r": "⏎"})


def build(*fragments: str) -> list[Block]:
    """Return the blocks of fragments that follow one another, a blank line between them."""
    builder, blocks, line = HtmlBuilder(), [], 1
    for fragment in fragments:
        blocks += builder.fragment(f"{fragment}\n", line)
        line += fragment.count("\n") + 2
    return settled(blocks)


def settled(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks as they are once it is known which of them stand in tables."""
    tables = Tables()
    return [*tables.among(blocks), *tables.ending()]


def shown(*fragments: str) -> list[str]:
    """Say what each block is, on one line: "> • paragraph: text"."""
    return [described(block) for block in build(*fragments)]


def described(block: Block) -> str:
    """Say what a block is."""
    kind = f"{block.kind}{block.level or ''}{f'({block.info})' if block.info else ''}"
    return f"{''.join(map(mark, block.frame))}{kind}: {block.text.translate(_SHOWN)}".rstrip()


def mark(container: Container) -> str:
    """Show a container."""
    if isinstance(container, Item):
        return f"{container.marker}{ {None: '', True: '[x]', False: '[ ]'}[container.done] } "
    if isinstance(container, Fold):
        return "▾ " if container.is_open else "▸ "
    return "! " if isinstance(container, Callout | Note) else f"{type(container).__name__.lower()} "
