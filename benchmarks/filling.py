"""A hundred megabytes: keys while the article is being read in the background, and the memory it takes in the end."""

import time
from collections.abc import Iterator

from benchmarks.bench import MB, Bench
from benchmarks.marks import begun, last_mark
from benchmarks.measure import BLOCKED, Amount, Fact, Ratio, Result, Sample, Unit
from benchmarks.programs import FLOOR, ketareader, script
from benchmarks.reading import PAGE_DOWN, press_on, progress, wait_until_read
from benchmarks.terminal import Terminal

_SIZE = 100 * MB
_EVERY = 0.1
"""Seconds between two keys."""
_LONGEST = 300.0
"""Seconds after which no more keys are pressed."""
_BASE, _TIMES = 100, 5
"""The memory that is allowed: so many megabytes, and so many times the article."""


def measure(bench: Bench) -> Iterator[Result]:
    """Press keys until the article has been read; go to its end; look at the memory."""
    if bench.largest < _SIZE:
        return
    article = bench.article(_SIZE)
    with Terminal(ketareader(article.path)) as ours, Terminal(script("floor")) as floor:
        floor.wait(begun)
        ours.wait(begun)
        start = time.perf_counter()
        ours.pause(_EVERY)
        times, seen = _press_while_filling(ours, floor)
        whole = time.perf_counter() - start
        wait_until_read(ours)
        ours.send("G")
        ours.wait(lambda screen: last_mark(screen) == article.marks)
    mine, floors = (Sample(values) for values in zip(*times, strict=True))
    yield Ratio("page down while the article is read", article.label, mine, FLOOR, floors)
    yield Ratio("the same, the worst", article.label, mine.worst, FLOOR, floors.worst)
    yield Amount(f"each of the {len(times)} keys answered", article.label, mine, BLOCKED)
    shown = f"{len(seen)} of them, up to {max(seen)}%" if seen else "none"
    yield Fact("progress marks", article.label, shown, "more than one", len(seen) > 1)
    yield Amount("read to the end", article.label, Sample((whole,)))
    memory = Sample((ours.peak,), Unit.MEGABYTES)
    yield Amount("peak memory, read to the end and shown there", article.label, memory, _BASE + _TIMES * _SIZE / MB)


def _press_while_filling(ours: Terminal, floor: Terminal) -> tuple[list[tuple[float, float]], set[int]]:
    """Return the times of page down here and on the floor, pair by pair, and the progress marks that were seen."""
    times: list[tuple[float, float]] = []
    seen: set[int] = set()
    end = time.perf_counter() + _LONGEST
    while (done := progress(ours.screen)) is not None and time.perf_counter() < end:
        seen.add(done)
        times.append((press_on(ours, PAGE_DOWN), press_on(floor, PAGE_DOWN)))
        ours.pause(_EVERY)
    return times, seen
