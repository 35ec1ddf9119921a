"""The cells that a picture takes, for a page that is being laid out."""

from io import BytesIO
from pathlib import Path

from ketareader.errors import ImageError
from ketareader.images.files import open_picture
from ketareader.images.geometry import Frame, Size, fit
from ketareader.images.header import read_header


def measure(source: Path | bytes, columns: int, rows: int, cell: Size) -> Frame:
    """Return the cells that the picture takes, of at most `columns` by `rows`, from the head of its file alone.

    Asked again with the cells that it takes, it takes the same. Raises `ImageError` for what can't be a picture; one
    that is damaged further on is found so by `decode`.
    """
    if isinstance(source, bytes):
        return fit(read_header(BytesIO(source)).size, columns, rows, cell)
    try:
        with open_picture(source) as stream:
            return fit(read_header(stream).size, columns, rows, cell)
    except OSError as error:
        raise ImageError(f"The picture can't be read: {error.strerror}.") from error
