"""The commands that show no screen: whole processes, and the work inside them."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bench import KB, Bench
from benchmarks.measure import Fact, Ratio, Result, Sample, in_turn
from benchmarks.programs import ketareader, rich, script
from benchmarks.terminal import GivenUpError, environment

_CONTENTS, _PRINTED = 9_200 * KB, 206 * KB
_PATIENCE = 120
_BLOCK_RULES = "markdown-it-py's block rules"


def run(command: Sequence[str]) -> tuple[float, str]:
    """Run a command, its output into a file; return its seconds, start and end included, and what it wrote.

    Raises `GivenUpError` where it fails.
    """
    with TemporaryDirectory(prefix="home-") as home:
        output = Path(home) / "output"
        with output.open("wb") as file:
            start = time.perf_counter()
            done = subprocess.run(command, stdout=file, env=environment(home), check=False, timeout=_PATIENCE)
            seconds = time.perf_counter() - start
        if done.returncode:
            raise GivenUpError(f"{' '.join(command[2:4])} ended with {done.returncode}")
        return seconds, output.read_text("utf-8")


def seconds(command: Sequence[str]) -> float:
    """Run a command; return the seconds it took."""
    return run(command)[0]


def seconds_inside(command: Sequence[str]) -> float:
    """Run a command that writes how many seconds its work took, without start and end; return them."""
    return float(run(command)[1])


def measure(bench: Bench) -> Iterator[Result]:
    """Hold `toc` against the block rules alone, and `print` against Rich."""
    large = bench.article(min(_CONTENTS, bench.largest))
    toc, blocks = ketareader("toc", large.path), script("block_rules", large.path)
    found = len(run(toc)[1].splitlines())
    yield Fact("ketareader toc: headings", large.label, f"{found}", f"{large.headings}", found == large.headings)
    times = _in_turn(bench, partial(seconds, toc), partial(seconds, blocks))
    yield Ratio("ketareader toc", large.label, times[0], f"{_BLOCK_RULES}, a process", times[1], 2)
    inside = _in_turn(bench, partial(seconds_inside, script("contents", large.path)), partial(seconds_inside, blocks))
    yield Ratio("the same, without start and end", large.label, inside[0], _BLOCK_RULES, inside[1], 2)
    text = bench.article(_PRINTED)
    printed = _in_turn(bench, partial(seconds, ketareader("print", text.path)), partial(seconds, rich(text.path)))
    yield Ratio("ketareader print, to a file", text.label, printed[0], "python -m rich.markdown", printed[1], 1)


def _in_turn(bench: Bench, ours: Callable[[], float], theirs: Callable[[], float]) -> list[Sample]:
    """Run each once to fill the caches, then in turn."""
    in_turn(1, ours, theirs)
    return [Sample(values) for values in in_turn(bench.few, ours, theirs)]
