"""Samples, what they are held against, and whether that is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median
from typing import Protocol, TypeVar

T = TypeVar("T")

BLOCKED = 0.25
"""Seconds after which a key counts as blocked: about as long as a person takes to react to what is seen."""


class Unit(Enum):
    """What a sample's values count."""

    SECONDS = "s"
    MEGABYTES = "MB"

    def shown(self, value: float) -> str:
        """Return a value as the tables write it: three figures, times under a tenth of a second in milliseconds."""
        if self is Unit.SECONDS and value < 0.1:  # noqa: PLR2004
            return f"{value * 1000:.3g} ms"
        return f"{value:#.3g}".rstrip(".") + f" {self.value}"


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured, run after run."""

    values: tuple[float, ...]
    """In the unit; at least one, in the order of the runs."""
    unit: Unit = Unit.SECONDS

    @property
    def median(self) -> float:
        """The middle value, or the mean of the two in the middle."""
        return median(self.values)

    @property
    def middle(self) -> "Sample":
        """The median alone."""
        return Sample((self.median,), self.unit)

    @property
    def worst(self) -> "Sample":
        """The highest value alone."""
        return Sample((max(self.values),), self.unit)

    def __str__(self) -> str:
        """Return the median, and where there is more than one value, the lowest and the highest."""
        middle = self.unit.shown(self.median)
        if len(self.values) == 1:
            return middle
        return f"{middle} ({self.unit.shown(min(self.values))} to {self.unit.shown(max(self.values))})"


def in_turn(rounds: int, *tasks: Callable[[], T]) -> list[tuple[T, ...]]:
    """Do tasks one after the other, round after round, so that the machine's moods meet all alike.

    Returns what each task returned, in the order of the rounds.
    """
    runs = [tuple(task() for task in tasks) for _ in range(rounds)]
    return list(zip(*runs, strict=True))


class Result(Protocol):
    """One line of the tables."""

    @property
    def work(self) -> str:
        """What was done."""
        ...

    @property
    def article(self) -> str:
        """What it was done with."""
        ...

    @property
    def cells(self) -> Sequence[str]:
        """What was measured; what it is held against; the ratio; the goal."""
        ...

    @property
    def met(self) -> bool | None:
        """Whether the goal was met; None where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two samples that were taken in turn."""

    work: str
    article: str
    ours: Sample
    yardstick: str
    """What the other sample is of."""
    theirs: Sample
    limit: float | None = None
    """The highest ratio that is good enough."""

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        return self.ours.median / self.theirs.median

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest ratio within a round."""
        ratios = [ours / theirs for ours, theirs in zip(self.ours.values, self.theirs.values, strict=True)]
        return min(ratios), max(ratios)

    @property
    def cells(self) -> Sequence[str]:
        """See `Result`."""
        low, high = self.spread
        ratio = f"**{self.ratio:.2f}**" + (f" ({low:.2f} to {high:.2f})" if low < high else "")
        goal = "" if self.limit is None else f"{self.limit:g} × at most"
        return str(self.ours), f"{self.yardstick}: {self.theirs}", ratio, goal

    @property
    def met(self) -> bool | None:
        """See `Result`."""
        return None if self.limit is None else self.ratio <= self.limit


@dataclass(frozen=True, slots=True)
class Amount:
    """A sample that is held against a fixed amount, or against nothing."""

    work: str
    article: str
    ours: Sample
    limit: float | None = None
    """The highest value that is good enough, in the sample's unit: each has to be."""

    @property
    def cells(self) -> Sequence[str]:
        """See `Result`."""
        goal = "" if self.limit is None else f"{self.ours.unit.shown(self.limit)} at most"
        return str(self.ours), "", "", goal

    @property
    def met(self) -> bool | None:
        """See `Result`."""
        return None if self.limit is None else self.ours.worst.median <= self.limit


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was seen, or wasn't."""

    work: str
    article: str
    seen: str
    """What was seen, in words."""
    goal: str
    """What was to be seen."""
    met: bool

    @property
    def cells(self) -> Sequence[str]:
        """See `Result`."""
        return self.seen, "", "", self.goal


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that could not be measured here."""

    work: str
    article: str
    reason: str
    yardstick: str = ""
    """What it was to be held against."""
    met: None = None

    @property
    def cells(self) -> Sequence[str]:
        """See `Result`."""
        return f"not measured: {self.reason}", self.yardstick, "", ""
