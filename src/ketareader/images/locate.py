"""From the target of an image to the file it names. Only files beside the article are named: never the web.

A target is a relative path, percent-encoded as in a URL (RFC 3986); its query and fragment are for browsers. Absolute
paths and every scheme, `file:` and `data:` too, are refused. So is a path that climbs up to the root, an absolute one
by another name: an article from outside can't reach into the system's folders, nor into a network's.
"""

import os
import re
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import unquote_to_bytes

from ketareader.errors import ImageError
from ketareader.images.files import check

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_REMOTE: Final = re.compile(r"(https?:)?//", re.IGNORECASE)
_FOR_BROWSERS: Final = re.compile(r"[?#].*", re.DOTALL)


def is_remote(target: str) -> bool:
    """Tell whether an image is on the web: its text is shown, until the reader asks for it."""
    return _REMOTE.match(target) is not None


def locate(target: str, folder: Path | None) -> Path:
    """Return the regular file that `target` names from the article's folder; `None` for an article without one.

    Nothing is opened and `~` is a name like others. Raises `ImageError` with the reason why its text has to do.
    """
    if is_remote(target):
        raise ImageError("The picture is on the web: it is loaded only when it is asked for.")
    if _SCHEME.match(target):
        raise ImageError("A picture is shown from a file beside the article only.")
    if folder is None:
        raise ImageError("The article came through a pipe, so there is no folder to look for the picture in.")
    path = folder / _beside(target, folder)
    check(path)
    return path


def _beside(target: str, folder: Path) -> PurePath:
    """Return the relative path that a target stands for."""
    name = os.fsdecode(unquote_to_bytes(_FOR_BROWSERS.sub("", target)))
    path = PurePath(name)
    if not name or "\0" in name:
        raise ImageError("The picture has no name that a file may have.")
    if path.is_absolute() or path.drive or _climbs_out(path, folder):
        raise ImageError("A picture is shown from beside the article only, not from a folder of the system.")
    return path


def _climbs_out(path: PurePath, folder: Path) -> bool:
    """Tell whether a path from `folder` comes to the root on its way."""
    depth = len(folder.absolute().parts) - 1
    for part in path.parts:
        depth += -1 if part == ".." else 1
        if depth <= 0:
            return True
    return False
