"""The memory: a small JSON file in the user's state folder, replaced whole, so that no crash leaves half of it.

It tells what somebody reads and looks for, and is nobody else's to read.

A file that can't be read counts as empty, and a folder that can't be written is no reason not to read on.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final

import platformdirs

from ketareader.document.bookmark import Bookmark

WIDTHS: Final = range(20, 201)
"""The measures that the text column can have, in cells."""
_QUERIES: Final = 50
_PLACES: Final = 500
_TICKS: Final = 5_000
"""Sections that are remembered as read, of all articles together."""
_LONGEST_SLUG: Final = 200
"""Characters of a section's slug up to which it is remembered as read."""
_PRIVATE: Final = 0o600


@dataclass(frozen=True, slots=True)
class Memory:
    """What the reader had chosen and done when it was last closed."""

    article: str = ""
    """The path of the last article read; empty where there was none, or it came from standard input."""
    theme: str = ""
    width: int = 0
    """The measure of the text column in cells; 0 for the default."""
    queries: tuple[str, ...] = ()
    """The last searches, the newest first."""
    numbered: bool = True
    """Whether the contents show section numbers."""
    manner: Mapping[str, bool | int | str] = field(default_factory=dict)
    """How pages were set and what was around them, by the names that `ui.manner` knows."""
    places: Mapping[str, Bookmark] = field(default_factory=dict)
    """Where each article was left, by its path, the last one left at the end."""
    read: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The slugs of the sections that were read of each article, by its path, the last one left at the end."""


def load() -> Memory:
    """Read the memory; what isn't there or isn't of its kind counts as never set."""
    try:
        values = json.loads(memory_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Memory()
    return _memory(values) if isinstance(values, dict) else Memory()


def _memory(values: dict[str, object]) -> Memory:
    """Take from a JSON object what has the right form."""
    article, theme, width, numbered = (values.get(name) for name in ("article", "theme", "width", "numbered"))
    queries, manner, places, read = (values.get(name) for name in ("queries", "manner", "places", "read"))
    return Memory(
        article if isinstance(article, str) else "",
        theme if isinstance(theme, str) else "",
        width if type(width) is int and width in WIDTHS else 0,
        tuple(q for q in queries if isinstance(q, str))[:_QUERIES] if isinstance(queries, list) else (),
        numbered if isinstance(numbered, bool) else True,
        {name: value for name, value in manner.items() if isinstance(value, bool | int | str)}
        if isinstance(manner, dict)
        else {},
        {path: Bookmark(*mark) for path, mark in places.items() if _is_bookmark(mark)}
        if isinstance(places, dict)
        else {},
        {
            path: tuple(slug for slug in slugs if isinstance(slug, str))
            for path, slugs in read.items()
            if _is_list(slugs)
        }
        if isinstance(read, dict)
        else {},
    )


def _is_bookmark(values: object) -> bool:
    """Tell whether a JSON value is a block, an offset and words."""
    return isinstance(values, list) and list(map(type, values)) == [int, int, str] and min(values[:2]) >= 0


def _is_list(values: object) -> bool:
    """Tell whether a JSON value is a list."""
    return isinstance(values, list)


def save(memory: Memory) -> None:
    """Write the memory, in one step; in silence where the folder can't be written."""
    path = memory_file()
    with suppress(OSError, UnicodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_private(path.parent, 0o700)
        last = replace(memory, places=dict(list(memory.places.items())[-_PLACES:]), read=_last_read(memory.read))
        _replace(path, json.dumps(asdict(last), ensure_ascii=False, indent=1).encode())


def _last_read(read: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return what was read of the articles that were left last, as much of it as is remembered."""
    kept: dict[str, tuple[str, ...]] = {}
    room = _TICKS
    for path, slugs in reversed(list(read.items())[-_PLACES:]):
        kept[path] = tuple(slug for slug in slugs if len(slug) <= _LONGEST_SLUG)[:room]
        room -= len(kept[path])
    return {path: slugs for path, slugs in reversed(kept.items()) if slugs}


def _replace(path: Path, content: bytes) -> None:
    """Put a file that its owner alone may read in the place of `path`, once all of it is on the disk."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "wb") as file:
            _keep_private(draft, _PRIVATE)  # Whatever the umask, and whoever could read a draft left behind.
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _keep_private(path: Path, mode: int) -> None:
    """Set what may be done with a file or folder, where its file system knows such things and it is one's own."""
    with suppress(PermissionError):
        path.chmod(mode)


def last_article() -> str | None:
    """Return the path of the last article read, where it is still there."""
    path = load().article
    return path if path and Path(path).is_file() else None


def memory_file() -> Path:
    """Return the memory's path, in the folder that the system has for such things (XDG: `$XDG_STATE_HOME`)."""
    return platformdirs.user_state_path("ketareader") / "memory.json"


def config_file() -> Path:
    """Return the configuration file's path (XDG: `$XDG_CONFIG_HOME`)."""
    return platformdirs.user_config_path("ketareader") / "config.toml"


def keep_report(report: str) -> Path | None:
    """Write the report on a bug beside the memory; return its path, None where it can't be written."""
    path = memory_file().with_name("bug.log")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report, "utf-8")
    except OSError:
        return None
    return path
