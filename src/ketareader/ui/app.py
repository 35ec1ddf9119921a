"""The app: themes, the reading screen, and how it begins and ends."""

import os
import signal
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from ketareader.pipeline import Article, open_article
from ketareader.state import Memory, load, save
from ketareader.ui.reading_screen import ReadingScreen, classes_at
from ketareader.ui.theme import THEMES, Paint

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


class KetaApp(App[None]):
    """A reader for one article at a time."""

    CSS_PATH = "ketareader.tcss"
    TITLE = "ketareader"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, article: Article, memory: Memory) -> None:
        """Read an article whose first batch has been read, as the reader likes it."""
        super().__init__()
        self._memory = memory
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = memory.theme if memory.theme in self.available_themes else THEMES[0].name
        self._article = article

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen."""
        self.reading = ReadingScreen(self._article, self._paint(), list(self._memory.queries))
        self.reading.set_classes(classes_at(self.size))
        return self.reading

    def _paint(self) -> Paint:
        return Paint(self.current_theme, colour=not self.no_color)

    def watch_theme(self) -> None:
        """Paint in the theme that was chosen."""
        if hasattr(self, "reading"):
            self.reading.repaint(self._paint())

    def next_theme(self) -> None:
        """Change to the next of ketareader's own themes."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]


def run(where: str) -> int:
    """Read the article at `where` on the screen; return the exit code. Raises `SourceError`."""
    article = open_article(where)
    article.document.extend(next(article.batches))
    app = KetaApp(article, load())
    app.run()
    return app.return_code or 0
