"""What every group of measurements is given: the rounds to make, and articles of any size."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.articles import Article, write_article
from benchmarks.measure import Result

KB, MB = 1_000, 1_000_000
"""In bytes."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A place to measure in."""

    folder: Path
    """Where the articles are written."""
    rounds: int
    """How often what takes a second is done; what takes longer is done less often."""
    largest: int
    """The size of the largest article that is wanted, in bytes."""
    _articles: dict[int, Article] = field(default_factory=dict)

    def article(self, size: int) -> Article:
        """Return the article of `size` bytes; it is made when it is first asked for."""
        if size not in self._articles:
            self._articles[size] = write_article(self.folder / f"article-{size}.md", size)
        return self._articles[size]

    @property
    def few(self) -> int:
        """How often what takes long is done."""
        return max(self.rounds // 3, 1)


Measure = Callable[[Bench], Iterator[Result]]
"""A group of measurements. Yields each result once it is known."""
