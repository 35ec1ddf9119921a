import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ketareader.errors import ImageError
from ketareader.images.decode import decode
from ketareader.images.geometry import Frame, Size
from ketareader.images.header import MOST_PIXELS, Header, read_header
from ketareader.images.measure import measure
from tests.images.pictures import KINDS, encoded, quarters

CELL = Size(8, 16)
ORIENTED = ("PNG", "JPEG", "WEBP")


def header_of(data: bytes) -> Header:
    return read_header(BytesIO(data))


def exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "a description, which stands before"
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1, 1), (300, 7), (7, 300), (640, 480), (2000, 1)], ids=str)
def test_the_head_of_a_file_tells_its_kind_and_size(kind: str, size: tuple[int, int]) -> None:
    assert header_of(encoded(quarters(*size), kind)) == Header(kind, Size(*size))


@pytest.mark.parametrize(
    "options", [{"lossless": True}, {"save_all": True, "append_images": [quarters(300, 200).rotate(90)]}]
)
def test_every_layout_of_webp_tells_its_size(options: dict[str, object]) -> None:
    assert header_of(encoded(quarters(300, 200), "WEBP", **options)).size == (300, 200)


def test_a_webp_with_transparency_tells_its_size() -> None:
    for options in ({}, {"lossless": True}):
        assert header_of(encoded(Image.new("RGBA", (301, 203), (0, 0, 0, 9)), "WEBP", **options)).size == (301, 203)


def test_both_heads_of_bmp_are_read() -> None:
    assert header_of(b"BM" + bytes(12) + struct.pack("<IHH", 12, 30, 20)).size == (30, 20)
    assert header_of(b"BM" + bytes(12) + struct.pack("<Iii", 40, 30, -20)).size == (30, 20)


@pytest.mark.parametrize("kind", ORIENTED)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_picture_turned_upright(kind: str, orientation: int) -> None:
    header = header_of(encoded(quarters(300, 200), kind, exif=exif(orientation)))
    assert header.orientation == orientation
    assert header.size == ((300, 200) if orientation < 5 else (200, 300))


@pytest.mark.parametrize("damaged", [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"nothing", b"MM\0*\0\0\0\x08\xff\xff"])
def test_a_damaged_exif_turns_nothing(damaged: bytes) -> None:
    assert header_of(encoded(quarters(30, 20), "JPEG", exif=b"Exif\0\0" + damaged)) == Header("JPEG", Size(30, 20))


def test_a_jpeg_with_much_before_its_size_is_read() -> None:
    data = encoded(quarters(300, 200), "JPEG")
    segment = b"\xff\xe2" + struct.pack(">H", 0xFFFF) + bytes(0xFFFD)
    assert header_of(data[:2] + segment * 40 + b"\xff\xff" + data[2:]).size == (300, 200)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_too_many_pixels_is_refused_by_its_head(kind: str) -> None:
    huge = {
        "PNG": b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 100_000, 100_000)
        + bytes(9) + struct.pack(">I4s", 0, b"IDAT"),
        "JPEG": b"\xff\xd8\xff\xc0\0\x11\x08" + struct.pack(">HH", 60_000, 60_000),
        "GIF": b"GIF89a" + struct.pack("<HH", 60_000, 60_000),
        "WEBP": b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\xff\xff" * 2,
        "BMP": b"BM" + bytes(12) + struct.pack("<Iii", 40, 0x7FFFFFFF, -0x7FFFFFFF),
    }  # fmt: skip
    with pytest.raises(ImageError, match="too many"):
        header_of(huge[kind])


def test_the_largest_picture_is_of_50_million_pixels() -> None:
    assert header_of(b"BM" + bytes(12) + struct.pack("<Iii", 40, MOST_PIXELS, 1)).size == (MOST_PIXELS, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\0\x02junk that is no marker",
        b"\xff\xd8" + b"\xff\xe0\0\x02" * 2000,
        b"\xff\xd8\xff\xe0\0\0",
        b"GIF89a",
        b"GIF89a\0\0\0\0",
        b"BM",
        b"RIFF\0\0\0\0WEBP",
    ],
)
def test_what_has_no_size_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(ImageError, match=r"^The (picture|file) .*\.$"):
        header_of(data)


def test_the_name_says_nothing_of_the_kind(tmp_path: Path) -> None:
    path = tmp_path / "fig.jpg"
    path.write_bytes(encoded(quarters(160, 160), "PNG"))
    assert measure(path, 40, 20, CELL)[:2] == (20, 10)


def test_an_exif_without_orientation_turns_nothing() -> None:
    described = Image.Exif()
    described[0x010E] = "a description"
    assert header_of(encoded(quarters(30, 20), "JPEG", exif=described)).orientation == 1


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> BytesIO:
        raise OSError(5, "Input/output error")

    for room in ("measure", "decode"):
        monkeypatch.setattr(f"ketareader.images.{room}.open_picture", fail)
    with pytest.raises(ImageError, match="Input/output error"):
        measure(tmp_path, 40, 20, CELL)
    with pytest.raises(ImageError, match="Input/output error"):
        decode(tmp_path, Frame(1, 1, 1, 1), CELL, (0, 0, 0))


def test_what_is_no_file_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(ImageError):
        measure(tmp_path, 40, 20, CELL)
    with pytest.raises(ImageError, match="no such picture"):
        measure(tmp_path / "missing.png", 40, 20, CELL)
