"""Cutting a stream of bytes where lines end, and making every line end in one newline."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from ketareader.sources.encoding import Encoding
from ketareader.sources.files import read

HEAD: Final = 32 * 1024
"""Bytes read before anything else is: what the encoding is found from, and the first piece. A multiple of 4."""
_LARGEST: Final = 1024 * 1024


def read_lines(stream: BinaryIO, head: bytes, encoding: Encoding, name: str) -> Iterator[bytes]:
    """Yield what `stream` holds, `head` first, in runs of whole lines; each about twice as long as the one before.

    A line ends at CR, LF or CRLF. A run is as long as its longest line, if need be; the last may end in no line end.
    Linear in time. Raises `SourceError`.
    """
    waiting: list[bytes] = []
    chunk, size = head, HEAD
    while chunk:
        end = after_last_line(chunk, encoding)
        if end:
            yield b"".join((*waiting, chunk[:end]))
            waiting.clear()
        waiting.append(chunk[end:])
    ...
