"""Prose: what of a text is in words, as opposed to code, formulas, addresses and tags, or set as it is by an escape."""

from collections.abc import Iterable, Iterator
from typing import Final

_TAGS: Final = (("{{", "}}"), ("{%", "%}"))
"""What a template's tags begin and end with."""
_LONGEST_TAG: Final = 1_000


class Prose:
    """Tells which stretches of a text are prose that no markup parts."""

    def __init__(self, length: int, stretches: Iterable[tuple[int, int]], literal: Iterable[tuple[int, int]]) -> None:
        """Take a text's length, the stretches of it between markup, and what in them is literal."""
        self._mask = bytearray(length)
        for number, (start, end) in enumerate(stretches):
            self._mask[start:end] = bytes((1 + number % 2,)) * (end - start)
        self.leave_out(literal)

    def leave_out(self, literal: Iterable[tuple[int, int]]) -> None:
        """Let stretches of the text be no prose."""
        for start, end in literal:
            self._mask[start:end] = bytes(end - start)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether `start:end`, not empty, is all in one stretch."""
        number = self._mask[start]
        return bool(number) and self._mask.count(number, start, end) == end - start


def tags_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a template's tags stand in a text: `{{ name | append: "x" }}`, `{% include a.html b="c" %}`."""
    for opener, closer in _TAGS:
        start = text.find(opener)
        while start >= 0:
            inner = start + len(opener)
            last = text.find(closer, inner, start + _LONGEST_TAG)
            end = inner if last < 0 else last + len(closer)
            if last >= 0:
                yield start, end
            start = text.find(opener, end)
