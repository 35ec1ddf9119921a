"""Files that links lead to, which may name them in short."""

import stat
from pathlib import Path

_BEGINNINGS = ("README.md", "readme.md", "index.md")
"""The files that a link to a folder leads to, the first that is there."""


def file_at(path: Path) -> Path:
    """Return the file that a link means: in a folder, its README; where there is none so called, that with ".md"."""
    named = [path / name for name in _BEGINNINGS] if _mode(path) == stat.S_IFDIR else [path, Path(f"{path}.md")]
    return next(filter(_mode, named), path)


def _mode(path: Path) -> int:
    """Return what kind of file is at a path, as `stat` has it; 0 where there is none."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError):
        return 0
