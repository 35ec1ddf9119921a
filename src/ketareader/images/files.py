"""Opening pictures: regular files alone, of a bounded size, never blocking."""

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from ketareader.errors import ImageError

MOST_BYTES: Final = 50_000_000
"""A larger file is not opened."""


def check(path: Path) -> None:
    """Look at what is at `path` without opening it. Raises `ImageError` if no picture can be read from it."""
    try:
        _refuse(path.stat())
    except FileNotFoundError as error:
        raise ImageError("There is no such picture beside the article.") from error
    except (OSError, ValueError) as error:
        raise ImageError("The picture's file can't be reached.") from error


def open_picture(path: Path) -> BinaryIO:
    """Open the regular file at `path`. Raises `ImageError`."""
    check(path)  # Before it is opened, as a pipe's writer would be killed by a reader that leaves.
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ImageError(f"The picture can't be opened: {error.strerror}.") from error
    try:
        _refuse(os.fstat(descriptor))  # It may be another file than the one asked about before.
    except ImageError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def _refuse(status: os.stat_result) -> None:
    """Raise `ImageError` for what is no regular file, or too large."""
    if not stat.S_ISREG(status.st_mode):
        raise ImageError("What should be the picture is no regular file.")
    if status.st_size > MOST_BYTES:
        raise ImageError(f"The picture's file is over {MOST_BYTES // 1_000_000} MB, which is too large to be shown.")
