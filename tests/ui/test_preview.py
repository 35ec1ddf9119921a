"""The panel that shows what a link leads to: the page stays, and Enter goes there."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from ketareader.document.anchor import Anchor
from ketareader.errors import SourceError
from ketareader.layout.destination import Destination
from ketareader.pipeline import read_article
from ketareader.ui import links
from ketareader.ui.app import KetaApp
from ketareader.ui.preview import preview_in, preview_of_file, preview_of_text
from ketareader.ui.preview_screen import PreviewPane, PreviewScreen
from tests.ui.reading import first_line, page_text, press, reading, said

ARTICLE = """\
# Head

A note[^1], [a section](#far), [a file](other.md#second), [web](https://example.org/), HTML and [dead](#dead).

[^1]: The *note* is long enough to be broken over several lines of the panel in which it is shown at most widths.

    Its second paragraph.

*[HTML]: HyperText Markup Language

{filler}

## Far

Far words.

### Deep

Deep words.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE.format(filler="\n\n".join(f"Line {number}." for number in range(60))))
    parts = "".join(f"Part {number}.\n\n" for number in range(9_000))
    (tmp_path / "other.md").write_text(f"# Other\n\n{parts}## Second\n\nSecond words.\n")
    return path


def panel(app: KetaApp) -> list[str]:
    """Return the lines of the panel; none where it isn't shown."""
    if not isinstance(app.screen, PreviewScreen):
        return []
    pane = app.screen.pane
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


def title(app: KetaApp) -> str:
    assert isinstance(app.screen, PreviewScreen)
    return str(app.screen.pane.border_title)


async def test_following_a_notes_mark_shows_the_note_in_place_and_enter_goes_to_it(article: Path) -> None:
    async with reading(article, (80, 24)) as (app, pilot):
        before = page_text(app)
        await press(app, pilot, "f", "a")
        assert title(app) == "Note 1"
        assert panel(app)[0].startswith("1. The note is long")
        assert panel(app)[-1] == "Its second paragraph."
        assert page_text(app) == before
        await press(app, pilot, "q")
        assert app.screen is app.reading
        assert app.reading.history.behind == []
        await press(app, pilot, ".", "enter", "enter")
        assert app.screen is app.reading
        assert any("The note is long" in line for line in page_text(app))
        await press(app, pilot, "backspace")
        assert page_text(app) == before


