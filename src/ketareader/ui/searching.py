"""A search that goes on while one reads: what it has found so far, every so often."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.errors import PatternError
from ketareader.search.find import find_runs
from ketareader.search.query import Matcher
from ketareader.search.texts import Texts

_PERIOD = 0.05
"""Seconds between two reports, after the first."""


@dataclass(frozen=True)
class Found:
    """What a search has found since its last report."""

    hits: tuple[Hit, ...]
    """In one or two runs, each in reading order."""
    over: bool
    """Whether the whole article has been searched."""
    trouble: str = ""
    """Why the rest of it won't be."""


def search(
    document: Document, matcher: Matcher, texts: Texts, place: int, wanted: Callable[[], bool]
) -> Iterator[Found]:
    """Search from block `place` to the end, then from the start; then what is read meanwhile, until all is.

    Yields a report at the first hit, then every so often, then the last one. Ends early once `wanted` says no, and
    where the pattern takes too long.
    """
    gathered: list[Hit] = []
    due = 0.0
    try:
        for hits in _rounds(document, matcher, texts, place):
            if not wanted():
                return
            gathered += hits
            if gathered and time.monotonic() >= due:
                yield Found(tuple(gathered), over=False)
                gathered = []
                due = time.monotonic() + _PERIOD
    except PatternError as error:
        yield Found(tuple(gathered), over=False, trouble=str(error))
    else:
        yield Found(tuple(gathered), over=True)


def _rounds(document: Document, matcher: Matcher, texts: Texts, place: int) -> Iterator[list[Hit]]:
    """Yield the hits of a few blocks at a time; an empty list while there is nothing new to search."""
    known = len(document.blocks)
    yield from find_runs(document, matcher, texts, start=place, stop=known)
    yield from find_runs(document, matcher, texts, stop=min(place, known))
    while not document.complete or known < len(document.blocks):
        if len(document.blocks) == known:
            time.sleep(_PERIOD)
            yield []
        grown = len(document.blocks)
        yield from find_runs(document, matcher, texts, start=known, stop=grown)
        known = grown
