"""Macros: what an article's formulas define, and its later formulas use."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_MOST: Final = 1_000
"""Definitions of an article that count: more than any preamble has."""


class Macro(NamedTuple):
    r"""A name that stands for TeX: `\newcommand{\norm}[1]{\lVert #1\rVert}`."""

    name: str
    """Without its backslash."""
    parameters: int
    """How many of them it has, the one with a default among them."""
    body: str
    """What it stands for; a parameter is "#" and its number, from 1."""
    default: str | None = None
    """What the first parameter is where it isn't given; None where it has to be."""
    line: int = 0
    """The line of the source from which on it is defined."""


class Macros:
    """The macros of an article, each known from where it is defined on. They only ever grow."""

    def __init__(self) -> None:
        """Begin with none."""
        self._all: tuple[Macro, ...] = ()
        """In the order of their lines."""
        self._known: tuple[int, dict[str, Macro]] = 0, {}
        """How many of them were asked for last, and these by their names."""

    def define(self, macros: Iterable[Macro]) -> None:
        """Take macros in."""
        self._all = tuple(sorted((*self._all, *macros), key=lambda macro: macro.line)[:_MOST])
        self._known = 0, {}

    def known_at(self, line: int) -> Mapping[str, Macro]:
        """Return the macros that are known at a line of the source, by name; of two with one name, the later counts."""
        if not self._all:
            return {}
        count, known = self._known
        wanted = bisect_right(self._all, line, key=lambda macro: macro.line)
        if wanted != count:
            known = {macro.name: macro for macro in self._all[:wanted]}
            self._known = wanted, known
        return known
