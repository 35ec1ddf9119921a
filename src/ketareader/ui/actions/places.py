"""Marks, and the way back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def back(screen: "ReadingScreen") -> None:
    """Go back to where one was."""
    if not screen.history.back(screen.here, screen.visit):
        screen.say("There is no place to go back to")


def forward(screen: "ReadingScreen") -> None:
    """Go forward again."""
    if not screen.history.forward(screen.here, screen.visit):
        screen.say("There is no place to go forward to")


def set_mark(screen: "ReadingScreen") -> None:
    """Set a mark, by the letter that follows."""
    screen.letters.set_mark()


def go_to_mark(screen: "ReadingScreen") -> None:
    """Go to a mark, by the letter that follows."""
    screen.letters.go_to_mark()
