"""The cells that a picture takes, for a page that is being laid out."""

from pathlib import Path

from ketareader.errors import ImageError
from ketareader.images.files import open_picture
from ketareader.images.geometry import Frame, Size, fit
from ketareader.images.header import read_header


def measure(path: Path, columns: int, rows: int, cell: Size) -> Frame:
    """Return the cells that the picture takes, of at most `columns` by `rows`, from the head of its file alone.

    Raises `ImageError` for what can't be a picture; one that is damaged further on is found so by `decode`.
    """
    try:
        with open_picture(path) as stream:
            return fit(read_header(stream).size, columns, rows, cell)
    except OSError as error:
        raise ImageError(f"The picture can't be read: {error.strerror}.") from error
