"""What terminals with graphics are sent: in a real pseudo-terminal, byte for byte."""

import re
import struct
import termios
from base64 import standard_b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.images.kitty import PLACEHOLDER
from ketareader.ui.overlay import Overlays
from tests.images.pictures import encoded, quarters
from tests.ui.test_terminal import Terminal, terminal

ARTICLE = "# Lamps\n\nBefore it.\n\n![A lamp beside a book](lamp.png)\n\nAfter it.\n"
KITTY = re.compile(rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")
SIXEL = re.compile(rb" {16}\x1b7\x1b\[16D\x1bP0;1;0q([^\x1b]*)\x1b\\\x1b8")
ITERM2 = re.compile(rb" {16}\x1b7\x1b\[16D\x1b\]1337;File=([^:]*):([^\a]*)\a\x1b8")


@pytest.fixture(autouse=True)
def no_other_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def lamps(tmp_path: Path) -> Path:
    article = tmp_path / "lamps.md"
    article.write_text(ARTICLE, "utf-8")
    (tmp_path / "lamp.png").write_bytes(encoded(quarters(128, 64), "PNG"))
    return article


@contextmanager
def reading(article: Path, folder: Path, **environment: str) -> Iterator[Terminal]:
    """Read an article in a terminal whose cells have 8 by 16 pixels."""
    with terminal("-m", "ketareader", str(article), HOME=str(folder), **environment) as screen:
        ioctl(screen.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 80 * 8, 24 * 16))
        yield screen


def settle(screen: Terminal) -> None:
    """Read until nothing has come for half a second."""
    before = b""
    while before != screen.written:
        before = screen.written
        screen.read(0.5)


def finish(screen: Terminal) -> bytes:
    """Read until nothing comes any more, quit, and return all that was written."""
    settle(screen)
    screen.type(b"q")
    assert screen.ended() == 0
    return screen.written


def test_kitty_is_sent_a_picture_once_before_its_placeholders_and_forgets_it_at_the_end(
    lamps: Path, tmp_path: Path
) -> None:
    with reading(lamps, tmp_path, TERM="xterm-kitty") as screen:
        screen.wait_for(PLACEHOLDER.encode())
        settle(screen)
        screen.type(b"jk?")
        screen.wait_for(b"Moving")
        screen.type(b"\x1b")
        written = finish(screen)
    commands = [(match.start(), match[1], match[2]) for match in KITTY.finditer(written)]
    keys = [dict(part.split(b"=") for part in command.split(b",")) for _, command, _ in commands]
    assert [(key.get(b"a"), key.get(b"d")) for key in keys] == [(b"T", None), (b"d", b"I")]
    assert (keys[0][b"c"], keys[0][b"r"], keys[0][b"U"], keys[0][b"q"]) == (b"16", b"4", b"1", b"2")
    assert keys[0][b"i"] == keys[1][b"i"]
    assert standard_b64decode(commands[0][2]).startswith(b"\x89PNG")
    first, last = written.index(PLACEHOLDER.encode()), written.rindex(PLACEHOLDER.encode())
    assert commands[0][0] < first <= last < commands[1][0]
    number = int(keys[0][b"i"])
    colour = f"38;2;{number >> 16};{number >> 8 & 255};{number & 255};".encode()
    around = written[written.rindex(b"\x1b[", 0, first) : first]
    assert colour in around


