"""First paint: from the start of the program to the article's first words on the screen."""

from collections.abc import Iterator, Sequence
from functools import partial

from benchmarks.bench import KB, MB, Bench
from benchmarks.marks import begun
from benchmarks.measure import Ratio, Result, Sample, in_turn
from benchmarks.programs import FLOOR, ketareader, script
from benchmarks.terminal import Terminal

_GOALS = {7 * KB: 1.25, 206 * KB: 1.25, 1_200 * KB: 1.25, 9_200 * KB: 1.25, 100 * MB: 1.5}
"""The highest ratio that is good enough, by the article's size."""


def first_paint(command: Sequence[str]) -> float:
    """Start a program; return the seconds until the first mark is on the screen."""
    with Terminal(command) as terminal:
        return terminal.wait(begun)


def measure(bench: Bench) -> Iterator[Result]:
    """Hold each size's first paint against the floor's."""
    for size, limit in _GOALS.items():
        if size > bench.largest:
            continue
        article = bench.article(size)
        ours, floor = partial(first_paint, ketareader(article.path)), partial(first_paint, script("floor"))
        in_turn(1, ours, floor)  # To fill the caches: of modules, of the file system.
        times = in_turn(bench.rounds, ours, floor)
        yield Ratio("first paint", article.label, Sample(times[0]), FLOOR, Sample(times[1]), limit)
