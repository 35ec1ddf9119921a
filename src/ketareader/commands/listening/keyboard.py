"""Lines that are typed at a terminal."""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_KEYBOARD = 0


@contextmanager
def typed_lines() -> Iterator[Callable[[], str]]:
    """Give what returns the next line, its line end with it; "" where there is none.

    Python would miss an interrupt that comes in the instant in which it begins to read, and wait for a line all the
    same: signals are waited for together with the line (`signal.set_wakeup_fd`).
    """
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    before = signal.set_wakeup_fd(waking)
    try:
        with os.fdopen(_KEYBOARD, encoding=sys.stdin.encoding, errors="replace", closefd=False) as lines:

            def next_line() -> str:
                while _KEYBOARD not in select.select([_KEYBOARD, woken], [], [])[0]:
                    os.read(woken, 64)
                return lines.readline()

            yield next_line
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(waking)
