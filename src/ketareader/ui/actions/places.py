"""Marks, and the way back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def back(screen: "ReadingScreen") -> None:
    """Go back to where one was."""
    screen.visit(screen.history.back(screen.here))


def forward(screen: "ReadingScreen") -> None:
    """Go forward again."""
    screen.visit(screen.history.forward(screen.here))


def set_mark(screen: "ReadingScreen") -> None:
    """Set a mark, by the letter that follows."""
    screen.letters.set_mark()


def go_to_mark(screen: "ReadingScreen") -> None:
    """Go to a mark, by the letter that follows."""
    screen.letters.go_to_mark()
