"""Decoding, with Pillow: a file becomes the pixels of the cells that it takes, in bounded time and memory.

Only the decoders of the five kinds are let at a file, and only the one that its first bytes ask for.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Final

from PIL import BmpImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from ketareader.errors import ImageError
from ketareader.images.files import MOST_BYTES, open_picture
from ketareader.images.geometry import Frame, Size
from ketareader.images.header import MOST_PIXELS, Header, read_header
from ketareader.images.picture import Colour, Picture

PATIENCE: Final = 5.0
"""Seconds after which a file is given no more time: it is made to take long."""

_MOST_WORK: Final = 1_000_000_000
"""The pixels that a JPEG may go over, counting each of its scans: a few bytes may ask for one more."""
_SCAN: Final = b"\xff\xda"

_DECODERS: Final = (BmpImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin)
"""Imported here, so that Pillow doesn't look for others when it meets what it doesn't know."""

_DAMAGE: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What a decoder that is given a damaged file may raise."""

_SHRINKABLE: Final = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})
"""The modes whose pixels can be averaged as they are."""
_DEEP: Final = frozenset({"I", "I;16", "I;16B", "I;16L"})
"""The modes of greys in 16 bits."""

_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation in Exif."""


class _Hurried(BytesIO):
    """Bytes that are given out until the time is up, as every loop of a decoder reads."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._end = monotonic() + PATIENCE

    def read(self, size: int | None = -1) -> bytes:
        if monotonic() > self._end:
            raise ImageError("The picture takes too long to decode.")
        return super().read(size)


def decode(path: Path, frame: Frame, dots: Size, background: Colour) -> Picture:
    """Return the picture at `path`, made to fill `frame` with `dots` pixels to a cell; the first frame of many.

    What is transparent shows the page's `background`, and so does what the picture leaves of its last column and row.
    Takes up to 16 bytes of memory for a pixel of the file, for JPEG far less. Raises `ImageError`.
    """
    try:
        with open_picture(path) as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise ImageError(f"The picture can't be read: {error.strerror}.") from error
    return decode_bytes(data, frame, dots, background)


def decode_bytes(data: bytes, frame: Frame, dots: Size, background: Colour) -> Picture:
    """Return the picture in a file's bytes; as `decode` otherwise."""
    header = read_header(BytesIO(data))
    _refuse_scans(data, header)
    canvas = Image.new("RGB", (frame.columns * dots.width, frame.rows * dots.height), background)
    size = Size(max(1, round(frame.width * dots.width)), max(1, round(frame.height * dots.height)))
    # Pillow remarks on what is odd in a file; no reader has a use for that, and the screen is no place for it.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    with _damage_told(), Image.open(_Hurried(data), formats=[header.kind]) as image:
        upright = _upright(image, size, header)
        canvas.paste(upright, (0, 0), upright if upright.mode == "RGBA" else None)
    return Picture(frame.columns, frame.rows, dots, canvas.tobytes())


def _refuse_scans(data: bytes, header: Header) -> None:
    """Raise `ImageError` for a JPEG that goes over its pixels too often; no read comes between its scans."""
    if header.kind == "JPEG" and data.count(_SCAN) * header.size.width * header.size.height > _MOST_WORK:
        raise ImageError("The picture takes too long to decode.")


def _upright(image: Image.Image, size: Size, header: Header) -> Image.Image:
    """Return the picture in `size`, the way up that it is shown, in RGB or RGBA."""
    if image.width * image.height > MOST_PIXELS:
        raise ImageError("The picture has too many pixels to be shown.")
    small = _shrunk(image, (size.height, size.width) if header.is_turned else size)
    turn = _TURNS.get(header.orientation)
    return small if turn is None else small.transpose(turn)


def _shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the picture in `size`, in RGB or RGBA; a large JPEG is decoded at a fraction of its own."""
    image.draft("RGB", (2 * size[0], 2 * size[1]))
    image.load()
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode in _DEEP:
        image = image.convert("I").point(lambda grey: grey / 256).convert("L")
    elif image.mode not in _SHRINKABLE or "transparency" in image.info:
        image = image.convert(mode)
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0).convert(mode)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turn what a decoder raises at a damaged file into one sentence."""
    try:
        yield
    except _DAMAGE as error:
        raise ImageError("The picture is damaged.") from error
