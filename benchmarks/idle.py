"""Processor time while nothing happens."""

from collections.abc import Iterator

from benchmarks.bench import KB, Bench
from benchmarks.marks import begun
from benchmarks.measure import Amount, Missing, Result, Sample
from benchmarks.programs import FLOOR, ketareader, script
from benchmarks.reading import wait_until_shown
from benchmarks.terminal import Terminal

_SIZE = 1_200 * KB
_SECONDS = 10
_WORK = f"processor time in {_SECONDS} s of idleness"


def measure(bench: Bench) -> Iterator[Result]:
    """Leave ketareader alone with an article, and the floor without one."""
    article = bench.article(_SIZE)
    with Terminal(ketareader(article.path)) as ours, Terminal(script("floor")) as floor:
        floor.wait(begun)
        wait_until_shown(ours)
        floor.rest()
        mine, floors = ours.busy(), floor.busy()
        if mine is None or floors is None:
            yield Missing(_WORK, article.label, "this system doesn't say")
            return
        ours.pause(_SECONDS)
        yield Amount(_WORK, article.label, Sample(((ours.busy() or 0) - mine,)), 0)
        yield Amount(f"{_WORK}: {FLOOR}", "none", Sample(((floor.busy() or 0) - floors,)))
