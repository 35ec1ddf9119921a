"""Links: what a target leads to, the letters that stand for the links in sight, and the browser."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ketareader.document.anchor import Anchor
from ketareader.document.outline import Section
from ketareader.layout.viewport import Row

_LETTERS = "asdfghjklewruiopcvnm"
_OPENED = frozenset({"http", "https", "mailto"})
_OPENERS = ("xdg-open", "open", "wslview")


@dataclass(frozen=True)
class Destination:
    """What a link leads to: a section here, a file, or an address for the browser."""

    address: str = ""
    path: Path | None = None
    slug: str = ""


def destination(target: str, folder: Path) -> Destination | None:
    """Read a link's target; None where nothing that may be opened is at its end. Relative paths are in `folder`."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme in _OPENED:
        return Destination(address=target)
    if parts.scheme or parts.netloc:
        return None
    slug = unquote(parts.fragment)
    if not parts.path:
        return Destination(slug=slug) if slug else None
    return Destination(path=folder / unquote(parts.path), slug=slug)


def section_with(sections: Iterable[Section], slug: str) -> int | None:
    """Return the index of the section that a fragment names."""
    wanted = slug.lower()
    return next((index for index, section in enumerate(sections) if section.slug == wanted), None)


def links_in(rows: Iterable[Row]) -> list[tuple[Anchor, str]]:
    """Return the links in sight, each once: where it begins, and its target."""
    last: tuple[int, str, int] | None = None
    links: list[tuple[Anchor, str]] = []
    for place, line in rows:
        for run in line.runs:
            if not run.target or run.start < 0:
                continue
            goes_on = last is not None and last[:2] == (place.block, run.target) and run.start <= last[2] + 1
            if not goes_on:
                links.append((Anchor(place.block, run.start), run.target))
            last = (place.block, run.target, run.start + len(run.text))
    return links


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