@pytest.mark.parametrize("label", ["ö", "日本語", "a%20b", "50%"])
async def test_a_note_is_followed_whatever_script_it_is_named_in(label: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# A\n\nWord[^{label}].\n\n[^{label}]: What is said.\n", "utf-8")
    async with reading(path, (80, 24)) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert "What is said." in panel(app)[0]


@pytest.mark.parametrize("key", ["escape", "backspace", "q", "K"])
async def test_a_preview_is_left_by_any_of_four_keys(key: str, article: Path) -> None:
    async with reading(article, (80, 24)) as (app, pilot):
        await press(app, pilot, ".", "K")
        assert panel(app)
        await press(app, pilot, key)
        assert not panel(app)
        assert app.reading.page.held


async def test_a_section_is_shown_with_what_is_in_it_and_without_the_notes(article: Path) -> None:
    async with reading(article, (80, 30)) as (app, pilot):
        await press(app, pilot, ".", ".", "K")
        assert [line for line in panel(app) if line] == ["Far", "───", "Far words.", "Deep", "Deep words."]
        await press(app, pilot, "enter")
        assert first_line(app) == "Far"


async def test_a_section_far_into_another_file_is_shown_without_opening_it(article: Path) -> None:
    async with reading(article, (80, 24)) as (app, pilot):
        document = app.reading.article.document
        await press(app, pilot, ".", ".", ".", "K")
        assert title(app) == "Second"
        assert "Second words." in panel(app)
        assert app.reading.article.document is document
        await press(app, pilot, "enter")
        assert first_line(app) == "Second"


async def test_an_address_is_shown_and_opened_by_enter(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(links, "open_in_browser", lambda address: not opened.append(address))  # type: ignore[func-returns-value]
    async with reading(article, (80, 24)) as (app, pilot):
        await press(app, pilot, "K", "f")
        assert panel(app) == ["https://example.org/"]
        assert opened == []
        await press(app, pilot, "enter")
        assert opened == ["https://example.org/"]


async def test_an_abbreviation_is_shown_in_full(article: Path) -> None:
    async with reading(article, (80, 24)) as (app, pilot):
        await press(app, pilot, "f", "g")
        assert said(app) == "HyperText Markup Language"
        await press(app, pilot, "K", "g")
        assert panel(app) == ["HyperText Markup Language"]


async def test_what_is_not_there_is_said_and_no_panel_shown(article: Path) -> None:
    async with reading(article, (80, 24)) as (app, pilot):
        await press(app, pilot, ",", "K")
        assert (panel(app), said(app)) == ([], "No section here is called #dead")
        (article.parent / "other.md").unlink()
        await press(app, pilot, "escape", ".", ".", ".", "K")
        assert panel(app) == []
        assert said(app).startswith("There is no file")


async def test_of_a_section_that_has_not_been_read_yet_nothing_false_is_said(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(article, (80, 24)) as (app, pilot):
        monkeypatch.setattr(app.reading.article.document, "complete", False)
        await press(app, pilot, ",", "K")
        assert said(app) == "Further on than has been read"


async def test_the_only_link_in_sight_needs_no_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n[there](#b)\n\n## B\n\nWords.\n")
    async with reading(path) as (app, pilot):
        await press(app, pilot, "K")
        assert "Words." in panel(app)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (20, 6), (3, 3)])
async def test_a_panel_takes_half_the_screen_at_most_and_scrolls(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[x](#b)\n\n# B\n\n" + "\n\n".join(f"Line {number}." for number in range(50)))
    async with reading(path, size) as (app, pilot):
        await press(app, pilot, ".", "K")
        pane = app.screen.query_one(PreviewPane)
        assert pane.outer_size.height <= max(size[1] // 2, 1)
        for key in ("j", "space", "G", "k", "b", "g", "d", "u"):
            await press(app, pilot, key)
            assert 0 <= pane.top <= len(pane.rows) - pane.size.height
        await press(app, pilot, "G")
        assert pane.top == len(pane.rows) - max(pane.size.height, 1)
        await pilot.resize_terminal(60, 20)
        await press(app, pilot, "escape")
        assert app.screen is app.reading


async def test_a_panel_pans_what_goes_on_to_the_side(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    code = " ".join(f"word{number}" for number in range(20))
    path.write_text(f"[x](#b)\n\n# B\n\nWords.\n\n```\n{code}\n```\n")
    async with reading(path, (60, 30)) as (app, pilot):
        await press(app, pilot, "w", ".", "K")
        assert any("word0" in line for line in panel(app))
        await press(app, pilot, *["greater_than_sign"] * 9)
        assert any("word19" in line for line in panel(app))
        assert "Words." in panel(app)
        await press(app, pilot, *["less_than_sign"] * 9)
        assert any("word0" in line for line in panel(app))
        await press(app, pilot, "escape")
        assert app.reading.page.arrangement.shifts == {}


def test_a_part_that_is_not_there_has_no_preview(article: Path) -> None:
    document = read_article(str(article))
    assert preview_in(document, Destination(slug="nowhere")) is None
    assert preview_in(document, Destination(note="^nowhere")) is None
    assert preview_of_file(article, Destination(slug="nowhere")) is None
    with pytest.raises(SourceError):
        preview_of_file(article.parent, Destination())


def test_a_file_without_a_place_is_shown_from_its_beginning(article: Path) -> None:
    found = preview_of_file(article.parent / "other.md", Destination())
    assert found
    assert (found.title, found.blocks.start) == ("Other", 0)
    assert 1 < len(found.document.blocks) < 9_000


def test_words_are_shown_as_they_stand() -> None:
    found = preview_of_text("Title", "[x](y) *z*")
    assert found.document.inline(found.blocks.start).text == "[x](y) *z*"


async def test_a_wheel_moves_the_panel_and_a_click_beside_it_leaves_it(article: Path) -> None:
    async with reading(article, (40, 12)) as (app, pilot):
        await press(app, pilot, ".", "K")
        pane = app.screen.query_one(PreviewPane)
        before = app.reading.page.viewport.anchor
        await pilot._post_mouse_events([MouseScrollDown], widget="#preview", offset=(3, 1))  # noqa: SLF001
        assert pane.top > 0
        assert app.reading.page.viewport.anchor == before == Anchor(0)
        await pilot.click(offset=(5, 1))
        await pilot.pause()
        assert app.screen is app.reading


@pytest.mark.parametrize("sizes", [((80, 24), (40, 12)), ((40, 12), (120, 20)), ((120, 40), (80, 24))])
async def test_a_panel_stays_over_the_page_through_every_resize(
    article: Path, sizes: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    async with reading(article, sizes[0]) as (app, pilot):
        await press(app, pilot, ".", "K")
        for size in (sizes[1], sizes[0], sizes[1]):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            page, pane = app.reading.page.region, app.screen.query_one(PreviewPane)
            box = pane.outer_size.region.translate((pane.region.x, 0))
            assert (box.x, box.width) == (page.x, page.width)
            assert pane.region.bottom == page.bottom
