import os
import struct
import threading
import tracemalloc
import zlib
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ketareader.errors import ImageError
from ketareader.images import decode as decoding
from ketareader.images.decode import decode, decode_bytes
from ketareader.images.geometry import Size
from tests.images.pictures import BLACK, KINDS, encoded, motley, whole

CELL = Size(8, 16)
FRAME = whole(10, 5)
FILES = {kind: encoded(motley(96, 64), kind) for kind in KINDS}
FILES["JPEG, in scans"] = encoded(motley(96, 64), "JPEG", progressive=True)
FILES["WEBP, without loss"] = encoded(motley(96, 64), "WEBP", lossless=True)
FILES["GIF, moving"] = encoded(motley(96, 64), "GIF", save_all=True, append_images=[motley(64, 64).resize((96, 64))])


def is_shown(data: bytes) -> bool:
    """Decode; nothing may be raised but the one sentence."""
    try:
        picture = decode_bytes(data, FRAME, CELL, BLACK)
    except ImageError:
        return False
    assert len(picture.rgb) == 3 * 80 * 80
    return True


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_ends_too_soon_is_told_and_nothing_else(kind: str) -> None:
    data = FILES[kind]
    assert is_shown(data)
    shown = [is_shown(data[:end]) for end in range(0, len(data), 64)]
    assert not any(shown[: len(shown) // 2])


@pytest.mark.parametrize("kind", FILES)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_file_with_any_bytes_changed_is_shown_or_told(kind: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(FILES[kind])
    for place, value in changes:
        data[place % len(data)] = value
    is_shown(bytes(data))


@pytest.mark.parametrize("kind", FILES)
@given(place=st.integers(0, 200), value=st.integers(0, 255))
def test_a_file_with_a_byte_of_its_head_changed_is_shown_or_told(kind: str, place: int, value: int) -> None:
    data = bytearray(FILES[kind])
    data[place % len(data)] = value
    is_shown(bytes(data))


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM", b""]), st.binary()
)
def test_any_bytes_are_shown_or_told(mark: bytes, rest: bytes) -> None:
    is_shown(mark + rest)


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fig.png").touch()
    with pytest.raises(ImageError, match="no picture"):
        decode(tmp_path / "fig.png", FRAME, CELL, BLACK)


def test_a_pipe_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fig.png")
    with pytest.raises(ImageError, match="no regular file"):
        decode(tmp_path / "fig.png", FRAME, CELL, BLACK)


def test_text_packed_to_burst_is_harmless() -> None:
    data = FILES["PNG"]
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(300_000_000), 1))
    profile = chunk(b"iCCP", b"profile\0\0" + zlib.compress(bytes(100_000_000), 1))
    tracemalloc.start()
    is_shown(data[:33] + bomb + data[33:])
    is_shown(data[:33] + profile + data[33:])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_png_of_more_pixels_than_it_says_is_told() -> None:
    rows = zlib.compress(bytes(3 * 96 + 1) * 64 + bytes(10_000_000))
    head = struct.pack(">IIBBBBB", 96, 64, 8, 2, 0, 0, 0)
    is_shown(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def test_a_second_head_that_is_huge_is_told() -> None:
    huge = chunk(b"IHDR", struct.pack(">IIBBBBB", 9_000, 9_000, 8, 2, 0, 0, 0))
    data = FILES["PNG"]
    assert not is_shown(data[:33] + huge + data[33:])


@pytest.mark.parametrize(
    "hostile",
    [
        FILES["GIF"][:6] + struct.pack("<HHBBB", 96, 64, 0, 0, 0) + b"!\xfe" + (b"\xff" + b"x" * 255) * 150_000,
        FILES["PNG"][:33] + chunk(b"teSt", b"") * 3_000_000,
        FILES["JPEG"][:2] + (b"\xff\xe1\xff\xffExif\0\0" + bytes(65527)) * 700 + FILES["JPEG"][2:],
        FILES["JPEG"][:-2] + b"\xff\xe0\0\x02" * 5_000_000,
    ],
    ids=["a comment", "chunks", "exif", "segments"],
)
def test_a_file_made_to_take_long_is_given_up(hostile: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "PATIENCE", 0.3)
    start = monotonic()
    is_shown(hostile)
    assert monotonic() - start < 3


def test_a_jpeg_that_asks_for_scan_after_scan_is_given_up() -> None:
    data = encoded(Image.new("L", (6000, 6000)), "JPEG", progressive=True)
    assert is_shown(data)
    last = data[data.rindex(b"\xff\xda") : -2]
    with pytest.raises(ImageError, match="too long"):
        decode_bytes(data[:-2] + last * 1000 + data[-2:], FRAME, CELL, BLACK)


def test_threads_may_decode_at_once() -> None:
    pictures = []
    threads = [
        threading.Thread(target=lambda: pictures.append(decode_bytes(FILES["JPEG"], FRAME, CELL, BLACK)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pictures) == 4
    assert len({picture.rgb for picture in pictures}) == 1
