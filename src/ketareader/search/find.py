"""Finding: the hits of a matcher in an article, in reading order, as they are found."""

from collections.abc import Iterator
from typing import Final

from ketareader.document.anchor import Hit
from ketareader.document.block import Block, Kind
from ketareader.document.document import Document
from ketareader.search.passages import passages
from ketareader.search.query import Matcher
from ketareader.search.texts import Texts

_STRIDE: Final = 64
"""Blocks searched between two breaths of `find_round`: a few milliseconds' worth."""


def find(texts: Texts, matcher: Matcher, *, start: int = 0, stop: int | None = None) -> Iterator[Hit]:
    """Yield the hits in blocks `start:stop`, in order and apart; to the end of what has been read unless told.

    A block is parsed only where its source may hold a hit. Hidden references are passed over.
    """
    document = texts.document
    end = len(document.blocks) if stop is None else min(stop, len(document.blocks))
    for index in range(start, end):
        block = document.blocks[index]
        if not matcher.may_stand_in(block.text) or _is_hidden(document, block):
            continue
        text = texts.text(index)
        if matcher.may_hit(text):
            for offset, passage in passages(block.kind, text):
                for begin, close in matcher.spans(passage):
                    yield Hit(index, offset + begin, offset + close)


def find_round(texts: Texts, matcher: Matcher, place: int) -> Iterator[list[Hit]]:
    """Yield the hits from block `place` to the end, then from the start to `place`, a few blocks' at a time.

    A list may be empty: it is the moment to ask whether the answer is still wanted. Blocks that are read after the
    first list was asked for are not searched.
    """
    end = len(texts.document.blocks)
    for begin, close in (place, end), (0, min(place, end)):
        for start in range(begin, close, _STRIDE):
            yield list(find(texts, matcher, start=start, stop=min(start + _STRIDE, close)))


def _is_hidden(document: Document, block: Block) -> bool:
    """Tell whether a block is a reference definition that something uses, and so isn't shown."""
    return block.kind is Kind.REFERENCE and block.info != "" and block.info not in document.unused
