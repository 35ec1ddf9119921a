"""Keys and new sizes, on an article that has been read to its end: each in turn with the same on the floor."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.bench import KB, Bench
from benchmarks.marks import begun, last_mark
from benchmarks.measure import Fact, Ratio, Result, Sample, in_turn
from benchmarks.programs import FLOOR, ketareader, script
from benchmarks.reading import PAGE_DOWN, first_line, press_on, wait_until_shown
from benchmarks.terminal import COLUMNS, ROWS, Terminal

_SIZE = 9_200 * KB
_NEXT_SECTION = "]"
_NARROWER = 100
"""Columns to resize to, and back from: few enough for every paragraph to be wrapped anew."""
_PRESSES = 3
"""Keys pressed for each round: a key takes little time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How long a key took. Both in seconds from the key."""

    text: float
    """Until text that wasn't on the screen was there."""
    still: float
    """Until the last of the output that it led to."""


def press(terminal: Terminal, key: str, new: float) -> Answer:
    """Press a key that moves on; see `press_on`."""
    return Answer(press_on(terminal, key, new), terminal.still())


def resize(terminal: Terminal, columns: int) -> Answer:
    """Change the width."""
    terminal.resize(columns, ROWS)
    return Answer(terminal.wait(lambda screen: last_mark(screen) > 0), terminal.still())


def measure(bench: Bench) -> Iterator[Result]:
    """Hold page down, next section and a new size against the floor's."""
    article = bench.article(min(_SIZE, bench.largest))
    with Terminal(ketareader(article.path)) as ours, Terminal(script("floor")) as floor:
        floor.wait(begun)
        wait_until_shown(ours)
        for work, key, new in (("page down", PAGE_DOWN, 0.5), ("next section", _NEXT_SECTION, 0.0)):
            answers = in_turn(bench.rounds * _PRESSES, partial(press, ours, key, new), partial(press, floor, key, new))
            yield from _ratios(work, article.label, *answers)
        yield from _resizes(bench, article.label, ours, floor)


def _ratios(work: str, label: str, ours: tuple[Answer, ...], floor: tuple[Answer, ...]) -> Iterator[Result]:
    """Yield the ratio of the times to new text, which the goal is for, and of those to a still screen."""
    for suffix, time, limit in (("", _text, 1.5), (", until still", _still, None)):
        yield Ratio(
            f"{work}{suffix}", label, Sample(tuple(map(time, ours))), FLOOR, Sample(tuple(map(time, floor))), limit
        )


def _resizes(bench: Bench, label: str, ours: Terminal, floor: Terminal) -> Iterator[Result]:
    """Resize there and back; see that one goes on reading where one was."""
    kept: list[bool] = []

    def there_and_back() -> float:
        line = first_line(ours.screen)
        there = resize(ours, _NARROWER).still
        kept.append(line.split()[0] in first_line(ours.screen))
        back = resize(ours, COLUMNS).still
        kept.append(line == first_line(ours.screen))
        return (there + back) / 2

    def floor_there_and_back() -> float:
        return (resize(floor, _NARROWER).still + resize(floor, COLUMNS).still) / 2

    times = in_turn(bench.rounds, there_and_back, floor_there_and_back)
    yield Ratio("resize", label, Sample(times[0]), FLOOR, Sample(times[1]), 2)
    seen = f"{sum(kept)} times of {len(kept)}"
    yield Fact("resize: the first line is the first still", label, seen, "every time", all(kept))


def _text(answer: Answer) -> float:
    return answer.text


def _still(answer: Answer) -> float:
    return answer.still
