"""Where a link leads that is followed while an article is read out."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ketareader.document.outline import Section


class Goal(NamedTuple):
    """A place that can be read out."""

    path: Path | None
    """The file that it is in; None for the article that the link stands in."""
    slug: str
    """Its section's name in links; empty for the beginning."""


def leads_to(target: str, folder: Path) -> Goal | None:
    """Read a link's target; None where it leads to no file. Relative paths are in `folder`."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not (parts.path or parts.fragment):
        return None
    return Goal(folder / unquote(parts.path) if parts.path else None, unquote(parts.fragment))


def section_with(sections: Sequence[Section], slug: str) -> int | None:
    """Return the index of the section that a fragment names, in any case."""
    wanted = slug.lower()
    return next((index for index, section in enumerate(sections) if section.slug == wanted), None)
