"""Files that links lead to, which may name them in short."""

import stat
from pathlib import Path

from ketareader.errors import SourceError
from ketareader.sources.binary import known_kind
from ketareader.sources.files import open_file, read

_HEAD = 512
"""Bytes that tell what kind of file it is."""
_BEGINNINGS = ("README.md", "readme.md", "index.md")
"""The files that a link to a folder leads to, the first that is there."""


def file_at(path: Path) -> Path:
    """Return the file that a link means: in a folder, its README; where there is none so called, that with ".md"."""
    named = [path / name for name in _BEGINNINGS] if _mode(path) == stat.S_IFDIR else [path, Path(f"{path}.md")]
    return next(filter(_mode, named), path)


def kind_at(path: Path) -> str:
    """Return what kind of file without text a link means, as in "a PDF document"; "" where it means no such file."""
    try:
        with open_file(file_at(path)) as stream:
            kind = known_kind(read(stream, _HEAD, path.name))
    except SourceError:
        return ""
    return kind[0] if kind else ""


def _mode(path: Path) -> int:
    """Return what kind of file is at a path, as `stat` has it; 0 where there is none."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError):
        return 0
