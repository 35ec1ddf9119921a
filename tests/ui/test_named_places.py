"""Links to places that an article's HTML gives a name."""

from pathlib import Path

from ketareader.layout.destination import Destination
from ketareader.pipeline import read_article
from ketareader.ui.preview import preview_in
from ketareader.ui.preview_screen import PreviewScreen
from tests.ui.reading import first_line, press, reading, said, settle

FILLER = "Filler.\n\n" * 60
ARTICLE = f"""\
<a name="readme-top"></a>

# Title

[one](#custom) [two](#Place) [three](#dead) [four](other.md#far)

{FILLER}<h2 id="custom">Custom</h2>

{FILLER}<p id="place">A place.</p>

[back](#readme-top) [up](#top)
"""


def write(folder: Path) -> Path:
    (folder / "other.md").write_text(f'# Other\n\n{FILLER}<p id="far">Far on.</p>\n\nAnd more.\n', "utf-8")
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    return folder / "article.md"


async def test_a_named_place_is_gone_to_and_back_from(tmp_path: Path) -> None:
    async with reading(write(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "Custom"
        await press(app, pilot, "backspace", ".", ".", "enter")
        assert first_line(app) == "A place."
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "Title"
        await press(app, pilot, ".", ".", "enter", ".", ".", "enter")
        assert first_line(app) == "Title"


async def test_a_name_that_nothing_has_is_told(tmp_path: Path) -> None:
    async with reading(write(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, ".", ".", ".", "enter")
        assert said(app) == "No section here is called #dead"


async def test_a_named_place_in_another_article_is_gone_to(tmp_path: Path) -> None:
    async with reading(write(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, ".", ".", ".", ".", "enter")
        assert first_line(app) == "Far on."


async def test_a_note_and_its_mark_are_gone_to_by_the_names_that_pages_have_for_them(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"[note](#user-content-fn-x)\n\n{FILLER}A mark[^x].\n\n{FILLER}[^x]: Words. [back](#fnref:x)\n", "utf-8"
    )
    async with reading(path, (60, 12)) as (app, pilot):
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "1. Words. back"
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "A mark¹."


async def test_a_look_at_a_named_place_shows_the_rest_of_its_section(tmp_path: Path) -> None:
    async with reading(write(tmp_path), (60, 20)) as (app, pilot):
        await press(app, pilot, ".", ".", ".", ".", "K")
        await settle(app, pilot)
        assert isinstance(app.screen, PreviewScreen)
        pane = app.screen.pane
        assert [pane.render_line(y).text.strip() for y in range(pane.size.height)] == ["Far on.", "", "And more."]
        assert str(pane.border_title) == "Other"


def test_a_look_above_the_first_heading_and_at_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('<p id="a">One.</p>\n\nTwo.\n\n<h2 id="b">Three</h2>\n\n### Four\n\nA note.[^1]\n\n[^1]: Five.\n')
    document = read_article(str(path))
    seen = [preview_in(document, Destination(slug=slug)) for slug in ("a", "b", "top")]
    assert [(found.title, found.blocks) for found in seen if found] == [
        ("a.md", range(2)),
        ("Three", range(2, 5)),
        ("a.md", range(2)),
    ]
