"""Links: what a target leads to, the letters that stand for the links in sight, and the browser."""

import os
import shlex
import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ketareader.document.anchor import Anchor
from ketareader.document.block import Block, Note
from ketareader.document.document import Document
from ketareader.document.outline import Section
from ketareader.layout.hyperlink import hyperlink
from ketareader.layout.viewport import Row
from ketareader.ui.link import Link

_LETTERS = "asdfghjklewruiopcvnm"
_NOTE = "#^"
_ABBREVIATION = "abbr:"
_BEGINNINGS = ("README.md", "readme.md", "index.md")
"""The files that a link to a folder leads to, the first that is there."""
_OPENERS = ("xdg-open", "open", "wslview")


@dataclass(frozen=True)
class Destination:
    """What a link leads to: a section or a note here, a file, an address for the browser, or words to show."""

    address: str = ""
    """In printable ASCII, as `layout.hyperlink` makes it."""
    path: Path | None = None
    slug: str = ""
    note: str = ""
    """A note's label, its "^" before it."""
    meaning: str = ""
    """What an abbreviation stands for."""


def destination(target: str, folder: Path) -> Destination | None:
    """Read a link's target; None where nothing that may be opened is at its end. Relative paths are in `folder`."""
    if target.startswith(_NOTE):
        return Destination(note=target[1:])
    if target.startswith(_ABBREVIATION):
        return Destination(meaning=target.removeprefix(_ABBREVIATION))
    address = hyperlink(target)
    return Destination(address=address) if address else _local(target, folder)


def _local(target: str, folder: Path) -> Destination | None:
    """Read the target of a link to a file or to a section."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    slug = unquote(parts.fragment)
    if not parts.path:
        return Destination(slug=slug) if slug else None
    return Destination(path=folder / unquote(parts.path), slug=slug)


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


def section_with(sections: Sequence[Section], slug: str) -> int | None:
    """Return the index of the section that a fragment names, in any case, GitHub's prefix before it or not."""
    wanted = slug.lower()
    names = dict.fromkeys((wanted, wanted.removeprefix("user-content-")))
    found = (index for name in names for index, section in enumerate(sections) if section.slug.lower() == name)
    return next(found, None)


def note_with(blocks: Sequence[Block], label: str) -> int | None:
    """Return the index of a note's first block; notes stand at the end of an article."""
    found = None
    for index in range(len(blocks) - 1, -1, -1):
        if any(isinstance(container, Note) and container.label == label for container in blocks[index].frame):
            found = index
        elif found is not None:
            break
    return found


def links_in(document: Document, rows: Iterable[Row]) -> dict[Link, Anchor]:
    """Return the links in sight, in reading order, and where each of them first shows."""
    seen: dict[Link, Anchor] = {}
    for place, line in rows:
        for run in line.runs:
            if run.target and run.start >= 0 and (link := link_at(document, Anchor(place.block, run.start))):
                seen.setdefault(link, Anchor(place.block, run.start))
    return seen


def link_at(document: Document, anchor: Anchor) -> Link | None:
    """Return the link that a character is in; of one in another, the outer, which is the one that counts."""
    block, offset = anchor
    spans = (span for span in document.inline(block).spans if span.target)
    return next((Link(block, s.start, s.end, s.target) for s in spans if s.start <= offset < s.end), None)


def labels(count: int) -> list[str]:
    """Return as many labels, none the beginning of another: single letters while they do, else pairs."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    pairs = [first + second for first in _LETTERS for second in _LETTERS]
    return pairs[:count]


def open_in_browser(address: str) -> bool:
    """Hand an address to the first of `$BROWSER` and the system's openers that can be started; tell whether one can."""
    return any(map(_start, _commands(address)))


def _commands(address: str) -> Iterator[list[str]]:
    """Yield argument lists that open an address. `$BROWSER` holds commands, a colon between, `%s` for the address."""
    for command in (*os.environ.get("BROWSER", "").split(os.pathsep), *_OPENERS):
        with suppress(ValueError):  # Of a quote that is never closed.
            words = shlex.split(command)
            if words:
                yield [word.replace("%s", address) for word in (words if "%s" in command else [*words, "%s"])]


def _start(arguments: list[str]) -> bool:
    """Start a program on its own; tell whether there is such a program."""
    program = shutil.which(arguments[0])
    if program is None:
        return False
    try:
        subprocess.Popen(  # noqa: S603 (an argument list, and the scheme is http, https or mailto)
            [program, *arguments[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
