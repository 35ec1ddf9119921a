"""What ketareader shows, as the measurements look for it: where its page stands, and what says how far it has come."""

import re

from benchmarks.marks import begun, last_mark, share_beyond
from benchmarks.screen import Screen
from benchmarks.terminal import Terminal

PAGE_DOWN = "\x1b[6~"
_CONTENTS, _CONTENTS_LEAST, _CONTENTS_MOST = 0.3, 28, 44
"""The share of the columns that the contents take, and its bounds in cells."""
_PAGE_TOP = 1
"""The rows of the title."""
_SEARCH_ROW = -2
"""The row of the search box; the keys stand below it."""
_FILLING = re.compile(r"\breading (\d+)%")
_SEARCHING = re.compile(r"\d\+ |…")
_FOUND = re.compile(r"\b\d+ of \d+")
_FILL_PATIENCE = 600.0
_WHOLE = 0.2
"""Seconds from an article's first words to a whole screen."""


def progress(screen: Screen) -> int | None:
    """Return how much of the article has been read, in hundredths; None where that isn't shown: all of it has."""
    found = _FILLING.search(screen.text)
    return int(found[1]) if found else None


def wait_until_shown(terminal: Terminal) -> None:
    """Wait until an article's beginning is on the screen, and all of it has been read."""
    terminal.wait(begun)
    terminal.pause(_WHOLE)
    wait_until_read(terminal)


def wait_until_read(terminal: Terminal) -> None:
    """Wait until the whole article has been read, and nothing is left to do."""
    terminal.wait(lambda screen: progress(screen) is None, _FILL_PATIENCE)
    terminal.rest()


def press_on(terminal: Terminal, key: str, new: float = 0.5) -> float:
    """Press a key that moves on in the text; return the seconds until the text there is on the screen.

    It is there once more than a share `new` of the marks are ones that weren't on the screen, nor before it: half of
    them for a key that moves by a page; text that is laid out anew without a key brings few.
    """
    terminal.catch_up()
    before = last_mark(terminal.screen)
    terminal.send(key)
    return terminal.wait(lambda screen: share_beyond(screen, before) > new)


def first_line(screen: Screen) -> str:
    """Return the first line of the page that isn't blank, without the scroll bar."""
    columns = len(screen.rows()[0])
    left = max(_CONTENTS_LEAST, min(int(columns * _CONTENTS), _CONTENTS_MOST))
    return next((line for row in screen.rows(left)[_PAGE_TOP:] if (line := row[:-1].strip())), "")


def searching(screen: Screen) -> bool:
    """Tell whether the search box says that the search goes on."""
    return _SEARCHING.search(screen.rows()[_SEARCH_ROW]) is not None


def counted(screen: Screen, hits: int) -> bool:
    """Tell whether the search box says that there are so many hits, and no more to come."""
    outcome = rf"\b\d+ of {hits}(?![\d+])" if hits else "nothing found"
    return re.search(outcome, screen.rows()[_SEARCH_ROW]) is not None


def found(screen: Screen) -> bool:
    """Tell whether the search box says that there is a hit: then the page has gone to it."""
    return _FOUND.search(screen.rows()[_SEARCH_ROW]) is not None
