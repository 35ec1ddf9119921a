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


def share_beyond(screen: Screen, number: int) -> float:
    """Return the share of the marks on the screen that are further on than the mark of this number."""
    marks = list(map(int, _MARK.findall(screen.text)))
    return sum(found > number for found in marks) / max(len(marks), 1)


def shows(word: str) -> Callable[[Screen], bool]:
    """Return the question whether a word is on a screen."""
    return lambda screen: word in screen.text


begun = shows(mark(1))
"""Whether the beginning is on a screen."""