def test_within_tmux_kitty_is_sent_each_command_past_it(lamps: Path, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "ketareader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('images = "kitty"\n', "utf-8")
    with reading(lamps, tmp_path, TERM="tmux-256color", TMUX="/tmp/tmux,1,0") as screen:  # noqa: S108 (nothing is there)
        screen.wait_for(PLACEHOLDER.encode())
        written = finish(screen)
    assert [bytes(match[0][:2]) for match in re.finditer(rb"(?<!\x1b)\x1b_", written)] == []
    assert len(re.findall(rb"\x1bPtmux;\x1b\x1b_G[^\x1b]*\x1b\x1b\\\x1b\\", written)) == 2


def test_sixels_are_sent_row_by_row_each_over_its_blank_cells(lamps: Path, tmp_path: Path) -> None:
    with reading(lamps, tmp_path, TERM="foot") as screen:
        screen.wait_for(b"\x1bP0;1;0q")
        written = finish(screen)
    found = SIXEL.findall(written)
    assert found
    assert len(found) % 4 == 0
    assert all(row.startswith(b'"1;1;128;16') for row in found)
    assert written.count(b"\x1bP0;1;0q") == len(found)
    assert PLACEHOLDER.encode() not in written


def test_iterm2_is_sent_a_picture_for_each_row(lamps: Path, tmp_path: Path) -> None:
    with reading(lamps, tmp_path, TERM="xterm-256color", TERM_PROGRAM="iTerm.app") as screen:
        screen.wait_for(b"1337;File=")
        written = finish(screen)
    found = ITERM2.findall(written)
    assert found
    assert len(found) % 4 == 0
    assert all(b"width=16;height=1" in arguments for arguments, _ in found)
    assert all(standard_b64decode(data).startswith(b"\x89PNG") for _, data in found)
    assert PLACEHOLDER.encode() not in written


def test_a_help_screen_leaves_no_row_under_it_drawn_over(lamps: Path, tmp_path: Path) -> None:
    with reading(lamps, tmp_path, TERM="foot") as screen:
        screen.wait_for(b"\x1bP0;1;0q")
        settle(screen)
        screen.written = b""
        screen.type(b"?")
        screen.wait_for(b"Moving")
        settle(screen)
        assert b"\x1bP" not in screen.written
        assert PLACEHOLDER.encode() not in screen.written
        screen.written = b""
        screen.type(b"\x1b")
        screen.wait_for(b"\x1bP0;1;0q")
        finish(screen)


def test_the_contents_over_the_page_cover_a_picture(lamps: Path, tmp_path: Path) -> None:
    with reading(lamps, tmp_path, TERM="foot") as screen:
        ioctl(screen.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 50 * 8, 24 * 16))
        screen.process.send_signal(28)
        screen.wait_for(b"\x1bP0;1;0q")
        settle(screen)
        screen.written = b""
        screen.type(b"t")
        screen.wait_for(b"Contents")
        settle(screen)
        assert b"\x1bP" not in screen.written
        screen.type(b"\x1b")
        screen.wait_for(b"\x1bP0;1;0q")
        finish(screen)


def test_a_placeholder_in_an_article_draws_nothing(lamps: Path, tmp_path: Path) -> None:
    lamps.write_text(f"# Lamps\n\nFake: {PLACEHOLDER * 16}\n\n![A lamp](lamp.png)\n", "utf-8")
    with reading(lamps, tmp_path, TERM="foot") as screen:
        screen.wait_for(b"\x1bP0;1;0q")
        assert PLACEHOLDER.encode() not in finish(screen)


# Without a terminal


@given(st.text(), st.integers(1, 200), st.integers(0, 200), st.text("ab"))
def test_a_whole_row_is_drawn_over_and_a_part_of_one_is_blank(
    around: str, columns: int, cut: int, payload: str
) -> None:
    overlays = Overlays()
    around = around.replace(PLACEHOLDER, "")
    row = overlays.add(columns, payload)
    part = row[: 3 * cut]
    drawn = f"{' ' * columns}\x1b7\x1b[{columns}D{payload}\x1b8"
    assert overlays.drawn(f"{around}{row}|{around}") == f"{around}{drawn}|{around}"
    if cut < columns:
        assert overlays.drawn(f"{part}|{around}") == f"{' ' * cut}|{around}"


def test_rows_that_meet_are_told_apart_and_forgotten_ones_are_blank() -> None:
    overlays = Overlays()
    one, other = overlays.add(3, "one"), overlays.add(2, "other")
    drawn = overlays.drawn(one + other)
    assert drawn == "   \x1b7\x1b[3Done\x1b8  \x1b7\x1b[2Dother\x1b8"
    overlays.remove(one)
    assert overlays.drawn(one) == "   "


def test_there_are_as_many_rows_as_ever_are_in_memory() -> None:
    overlays = Overlays()
    assert len({overlays.add(1, "") for _ in range(80_000)}) == 80_000
