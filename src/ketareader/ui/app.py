"""The app: themes, keys, the reading screen, and how it begins and ends."""

import asyncio
import os
import signal
import traceback
from collections.abc import Sequence
from functools import partial

from textual import events
from textual.app import App
from textual.command import Provider
from textual.filter import LineFilter

from ketareader.errors import SettingsError
from ketareader.layout.hyperlink import knows_links
from ketareader.pipeline import Article, open_to_read
from ketareader.state import Memory, Settings, config_file, keep_report, load, load_settings, save
from ketareader.ui.bindings import keymap, rebound
from ketareader.ui.driver import QuietDriver
from ketareader.ui.reading_screen import ReadingScreen, classes_at
from ketareader.ui.theme import COLOURLESS, THEMES, Colourless, Paint

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2)
_BUG = 70
"""The exit code of a program that a bug has ended (`EX_SOFTWARE` of sysexits.h)."""


def _provider() -> type[Provider]:
    """Return what the palette finds in; it is asked for only when the palette is opened."""
    from ketareader.ui.palette import EverythingProvider  # noqa: PLC0415 (not before the first paint)

    return EverythingProvider


class KetaApp(App[None]):
    """A reader for one article at a time."""

    CSS_PATH = "ketareader.tcss"
    HORIZONTAL_BREAKPOINTS = ReadingScreen.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = ReadingScreen.VERTICAL_BREAKPOINTS
    ALLOW_SELECT = False
    COMMANDS = {_provider}  # noqa: RUF012 (Textual's declaration)

    def __init__(self, article: Article, memory: Memory, settings: Settings) -> None:
        """Read an article whose first batch has been read, the way the reader likes it. Raises `SettingsError`."""
        super().__init__(driver_class=QuietDriver)
        for theme in THEMES:
            self.register_theme(theme)
        if settings.theme and settings.theme not in self.available_themes:
            known = ", ".join(sorted(self.available_themes))
            raise SettingsError(f"{config_file()}: no theme is called {settings.theme!r}; there are {known}.")
        wanted = settings.theme or memory.theme
        self.set_reactive(App.theme, wanted if wanted in self.available_themes else THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())
        commands = rebound(settings.keys)
        self.set_keymap(keymap(commands))
        self.reading = ReadingScreen(article, self._paint(), memory, commands)
        self.reading.page.illustrations.setting = settings.images
        self.reading.page.set_reactive(type(self.reading.page).measure, settings.width or memory.width or 72)

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen."""
        self.reading.set_classes(classes_at(self.size))
        self.reading.set_class(self.reading.manner.zen, "-zen")
        return self.reading

    def on_mount(self) -> None:
        """Leave the terminal as it was when the system ends the program, too."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    async def on_event(self, event: events.Event) -> None:
        """Take a letter that a command waits for before any widget or binding sees it."""
        key = event if isinstance(event, events.Key) and not event.is_forwarded else None
        if not (key and self.screen is self.reading and self.reading.letters.take(key)):
            await super().on_event(event)

    def watch_theme(self) -> None:
        """Paint in the theme that was chosen."""
        if self.is_running:
            self.reading.repaint(self._paint())

    def memory(self) -> Memory:
        """Return what is to be remembered."""
        return self.reading.memory(self.theme)

    def get_css_variables(self) -> dict[str, str]:
        """Give the style sheet no colour where the reader wants none (https://no-color.org)."""
        return {**super().get_css_variables(), **(COLOURLESS if self.no_color else {})}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Take the last colours off what is painted where the reader wants none."""
        return [Colourless()] if self.no_color else super().get_line_filters()

    def _paint(self) -> Paint:
        system = self.console.color_system or "truecolor"
        return Paint(self.current_theme, colour=not self.no_color, system=system, links=knows_links(os.environ))

    def _fatal_error(self) -> None:
        """End because of a bug: the terminal as it was, one line for the reader, the report in a file."""
        self._return_code = _BUG
        path = keep_report(traceback.format_exc())
        kept = f"the report is in {path}" if path else "its report can't be kept"
        self._exit_renderables.append(f"ketareader: a bug has ended the reading; {kept}")
        self._close_messages_no_wait()


def run(where: str) -> int:
    """Read the article at `where` on the screen; return the exit code. Raises `KetaError` where it can't be shown."""
    article = open_to_read(where)
    article.document.extend(next(article.batches))
    app = KetaApp(article, load(), load_settings())
    app.run()
    save(app.memory())
    return app.return_code or 0
