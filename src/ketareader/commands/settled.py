"""Blocks as soon as nothing that is still to be read can change how they are shown."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ketareader.document.block import Block, Kind
from ketareader.document.document import Document
from ketareader.pipeline import Article

_LITERAL: Final = frozenset({Kind.CODE, Kind.HTML, Kind.META, Kind.RULE})
_SHORT: Final = 250_000
"""Bytes of an article that is soon read to its end: some hours of reading."""
_BY_REFERENCE: Final = re.compile(r"\](?!\()")
"""What stands in every link by reference."""


def settled_blocks(article: Article, is_settled: Callable[[int], bool]) -> Iterator[int]:
    """Read an article, and yield the index of each block as soon as it is settled, at the latest at the end."""
    document, done = article.document, 0
    for batch in article.batches:
        document.extend(batch)
        while not _awaits_end(document) and done < len(document.blocks) and is_settled(done):
            yield done
            done += 1
    document.conclude(article.unused())
    yield from range(done, len(document.blocks))


def _awaits_end(document: Document) -> bool:
    """Tell whether the end is waited for, which isn't far: a byline, at the top, says how long reading takes."""
    has_byline = bool(document.blocks) and document.blocks[0].kind is Kind.META and any(document.meta)
    return has_byline and not document.complete and document.source.size <= _SHORT


def has_all_references(block: Block) -> bool:
    """Tell whether a block is shown alike whatever references are still to come."""
    return block.kind in _LITERAL or not (block.kind is Kind.REFERENCE or _BY_REFERENCE.search(block.text))
