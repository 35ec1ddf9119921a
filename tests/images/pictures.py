"""Pictures for the tests, made as they are needed."""

from io import BytesIO
from itertools import product

from PIL import Image

from ketareader.images.geometry import Frame, Size
from ketareader.images.picture import Colour, Picture

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
RED: Colour = (255, 0, 0)
GREEN: Colour = (0, 255, 0)
BLUE: Colour = (0, 0, 255)

KINDS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")


def quarters(width: int, height: int) -> Image.Image:
    """Return a picture that is red and green above, blue and white below."""
    image = Image.new("RGB", (width, height), RED)
    for colour, left, top in ((GREEN, 1, 0), (BLUE, 0, 1), (WHITE, 1, 1)):
        image.paste(colour, (left * width // 2, top * height // 2, (left + 1) * width // 2, (top + 1) * height // 2))
    return image


def motley(width: int, height: int) -> Image.Image:
    """Return a picture of very many colours."""
    image = Image.new("RGB", (width, height))
    for x, y in product(range(width), range(height)):
        image.putpixel((x, y), (x * 255 // width, y * 255 // height, (x * 7 + y * 13) % 256))
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the file of a picture."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def picture_of(image: Image.Image, dots: Size) -> Picture:
    """Return a picture's own pixels, which have to fill whole cells."""
    assert (image.width % dots.width, image.height % dots.height) == (0, 0)
    return Picture(image.width // dots.width, image.height // dots.height, dots, image.convert("RGB").tobytes())


def image_of(picture: Picture) -> Image.Image:
    """Return a picture as Pillow's."""
    return Image.frombytes("RGB", picture.size, picture.rgb)


def whole(columns: int, rows: int) -> Frame:
    """Return the frame of a picture that fills its cells."""
    return Frame(columns, rows, columns, rows)
