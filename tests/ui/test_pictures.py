"""Pictures on the page: drawn by a thread, laid out as text where they can't be, loaded from the web when asked for."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PIL import Image
from rich.color import Color
from rich.segment import Segment
from textual.pilot import Pilot

from ketareader.images import remote
from ketareader.images.kitty import PLACEHOLDER
from ketareader.pipeline import open_article
from ketareader.state import Memory, Settings
from ketareader.ui import drawing, pictures
from ketareader.ui.app import KetaApp
from ketareader.ui.palettes import TINTS
from ketareader.ui.picture_pane import PicturePane
from ketareader.ui.preview_screen import PreviewScreen
from ketareader.ui.way import Way
from tests.images.pictures import BLUE, GREEN, RED, encoded, motley, quarters
from tests.images.test_remote import Answer, page, serving
from tests.ui.reading import page_text, press, reading, said, settle, type_text

ARTICLE = """\
# Lamps

Before the picture.

![A lamp beside a book](lamp.png)

After the picture.

![Torn in two](torn.png)

![Nowhere at all](nowhere.png)

![Not a picture](lamps.md)

{rest}
"""
COLOURED = [RED, GREEN, BLUE]


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(remote, "getproxies", dict)


@pytest.fixture
def lamps(tmp_path: Path) -> Path:
    article = tmp_path / "lamps.md"
    article.write_text(ARTICLE.format(rest="\n\n".join(f"Paragraph {number}." for number in range(60))), "utf-8")
    (tmp_path / "lamp.png").write_bytes(encoded(quarters(320, 160), "PNG"))
    (tmp_path / "torn.png").write_bytes(encoded(motley(200, 200), "PNG")[:200])
    return article


def segments(app: KetaApp) -> list[Segment]:
    page = app.reading.page
    return [segment for y in range(page.size.height) for segment in page.render_line(y)]


def colours(app: KetaApp) -> set[tuple[int, int, int]]:
    """Return the colours that the page is painted in."""
    styles = [segment.style for segment in segments(app) if segment.style]
    found = [colour for style in styles for colour in (style.color, style.bgcolor) if colour and colour.triplet]
    return {(c.triplet.red, c.triplet.green, c.triplet.blue) for c in found if c.triplet}


def picture_rows(app: KetaApp) -> int:
    return sum(1 for _, line in app.reading.page.rows if line.picture)


async def test_the_rows_of_a_picture_appear_once_a_thread_has_drawn_them(lamps: Path) -> None:
    async with reading(lamps) as (app, _):
        assert picture_rows(app) == 10
        assert colours(app) >= set(COLOURED)
        text = page_text(app)
        assert text[text.index("Before the picture.") + 12] == "A lamp beside a book"


async def test_before_they_are_drawn_the_rows_are_blank(lamps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures.Pictures, "_begin", lambda *_: None)
    async with reading(lamps) as (app, _):
        assert picture_rows(app) > 10
        assert not colours(app) & set(COLOURED)


async def test_a_picture_that_cannot_be_shown_is_its_text(lamps: Path) -> None:
    async with reading(lamps, (100, 40)) as (app, _):
        text = page_text(app)
        assert {"Torn in two", "Nowhere at all", "Not a picture"} <= set(text)
        assert text[text.index("Torn in two") - 2 : text.index("Torn in two") + 3] == [
            "After the picture.",
            "",
            "Torn in two",
            "",
            "Nowhere at all",
        ]


@pytest.mark.parametrize(
    ("letter", "reason"),
    [("a", "The picture lamp.png"), ("s", "damaged"), ("d", "no such picture"), ("f", "no picture of a kind")],
)
async def test_following_a_picture_says_which_it_is_or_why_it_is_not_shown(
    lamps: Path, letter: str, reason: str
) -> None:
    async with reading(lamps, (100, 40)) as (app, pilot):
        await press(app, pilot, "f", letter)
        assert reason in said(app)
        assert app.reading.where == str(lamps)


async def test_a_picture_is_dimmed_as_text_is_beside_the_paragraph_that_is_read(lamps: Path) -> None:
    async with reading(lamps) as (app, pilot):
        await press(app, pilot, "F")
        page = app.reading.page
        field, share = page.paint.style("text").bgcolor, TINTS["faded"].share
        assert field
        assert field.triplet
        red = tuple(round(a + (b - a) * share) for a, b in zip(RED, field.triplet, strict=True))
        assert red in colours(app)
        assert not colours(app) & set(COLOURED)
        assert picture_rows(app) == 10
        while page.document.blocks[page.current_block].text != "![A lamp beside a book](lamp.png)":
            await press(app, pilot, "j")
        assert RED in colours(app)
        await press(app, pilot, "F", "g")
        assert colours(app) >= set(COLOURED)


@pytest.mark.parametrize("images", ["kitty", "sixel", "iterm2"])
async def test_a_terminals_own_graphics_are_drawn_dimmed(
    lamps: Path, images: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    veils: list[float] = []

    def drawn(commission: drawing.Commission, way: Way) -> drawing.Drawing:
        veils.append(commission.veil)
        return draw(commission, way)

    draw = drawing.draw
    monkeypatch.setattr(drawing, "draw", drawn)
    lamps.write_text("# Lamps\n\nBefore.\n\n![A lamp](lamp.png)\n", "utf-8")
    async with reading(lamps, settings=Settings(images=images)) as (app, pilot):
        await press(app, pilot, "F", "F", "F")
        assert veils == [0.0, TINTS["faded"].share]
        assert len(app.reading.page.illustrations.pictures._drawings) == 2  # noqa: SLF001 (what is kept)


async def click_picture(app: KetaApp, pilot: Pilot[None]) -> None:
    page = app.reading.page
    row = next(y for y, (_, line) in enumerate(page.rows) if line.picture and line.picture.row == 1)
    await pilot.click("#page", offset=(page.size.width // 2, row))
    await settle(app, pilot)


async def test_a_click_on_a_picture_says_which_it_is(lamps: Path) -> None:
    async with reading(lamps) as (app, pilot):
        await click_picture(app, pilot)
        assert said(app) == "The picture lamp.png"
        await press(app, pilot, "escape")
        await pilot.click("#page", offset=(1, 5))
        await settle(app, pilot)
        assert "picture" not in said(app)


async def test_a_click_on_a_picture_in_a_link_follows_the_link(lamps: Path) -> None:
    lamps.write_text("# Lamps\n\n[![A lamp](lamp.png)](#after)\n\n## After\n\n" + "Words.\n\n" * 40, "utf-8")
    async with reading(lamps) as (app, pilot):
        await click_picture(app, pilot)
        assert page_text(app)[0] == "After"


async def test_a_key_shows_the_text_of_pictures_and_the_pictures_again_and_is_remembered(lamps: Path) -> None:
    async with reading(lamps) as (app, pilot):
        await press(app, pilot, "I")
        assert picture_rows(app) == 0
        assert "A lamp beside a book" in page_text(app)
        assert said(app) == "Pictures: their text"
        memory = app.memory()
        await press(app, pilot, "I")
        assert picture_rows(app) == 10
        assert said(app) == "Pictures: shown"
    async with reading(lamps, memory=memory) as (app, _):
        assert picture_rows(app) == 0


async def test_the_key_tries_again_what_could_not_be_shown(lamps: Path) -> None:
    async with reading(lamps) as (app, pilot):
        before = picture_rows(app)
        (lamps.parent / "nowhere.png").write_bytes(encoded(quarters(32, 32), "PNG"))
        await press(app, pilot, "I", "I")
        assert picture_rows(app) == before + 2


async def test_pictures_that_are_off_stay_off(lamps: Path) -> None:
    async with reading(lamps, settings=Settings(images="off")) as (app, pilot):
        assert picture_rows(app) == 0
        await press(app, pilot, "I")
        assert "configuration file" in said(app)
        assert picture_rows(app) == 0


async def test_a_resize_draws_the_picture_at_its_new_size_and_keeps_the_place(lamps: Path) -> None:
    async with reading(lamps) as (app, pilot):
        await press(app, pilot, "j", "j", "j")
        first = page_text(app)[0]
        await pilot.resize_terminal(40, 9)
        await settle(app, pilot)
        columns = {line.picture.columns for _, line in app.reading.page.rows if line.picture}
        assert columns == {16}
        assert colours(app) >= {RED, GREEN}
        await pilot.resize_terminal(100, 30)
        await settle(app, pilot)
        assert page_text(app)[0] == first
        assert picture_rows(app) == 10


async def test_a_picture_leaves_room_for_its_caption_on_the_smallest_screens(lamps: Path) -> None:
    async with reading(lamps, (40, 9)) as (app, _):
        rows = {line.picture.rows for _, line in app.reading.page.rows if line.picture}
        assert rows == {app.reading.page.size.height - 2}


async def test_what_is_transparent_shows_the_background_of_each_theme(lamps: Path) -> None:
    clear = Image.new("RGBA", (320, 160), (0, 0, 0, 0))
    clear.paste((255, 0, 0, 255), (0, 0, 160, 160))
    (lamps.parent / "lamp.png").write_bytes(encoded(clear, "PNG"))
    async with reading(lamps, memory=Memory(theme="keta-dark")) as (app, pilot):
        for _ in range(3):
            page = app.reading.page
            field = page.paint.style("text").bgcolor
            row = next(y for y, (_, line) in enumerate(page.rows) if line.picture and line.picture.row == 3)
            shown = {str(segment.style.bgcolor) for segment in page.render_line(row) if segment.style}
            assert {
                str(field),
                "Color('#ff0000', ColorType.TRUECOLOR, triplet=ColorTriplet(red=255, green=0, blue=0))",
            } <= shown
            await press(app, pilot, "T")


@pytest.mark.parametrize("theme", ["keta-dark", "ansi-light"])
async def test_without_colour_pictures_are_shades(lamps: Path, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(lamps, memory=Memory(theme=theme), settings=Settings(images="kitty")) as (app, _):
        assert not colours(app)
        assert any(set("░▒▓") & set(segment.text) for segment in segments(app))


async def test_a_terminal_of_256_colours_gets_the_nearest(lamps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "")
    async with reading(lamps) as (app, _):
        numbers = {s.style.bgcolor.number for s in segments(app) if s.style and s.style.bgcolor}
        assert {196, 46, 21} <= numbers


async def test_hits_are_found_in_captions(lamps: Path) -> None:
    async with reading(lamps) as (app, pilot):
        await press(app, pilot, "slash")
        await type_text(app, pilot, "beside a book")
        await press(app, pilot, "enter")
        assert app.reading.page.sight.marks.current is not None
        assert "A lamp beside a book" in page_text(app)


async def test_standard_input_has_no_folder_to_look_for_pictures_in(lamps: Path) -> None:
    async with reading(lamps) as (app, _):
        known = app.reading.page.illustrations.pictures
        assert known.size_of("lamp.png", 60) == (40, 10)
        app.reading.page.document.source = app.reading.page.document.source.__class__(
            "standard input", None, 1, "UTF-8", "markdown"
        )
        assert known.size_of("lamp.png", 60) is None
        assert "through a pipe" in known.reason("lamp.png")


async def test_drawn_pictures_are_forgotten_when_there_are_many(lamps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_DRAWN", 100_000)
    names = [f"{number}.png" for number in range(8)]
    for name in names:
        (lamps.parent / name).write_bytes(encoded(motley(160, 160), "PNG"))
    lamps.write_text("\n\n".join(f"![{name}]({name})" for name in names), "utf-8")
    async with reading(lamps) as (app, pilot):
        known = app.reading.page.illustrations.pictures
        for _ in range(6):
            await press(app, pilot, "space")
        kept = known._drawings  # noqa: SLF001 (what stays)
        assert 1 <= len(kept) < 5
        assert {line.picture.target for _, line in app.reading.page.rows if line.picture} <= {
            key.target for key in kept
        }


@pytest.mark.parametrize("screen", ["question_mark", "ctrl+p"])
async def test_a_screen_over_the_page_covers_its_pictures(lamps: Path, screen: str) -> None:
    async with reading(lamps, settings=Settings(images="sixel")) as (app, pilot):
        await press(app, pilot, screen)
        await pilot.pause(0.2)
        strips = app.screen._compositor.render_strips()  # noqa: SLF001 (what the terminal would get)
        assert {strip.cell_length for strip in strips} == {100}


async def test_the_terminals_last_line_is_left_blank_where_graphics_may_scroll_it(lamps: Path) -> None:
    async with reading(lamps, (40, 10), settings=Settings(images="sixel")) as (app, pilot):
        await press(app, pilot, "z", "j")
        page = app.reading.page
        drawn = [y for y, (_, line) in enumerate(page.rows) if line.picture and PLACEHOLDER in page.render_line(y).text]
        assert page.rows[-1][1].picture
        assert drawn == [y for y, (_, line) in enumerate(page.rows) if line.picture][:-1]


async def test_the_tours_own_picture_is_shown(root: Path) -> None:
    async with reading(root / "articles" / "a-tour-of-ketareader.md", (120, 40)) as (app, pilot):
        await press(app, pilot, "slash")
        await type_text(app, pilot, "moon looking in")
        await press(app, pilot, "enter", "k", "k", "k", "k", "k", "k", "k", "k")
        assert picture_rows(app) > 8
        assert len(colours(app)) > 50
    assert (root / "articles" / "lamp-and-book.png").stat().st_size < 20_000


FIRST_PAINT = """
import asyncio, sys
from tests.ui.reading import reading
from pathlib import Path
async def main():
    async with reading(Path(sys.argv[1])):
        print(*sorted(name for name in sys.modules if name == "PIL" or name.startswith("ketareader.images")))
