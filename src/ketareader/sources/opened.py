"""A source that is open: what is known of it from its beginning, and its text, a piece at a time."""

import os
import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from ketareader.document.source import Piece, Source
from ketareader.errors import SourceError
from ketareader.sources.binary import is_binary, known_kind
from ketareader.sources.encoding import Encoding, decode, find_encoding
from ketareader.sources.files import open_file, read, shown
from ketareader.sources.lines import HEAD, LARGEST, end_in_newlines, read_lines
from ketareader.text import clean, clean_line

FormatOf = Callable[[str, str], str]
"""Names the format of an article, given its file name and the beginning of its text, cleaned."""

_STANDARD_INPUT: Final = "Standard input"
_MOST_PIPED: Final = 256 * 1024 * 1024
"""Bytes of standard input that are read; they are all held in memory, and may never end."""


class Opened(NamedTuple):
    """An article that is open for reading. It closes itself when its pieces have been read; else it is to be closed."""

    source: Source
    encoding: Encoding
    head: bytes
    """The first bytes, read already, without a byte order mark."""
    stream: BinaryIO
    """What comes after them."""

    def pieces(self) -> Generator[Piece, None, None]:
        """Yield the text in order, the first piece after no more than `HEAD` bytes where the lines allow it.

        Can be consumed once, in any thread. A file that grows, shrinks or is deleted meanwhile is read as far as it
        goes. Raises `SourceError` where reading fails.
        """
        done = len(self.encoding.mark)
        with self.stream:
            for raw in read_lines(self.stream, self.head, self.encoding, self.source.name):
                done += len(raw)
                text, repaired = decode(raw, self.encoding)
                yield Piece(clean(end_in_newlines(text)), done, repaired)

    def close(self) -> None:
        """Let go of the file. Pieces that were not read can't be any more."""
        self.stream.close()


def open_source(where: str | Path, format_of: FormatOf) -> Opened:
    """Open the file at `where`, or standard input where it is "-", without ever waiting for a file.

    Raises `SourceError`.
    """
    if where == "-":
        return stdin_source(format_of)
    if where == "":
        raise SourceError("The name of the file is empty: name one, or - for standard input.")
    path = Path(where)
    with ExitStack() as on_failure:
        stream = on_failure.enter_context(open_file(path))
        status = os.fstat(stream.fileno())
        opened = _recognise(stream, status.st_size, path, format_of)
        on_failure.pop_all()
    return opened._replace(source=opened.source._replace(stamp=status.st_mtime_ns))


def stdin_source(format_of: FormatOf) -> Opened:
    """Read all of standard input and open it as a source. Raises `SourceError`."""
    stdin = getattr(sys.stdin, "buffer", None)
    if stdin is None:
        raise SourceError(f"{_STANDARD_INPUT} is closed: name a file instead.")
    everything = BytesIO()
    while chunk := read(stdin, LARGEST, _STANDARD_INPUT):
        everything.write(chunk)
        if everything.tell() > _MOST_PIPED:
            raise SourceError(f"{_STANDARD_INPUT} goes on for more than 256 MB: save it as a file and open that.")
    size = everything.tell()
    everything.seek(0)
    return _recognise(everything, size, None, format_of)


def _recognise(stream: BinaryIO, size: int, path: Path | None, format_of: FormatOf) -> Opened:
    """Find out from its beginning what `stream` holds. Raises `SourceError` where that is no text."""
    what = shown(path) if path else _STANDARD_INPUT
    name = clean_line(path.name) if path else _STANDARD_INPUT
    head = read(stream, HEAD, what)
    encoding = find_encoding(head)
    unmarked = head.removeprefix(encoding.mark)
    text, _ = decode(unmarked, encoding)  # Its last character may be cut off, which is no matter here.
    _refuse_textless(head, text, what)
    article_format = format_of(name, clean(end_in_newlines(text)))
    # The files of /proc have a size of 0, whatever they hold.
    source = Source(name, path, max(size, len(head)), encoding.label, article_format)
    return Opened(source, encoding, unmarked, stream)


def _refuse_textless(head: bytes, text: str, what: str) -> None:
    if found := known_kind(head):
        kind, advice = found
        raise SourceError(f"{what} is {kind}, not text" + (f": {advice}." if advice else "."))
    if is_binary(text):
        raise SourceError(f"{what} is no text: open it with the program that it is for, or name an article.")
    if len(head) < HEAD and not text.strip():
        advice = (
            ": pipe an article into it, or name a file" if what == _STANDARD_INPUT else ": there is nothing to read"
        )
        raise SourceError(f"{what} is empty{advice}.")
