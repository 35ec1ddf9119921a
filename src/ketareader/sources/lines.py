"""Cutting a stream of bytes where lines end, and making every line end in one newline."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from ketareader.sources.encoding import Encoding
from ketareader.sources.files import read

HEAD: Final = 32 * 1024
"""How many bytes are read before anything else: the first run of lines. A multiple of every code unit's length."""
LARGEST: Final = 1024 * 1024
"""How many bytes are read at once at the most."""


def read_lines(stream: BinaryIO, head: bytes, encoding: Encoding, name: str) -> Iterator[bytes]:
    """Yield `head`, already read, and the rest of `stream` in runs of whole lines that grow from `HEAD` to `LARGEST`.

    A line ends in CR, LF or CRLF, the last one maybe in nothing. A run is longer where a single line is. Linear in
    time. Raises `SourceError`.
    """
    begun: list[bytes] = []
    chunk, size = head, HEAD
    while chunk:
        end = _end_of_lines(chunk, encoding)
        if end:
            lines = b"".join((*begun, chunk[:end]))
            begun.clear()
            yield lines
        begun.append(chunk[end:])
        size = min(2 * size, LARGEST)
        chunk = read(stream, size, name)
    lines = b"".join(begun)
    begun.clear()
    if lines:
        yield lines


def end_in_newlines(text: str) -> str:
    """Make every line end, the last line's too, one newline.

    CR, LF and CRLF end lines; VT, FF, FS, GS, RS, US, NEL, U+2028 and U+2029 don't, and the cleaner shows them.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def _end_of_lines(chunk: bytes, encoding: Encoding) -> int:
    """Return how many bytes of `chunk`, which begins with a whole code unit, are whole lines.

    A CR at its very end is no line end yet: an LF may follow.
    """
    newline = _after_last("\n", chunk, 0, len(chunk), encoding)
    return _after_last("\r", chunk, newline, len(chunk) - encoding.unit, encoding) or newline


def _after_last(character: str, chunk: bytes, start: int, stop: int, encoding: Encoding) -> int:
    """Return the offset after the last `character` within `chunk[start:stop]`, or 0; `start` begins a code unit."""
    wanted = character.encode(encoding.codec)
    at = chunk.rfind(wanted, start, stop)
    while at > 0 and at % encoding.unit:  # The end of one unit and the beginning of the next look like it.
        at = chunk.rfind(wanted, start, at + encoding.unit - 1)
    return at + encoding.unit if at >= 0 else 0
