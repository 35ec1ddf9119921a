"""Other readers: how soon an article's first words are there, and how much memory that takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.articles import Article
from benchmarks.bench import KB, Bench
from benchmarks.marks import begun
from benchmarks.measure import Missing, Ratio, Result, Sample, Unit, in_turn
from benchmarks.programs import OTHERS, Reader, readers
from benchmarks.terminal import GivenUpError, Terminal

_SIZES = (25 * KB, 206 * KB, 1_200 * KB)
_SLOW = 15.0
"""Seconds after which a reader is not asked again for the same article."""
_SECONDS, _MEMORY = "first words", "memory at the first words"


@dataclass(frozen=True, slots=True)
class Shown:
    """What it took to show an article's first words."""

    seconds: float
    megabytes: float
    """The most memory until then."""


def measure(bench: Bench) -> Iterator[Result]:
    """Hold ketareader against each reader that is here."""
    ours, *others = readers()
    for size in _SIZES:
        article = bench.article(size)
        for reader in others:
            yield from _against(bench, article, ours, reader)
    for name in OTHERS:
        if name not in {reader.name for reader in others}:
            yield Missing(_SECONDS, "any", "it isn't here", name)


def _show(reader: Reader, article: Article) -> Shown:
    """Show an article's beginning."""
    with Terminal(reader.command(article.path)) as terminal:
        seconds = terminal.wait(begun)
    return Shown(seconds, terminal.peak)


def _rounds(most: int, ours: Reader, other: Reader, article: Article) -> Iterator[tuple[Shown, Shown]]:
    """Show an article with both in turn; after a slow round, no more."""
    for _ in range(most):
        ((mine,), (theirs,)) = in_turn(1, partial(_show, ours, article), partial(_show, other, article))
        yield mine, theirs
        if theirs.seconds > _SLOW:
            return


def _against(bench: Bench, article: Article, ours: Reader, reader: Reader) -> Iterator[Result]:
    """Show it with both in turn; give up where the other doesn't get there."""
    try:
        _show(reader, bench.article(_SIZES[0]))  # To fill the caches.
        mine, theirs = zip(*_rounds(bench.few, ours, reader, article), strict=True)
    except GivenUpError as error:
        yield Missing(_SECONDS, article.label, str(error), reader.name)
        return
    times = (Sample(tuple(shown.seconds for shown in runs)) for runs in (mine, theirs))
    peaks = (Sample(tuple(shown.megabytes for shown in runs), Unit.MEGABYTES) for runs in (mine, theirs))
    for work, (left, right) in ((_SECONDS, times), (_MEMORY, peaks)):
        yield Ratio(work, article.label, left, reader.name, right)
