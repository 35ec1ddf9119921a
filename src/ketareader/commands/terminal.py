"""The terminal, where input or messages are piped elsewhere."""

import codecs
import os
import sys
from io import TextIOWrapper

_TERMINAL = "/dev/tty"
_DRAWN = "ketareader.drawn"
"""The name under which `codecs` knows how to show what an encoding lacks: in as many cells."""


def take_terminal() -> bool:
    """Make the terminal the standard input and, for it is what the screen is drawn on, the standard error.

    What was piped in is read from `sys.stdin` as before. Returns False where there is no terminal to take, or
    where a stream was closed from the start.
    """
    if sys.__stdin__ is None or sys.__stderr__ is None:
        return False
    if not sys.stdin.isatty():
        try:
            keyboard = os.open(_TERMINAL, os.O_RDWR)
        except OSError:
            return False
        sys.stdin = os.fdopen(os.dup(0), encoding=sys.stdin.encoding)
        os.dup2(keyboard, 0)
        os.close(keyboard)
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(errors=_DRAWN)  # Before it is the terminal: it looks for its place in what it was.
    if not sys.stderr.isatty():
        os.dup2(1, 2)
    return True


def _drawn(error: UnicodeError) -> tuple[str, int]:
    """Draw the characters that `error` is about (`codecs.register_error`)."""
    from ketareader.commands.spelling import drawn  # noqa: PLC0415 (few terminals need it)

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return drawn(error.object[error.start : error.end]), error.end


codecs.register_error(_DRAWN, _drawn)
