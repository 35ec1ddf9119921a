"""Breaking a paragraph so that its lines are alike: all of them weighed against one another, for justified text."""

from math import inf
from typing import Final

from ketareader.layout.linebreak import opportunities
from ketareader.layout.ruler import SOFT_HYPHEN, cell_edges
from ketareader.layout.wrap import Hyphenated, Hyphens, Range, divisions, moved, wrap

_LONGEST: Final = 8192
"""Characters of a paragraph up to which its lines are weighed."""
_TRIED: Final = 24
"""How many beginnings are tried for the line that ends at a place, those of the fullest lines."""
_EMPTY: Final = 5
"""A paragraph's words are divided where more than one part in so many of some line would be left empty."""
_HYPHEN_COST: Final = 9
"""What a hyphen costs: as much as a line with the root of it in cells to spare."""


def wrap_evenly(text: str, width: int, first: int | None = None, hyphens: Hyphens | None = None) -> list[Range]:
    """Break `text` into lines as `wrap` does, but those of each paragraph weighed against one another.

    The sum of the squares of the cells that lines leave empty is the least there is, the last line's not counted
    (after Knuth and Plass, 1981). `hyphens` divides words where it can't be kept small otherwise. A paragraph over
    8,192 characters, or with a word that no line has room for, is broken line by line.
    """
    ranges: list[Range] = []
    start = 0
    for part in text.split("\n"):
        limit = width if start or first is None else first
        found = _weighed(part, width, limit, hyphens) or wrap(part, width, limit, hyphens)
        ranges += [moved(at, start) for at in found]
        start += len(part) + 1
    return ranges


def _weighed(part: str, width: int, limit: int, hyphens: Hyphens | None) -> list[Range]:
    """Return the best lines of a paragraph; none where they can't be weighed."""
    if not part or len(part) > _LONGEST:
        return []
    paragraph = _Paragraph(part, width, limit)
    places = opportunities(part)
    ranges = paragraph.broken(places, frozenset())
    if hyphens is None or (ranges and not paragraph.is_gappy(ranges)):
        return ranges
    divided = frozenset(divisions(part, hyphens)).difference(places)
    return paragraph.broken(sorted(divided.union(places)), divided)


class _Paragraph:
    """A paragraph that is broken into lines."""

    def __init__(self, text: str, width: int, limit: int) -> None:
        """Measure it. `limit` is the width of its first line."""
        self._text = text
        self._width = width
        self._limit = limit
        self._edges = cell_edges(text)

    def broken(self, places: list[int], divided: frozenset[int]) -> list[Range]:
        """Return the best lines that end at some of `places`, words `divided` at some; none if one has no room."""
        starts, stops = [0, *places], [*places, len(self._text)]
        costs, origins = [0.0], [0]
        fullest = 0
        for number, place in enumerate(stops):
            hyphen = place in divided or (place < len(self._text) and self._text[place - 1] == SOFT_HYPHEN)
            used = self._edges[self._trimmed(place)] + hyphen
            while fullest <= number and self._spare(starts[fullest], used) < 0:
                fullest += 1
            is_last = number == len(places)
            tried = range(fullest, number + 1 if is_last else min(fullest + _TRIED, number + 1))
            weights = [
                costs[begin] + (0 if is_last else self._spare(starts[begin], used) ** 2 + _HYPHEN_COST * hyphen)
                for begin in tried
            ]
            costs.append(min(weights, default=inf))
            origins.append(tried[weights.index(costs[-1])] if weights else 0)
        return self._lines(stops, origins, divided) if costs[-1] < inf else []

    def is_gappy(self, ranges: list[Range]) -> bool:
        """Tell whether some line but the last is left too empty."""
        return any(
            self._spare(start, self._edges[end]) * _EMPTY > (self._width if start else self._limit)
            for start, end in ranges[:-1]
        )

    def _spare(self, start: int, used: int) -> int:
        """Return the cells that a line from `start` leaves empty, its last cell being the paragraph's `used`."""
        return (self._width if start else self._limit) - used + self._edges[start]

    def _trimmed(self, place: int) -> int:
        """Return where the spaces before `place` begin."""
        while place and self._text[place - 1] == " ":
            place -= 1
        return place

    def _lines(self, stops: list[int], origins: list[int], divided: frozenset[int]) -> list[Range]:
        """Return the lines that lead to the last stop."""
        lines: list[Range] = []
        node = len(stops)
        while node:
            begin = origins[node]
            start, stop = stops[begin - 1] if begin else 0, stops[node - 1]
            end = max(self._trimmed(stop), start)
            lines.append(Hyphenated(start, end) if stop in divided else (start, end))
            node = begin
        return lines[::-1]
