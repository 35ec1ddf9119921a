"""The program in a real pseudo-terminal: how it leaves it, and what it does while nothing happens."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

MODES = (b"?1049", b"?1000", b"?1003", b"?1006", b"?2004", b"?1004")
PATIENCE = 20.0


@dataclass
class Terminal:
    """A program in a pseudo-terminal, and all that it has written."""

    process: subprocess.Popen[bytes]
    master: int
    slave: int
    written: bytes = b""

    def wait_for(self, text: bytes) -> None:
        deadline = time.monotonic() + PATIENCE
        while text not in self.written:
            assert time.monotonic() < deadline, f"{text!r} never came; the end of what did: {self.written[-500:]!r}"
            self.read(0.1)

    def read(self, seconds: float) -> None:
        if select.select([self.master], [], [], seconds)[0]:
            self.written += os.read(self.master, 1 << 16)

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def ended(self) -> int:
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "it never ended"
            self.read(0.05)
        while select.select([self.master], [], [], 0.1)[0]:
            self.read(0)
        return self.process.returncode

    def left_on(self) -> list[bytes]:
        """Return the modes that were turned on and not off again."""
        return [mode for mode in MODES if self.written.rfind(mode + b"h") > self.written.rfind(mode + b"l")]

    def settings(self) -> list[object]:
        return termios.tcgetattr(self.slave)


@contextmanager
def terminal(*command: str, **environment: str) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    process = subprocess.Popen(
        [sys.executable, *command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
    )
    screen = Terminal(process, master, slave)
    try:
        yield screen
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(screen.master)
        os.close(screen.slave)


def test_q_leaves_the_terminal_as_it_was(rivers: Path) -> None:
    with terminal("-m", "ketareader", str(rivers)) as screen:
        before = screen.settings()
        screen.wait_for(b"downhill")
        assert screen.settings() != before
        screen.type(b"q")
        assert screen.ended() == 0
        assert screen.left_on() == []
        assert screen.settings() == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_leaves_the_terminal_as_it_was_and_an_exit_code_that_says_so(
    rivers: Path, number: signal.Signals
) -> None:
    with terminal("-m", "ketareader", str(rivers)) as screen:
        before = screen.settings()
        screen.wait_for(b"downhill")
        screen.process.send_signal(number)
        assert screen.ended() == 128 + number
        assert screen.left_on() == []
        assert screen.settings() == before


BUG = """
import sys
from ketareader.ui.actions import program
program.help = lambda screen: 1 / 0
from ketareader.cli import main
sys.exit(main([sys.argv[1]]))
"""


def test_a_bug_leaves_the_terminal_as_it_was_and_one_line_that_names_the_report(rivers: Path, home: Path) -> None:
    with terminal("-c", BUG, str(rivers), HOME=str(home)) as screen:
        before = screen.settings()
        screen.wait_for(b"downhill")
        screen.type(b"?")
        assert screen.ended() == 70
        assert screen.left_on() == []
        assert screen.settings() == before
        after = screen.written[screen.written.rindex(b"?1049l") :]
        assert b"Traceback" not in after
        assert b"bug.log" in after.replace(b"\r\n", b"")
    reports = list(home.rglob("bug.log"))
    assert "ZeroDivisionError" in reports[0].read_text()


def test_a_bug_without_a_folder_for_its_report_is_told_in_one_line_too(rivers: Path) -> None:
    with terminal("-c", BUG, str(rivers), HOME="/dev/null") as screen:
        screen.wait_for(b"downhill")
        screen.type(b"?")
        assert screen.ended() == 70
        after = screen.written[screen.written.rindex(b"?1049l") :].replace(b"\r\n", b" ")
        assert b"its report can't be kept" in after
        assert b"Traceback" not in after


def test_no_colour_means_that_no_colour_is_sent(rivers: Path) -> None:
    with terminal("-m", "ketareader", str(rivers), NO_COLOR="1") as screen:
        screen.wait_for(b"downhill")
        screen.type(b"/fox\r")
        screen.wait_for(b"2 of 2")
        screen.type(b"T]tq")
        screen.ended()
        for parameters in (b"\x1b[3", b"\x1b[4", b";38;", b";48;"):
            for part in screen.written.split(parameters)[1:]:
                ending = part.split(b"m", 1)[0]
                assert not (parameters.startswith(b"\x1b") and ending[:2] in (b"8;", b"0;", b"7;")), part[:20]
                assert not parameters.startswith(b";"), part[:20]


def test_a_piped_article_is_read_and_the_keys_come_from_the_terminal(rivers: Path) -> None:
    command = f"cat {rivers} | {sys.executable} -m ketareader -"
    with terminal("-c", f"import os; os.execvp('sh', ['sh', '-c', {command!r}])") as screen:
        screen.wait_for(b"downhill")
        screen.type(b"q")
        assert screen.ended() == 0
        assert screen.left_on() == []


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="this system has no /proc/PID/schedstat")
def test_while_nothing_happens_it_takes_no_processor_time(rivers: Path) -> None:
    with terminal("-m", "ketareader", str(rivers)) as screen:
        screen.wait_for(b"downhill")
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            screen.read(0.1)
        before = run_nanoseconds(screen.process.pid)
        time.sleep(1.5)
        assert run_nanoseconds(screen.process.pid) == before


def run_nanoseconds(process: int) -> int:
    """Return the time that all of a process's threads have run, in nanoseconds."""
    return sum(int(path.read_text().split()[0]) for path in Path(f"/proc/{process}/task").glob("*/schedstat"))


def test_keys_typed_in_one_go_mean_what_they_mean_one_by_one(rivers: Path) -> None:
    with terminal("-m", "ketareader", str(rivers)) as screen:
        screen.wait_for(b"downhill")
        screen.type(b"/brook\rnn")
        screen.wait_for(b"4 of 61")
        screen.type(b"]]ma]'aq")
        assert screen.ended() == 0


def test_keys_typed_before_the_screen_is_there_mean_what_they_mean_after(rivers: Path) -> None:
    with terminal("-m", "ketareader", str(rivers)) as screen:
        screen.type(b"/brook\rnnN")
        screen.wait_for(b"3 of 61")
        screen.type(b"q")
        assert screen.ended() == 0


def test_a_terminal_that_is_closed_ends_the_program_with_a_code_that_says_so(rivers: Path) -> None:
    with terminal("-m", "ketareader", str(rivers)) as screen:
        screen.wait_for(b"downhill")
        os.close(screen.master)
        os.close(screen.slave)
        assert screen.process.wait(PATIENCE) == 129
        screen.master, screen.slave = pty.openpty()
