import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ketareader.images.halfblocks import (
    ASCII_SHADES,
    HALVES,
    SHADES,
    colour_of,
    half_blocks,
    half_blocks_256,
    index_of,
    shades,
)
from ketareader.images.picture import Colour
from tests.images.pictures import BLACK, BLUE, GREEN, RED, WHITE, motley, picture_of, quarters

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def test_a_cell_has_its_upper_pixel_above_its_lower_one() -> None:
    (row,) = half_blocks(picture_of(quarters(6, 2), HALVES))
    assert row == (("▀▀▀", RED, BLUE), ("▀▀▀", GREEN, WHITE))


def test_a_cell_of_one_colour_is_a_space_in_it() -> None:
    assert half_blocks(picture_of(Image.new("RGB", (5, 4), RED), HALVES)) == ((("     ", RED, RED),),) * 2


def test_every_pixel_of_a_picture_is_in_its_place() -> None:
    image = motley(40, 30)
    rows = half_blocks(picture_of(image, HALVES))
    assert len(rows) == 15
    for y, row in enumerate(rows):
        cells = [stretch[1:] for stretch in row for _ in stretch.text]
        assert cells == [(image.getpixel((x, 2 * y)), image.getpixel((x, 2 * y + 1))) for x in range(40)]


def test_256_colours_are_those_of_xterm() -> None:
    rows = half_blocks_256(picture_of(motley(40, 30), HALVES))
    colours = {colour for row in rows for stretch in row for colour in stretch[1:] if colour}
    assert colours <= {colour_of(index) for index in range(16, 256)}
    assert all(sum(len(stretch.text) for stretch in row) == 40 for row in rows)


@pytest.mark.parametrize(
    ("index", "colour"),
    [
        (16, BLACK),
        (231, WHITE),
        (196, RED),
        (46, GREEN),
        (21, BLUE),
        (67, (95, 135, 175)),
        (232, (8,) * 3),
        (255, (238,) * 3),
    ],
)
def test_an_index_has_its_colour_and_a_colour_its_index(index: int, colour: Colour) -> None:
    assert colour_of(index) == colour
    assert index_of(colour) == index


@given(COLOURS)
def test_the_index_of_a_colour_is_near_it(colour: Colour) -> None:
    def distance(index: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, colour_of(index), strict=True))

    assert distance(index_of(colour)) <= 1.2 * min(map(distance, range(16, 256))) + 30


def test_without_colour_what_differs_from_the_page_has_ink() -> None:
    picture = picture_of(quarters(4, 2).crop((0, 0, 4, 2)), HALVES)
    black_and_white = picture_of(Image.merge("RGB", [Image.frombytes("L", (2, 2), b"\0\xff" * 2)] * 3), HALVES)
    assert shades(black_and_white, BLACK) == (((" █", None, None),),)
    assert shades(black_and_white, WHITE) == ((("█ ", None, None),),)
    assert shades(black_and_white, BLACK, ASCII_SHADES)[0][0].text == " @"
    assert set(shades(picture, BLACK)[0][0].text) <= set(SHADES)
