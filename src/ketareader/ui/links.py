"""Links: the letters that stand for those in sight, and the browser."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice, product

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.layout.viewport import Row
from ketareader.ui.link import FOLD, Link, is_summary

_LETTERS = "asdfghjklewruiopcvnm"
_OPENERS = ("xdg-open", "open", "wslview")


def links_in(document: Document, rows: Iterable[Row]) -> dict[Link, Anchor]:
    """Return the links and summaries in sight, in reading order, and where each of them first shows."""
    seen: dict[Link, Anchor] = {}
    for place, line in rows:
        leads = is_summary(document, place.block)
        for run in line.runs:
            if (leads or run.target) and run.start >= 0 and (link := link_at(document, Anchor(place.block, run.start))):
                seen.setdefault(link, Anchor(place.block, run.start))
    return seen


def link_at(document: Document, anchor: Anchor) -> Link | None:
    """Return the link that a character is in; of one in another, the outer, which is the one that counts.

    All of a summary is one, but for the links in it.
    """
    block, offset = anchor
    inline = document.inline(block)
    spans = (span for span in inline.spans if span.target)
    link = next((Link(block, s.start, s.end, s.target, s.title) for s in spans if s.start <= offset < s.end), None)
    return link or (Link(block, 0, len(inline.text), FOLD) if is_summary(document, block) else None)


def labels(count: int) -> list[str]:
    """Return as many labels, none the beginning of another: all of one letter while that does, else of two, or more."""
    letters = 1
    while len(_LETTERS) ** letters < count:
        letters += 1
    return list(map("".join, islice(product(_LETTERS, repeat=letters), count)))


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
