"""A place that one wants to go to and that may not have been read yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen

Go = Callable[[], bool]
"""Goes to a place, and tells whether that has been read."""


class Goal:
    """One place at a time, gone to as soon as it has been read, unless one moves meanwhile."""

    def __init__(self, screen: "ReadingScreen") -> None:
        """Want to go nowhere."""
        self._screen = screen
        self._go: Go | None = None
        self._missing = ""
        self._hold = screen.page.viewport.hold

    def seek(self, go: Go, missing: str) -> None:
        """Go there now, or once it has been read; `missing` is said where there turns out to be no such place."""
        self._go = None
        if go():
            return
        if self._screen.article.document.complete:
            self._screen.say(missing, error=True)
        else:
            self._go, self._missing, self._hold = go, missing, self._screen.page.viewport.hold
            self._screen.say("Further on than has been read: it will be gone to")

    def resume(self) -> None:
        """Try again: more has been read."""
        go, self._go = self._go, None
        if go and self._screen.page.viewport.hold == self._hold:
            self._screen.say("")
            self.seek(go, self._missing)

    def give_up(self) -> None:
        """Want to go nowhere any more."""
        self._go = None
