"""The terminal, where input or messages are piped elsewhere."""

import os
import sys

_TERMINAL = "/dev/tty"


def take_terminal() -> bool:
    """Make the terminal the standard input and, for it is what the screen is drawn on, the standard error.

    What was piped in is read from `sys.stdin` as before. Returns False where there is no terminal to take.
    """
    if sys.__stdin__ is None:
        return False
    if not sys.stdin.isatty():
        try:
            keyboard = os.open(_TERMINAL, os.O_RDWR)
        except OSError:
            return False
        sys.stdin = os.fdopen(os.dup(0), encoding=sys.stdin.encoding)
        os.dup2(keyboard, 0)
        os.close(keyboard)
    if not sys.stderr.isatty():
        os.dup2(1, 2)
    return True
