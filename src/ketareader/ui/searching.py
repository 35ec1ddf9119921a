"""A search that goes on while one reads: what it has found so far, every so often."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.errors import PatternError
from ketareader.search.find import find, find_runs
from ketareader.search.query import Matcher
from ketareader.search.texts import Texts

_Step = tuple[list[Hit], int | None]
"""Hits, and the block that they are all the hits of, where it is searched again."""

_PERIOD = 0.05
"""Seconds between two reports, after the first."""


@dataclass(frozen=True)
class Found:
    """What a search has found since its last report."""

    hits: tuple[Hit, ...]
    """In one or two runs, each in reading order; where blocks were searched again, in runs of any number."""
    anew: frozenset[int] = frozenset()
    """Blocks that were searched again, for they read in another way by now: their hits before count no longer."""
    over: bool = False
    """Whether the whole article has been searched."""
    trouble: str = ""
    """Why the rest of it won't be."""


def search(
    document: Document, matcher: Matcher, texts: Texts, place: int, wanted: Callable[[], bool]
) -> Iterator[Found]:
    """Search from block `place` to the end, then from the start; then what is read meanwhile, until all is.

    What reads in another way in the end is searched again then. Yields a report at the first hit, then every so often,
    then the last one. Ends early once `wanted` says no, and where the pattern takes too long.
    """
    pending = _Pending()
    due = 0.0
    try:
        for hits, anew in chain(_rounds(document, matcher, texts, place), _again(document, matcher, texts)):
            if not wanted():
                return
            pending.add(hits, anew)
            if pending and time.monotonic() >= due:
                yield pending.report()
                due = time.monotonic() + _PERIOD
    except PatternError as error:
        yield pending.report(trouble=str(error))
    else:
        yield pending.report(over=True)


class _Pending:
    """What has been found and isn't reported yet."""

    def __init__(self) -> None:
        self._hits: list[Hit] = []
        self._anew: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._hits or self._anew)

    def add(self, hits: list[Hit], anew: int | None) -> None:
        """Take in the hits of some blocks, or all those of a block that is searched anew."""
        if anew is not None:
            self._anew.add(anew)
            self._hits = [hit for hit in self._hits if hit.block != anew]
        self._hits += hits

    def report(self, *, over: bool = False, trouble: str = "") -> Found:
        """Return a report of all that, and begin anew."""
        found = Found(tuple(self._hits), frozenset(self._anew), over, trouble)
        self._hits, self._anew = [], set()
        return found


def _rounds(document: Document, matcher: Matcher, texts: Texts, place: int) -> Iterator[_Step]:
    """Yield the hits of a few blocks at a time; none while there is nothing new to search."""
    known = len(document.blocks)
    stretches: tuple[tuple[int, int], ...] = (place, known), (0, min(place, known))
    while True:
        for start, stop in stretches:
            for hits in find_runs(document, matcher, texts, start=start, stop=stop):
                yield hits, None
        if len(document.blocks) == known:
            if document.complete:
                return
            time.sleep(_PERIOD)
        stretches, known = ((known, len(document.blocks)),), len(document.blocks)


def _again(document: Document, matcher: Matcher, texts: Texts) -> Iterator[_Step]:
    """Yield the hits of each block that links or notes defined since make read in another way."""
    for block in texts.outdated():
        yield list(find(document, matcher, texts, start=block, stop=block + 1)), block
