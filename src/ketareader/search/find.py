"""Finding: the hits of a matcher in an article, in reading order, as they are found."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from ketareader.document.anchor import Hit
from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.errors import PatternError
from ketareader.search.passages import passages
from ketareader.search.query import Matcher
from ketareader.search.texts import Texts

_RUN: Final = 8_192
_BLOCKS: Final = 32
"""Characters, and blocks, searched between two answers of `find_runs`: a few milliseconds' worth."""


def find(
    document: Document, matcher: Matcher, texts: Texts, *, start: int = 0, stop: int | None = None
) -> Iterator[Hit]:
    """Yield the hits in blocks `start:stop`, in order and apart; to the end of what has been read unless told.

    What is searched is the text as read, without the references that are hidden. A block is parsed only where its
    source may hold a hit.
    """
    return chain.from_iterable(find_runs(document, matcher, texts, start=start, stop=stop))


def find_runs(
    document: Document, matcher: Matcher, texts: Texts, *, start: int = 0, stop: int | None = None
) -> Iterator[list[Hit]]:
    """Yield the hits as `find` does, those of a few blocks at a time.

    A list may be empty: it is the moment to ask whether the answer is still wanted. Raises `PatternError`, after the
    hits before, where the matcher does.
    """
    end = len(document.blocks) if stop is None else min(stop, len(document.blocks))
    found: list[Hit] = []
    searched = 0
    try:
        for number, block in enumerate(range(start, end), 1):
            found += _hits_in(document, matcher, texts, block)
            searched += len(document.blocks[block].text)
            if searched >= _RUN or number % _BLOCKS == 0:
                yield found
                found, searched = [], 0
    except PatternError:
        yield found
        raise
    yield found


def _hits_in(document: Document, matcher: Matcher, texts: Texts, index: int) -> Iterator[Hit]:
    """Yield the hits in one block."""
    block = document.blocks[index]
    text = texts.kept(index)
    if text is None and (block.kind is Kind.MATH or matcher.may_stand_in(block.text)):
        text = texts.parse(index)
    if text is not None and matcher.may_hit(text) and not document.is_hidden(block):
        for offset, passage in passages(block.kind, text):
            for start, end in matcher.spans(passage):
                yield Hit(index, offset + start, offset + end)
