"""How the page looks."""

from typing import TYPE_CHECKING

from ketareader.ui.theme import THEMES

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen

_STEP = 4
"""Cells by which the column grows and shrinks."""


def theme(screen: "ReadingScreen") -> None:
    """Change to the next of ketareader's own themes."""
    app, names = screen.app, [theme.name for theme in THEMES]
    app.theme = names[(names.index(app.theme) + 1) % len(names)] if app.theme in names else names[0]
    screen.say(f"Theme: {app.theme}")


def wider(screen: "ReadingScreen") -> None:
    """Make the text column wider."""
    _widen(screen, _STEP)


def narrower(screen: "ReadingScreen") -> None:
    """Make the text column narrower."""
    _widen(screen, -_STEP)


def _widen(screen: "ReadingScreen", cells: int) -> None:
    fits = screen.page.widest
    screen.page.measure = min(min(screen.page.measure, fits) + cells, fits)
    screen.say(f"Width: {screen.page.measure}")
