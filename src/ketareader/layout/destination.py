"""Destinations: what a link's target leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ketareader.document.block import Block, Note
from ketareader.document.outline import Section
from ketareader.layout.hyperlink import hyperlink

_NOTE = "#^"
_ABBREVIATION = "abbr:"


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
