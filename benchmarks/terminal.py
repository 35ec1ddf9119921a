"""A program in a terminal, as whoever sits at it has it: keys go in, a screen comes out, and the time is taken.

The terminal answers no question that the program asks it. The program finds an empty home.
"""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from benchmarks.screen import Screen

COLUMNS, ROWS = 120, 40
PATIENCE = 60.0
"""Seconds after which what hasn't come is given up."""
_CALM = 0.15
"""Seconds without output after which a screen counts as still."""
_REST = 0.001
"""Seconds of processor time in a calm: a program that takes less is at rest."""
_READ = 2048
"""Bytes read at a time: fewer than a screen's worth, so that no line comes and goes between two looks."""
_SWITCH = 0.0002
"""Seconds for which Python's threads keep one another waiting: an arrival is noted no later than that."""
_DROPPED = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "TERM_PROGRAM",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONPROFILEIMPORTTIME",
)


class GivenUpError(Exception):
    """What was waited for didn't come; the note is the screen."""


def environment(home: str) -> dict[str, str]:
    """Return this process's environment with another home, and with nothing that changes what a program shows."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TEXTUAL"))}
    for name in _DROPPED:
        kept.pop(name, None)
    return kept | {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


class Terminal:
    """A running program and its screen; leaving it ends the program. Times are seconds from its last key or start."""

    def __init__(self, command: Sequence[str], columns: int = COLUMNS, rows: int = ROWS) -> None:
        """Start `command` in a terminal of this size."""
        sys.setswitchinterval(_SWITCH)
        self.screen = Screen(columns, rows)
        self.peak = 0.0
        """The most memory that the program had, in megabytes; known once it has ended."""
        self._home = TemporaryDirectory(prefix="home-", ignore_cleanup_errors=True)
        self._master, inner = pty.openpty()
        _set_size(inner, columns, rows)
        self._output: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        self._sent = self._arrived = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=environment(self._home.name),
            start_new_session=True,
        )
        os.close(inner)
        self._ended = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        """Go on with the program."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill the program, and note how much memory it had."""
        os.kill(self._process.pid, signal.SIGKILL)
        _, _, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = -signal.SIGKILL
        self.peak = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)
        self._reader.join(1)
        os.close(self._master)
        self._home.cleanup()

    def send(self, keys: str) -> None:
        """Press keys."""
        self.catch_up()
        self._sent = time.perf_counter()
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; the screen is blank until the program paints it."""
        self.catch_up()
        self.screen.resize(columns, rows)
        self._sent = time.perf_counter()
        _set_size(self._master, columns, rows)
        os.kill(self._process.pid, signal.SIGWINCH)

    def wait(self, shows: Callable[[Screen], bool], patience: float = PATIENCE) -> float:
        """Wait until the screen shows something; return when the output for that arrived. Raises `GivenUpError`."""
        end = time.perf_counter() + patience
        while not shows(self.screen):
            if not self._take(end - time.perf_counter()):
                raise self._given_up(patience)
        return max(self._arrived - self._sent, 0.0)

    def still(self, calm: float = _CALM) -> float:
        """Wait until the program has written nothing for `calm` seconds; return when the last output arrived."""
        while self._take(max(self._arrived, self._sent) + calm - time.perf_counter()):
            pass
        return max(self._arrived - self._sent, 0.0)

    def catch_up(self) -> None:
        """Take in all the output that has come."""
        while self._take(0):
            pass

    def pause(self, seconds: float) -> None:
        """Leave the program to itself for some time."""
        end = time.perf_counter() + seconds
        while self._take(end - time.perf_counter()):
            pass

    def rest(self, limit: float = PATIENCE) -> None:
        """Wait until the program takes no more processor time; where the system doesn't say, until it is still."""
        end = time.perf_counter() + limit
        before, now = -1.0, self.busy()
        while now is not None and now - before > _REST and time.perf_counter() < end:
            self.pause(_CALM)
            before, now = now, self.busy()
        self.still(_CALM * 4 if now is None else _CALM)

    def busy(self) -> float | None:
        """Return the seconds of processor time that the program's threads took; None where the system doesn't say."""
        files = list(Path(f"/proc/{self._process.pid}/task").glob("*/schedstat"))
        return sum(int(file.read_text().split()[0]) for file in files) / 1e9 if files else None

    def _read(self) -> None:
        """Note what the program writes, and when, in a thread; nothing, where it has ended."""
        data = b"-"
        while data:
            try:
                data = os.read(self._master, _READ)
            except OSError:  # What Linux says where the program has ended.
                data = b""
            self._output.put((time.perf_counter(), data))

    def _take(self, patience: float) -> bool:
        """Take one piece of output in; tell whether there was one in time."""
        if self._ended:
            return False
        try:
            arrived, data = self._output.get(timeout=max(patience, 0))
        except Empty:
            return False
        if not data:
            self._ended = True
            return False
        self._arrived = arrived
        self.screen.feed(data)
        return True

    def _given_up(self, patience: float) -> GivenUpError:
        """Return the error for what didn't come; its note is what is on the screen instead."""
        error = GivenUpError("it ended" if self._ended else f"not there within {patience:g} s")
        error.add_note(self.screen.text)
        return error


def _set_size(terminal: int, columns: int, rows: int) -> None:
    """Give a terminal a size, as `struct winsize` of tty_ioctl(4) has it."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))