asyncio.run(main())
"""


def test_an_article_without_pictures_is_read_without_anything_that_shows_them(tmp_path: Path, root: Path) -> None:
    article = tmp_path / "plain.md"
    article.write_text("# Plain\n\nA [link](a.md) and an ![image](a.png) in a line.\n", "utf-8")
    command = [sys.executable, "-c", FIRST_PAINT, str(article)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60, cwd=root)
    assert (done.stdout, done.stderr) == ("\n", "")


async def test_the_end_does_not_wait_for_a_picture_that_takes_long(
    lamps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, ended = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        going.set()
        ended.wait(20)

    monkeypatch.setattr(pictures.Pictures, "_draw", slow)
    article = open_article(str(lamps))
    article.document.extend(next(article.batches))
    async with KetaApp(article, Memory(), Settings()).run_test() as pilot:
        await pilot.pause()
        assert going.wait(5)
        start = time.monotonic()
    assert time.monotonic() - start < 5
    ended.set()


# From the web


def remote_article(folder: Path, root: str) -> Path:
    article = folder / "remote.md"
    article.write_text(f"# Far away\n\n![A picture elsewhere]({root}/lamp.png)\n\nThe end.\n", "utf-8")
    return article


LAMP = page(encoded(quarters(160, 160), "PNG"))


async def test_a_picture_from_the_web_is_its_text_until_it_is_asked_for_twice(tmp_path: Path) -> None:
    with serving({"/lamp.png": LAMP}) as (server, root):
        async with reading(remote_article(tmp_path, root)) as (app, pilot):
            assert picture_rows(app) == 0
            await press(app, pilot, "f", "a")
            assert said(app).startswith(f"Enter loads the picture from {root.removeprefix('http://')}")
            assert "Esc leaves it" in said(app)
            assert server.asked == []
            await press(app, pilot, "enter")
            assert [path for path, _ in server.asked] == ["/lamp.png"]
            assert picture_rows(app) == 10
            assert colours(app) >= set(COLOURED)
            assert "A picture elsewhere" in page_text(app)
            await press(app, pilot, "f", "a")
            assert "The picture http" in said(app)
            assert len(server.asked) == 1


async def test_a_picture_from_the_web_in_a_link_is_taken_in_hand_after_the_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("ketareader.ui.links.open_in_browser", lambda address: not opened.append(address))  # type: ignore[func-returns-value]
    with serving({"/lamp.png": LAMP}) as (server, root):
        article = remote_article(tmp_path, root)
        article.write_text(f"[![A picture elsewhere]({root}/lamp.png)](https://example.org/)\n\n[b](#b)\n", "utf-8")
        async with reading(article) as (app, pilot):
            await press(app, pilot, ".")
            assert said(app).startswith("Enter opens https://example.org/")
            assert said(app).endswith(". its picture  Esc leaves it")
            await press(app, pilot, ".")
            assert said(app).startswith("Enter loads the picture from 127.0.0.1")
            await press(app, pilot, ".")
            assert said(app) == "Enter goes to #b"
            await press(app, pilot, ",", "enter")
            assert [path for path, _ in server.asked] == ["/lamp.png"]
            assert picture_rows(app) == 10
            await click_picture(app, pilot)
            assert said(app).startswith("Enter opens https://example.org/")
            assert "its picture" not in said(app)
            await press(app, pilot, "enter")
            assert opened == ["https://example.org/"]


async def test_escape_leaves_a_picture_where_it_is(tmp_path: Path) -> None:
    with serving({"/lamp.png": LAMP}) as (server, root):
        async with reading(remote_article(tmp_path, root)) as (app, pilot):
            await press(app, pilot, "f", "a", "escape", "enter")
            assert (server.asked, picture_rows(app)) == ([], 0)


@pytest.mark.parametrize(("answer", "reason"), [(page(b"", 404), "404"), (page(b"<html>"), "no picture of a kind")])
async def test_a_picture_that_does_not_come_leaves_its_text_and_the_reason(
    tmp_path: Path, answer: Answer, reason: str
) -> None:
    with serving({"/lamp.png": answer}) as (_, root):
        async with reading(remote_article(tmp_path, root)) as (app, pilot):
            await press(app, pilot, "f", "a", "enter")
            assert reason in said(app)
            assert "A picture elsewhere" in page_text(app)


async def test_a_host_that_is_no_ascii_is_told_in_both_ways(tmp_path: Path) -> None:
    async with reading(remote_article(tmp_path, "https://münchen.example")) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert "xn--mnchen-3ya.example (münchen.example)" in said(app)


@pytest.mark.parametrize("size", [(100, 30), (40, 12), (30, 12)])
async def test_the_end_of_a_long_host_is_in_sight_at_any_width(tmp_path: Path, size: tuple[int, int]) -> None:
    host = "trusted.example.org." + "a" * 60 + "." + "b" * 60 + ".evil.example"
    async with reading(remote_article(tmp_path, f"https://{host}"), size) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert said(app).endswith("bb.evil.example")


async def test_where_pictures_are_off_the_web_is_left_to_the_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ketareader.ui.links.open_in_browser", lambda _address: True)
    async with reading(remote_article(tmp_path, "https://example.org"), settings=Settings(images="off")) as (
        app,
        pilot,
    ):
        await press(app, pilot, "f", "a")
        assert "Enter opens https://example.org/lamp.png" in said(app)


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    """Return an article that leads to pictures, one of them damaged, to a file that is none, and to an article."""
    (tmp_path / "a lamp.png").write_bytes(encoded(quarters(320, 640), "PNG"))
    (tmp_path / "torn.png").write_bytes(encoded(motley(200, 200), "PNG")[:200])
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.md").write_text("# B\n")
    article = tmp_path / "gallery.md"
    article.write_text("See ![it](<a lamp.png>), [it](<a lamp.png>), [torn](torn.png), [paper](a.pdf), [b](b.md).\n")
    return article


def picture_over(app: KetaApp) -> PicturePane:
    assert isinstance(app.screen, PreviewScreen)
    assert isinstance(app.screen.pane, PicturePane)
    return app.screen.pane


@pytest.mark.parametrize("keys", [(".", "enter"), (".", ".", "enter"), (".", "K"), ("f", "a"), ("f", "s")])
async def test_a_link_to_a_picture_shows_it_over_the_page(gallery: Path, keys: tuple[str, ...]) -> None:
    async with reading(gallery, (80, 24)) as (app, pilot):
        await press(app, pilot, *keys)
        pane = picture_over(app)
        lines = [list(pane.render_line(y)) for y in range(pane.size.height)]
        fields = {(c.triplet.red, c.triplet.green, c.triplet.blue) for c in inks(lines) if c.triplet}
        assert fields >= set(COLOURED)
        assert len(lines) >= app.reading.page.size.height - 2
        assert pane.illustrations.pictures.shared is app.reading.page.illustrations.pictures.shared
        await press(app, pilot, "j", "G", "enter")
        assert app.screen is app.reading
        assert app.reading.where == str(gallery)


def inks(lines: list[list[Segment]]) -> list[Color]:
    styles = [segment.style for line in lines for segment in line if segment.style]
    return [colour for style in styles for colour in (style.color, style.bgcolor) if colour]


async def test_a_picture_over_the_page_is_drawn_anew_at_another_size(gallery: Path) -> None:
    async with reading(gallery, (80, 24)) as (app, pilot):
        await press(app, pilot, ".", "K")
        for size in ((40, 12), (120, 50), (20, 5)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            pane = picture_over(app)
            rows = [line.picture.rows for _, line in pane.rows if line.picture]
            assert rows == [min(max(pane.size.height - 2, 1), 40)] * len(rows)
            assert len(rows) > 0


async def test_of_a_link_in_hand_it_is_told_whether_a_picture_is_shown(gallery: Path) -> None:
    async with reading(gallery) as (app, pilot):
        told = []
        for _ in range(5):
            await press(app, pilot, ".")
            told.append(said(app))
        shown = "Enter shows a lamp.png"
        assert told[:4] == [shown, shown, "Enter shows torn.png", "Not opened here: a.pdf is a PDF document"]
        assert told[4] == "Enter goes to b.md"


async def test_of_a_damaged_picture_over_the_page_it_is_said_why_it_is_not_shown(gallery: Path) -> None:
    async with reading(gallery) as (app, pilot):
        await press(app, pilot, "f", "d")
        assert "damaged" in str(picture_over(app).border_subtitle)


async def test_where_pictures_are_off_none_is_shown_over_the_page(gallery: Path) -> None:
    async with reading(gallery, settings=Settings(images="off")) as (app, pilot):
        await press(app, pilot, ".")
        assert said(app) == "Not opened here: a lamp.png is a PNG image"
        await press(app, pilot, "enter")
        assert app.screen is app.reading
        assert "a lamp.png” is a PNG image" in said(app)
