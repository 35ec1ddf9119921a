"""Some lines of a source, read again."""

from itertools import islice

from ketareader.document.source import Source
from ketareader.errors import SourceError
from ketareader.sources.opened import open_source


def read_lines_again(source: Source, lines: range) -> str | None:
    """Return the lines of a source, counted from 1, as they stand in it, decoded and cleaned.

    None where they can't be read again: the source is no file, or that was changed since it was opened, or is gone.
    """
    if source.path is None:
        return None
    try:
        opened = open_source(source.path, lambda _name, _head: source.format)
        if (opened.source.size, opened.source.stamp) != (source.size, source.stamp):
            opened.close()
            return None
        pieces = opened.pieces()
        found = islice((line for piece in pieces for line in piece.text.splitlines(keepends=True)), *_bounds(lines))
        text = "".join(found)
        pieces.close()
    except SourceError:
        return None
    return text


def _bounds(lines: range) -> tuple[int, int]:
    return lines.start - 1, lines.stop - 1
