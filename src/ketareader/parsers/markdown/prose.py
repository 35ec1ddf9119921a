"""Prose: what of a text is in words, as opposed to code, formulas and addresses, or set as it is by an escape."""

from collections.abc import Iterable


class Prose:
    """Tells which stretches of a text are prose that no markup parts."""

    def __init__(self, length: int, stretches: Iterable[tuple[int, int]], literal: Iterable[tuple[int, int]]) -> None:
        """Take a text's length, the stretches of it between markup, and what in them is literal."""
        self._mask = bytearray(length)
        for number, (start, end) in enumerate(stretches):
            self._mask[start:end] = bytes((1 + number % 2,)) * (end - start)
        for start, end in literal:
            self._mask[start:end] = bytes(end - start)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether `start:end`, not empty, is all in one stretch."""
        number = self._mask[start]
        return bool(number) and self._mask.count(number, start, end) == end - start
