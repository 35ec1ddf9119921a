"""A search that goes on while one reads: a thread finds, the screen is told."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.search.find import find
from ketareader.search.query import Matcher
from ketareader.search.texts import Texts

_FIRST_WAIT, _WAIT = 0.0, 0.05
"""Seconds between two reports: the first hit is told at once."""
_GROWING = 0.05
"""Seconds to wait for an article that is still being read to grow."""


@dataclass(frozen=True)
class Found:
    """What a search has found since its last report."""

    hits: tuple[Hit, ...]
    share: float
    """The share of the article that has been searched, 0 to 1."""
    over: bool


def search(
    document: Document, texts: Texts, matcher: Matcher, start: int, wanted: Callable[[], bool]
) -> Iterator[Found]:
    """Search from block `start` to the end, then from the beginning; then what has been added since, until all is read.

    Yields a report at the first hit, then every so often, then the last one. Ends early once `wanted` says no.
    """
    reporter = _Reporter(document)
    known = len(document.blocks)
    for first, last in ((start, known), (0, start)):
        yield from reporter.reports(find(document, matcher, texts, start=first, stop=last), wanted)
    while wanted() and not (document.complete and known == len(document.blocks)):
        grown = len(document.blocks)
        yield from reporter.reports(find(document, matcher, texts, start=known, stop=grown), wanted)
        if grown == known:
            time.sleep(_GROWING)
        known = grown
    if wanted():
        yield reporter.last()


class _Reporter:
    """Gathers hits into reports."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._hits: list[Hit] = []
        self._due = time.monotonic() + _FIRST_WAIT

    def reports(self, found: Iterator[Hit | None], wanted: Callable[[], bool]) -> Iterator[Found]:
        """Yield a report each time one is due."""
        for hit in found:
            if not wanted():
                return
            if hit:
                self._hits.append(hit)
            if self._hits and time.monotonic() >= self._due:
                yield self._report(over=False)

    def last(self) -> Found:
        """Return the last report."""
        return self._report(over=True)

    def _report(self, *, over: bool) -> Found:
        self._due = time.monotonic() + _WAIT
        hits, self._hits = tuple(self._hits), []
        return Found(hits, 1.0 if over else 0.0, over)
