import re
from itertools import product

import pytest
from PIL import Image, ImageChops

from ketareader.images.geometry import Size
from ketareader.images.picture import Colour
from ketareader.images.sixel import payload, sixels
from tests.images.pictures import BLACK, WHITE, motley, picture_of, quarters

WHOLE = re.compile(r'\x1bP0;1;0q"1;1;(\d+);(\d+)([!-~]*)\x1b\\')
TOKEN = re.compile(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|(\$)|(-)")


def decoded(sequence: str) -> Image.Image:
    """Draw sixels as a terminal does; what no sixel sets stays transparent."""
    whole = WHOLE.fullmatch(sequence)
    assert whole
    image = Image.new("RGBA", (int(whole[1]), int(whole[2])), (0, 0, 0, 0))
    registers: dict[str, Colour] = {}
    x, y, colour, end = 0, 0, "", 0
    for token in TOKEN.finditer(whole[3]):
        assert token.start() == end
        end = token.end()
        defined, red, green, blue, chosen, count, repeated, single, back, down = token.groups()
        if defined:
            registers[defined] = (round(int(red) * 2.55), round(int(green) * 2.55), round(int(blue) * 2.55))
        elif chosen:
            colour = chosen
        elif back or down:
            x, y = 0, y + 6 if down else y
        else:
            width = int(count or 1)
            draw(image, range(x, x + width), y, ord(repeated or single) - 63, registers[colour])
            x += width
    assert end == len(whole[3])
    return image


def draw(image: Image.Image, columns: range, y: int, bits: int, colour: Colour) -> None:
    for x, place in product(columns, range(6)):
        if bits >> place & 1:
            image.putpixel((x, y + place), (*colour, 255))  # An error if it is outside the picture.


def worst(one: Image.Image, other: Image.Image) -> int:
    return max(ImageChops.difference(one.convert("RGB"), other.convert("RGB")).tobytes())


@pytest.mark.parametrize("dots", [Size(8, 16), Size(10, 20), Size(7, 13), Size(9, 18)], ids=str)
def test_the_sixels_of_a_picture_are_its_pixels(dots: Size) -> None:
    image = quarters(dots.width * 6, dots.height * 4)
    drawn = decoded(payload(sixels(picture_of(image, dots)), range(4)))
    assert set(drawn.getchannel("A").tobytes()) == {255}
    assert worst(drawn, image) == 0


def test_a_picture_of_many_colours_is_near_to_itself() -> None:
    image = motley(160, 160)
    drawn = decoded(payload(sixels(picture_of(image, Size(8, 16))), range(10)))
    assert set(drawn.getchannel("A").tobytes()) == {255}
    assert worst(drawn, image) < 80


@pytest.mark.parametrize("colours", [2, 16, 64])
def test_there_are_no_more_colours_than_asked_for(colours: int) -> None:
    drawn = decoded(payload(sixels(picture_of(motley(160, 160), Size(8, 16)), colours), range(10)))
    assert len(drawn.getcolors(1 << 16) or ()) <= colours


def test_few_colours_are_kept_as_they_are() -> None:
    image = Image.new("RGB", (160, 160), BLACK)
    image.putpixel((3, 3), WHITE)  # A sample of every fourth pixel would not have it.
    assert worst(decoded(payload(sixels(picture_of(image, Size(8, 16))), range(10))), image) == 0


@pytest.mark.parametrize("dots", [Size(8, 16), Size(7, 13)], ids=str)
@pytest.mark.parametrize("rows", [range(1), range(1, 3), range(3, 4), range(4)], ids=str)
def test_some_rows_are_the_same_pixels_as_in_the_whole(dots: Size, rows: range) -> None:
    reduced = sixels(picture_of(motley(dots.width * 6, dots.height * 4), dots))
    whole = decoded(payload(reduced, range(4)))
    part = whole.crop((0, rows.start * dots.height, whole.width, rows.stop * dots.height))
    assert decoded(payload(reduced, rows)).tobytes() == part.tobytes()


def test_what_is_repeated_is_told_once() -> None:
    flat = picture_of(Image.new("RGB", (800, 160), WHITE), Size(8, 16))
    assert len(payload(sixels(flat), range(10))) < 400
