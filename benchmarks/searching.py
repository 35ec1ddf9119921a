"""Search: how soon the first hit shows, when all are counted, and whether one can go on reading meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from benchmarks.articles import RARE, RARE_STANDS, Article
from benchmarks.bench import KB, Bench
from benchmarks.commands import seconds_inside
from benchmarks.marks import shows
from benchmarks.measure import BLOCKED, Amount, Fact, Missing, Ratio, Result, Sample, in_turn
from benchmarks.programs import ketareader, script
from benchmarks.reading import PAGE_DOWN, counted, found, press_on, searching, wait_until_shown
from benchmarks.terminal import Terminal

_TYPED, _LARGE = 1_200 * KB, 9_200 * KB
_FIRST, _ALL = 0.1, 0.5
"""Seconds within which the first hit is on the screen, and all are counted."""
_MARKS = "m0"
"""How every mark begins, and nothing else."""
_NOWHERE = "zzz"
"""A word that no article has."""
_PARSES = 2
"""How many times a full parse all the hits may take."""
_PATIENCE = 120.0
_EVERY = 0.05
"""Seconds between two keys."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Something to search for."""

    name: str
    query: str
    hits: int
    """How many hits it has in the article."""


def measure(bench: Bench) -> Iterator[Result]:
    """Search as one types; then for a rare word and for a frequent one in a large article."""
    yield from _as_typed(bench, bench.article(min(_TYPED, bench.largest)))
    article = bench.article(min(_LARGE, bench.largest))
    nothing, few, many = (
        Sought("a word that isn't there", _NOWHERE, 0),
        Sought("a rare word", RARE, article.hits(RARE)),
        Sought("a frequent word", _MARKS, article.marks),
    )
    for sought in (few, many):
        yield from _all_hits(bench, article, sought)
    for sought in (nothing, many):
        yield from _while_reading(article, sought)


@contextmanager
def _searching(article: Article) -> Iterator[Terminal]:
    """Start ketareader, and put the cursor in the search box once the article has been read."""
    with Terminal(ketareader(article.path)) as terminal:
        wait_until_shown(terminal)
        terminal.send("/")
        terminal.still()
        yield terminal


def _as_typed(bench: Bench, article: Article) -> Iterator[Result]:
    """Type a word letter by letter, in a new ketareader each time: the first search has the most to do."""
    first: list[float] = []
    counts: list[float] = []
    for _ in range(bench.few):
        with _searching(article) as terminal:
            for end in range(1, len(RARE) + 1):
                prefix = RARE[:end]
                terminal.send(prefix[-1])
                first.append(terminal.wait(shows(RARE_STANDS.format(article.first(prefix)))))
                counts.append(terminal.wait(partial(counted, hits=article.hits(prefix)), _PATIENCE))
                terminal.rest()
    yield Amount("search as one types: the first hit, after each letter", article.label, Sample(tuple(first)), _FIRST)
    yield Amount("search as one types: all hits counted", article.label, Sample(tuple(counts)), _ALL)


def _all_hits(bench: Bench, article: Article, sought: Sought) -> Iterator[Result]:
    """Hold the time to all hits against a full parse by markdown-it-py, blocks and what is in them."""

    def search() -> float:
        with _searching(article) as terminal:
            terminal.send(sought.query)
            return terminal.wait(partial(counted, hits=sought.hits), _PATIENCE)

    ours, parses = in_turn(bench.few, search, lambda: seconds_inside(script("full_parse", article.path)))
    work = f"search for {sought.name}, all {sought.hits} hits"
    yield Ratio(work, article.label, Sample(ours), "markdown-it-py's full parse", Sample(parses), _PARSES)


def _while_reading(article: Article, sought: Sought) -> Iterator[Result]:
    """Press page down again and again until all hits are counted."""
    times: list[float] = []
    progress = False
    work = f"search for {sought.name}"
    with _searching(article) as terminal:
        terminal.send(sought.query)
        if sought.hits:  # The page goes to the first hit by itself; a key's answer would not be told from that.
            terminal.wait(found, _PATIENCE)
        while not counted(terminal.screen, sought.hits):
            times.append(press_on(terminal, PAGE_DOWN))
            progress = progress or searching(terminal.screen)
            terminal.pause(_EVERY)
    if times:
        yield Amount(f"{work}: page down meanwhile", article.label, Sample(tuple(times)), BLOCKED)
        yield Fact(f"{work}: progress", article.label, "shown" if progress else "not seen", "shown", progress)
    else:
        yield Missing(f"{work}: page down meanwhile", article.label, "it was over before a key was pressed")
