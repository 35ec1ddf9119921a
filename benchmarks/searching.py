"""Search: how soon the first hit shows, when all are counted, and whether one can go on reading meanwhile."""

from collections.abc import Iterator
from functools import partial

from benchmarks.articles import RARE, Article
from benchmarks.bench import KB, Bench
from benchmarks.commands import seconds_inside
from benchmarks.marks import shows
from benchmarks.measure import ANSWERED, Amount, Fact, Missing, Ratio, Result, Sample, in_turn
from benchmarks.programs import ketareader, script
from benchmarks.reading import PAGE_DOWN, counted, press_on, searching, wait_until_filled
from benchmarks.terminal import Terminal

_TYPED, _LARGE = 1_200 * KB, 9_200 * KB
_FIRST, _ALL = 0.1, 0.5
"""Seconds within which the first hit is on the screen, and all are counted."""
_MARKS = "m0"
"""How every mark begins, and nothing else."""
_PARSES = 2
"""How many times a full parse all the hits may take."""
_PATIENCE = 120.0
_EVERY = 0.05
"""Seconds between two keys."""


def measure(bench: Bench) -> Iterator[Result]:
    """Search as one types; then for a rare word and for a frequent one in a large article."""
    yield from _as_typed(bench, bench.article(min(_TYPED, bench.largest)))
    article = bench.article(min(_LARGE, bench.largest))
    for query, hits in ((RARE, article.hits(RARE)), (_MARKS, article.marks)):
        yield from _all_hits(bench, article, query, hits)
        yield from _while_reading(article, query, hits)


def _searching(article: Article) -> Terminal:
    """Start ketareader, and put the cursor in the search box once the article has been read."""
    terminal = Terminal(ketareader(article.path))
    wait_until_filled(terminal)
    terminal.send("/")
    terminal.still()
    return terminal


def _as_typed(bench: Bench, article: Article) -> Iterator[Result]:
    """Type a word letter by letter, in a new ketareader each time: the first search has the most to do."""
    first: list[float] = []
    counts: list[float] = []
    for _ in range(bench.few):
        with _searching(article) as terminal:
            for end in range(1, len(RARE) + 1):
                prefix = RARE[:end]
                terminal.send(prefix[-1])
                first.append(terminal.wait(shows(article.first(prefix))))
                counts.append(terminal.wait(partial(counted, hits=article.hits(prefix)), _PATIENCE))
                terminal.rest()
    yield Amount("search as one types: the first hit, after each letter", article.label, Sample(tuple(first)), _FIRST)
    yield Amount("search as one types: all hits counted", article.label, Sample(tuple(counts)), _ALL)


def _all_hits(bench: Bench, article: Article, query: str, hits: int) -> Iterator[Result]:
    """Hold the time to all hits against a full parse by markdown-it-py, blocks and what is in them."""

    def search() -> float:
        with _searching(article) as terminal:
            terminal.send(query)
            return terminal.wait(partial(counted, hits=hits), _PATIENCE)

    ours, parses = in_turn(bench.few, search, lambda: seconds_inside(script("full_parse", article.path)))
    work = f"search: all {hits} hits"
    yield Ratio(work, article.label, Sample(ours), "markdown-it-py's full parse", Sample(parses), _PARSES)


def _while_reading(article: Article, query: str, hits: int) -> Iterator[Result]:
    """Press page down again and again until all hits are counted."""
    times: list[float] = []
    progress = False
    work = f"search for {hits} hits"
    with _searching(article) as terminal:
        terminal.send(query)
        while not counted(terminal.screen, hits):
            times.append(press_on(terminal, PAGE_DOWN))
            progress = progress or searching(terminal.screen)
            terminal.pause(_EVERY)
    if times:
        yield Amount(f"{work}: page down meanwhile, {len(times)} times", article.label, Sample(tuple(times)), ANSWERED)
        yield Fact(f"{work}: progress", article.label, "shown" if progress else "not seen", "shown", progress)
    else:
        yield Missing(f"{work}: page down meanwhile", article.label, "it was over before a key was pressed")
