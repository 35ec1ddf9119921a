"""Draw the picture of the tour: articles/lamp-and-book.png, a lamp over an open book, by night."""

from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

TARGET: Final = Path(__file__).parents[1] / "articles" / "lamp-and-book.png"
WIDTH, HEIGHT = 560, 320
FINE: Final = 3
"""Pixels drawn for each that is kept."""
COLOURS: Final = 160

NIGHT, FAR, DESK, EDGE = "#1d2540", "#2a3558", "#7a4a2b", "#5a331d"
BRASS, SHADE, RIM, GLOW = "#c9983f", "#2f7a5c", "#245f48", "#ffdf94"
PAPER, FOLD, INK, COVER = "#fbf3df", "#e3d6b8", "#8d8168", "#9c3b2e"
MOON, STAR = "#f4ecd2", "#dfe3f2"


def scaled(*points: tuple[float, float]) -> list[tuple[float, float]]:
    """Return points of the picture as they are drawn."""
    return [(x * FINE, y * FINE) for x, y in points]


def room() -> Image.Image:
    """Draw the wall, the window with the moon in it, and the desk."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), NIGHT)
    draw = ImageDraw.Draw(image)
    draw.rectangle(scaled((44, 36), (168, 176)), fill=FAR)
    draw.ellipse(scaled((98, 56), (146, 104)), fill=MOON)
    draw.ellipse(scaled((86, 50), (132, 96)), fill=FAR)
    for x, y in ((62, 60), (70, 128), (92, 152), (126, 140), (150, 118), (58, 96)):
        draw.ellipse(scaled((x - 1.5, y - 1.5), (x + 1.5, y + 1.5)), fill=STAR)
    for line in (scaled((44, 106), (168, 106)), scaled((106, 36), (106, 176))):
        draw.line(line, fill=EDGE, width=4 * FINE)
    draw.rectangle(scaled((44, 36), (168, 176)), outline=EDGE, width=5 * FINE)
    draw.rectangle(scaled((0, 248), (WIDTH, HEIGHT)), fill=DESK)
    draw.rectangle(scaled((0, 248), (WIDTH, 254)), fill=EDGE)
    return image


def lit(image: Image.Image) -> Image.Image:
    """Let light fall from the lamp onto the desk."""
    light = Image.new("L", image.size, 0)
    draw = ImageDraw.Draw(light)
    draw.polygon(scaled((366, 124), (474, 124), (560, 290), (196, 290)), fill=110)
    draw.ellipse(scaled((196, 262), (560, 318)), fill=110)
    soft = light.filter(ImageFilter.GaussianBlur(10 * FINE))
    return ImageChops.composite(Image.new("RGB", image.size, GLOW), image, soft)


def book(draw: ImageDraw.ImageDraw) -> None:
    """Draw the open book, with lines of writing."""
    draw.polygon(scaled((196, 288), (228, 240), (424, 240), (456, 288), (326, 296)), fill=COVER)
    draw.polygon(scaled((204, 284), (234, 238), (298, 234), (326, 242), (326, 290), (290, 280)), fill=PAPER)
    draw.polygon(scaled((448, 284), (418, 238), (354, 234), (326, 242), (326, 290), (362, 280)), fill=PAPER)
    draw.polygon(scaled((326, 242), (316, 240), (312, 285), (326, 290)), fill=FOLD)
    for row in range(4):
        y, slant = 245 + row * 9, row * 5
        draw.line(scaled((242 - slant, y + 1), (304, y - 1)), fill=INK, width=2 * FINE)
        draw.line(scaled((340, y - 1), (410 + slant - (24 if row == 3 else 0), y + 1)), fill=INK, width=2 * FINE)  # noqa: PLR2004


def lamp(draw: ImageDraw.ImageDraw) -> None:
    """Draw the lamp."""
    draw.ellipse(scaled((470, 262), (544, 284)), fill=EDGE)
    draw.ellipse(scaled((472, 256), (542, 278)), fill=BRASS)
    draw.line(scaled((507, 266), (507, 96), (420, 58)), fill=BRASS, width=7 * FINE, joint="curve")
    draw.ellipse(scaled((403, 116), (437, 150)), fill=GLOW)
    draw.polygon(scaled((396, 62), (444, 62), (478, 128), (362, 128)), fill=SHADE)
    draw.ellipse(scaled((362, 120), (478, 136)), fill=RIM)
    draw.ellipse(scaled((396, 56), (444, 68)), fill=RIM)
    draw.ellipse(scaled((400, 122), (440, 135)), fill=GLOW)


def main() -> None:
    """Draw it all, and write it small."""
    image = lit(room())
    draw = ImageDraw.Draw(image)
    book(draw)
    lamp(draw)
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
