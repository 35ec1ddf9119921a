"""Opening: what is found out of a file before it is read, and every way in which it is refused."""

import io
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ketareader.errors import SourceError
from ketareader.sources import Opened, open_source, opened, stdin_source
from ketareader.sources.lines import HEAD
from ketareader.text import clean, clean_line
from tests.hostile.payloads import NAMES

LINE = b"The quick brown fox jumps over the lazy dog.\n"
NOBODY = 65534


def as_text(_name: str, _head: str) -> str:
    return "text"


def refusal(where: str | Path) -> str:
    """Return the one line with which `where` is refused, at once."""
    began = time.perf_counter()
    with pytest.raises(SourceError) as refused:
        open_source(where, as_text)
    assert time.perf_counter() - began < 1
    message = str(refused.value)
    assert message == clean_line(message)
    assert message.endswith((".", "?"))
    return message


def written(folder: Path, content: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def descriptors() -> int:
    return len(os.listdir("/dev/fd"))


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be somebody whom permissions bind: root reads whatever it likes."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


class TestWhatIsKnownOfASource:
    def test_its_name_path_size_encoding_and_format(self, tmp_path: Path) -> None:
        path = written(tmp_path, "é\n".encode(), "notes.md")
        with closing(open_source(path, lambda name, head: f"{name} {head}")) as article:
            source = article.source
        assert (source.name, source.path, source.size) == ("notes.md", path, 3)
        assert (source.encoding, source.format) == ("UTF-8", "notes.md é\n")
