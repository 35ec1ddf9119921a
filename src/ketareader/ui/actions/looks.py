"""How the page looks."""

import os
from typing import TYPE_CHECKING

from ketareader.layout.sheet import Options, Tables
from ketareader.ui.keys import with_keys
from ketareader.ui.manner import WIDEST_LEADING
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


def focus(screen: "ReadingScreen") -> None:
    """Dim all but the paragraph that is being read, or not."""
    screen.set_manner(screen.manner._replace(focus=not screen.manner.focus))


def zen(screen: "ReadingScreen") -> None:
    """Show nothing but the text, or all that was around it."""
    screen.set_manner(screen.manner._replace(zen=not screen.manner.zen))


def justify(screen: "ReadingScreen") -> None:
    """Make running text even on both sides, or ragged."""
    options = screen.manner.options
    _set(screen, options._replace(justified=not options.justified), "Ragged" if options.justified else "Justified")


def spacing(screen: "ReadingScreen") -> None:
    """Put more space between lines of running text; after the most, none."""
    leading = (screen.manner.options.leading + 1) % (WIDEST_LEADING + 1)
    _set(screen, screen.manner.options._replace(leading=leading), f"Blank lines between lines: {leading}")


def hyphenate(screen: "ReadingScreen") -> None:
    """Hyphenate running text, or not."""
    from ketareader.layout.hyphenation import hyphenator  # noqa: PLC0415 (only when it is asked for)

    options = screen.manner.options
    language = "" if options.language else _language()
    if language and hyphenator(language) is None:
        screen.say("Words are divided by pyphen: pip install 'ketareader[hyphenation]'", error=True)
    else:
        _set(screen, options._replace(language=language), f"Hyphenation: {language or 'none'}")


def _language() -> str:
    """Return the reader's language, as the system tells it; English where it tells none (BCP 47)."""
    names = (os.environ.get(name, "").partition(".")[0].replace("_", "-") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name not in {"", "C", "POSIX"}), "en")


def tables(screen: "ReadingScreen") -> None:
    """Set wide tables in the next of the ways there are."""
    ways = list(Tables)
    way = ways[(ways.index(screen.manner.options.tables) + 1) % len(ways)]
    _set(screen, screen.manner.options._replace(tables=way), f"Wide tables: {way}")


def wrap_code(screen: "ReadingScreen") -> None:
    """Break long lines of code, or leave them to be panned."""
    options = screen.manner.options
    said = "Long lines of code are broken"
    if options.wrapped:
        aside = "Long lines of code go on to the side"
        said = with_keys(aside, screen.commands, pan_right="pans there", pan_left="pans back")
    _set(screen, options._replace(wrapped=not options.wrapped), said)


def number_lines(screen: "ReadingScreen") -> None:
    """Turn the numbers of code's lines on or off."""
    options = screen.manner.options
    _set(
        screen,
        options._replace(numbered=not options.numbered),
        "Lines of code: " + ("no numbers" if options.numbered else "numbered"),
    )


def _set(screen: "ReadingScreen", options: Options, message: str) -> None:
    screen.set_manner(screen.manner._replace(options=options))
    screen.say(message)
