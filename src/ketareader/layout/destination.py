"""Destinations: what a link's target leads to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.document.outline import slug_of
from ketareader.layout.hyperlink import hyperlink
from ketareader.layout.notes import note_named
from ketareader.text import clean_line

_NOTE = "#^"
_PREFIX = "user-content-"
"""What GitHub puts before the names that an article gives."""
_START = "top"
_ABBREVIATION = "abbr:"
_ESCAPES = re.compile("(?:%[0-9A-Fa-f]{2})+")
_RESERVED = frozenset("%:/?#@!$&'()*+,;=")
"""Characters that are encoded only where they would mean something else (RFC 3986 section 2.2)."""
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
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
        return Destination(note=unquote(target[1:]))
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


def as_written(target: str) -> str:
    """Return a target as its author wrote it, to be read and not to be opened: what leads out of the program stays.

    Of what is percent-encoded, that is decoded which is UTF-8, can be seen and stands for nothing else.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    return target if parts.scheme or parts.netloc else clean_line(_ESCAPES.sub(_decoded, target))


def _decoded(escapes: re.Match[str]) -> str:
    """Decode escapes that stand together, but for what can't be seen and what is reserved."""
    try:
        text = unquote(escapes[0], errors="strict")
    except UnicodeDecodeError:
        return escapes[0]
    return "".join(mark if _is_plain(mark) else quote(mark, safe="") for mark in text)


def _is_plain(mark: str) -> bool:
    return mark in _JOINERS or (mark.isprintable() and mark not in _RESERVED)


def anchor_with(document: Document, slug: str) -> Anchor | None:
    """Return the place that a fragment names, as it is written or else in any case, GitHub's prefix before it or not.

    A section that the article gives another name is known by its title, too, and a note by what pages call it; and
    "top" is the start, once it is sure that nothing else is called so (HTML section 7.4.6.4).
    """
    bare = slug[len(_PREFIX) :] if slug.lower().startswith(_PREFIX) else slug
    names = dict.fromkeys((slug, bare))
    places = [(name, *place) for name in names for place in _called(document, name)]
    exact = (anchor for name, written, anchor in places if name == written)
    titled = (_titled(document, name.lower()) for name in names)
    found = next(chain(exact, (anchor for _, _, anchor in places), filter(None, titled)), None)
    return found or note_named(document, bare) or _start(document, bare)


def _called(document: Document, name: str) -> Iterator[tuple[str, Anchor]]:
    """Yield the places that have a name in any case, sections first, each with the name as it is written."""
    wanted = name.lower()
    sections = (section for section in document.sections if section.slug.lower() == wanted)
    yield from ((section.slug, Anchor(section.block)) for section in sections)
    yield from document.anchors(name)


def _titled(document: Document, slug: str) -> Anchor | None:
    """Return the section whose title makes a slug, where the article gives it another name."""
    named = (section for section in document.sections if document.blocks[section.block].info)
    spelled = ((section, document.inline(section.block).spelled or section.title) for section in named)
    return next((Anchor(section.block) for section, title in spelled if slug_of(title) == slug), None)


def _start(document: Document, slug: str) -> Anchor | None:
    """Return the start of an article that has been read, where a fragment names that."""
    return Anchor(0) if slug.lower() == _START and document.complete and document.blocks else None
