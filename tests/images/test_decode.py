from pathlib import Path

import pytest
from PIL import Image

from ketareader.images.decode import decode, decode_bytes
from ketareader.images.geometry import Frame, Size, fit
from ketareader.images.picture import Colour
from tests.images.pictures import BLUE, GREEN, KINDS, RED, WHITE, encoded, image_of, quarters, whole
from tests.images.test_measure import ORIENTED, exif

CELL = Size(8, 16)
PAGE: Colour = (10, 20, 30)


def near(one: object, other: object) -> bool:
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def corners(data: bytes) -> list[object]:
    """Return the colours of the upper left, upper right, lower left and lower right quarter."""
    image = image_of(decode_bytes(data, whole(4, 2), CELL, PAGE))
    return [image.getpixel(place) for place in ((4, 4), (27, 4), (4, 27), (27, 27))]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_every_kind_and_mode_is_decoded(kind: str, mode: str) -> None:
    if (kind, mode) == ("JPEG", "P"):
        pytest.skip("JPEG has no palettes")
    image = quarters(320, 320).convert(mode, dither=Image.Dither.NONE)
    levels = image.convert("RGB")
    wanted = [levels.getpixel(place) for place in ((40, 40), (279, 40), (40, 279), (279, 279))]
    assert all(map(near, corners(encoded(image, kind)), wanted))


def test_colours_for_print_are_decoded() -> None:
    assert all(map(near, corners(encoded(quarters(320, 320).convert("CMYK"), "JPEG")), (RED, GREEN, BLUE, WHITE)))


@pytest.mark.parametrize("level", [0, 100, 255])
def test_greys_of_16_bits_are_decoded(level: int) -> None:
    deep = Image.new("I;16", (40, 40), level * 257)
    assert corners(encoded(deep, "PNG")) == [(level,) * 3] * 4


@pytest.mark.parametrize("kind", ORIENTED)
@pytest.mark.parametrize(
    ("orientation", "shown"),
    [
        (1, (RED, GREEN, BLUE, WHITE)),
        (2, (GREEN, RED, WHITE, BLUE)),
        (3, (WHITE, BLUE, GREEN, RED)),
        (4, (BLUE, WHITE, RED, GREEN)),
        (5, (RED, BLUE, GREEN, WHITE)),
        (6, (BLUE, RED, WHITE, GREEN)),
        (7, (WHITE, GREEN, BLUE, RED)),
        (8, (GREEN, WHITE, RED, BLUE)),
    ],
)
def test_a_picture_is_shown_upright(kind: str, orientation: int, shown: tuple[Colour, ...]) -> None:
    assert all(map(near, corners(encoded(quarters(320, 320), kind, exif=exif(orientation))), shown))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_shows_the_page(kind: str) -> None:
    image = Image.new("RGBA", (320, 320), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 160, 160))
    found = corners(encoded(image, kind))
    assert near(found[0], RED)
    assert found[1:] == [PAGE] * 3


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_transparent_colour_of_a_palette_shows_the_page(kind: str) -> None:
    image = Image.new("P", (320, 320), 1)
    image.putpalette([*RED, *GREEN])
    image.paste(0, (0, 0, 160, 160))
    assert corners(encoded(image, kind, transparency=1)) == [RED, PAGE, PAGE, PAGE]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_shown(kind: str) -> None:
    frames = [Image.new("RGB", (320, 320), colour) for colour in (GREEN, BLUE)]
    found = corners(encoded(Image.new("RGB", (320, 320), RED), kind, save_all=True, append_images=frames))
    assert all(near(colour, RED) for colour in found)


def test_what_the_picture_leaves_of_its_cells_is_the_page() -> None:
    image = image_of(decode_bytes(encoded(quarters(20, 20), "PNG"), fit(Size(20, 20), 80, 20, CELL), CELL, PAGE))
    assert image.size == (24, 32)
    assert image.crop((0, 0, 20, 20)).tobytes() == quarters(20, 20).tobytes()
    assert {image.getpixel(place) for place in ((20, 0), (0, 20), (23, 31))} == {PAGE}


def test_a_line_of_pixels_is_not_lost() -> None:
    frame = fit(Size(4000, 1), 40, 20, CELL)
    image = image_of(decode_bytes(encoded(Image.new("RGB", (4000, 1), RED), "PNG"), frame, CELL, PAGE))
    assert (image.size, image.getpixel((0, 0)), image.getpixel((0, 1))) == ((320, 16), RED, PAGE)


def test_a_file_is_decoded_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "fig.gif"
    path.write_bytes(encoded(quarters(32, 32), "BMP"))
    picture = decode(path, whole(4, 2), CELL, PAGE)
    assert picture.rgb == quarters(32, 32).tobytes()
    assert (picture.columns, picture.rows, picture.size) == (4, 2, (32, 32))


def test_a_part_of_a_picture_is_its_rows_of_cells() -> None:
    picture = decode_bytes(encoded(quarters(32, 64), "BMP"), Frame(4, 4, 4, 4), CELL, PAGE)
    assert image_of(picture.cut(range(1, 3))).tobytes() == quarters(32, 64).crop((0, 16, 32, 48)).tobytes()
