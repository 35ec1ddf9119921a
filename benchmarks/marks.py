"""Marks: numbered words that stand in order, in an article or on the floor's page."""

import re
from collections.abc import Callable

from benchmarks.screen import Screen

_MARK = re.compile(r"\bm(\d{7})\b")


def mark(number: int) -> str:
    """Return the word that is the mark of this number, from 1."""
    return f"m{number:07}"


def last_mark(screen: Screen) -> int:
    """Return the number of the furthest mark on the screen; 0 where there is none."""
    return max(map(int, _MARK.findall(screen.text)), default=0)


def shows(word: str) -> Callable[[Screen], bool]:
    """Return the question whether a word is on a screen."""
    return lambda screen: word in screen.text


begun = shows(mark(1))
"""Whether the beginning is on a screen."""
