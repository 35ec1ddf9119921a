"""Where an article comes from, and its text as it is read."""

from pathlib import Path
from typing import NamedTuple


class Source(NamedTuple):
    """An article that can be opened: a name and what is known of it before it is read."""

    name: str
    """What to call it on the screen: a file name, cleaned for the terminal."""
    path: Path | None
    """The file it is in; None for standard input."""
    size: int
    """Length in bytes."""
    encoding: str
    """The encoding found from the first bytes, as the reader is told: "UTF-8", "UTF-16 LE", "UTF-32 BE", "cp1252"."""
    format: str
    """The name of its row in the table of formats: "markdown" or "text"."""
    stamp: int = 0
    """When the file was last changed, in nanoseconds since 1970; 0 for standard input."""


class Piece(NamedTuple):
    """A run of whole lines of a source, decoded and cleaned, every line ending in one newline."""

    text: str
    done: int
    """Bytes of the source read with this piece and those before it."""
    repaired: int
    """Bytes of this piece that were no text in the source's encoding: in UTF-8 read as cp1252, else shown as U+FFFD."""
