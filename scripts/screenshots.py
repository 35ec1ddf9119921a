"""Make the pictures of the README, in docs/screenshots, from the program as it is."""

import asyncio
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from ketareader.pipeline import open_to_read
from ketareader.state import Memory, Settings
from ketareader.ui.app import KetaApp

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "screenshots"
KETAMINE, TOUR = "ketamine-for-anxiety.md", "a-tour-of-ketareader.md"
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that a picture would fetch from elsewhere; whoever looks at it has a monospaced one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is opened, how large, in which theme, and the keys that are pressed before it is taken."""

    name: str
    article: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


SEARCH = ("slash", *"quick", "space", *"fox")
PICTURES_TAKEN = (
    Picture("reading-dark", KETAMINE, (120, 40), "keta-dark", ("]",) * 3),
    Picture("reading-light", TOUR, (120, 40), "keta-light", ("]",) * 15),
    Picture("picture", TOUR, (120, 40), "keta-dark", ("]",) * 27),
    Picture("search", TOUR, (120, 40), "keta-dark", (*SEARCH, "enter", "n")),
    Picture("hits", TOUR, (100, 30), "keta-light", (*SEARCH, "enter", "alt+l")),
    Picture("small", KETAMINE, (40, 12), "keta-dark", ("]", "j", "j")),
    Picture("contrast", TOUR, (80, 24), "keta-contrast-dark", ("]",) * 21),
)


async def take(picture: Picture) -> None:
    """Take one picture."""
    article = open_to_read(str(ROOT / "articles" / picture.article))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(theme=picture.theme), Settings())
    async with app.run_test(size=picture.size) as pilot:
        await _settle(app, pilot)
        await pilot.press(*picture.keys)
        await _settle(app, pilot)
        svg = app.export_screenshot(title="ketareader", simplify=True)
    svg = _FONT_FACE.sub("", svg).replace("<text ", '<text xml:space="preserve" ')
    (PICTURES / f"{picture.name}.svg").write_text(svg, "utf-8")


async def _settle(app: KetaApp, pilot: Pilot[None]) -> None:
    """Wait until nothing is going on."""
    for _ in range(3):
        await app.workers.wait_for_complete()
        await pilot.pause()


def main() -> None:
    """Take every picture, as a reader who has chosen nothing yet would see it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, COLORTERM="truecolor")
        for picture in PICTURES_TAKEN:
            asyncio.run(take(picture))
            print(f"docs/screenshots/{picture.name}.svg")


if __name__ == "__main__":
    main()
