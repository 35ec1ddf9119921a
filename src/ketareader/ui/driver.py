"""Textual's driver, but asleep while nothing is typed: it wakes for input, and for nothing else."""

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable
from functools import partial

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_TICK = 0.1
"""Seconds between two looks at the parser, as in Textual."""
_TICKS = 5
"""Looks taken after the last byte: enough for an Escape that begins no sequence to be told from one that does."""
_PATIENCE = 1.0
"""Seconds from being woken to being told to end, at the most."""
_BYTES = 4096
_HANGUP = 129
"""The exit code of a program whose terminal is gone: 128 and the number of SIGHUP."""


class QuietDriver(LinuxDriver):
    """A driver that takes no processor time while nothing happens. Textual's own looks for input ten times a second."""

    def __init__(self, app: "App[object]", **options: object) -> None:
        """Open the pipe that wakes the input thread."""
        super().__init__(app, **options)  # type: ignore[arg-type]
        self._waking, self._wake = os.pipe()
        self.drawn: Callable[[str], str] = str
        """What puts graphics in the place of what stands for them in a text that is written."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(self.drawn(data))

    def disable_input(self) -> None:
        """Wake the input thread, so that it sees that it is to end."""
        os.write(self._wake, b"\0")
        super().disable_input()

    def _read(self) -> bytes:
        """Return what was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _BYTES)
        except OSError:
            return b""

    def _is_typed_ahead(self, selector: selectors.BaseSelector) -> bool:
        """Tell whether something was typed before the screen was there: the terminal still made newlines of Enter."""
        return any(key.fd == self.fileno for key, _ in selector.select(0))

    def run_input_thread(self) -> None:
        """Read input until told to end."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._waking, selectors.EVENT_READ)
            ticks = 0
            enter = b"\n" if self._is_typed_ahead(selector) else b"\r"
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(_TICK if ticks else None)}
                ticks = _TICKS if self.fileno in ready else max(ticks - 1, 0)
                if self._waking in ready:
                    self.exit_event.wait(_PATIENCE)
                    os.read(self._waking, _BYTES)
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self._app.call_later(partial(self._app.exit, return_code=_HANGUP))
                        return
                    for event in parser.feed(decode(data.replace(enter, b"\r"))):
                        self.process_message(event)
                    enter = b"\r"
                for event in parser.tick():
                    self.process_message(event)
