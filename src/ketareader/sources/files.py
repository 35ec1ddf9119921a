"""Opening files: only regular ones, never blocking, every refusal one sentence that says what to do."""

import errno
import os
import stat
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from ketareader.errors import SourceError
from ketareader.text import clean_line

_SPECIAL: Final = {
    stat.S_IFDIR: "is a folder: name a file in it",
    stat.S_IFIFO: "is a pipe: read it through standard input, as in “ketareader - < pipe”",
    stat.S_IFSOCK: "is a socket, not a file",
    stat.S_IFCHR: "is a device, not a file",
    stat.S_IFBLK: "is a device, not a file",
}
"""What to say of each kind of file that can't be read as an article."""

_REASONS: Final = {
    errno.EACCES: "can't be opened: you have no permission to read it",
    errno.EPERM: "can't be opened: you have no permission to read it",
    errno.ELOOP: "can't be opened: it is a symbolic link that leads back to itself",
    errno.ENOTDIR: "can't be opened: what should be its folder is a file",
    errno.ENAMETOOLONG: "is too long a name for a file",
}
"""What to say where the system refuses a file; of other refusals, what the system itself says."""

_UNREADABLE: Final = {errno.EBADF: "is open for writing only: name a file to read instead"}
"""What to say where what is open can't be read; of other failures, what the system itself says."""

_ADDRESS: Final = ("http:", "https:")
"""What a path begins with that is none."""
_LONGEST_SHOWN: Final = 80
_NAMES_COMPARED: Final = 2000


def open_file(path: Path) -> BinaryIO:
    """Open the regular file at `path`. Raises `SourceError`."""
    try:
        # Asked before it is opened, as a pipe's writer would be killed by a reader that leaves.
        _refuse_special(path, path.stat().st_mode)
        return _open_regular(path)
    except FileNotFoundError as error:
        raise SourceError(_missing(path)) from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"can't be opened: {error.strerror}")
        raise SourceError(f"{shown(path)} {reason}.") from error
    except ValueError as error:
        raise SourceError(f"{shown(path)} is no name for a file: it holds a character that none may hold.") from error


def read(stream: BinaryIO, size: int, name: str) -> bytes:
    """Read `size` bytes; fewer only at the end. Raises `SourceError`."""
    try:
        return stream.read(size)
    except OSError as error:
        reason = _UNREADABLE.get(error.errno or 0, f"can't be read any further: {error.strerror}")
        raise SourceError(f"{name} {reason}.") from error


def shown(path: Path) -> str:
    """Quote a path for a message: clean, on one line, its middle left out where it is long."""
    name = clean_line(str(path))
    half = _LONGEST_SHOWN // 2
    return f"“{name}”" if len(name) <= _LONGEST_SHOWN else f"“{name[:half]}…{name[-half:]}”"


def _open_regular(path: Path) -> BinaryIO:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _refuse_special(path, os.fstat(descriptor).st_mode)  # It may be another file than the one asked about before.
    except SourceError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def _refuse_special(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise SourceError(f"{shown(path)} {_SPECIAL.get(stat.S_IFMT(mode), 'is no regular file')}.")


def _missing(path: Path) -> str:
    if path.parts[0] in _ADDRESS:
        address = shown(path).replace(":/", "://", 1)
        return f"{address} is an address, and nothing is fetched here: save the page as a file and open that."
    try:
        with os.scandir(path.parent) as entries:
            names = {entry.name.lower(): entry.name for entry in islice(entries, _NAMES_COMPARED)}
    except OSError:
        return f"There is no file {shown(path)}: there is no folder {shown(path.parent)}."
    if near := get_close_matches(path.name.lower(), names, n=1):
        return f"There is no file {shown(path)}. Did you mean {shown(path.with_name(names[near[0]]))}?"
    return f"There is no file {shown(path)}: check the name, and the folder it is in."
