import fcntl
import os
import struct
import termios

import pytest

from ketareader.images.geometry import Size
from ketareader.images.terminal import SETTINGS, Graphics, cell_size, choose, through_tmux

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environment", "graphics"),
    [
        ({}, Graphics.BLOCKS),
        (XTERM, Graphics.BLOCKS),
        ({"TERM": "linux"}, Graphics.BLOCKS),
        ({"TERM": "dumb"}, Graphics.OFF),
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, Graphics.KITTY),
        ({"TERM": "xterm-kitty"}, Graphics.KITTY),
        (XTERM | {"KITTY_WINDOW_ID": "1"}, Graphics.KITTY),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, Graphics.KITTY),
        (XTERM | {"TERM_PROGRAM": "ghostty"}, Graphics.KITTY),
        (XTERM | {"GHOSTTY_RESOURCES_DIR": "/x"}, Graphics.KITTY),
        ({"TERM": "foot"}, Graphics.SIXEL),
        ({"TERM": "foot-extra", "KITTY_WINDOW_ID": "1"}, Graphics.SIXEL),
        ({"TERM": "mlterm-256color"}, Graphics.SIXEL),
        (XTERM | {"MLTERM": "3.9.3"}, Graphics.SIXEL),
        (XTERM | {"TERM_PROGRAM": "mintty"}, Graphics.SIXEL),
        (XTERM | {"TERM_PROGRAM": "iTerm.app"}, Graphics.ITERM2),
        (XTERM | {"LC_TERMINAL": "iTerm2"}, Graphics.ITERM2),
        (XTERM | {"TERM_PROGRAM": "WezTerm"}, Graphics.ITERM2),
        (XTERM | {"WEZTERM_PANE": "0"}, Graphics.ITERM2),
        (XTERM | {"KONSOLE_VERSION": "230804"}, Graphics.SIXEL),
        (XTERM | {"KONSOLE_VERSION": "211203"}, Graphics.BLOCKS),
        (XTERM | {"KONSOLE_VERSION": "many"}, Graphics.BLOCKS),
        (XTERM | {"VTE_VERSION": "7600"}, Graphics.BLOCKS),
        (XTERM | {"VTE_VERSION": "7600", "KITTY_WINDOW_ID": "1"}, Graphics.BLOCKS),
        (XTERM | {"WT_SESSION": "x"}, Graphics.BLOCKS),
        (XTERM | {"TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "1"}, Graphics.BLOCKS),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, Graphics.BLOCKS),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "KITTY_WINDOW_ID": "1"}, Graphics.BLOCKS),
        ({"TERM": "screen.xterm-kitty"}, Graphics.BLOCKS),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"}, Graphics.BLOCKS),  # noqa: S108 (as tmux says it)
        ({"TERM": "xterm-kitty", "ZELLIJ": "0"}, Graphics.BLOCKS),
    ],
)
def test_a_terminal_is_known_by_its_environment(environment: dict[str, str], graphics: Graphics) -> None:
    assert choose("auto", environment) is graphics


@pytest.mark.parametrize("setting", [setting for setting in SETTINGS if setting != "auto"])
def test_the_reader_knows_better(setting: str) -> None:
    assert choose(setting, {"TERM": "tmux-256color", "TMUX": "x"}) == setting


def test_a_window_tells_the_pixels_of_its_cells() -> None:
    outer, inner = os.openpty()
    try:
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 80 * 9 + 5, 24 * 18 + 7))
        assert cell_size(inner) == Size(9, 18)
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        assert cell_size(inner) is None
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 0, 0, 800, 600))
        assert cell_size(inner) is None
    finally:
        os.close(outer)
        os.close(inner)


def test_what_is_no_window_tells_nothing() -> None:
    reader, writer = os.pipe()
    try:
        assert cell_size(reader) is None
    finally:
        os.close(reader)
        os.close(writer)


def test_tmux_hands_on_what_it_is_told_to() -> None:
    assert through_tmux("\x1b_Gq=2\x1b\\") == "\x1bPtmux;\x1b\x1b_Gq=2\x1b\x1b\\\x1b\\"
