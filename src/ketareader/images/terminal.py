"""Which graphics the terminal has, from its environment alone: nothing is asked of it, so nothing waits for an answer.

A terminal that isn't known to have graphics turned on gets half blocks: xterm and VTE have sixels in some builds only,
Windows Terminal and VS Code from some version or setting on. Kitty has placeholders from 0.28 on, and doesn't say which
it is. What is wrong here, the reader's setting puts right.
"""

import struct
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from ketareader.images.geometry import Size

USUAL_CELL: Final = Size(8, 16)
"""The pixels of a cell where the terminal doesn't tell."""


class Graphics(StrEnum):
    """A way to show pictures; its value is what the reader writes to choose it."""

    KITTY = "kitty"
    SIXEL = "sixel"
    ITERM2 = "iterm2"
    BLOCKS = "blocks"
    OFF = "off"


AUTO: Final = "auto"
SETTINGS: Final = (AUTO, *(graphics.value for graphics in Graphics))
"""What the reader may choose from."""

_BY_TERM: Final = {
    "xterm-kitty": Graphics.KITTY,
    "xterm-ghostty": Graphics.KITTY,
    "foot": Graphics.SIXEL,
    "mlterm": Graphics.SIXEL,
    "contour": Graphics.SIXEL,
    "wezterm": Graphics.ITERM2,
    "dumb": Graphics.OFF,
}
"""By what TERM begins with; ssh hands it on."""
_BY_PROGRAM: Final = {
    "iTerm.app": Graphics.ITERM2,
    "WezTerm": Graphics.ITERM2,
    "ghostty": Graphics.KITTY,
    "mintty": Graphics.SIXEL,
}
"""By TERM_PROGRAM. WezTerm has the Kitty protocol without its placeholders."""
_BY_PRESENCE: Final = {
    "VTE_VERSION": Graphics.BLOCKS,
    "WT_SESSION": Graphics.BLOCKS,
    "KITTY_WINDOW_ID": Graphics.KITTY,
    "GHOSTTY_RESOURCES_DIR": Graphics.KITTY,
    "WEZTERM_PANE": Graphics.ITERM2,
    "ITERM_SESSION_ID": Graphics.ITERM2,
    "MLTERM": Graphics.SIXEL,
}
"""By a variable that is set; those that a program started from another terminal may have inherited come last."""
_MULTIPLEXERS: Final = ("TMUX", "STY", "ZELLIJ")
_KONSOLE_WITH_SIXELS: Final = 220400


def choose(setting: str, environment: Mapping[str, str]) -> Graphics:
    """Return the graphics to use: what `setting`, one of `SETTINGS`, says; for "auto" what is known of the terminal.

    Within tmux, screen and Zellij that is half blocks, which they pass on as they do all text.
    """
    if setting != AUTO:
        return Graphics(setting)
    term = environment.get("TERM", "")
    if any(environment.get(name) for name in _MULTIPLEXERS) or term.startswith(("tmux", "screen")):
        return Graphics.BLOCKS
    for start, graphics in _BY_TERM.items():
        if term.startswith(start):
            return graphics
    if program := environment.get("TERM_PROGRAM"):
        return _BY_PROGRAM.get(program, Graphics.BLOCKS)
    return _by_presence(environment)


def cell_size(descriptor: int) -> Size | None:
    """Return a cell's pixels from the window that `descriptor` is open on (TIOCGWINSZ); `None` where they aren't told.

    Pictures are then measured with `USUAL_CELL`; sixels have no other way to fit their cells, so blocks are better.
    """
    try:
        import fcntl  # noqa: PLC0415 (not every system has them)
        import termios  # noqa: PLC0415

        answer = fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(8))
    except (ImportError, OSError):
        return None
    rows, columns, width, height = struct.unpack("HHHH", answer)
    size = Size(width // columns, height // rows) if rows and columns else Size(0, 0)
    return size if size.width and size.height else None


def through_tmux(sequence: str) -> str:
    """Wrap a sequence so that tmux hands it on to the terminal, where it is told to (allow-passthrough)."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _by_presence(environment: Mapping[str, str]) -> Graphics:
    for name, graphics in _BY_PRESENCE.items():
        if environment.get(name):
            return graphics
    if environment.get("LC_TERMINAL") == "iTerm2":
        return Graphics.ITERM2
    konsole = environment.get("KONSOLE_VERSION", "")
    return Graphics.SIXEL if konsole.isdecimal() and int(konsole) >= _KONSOLE_WITH_SIXELS else Graphics.BLOCKS
