"""A picture's kind and size, from the first bytes of its file: no decoder is loaded, and nothing is decoded.

PNG (ISO/IEC 15948), JPEG (ITU-T T.81), GIF89a, WebP (RFC 9649), BMP, and the orientation that Exif 2.32 keeps in them.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, NamedTuple

from ketareader.errors import ImageError
from ketareader.images.geometry import Size

MOST_PIXELS: Final = 50_000_000
"""A larger picture is not decoded."""

_MOST_PARTS: Final = 1000
"""How many chunks or segments are gone through to find what is wanted."""
_JPEG_FRAMES: Final = frozenset(range(0xFFC0, 0xFFD0)) - {0xFFC4, 0xFFC8, 0xFFCC}
"""The markers that a frame begins with, which tells the size."""
_APP1: Final = 0xFFE1
_FIRST_MARKER: Final = 0xFF00
_FILL: Final = 0xFFFF
"""What a marker may have before it."""
_EXIF: Final = b"Exif\0\0"
_LARGEST_EXIF: Final = 0x10000
_SHORTEST: Final = 2
"""The bytes of a segment that has none but those of its length."""
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = 1
_ON_ITS_SIDE: Final = 5
"""From here on, an orientation changes width for height."""


class Header(NamedTuple):
    """What a file says of its picture."""

    kind: str
    """As Pillow names it: "PNG", "JPEG", "GIF", "WEBP" or "BMP"."""
    stored: Size
    orientation: int = _UPRIGHT
    """As Exif counts them, 1 to 8."""

    @property
    def is_turned(self) -> bool:
        """Whether width and height change places when it is shown."""
        return self.orientation >= _ON_ITS_SIDE

    @property
    def size(self) -> Size:
        """The size that it is shown with."""
        return Size(self.stored.height, self.stored.width) if self.is_turned else self.stored


def read_header(stream: BinaryIO) -> Header:
    """Read the head of a picture's file. Raises `ImageError` for no picture, none with a size, and a huge one."""
    head = stream.read(32)
    for start, mark, read in _KINDS:
        if head.startswith(mark, start):
            try:
                return _checked(read(head, stream))
            except (struct.error, OSError) as error:
                raise ImageError("The picture is damaged.") from error
    raise ImageError("The file is no picture of a kind that is shown: those are PNG, JPEG, GIF, WebP and BMP.")


def _checked(header: Header) -> Header:
    """Return a header with a size that can be shown."""
    width, height = header.stored
    if width <= 0 or height <= 0:
        raise ImageError("The picture is damaged: it has no size.")
    if width * height > MOST_PIXELS:
        raise ImageError(f"The picture has {width} × {height} pixels, which is too many to be shown.")
    return header


def _png(head: bytes, stream: BinaryIO) -> Header:
    size = Size(*struct.unpack_from(">II", head, 16))
    return Header("PNG", size, _in_chunks(_png_chunks(stream), b"eXIf", stream))


def _gif(head: bytes, _: BinaryIO) -> Header:
    return Header("GIF", Size(*struct.unpack_from("<HH", head, 6)))


def _bmp(head: bytes, _: BinaryIO) -> Header:
    is_first_version = head[14:18] == b"\x0c\0\0\0"
    width, height = struct.unpack_from("<HH" if is_first_version else "<ii", head, 18)
    return Header("BMP", Size(width, abs(height)))  # Rows from the top down have a height below 0.


def _webp(head: bytes, stream: BinaryIO) -> Header:
    if head.startswith(b"VP8X", 12):
        flags, width, height = head[20], head[24:27], head[27:30]
        size = Size(int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1)
        has_exif = flags & 0x08
        return Header("WEBP", size, _in_chunks(_riff_chunks(stream), b"EXIF", stream) if has_exif else _UPRIGHT)
    if head.startswith(b"VP8L", 12):
        (bits,) = struct.unpack_from("<I", head, 21)
        return Header("WEBP", Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
    width, height = struct.unpack_from("<HH", head, 26)
    return Header("WEBP", Size(width & 0x3FFF, height & 0x3FFF))


def _jpeg(_: bytes, stream: BinaryIO) -> Header:
    orientation = _UPRIGHT
    for marker, length in _segments(stream):
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">xHH", stream.read(5))
            return Header("JPEG", Size(width, height), orientation)
        if marker == _APP1 and orientation == _UPRIGHT:
            orientation = _orientation(stream.read(length))
    raise ImageError("The picture is damaged: it has no size.")


_KINDS: Final = (
    (0, b"\x89PNG\r\n\x1a\n", _png),
    (0, b"\xff\xd8\xff", _jpeg),
    (0, b"GIF87a", _gif),
    (0, b"GIF89a", _gif),
    (8, b"WEBP", _webp),
    (0, b"BM", _bmp),
)
"""Where a kind has its mark, in bytes from the start; the mark; what reads the rest, given the first 32 bytes too."""


def _segments(stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Yield each segment's marker and the bytes of its content, which the stream then stands before."""
    place = 2
    for _ in range(_MOST_PARTS):
        stream.seek(place)
        marker, length = struct.unpack(">HH", stream.read(4))
        if marker == _FILL:
            place += 1
            continue
        if marker < _FIRST_MARKER or length < _SHORTEST:
            return
        yield marker, length - _SHORTEST
        place += 2 + length


def _png_chunks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield the name and length of each chunk before the pixels; the stream then stands before its content."""
    place = 8
    for _ in range(_MOST_PARTS):
        stream.seek(place)
        length, name = struct.unpack(">I4s", stream.read(8))
        if name == b"IDAT":
            return
        yield name, length
        place += 12 + length


def _riff_chunks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield the name and length of each chunk; the stream then stands before its content."""
    place = 12
    for _ in range(_MOST_PARTS):
        stream.seek(place)
        head = stream.read(8)
        if len(head) < 8:  # noqa: PLR2004 (a name and a length)
            return
        name, length = struct.unpack("<4sI", head)
        yield name, length
        place += 8 + length + length % 2


def _in_chunks(chunks: Iterable[tuple[bytes, int]], wanted: bytes, stream: BinaryIO) -> int:
    """Return the orientation from the chunk called `wanted`; upright if there is none."""
    for name, length in chunks:
        if name == wanted:
            return _orientation(stream.read(min(length, _LARGEST_EXIF)))
    return _UPRIGHT


def _orientation(exif: bytes) -> int:
    """Return the orientation from the first directory of Exif's TIFF; upright if it has none or is damaged."""
    exif = exif.removeprefix(_EXIF)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if not order:
        return _UPRIGHT
    try:
        (directory,) = struct.unpack_from(order + "I", exif, 4)
        (entries,) = struct.unpack_from(order + "H", exif, directory)
        for index in range(entries):
            tag, value = struct.unpack_from(order + "H6xH", exif, directory + 2 + 12 * index)
            if tag == _ORIENTATION and 1 <= value <= 8:  # noqa: PLR2004 (there are eight ways)
                return int(value)
    except struct.error:
        return _UPRIGHT
    return _UPRIGHT
