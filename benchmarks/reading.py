"""What ketareader shows, as the measurements look for it: where its page stands, and what says how far it has come."""

import re

from benchmarks.marks import begun, last_mark
from benchmarks.screen import Screen
from benchmarks.terminal import Terminal

PAGE_DOWN = "\x1b[6~"
_PAGE_LEFT, _PAGE_TOP = 32, 1
"""The columns that the contents take, and the rows of the title, in cells."""
_SEARCH_ROW = -2
"""The row of the search box; the keys stand below it."""
_FILLING = re.compile(r"\breading (\d+)%")
_SEARCHING = re.compile(r"\d\+ |…")
_FILL_PATIENCE = 600.0


def progress(screen: Screen) -> int | None:
    """Return how much of the article has been read, in hundredths; None where that isn't shown: all of it has."""
    found = _FILLING.search(screen.text)
    return int(found[1]) if found else None


def wait_until_filled(terminal: Terminal) -> None:
    """Wait until the whole article has been read, and nothing is left to do."""
    terminal.wait(begun)
    terminal.wait(lambda screen: progress(screen) is None, _FILL_PATIENCE)
    terminal.rest()


def press_on(terminal: Terminal, key: str) -> float:
    """Press a key that moves on in the text; return the seconds until text that wasn't on the screen is there."""
    terminal.catch_up()
    before = last_mark(terminal.screen)
    terminal.send(key)
    return terminal.wait(lambda screen: last_mark(screen) > before)


def first_line(screen: Screen) -> str:
    """Return the first line of the page that isn't blank, without the scroll bar."""
    return next((line for row in screen.rows(_PAGE_LEFT)[_PAGE_TOP:] if (line := row[:-1].strip())), "")


def searching(screen: Screen) -> bool:
    """Tell whether the search box says that the search goes on."""
    return _SEARCHING.search(screen.rows()[_SEARCH_ROW]) is not None


def counted(screen: Screen, hits: int) -> bool:
    """Tell whether the search box says that there are so many hits, and no more to come."""
    return re.search(rf"\b\d+ of {hits}(?![\d+])", screen.rows()[_SEARCH_ROW]) is not None
