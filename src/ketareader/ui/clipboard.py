"""The clipboard: the terminal's, which is given OSC 52, and the system's, which pyperclip knows how to reach."""

import os
import signal
import subprocess
import sys
from asyncio import to_thread
from collections.abc import Mapping
from contextlib import suppress
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen

_MOST = 74_994
"""Bytes that a terminal takes: 100 KB in base64, as xterm has it (its manual, `OSC 52`)."""
_UNABLE = frozenset({"linux", "dumb"})
"""The names of terminals without a clipboard."""
_PATIENCE = 2.0
"""Seconds that the system's clipboard is waited for."""
_PYPERCLIP = ("-P", "-X", "utf8", "-m", "pyperclip", "--copy")
"""What Python is started with: nothing from the folder that one is in is loaded."""


def put(screen: "ReadingScreen", text: str, what: str, why: str = "") -> None:
    """Copy a text to each clipboard there is, and say what was copied and why that, or that it can't be.

    Nothing is never copied: what was copied before would be lost for it.
    """
    if not text:
        screen.say("There is nothing to copy")
        return
    screen.run_worker(_put(screen, text, f"{what}: {counted_in(text)}{why}"), group="copying")


async def _put(screen: "ReadingScreen", text: str, counted: str) -> None:
    taken = terminal_takes(text, os.environ)
    if taken:
        screen.app.copy_to_clipboard(text)
        screen.say(f"Copied {counted}")
    put_there = has_system(os.environ) and await to_thread(put_in_system, text)
    if put_there and not taken:
        screen.say(f"Copied {counted}")
    elif not taken:
        screen.say(f"Can't copy {counted}. It is too much for the terminal, and no other clipboard answers", error=True)


def counted_in(text: str) -> str:
    """Return how much a text is, in words: lines, where there are several, and characters."""
    lines = text.rstrip("\n").count("\n") + 1
    characters = f"{len(text):,} character{'' if len(text) == 1 else 's'}"
    return f"{lines:,} lines, {characters}" if lines > 1 else characters


def terminal_takes(text: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a terminal can be given a text for its clipboard."""
    return environment.get("TERM", "") not in _UNABLE and len(text.encode()) <= _MOST


def has_system(environment: Mapping[str, str]) -> bool:
    """Tell whether there may be a system's clipboard: there is none without a screen of its own."""
    return sys.platform == "darwin" or any(map(environment.get, ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME")))


def put_in_system(text: str) -> bool:
    """Copy a text to the system's clipboard; tell whether that worked.

    In a process of its own: what hangs can be ended, and what a tool complains of doesn't get on the screen. Complaints
    go to a file, for a tool that stays to serve the clipboard would keep a pipe open.
    """
    with TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 (an argument list, all of it ours)
                [sys.executable, *_PYPERCLIP],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )
        except OSError:
            return False
        try:
            process.communicate(text.encode(), _PATIENCE)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return False
        return process.returncode == 0 and complaints.seek(0, os.SEEK_END) == 0
