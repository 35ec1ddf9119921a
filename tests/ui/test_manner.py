"""The manner of reading: focus, zen, spacing, what is wide and what folds."""

from pathlib import Path

import pytest

from ketareader.layout.attention import first_in_sight
from ketareader.layout.page import Page
from ketareader.layout.sheet import Options, Tables
from ketareader.pipeline import open_article
from ketareader.state import Memory, Settings
from ketareader.ui.app import KetaApp
from ketareader.ui.manner import Manner, manner_of
from tests.ui.reading import page_text, press, reading, said, type_text, write_article

WIDE = """\
# Wide

| name | what it is | and what is said of it at length | more |
|---|---|---|---|
| one | the first of them all | a cell with very many words in it, more than a line holds | end |

```python
def a_function_with_a_long_name(argument: int, another: int) -> tuple[int, int]:  # and a comment that is long
    return argument, another
```

The end.
"""


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    path = tmp_path / "wide.md"
    path.write_text(WIDE, "utf-8")
    return path


def roles(app: KetaApp, text: str) -> set[str]:
    """Return the roles of the runs with a text that are on the screen."""
    return {run.role for _, line in app.reading.page.rows for run in line.runs if text in run.text}


async def test_focus_dims_all_but_the_paragraph_that_is_being_read(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path)) as (app, pilot):
        page = app.reading.page
        await press(app, pilot, "j", "j", "j", "F")
        reads = {place.block for place, _ in page.rows if place.block == page.current_block}
        bright, dim = (page.paint.style(role).color for role in ("text", "text dim"))
        for y, (place, line) in enumerate(page.rows):
            text = line.text.strip()
            if text and any(run.role == "text" for run in line.runs):
                segment = next(s for s in page.render_line(y) if s.text.strip() and s.text.strip() in text)
                assert segment.style
                assert (segment.style.color == bright) is (place.block in reads)
                assert (segment.style.color == dim) is (place.block not in reads)


async def test_focus_lights_a_heading_with_its_text_and_goes_over_a_page_that_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Title\n\nOne.\n\nTwo.\n\n> Three.\n", "utf-8")
    async with reading(tmp_path / "a.md") as (app, pilot):
        page = app.reading.page
        await press(app, pilot, "F")
        lit = []
        for key in ("j", "j", "j", "k", "u", "d", "G", "g", "space", "b"):
            await press(app, pilot, key)
            lit.append([page.document.blocks[block].text for block in range(4) if not page.is_dim(block)])
        title = ["Title", "One."]
        assert lit == [
            ["One."],
            ["Two."],
            ["Three."],
            ["Two."],
            ["One."],
            ["Two."],
            ["Three."],
            title,
            ["Three."],
            title,
        ]


async def test_a_page_that_is_turned_to_the_end_is_read_from_where_the_eye_left_off(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path)) as (app, pilot):
        page = app.reading.page
        while not page.viewport.at_end():
            await press(app, pilot, "space")
        assert page.sight.eye
        assert page.current_block == page.sight.eye.block > first_in_sight(page.rows)
        assert not page.is_dim(page.sight.eye.block)
        await press(app, pilot, "space")
        assert page.current_block == len(page.document.blocks) - 1


async def test_zen_leaves_the_text_alone_but_for_a_search_and_messages(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path)) as (app, pilot):
        parts = (app.reading.title_bar, app.reading.contents, app.reading.search_bar, app.reading.key_bar)
        await press(app, pilot, "z")
        assert [part.display for part in parts] == [False] * 4
        assert app.reading.page.size.height == 30
        await press(app, pilot, "slash")
        await type_text(app, pilot, "sea")
        assert app.reading.search_bar.display
        await press(app, pilot, "enter", "z")
        assert all(part.display for part in parts)


async def test_line_spacing_puts_blank_lines_between_the_lines_of_a_paragraph(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), (40, 30)) as (app, pilot):
        before = [line for line in page_text(app) if line]
        await press(app, pilot, "S")
        after = page_text(app)
        at = after.index(before[2])
        assert after[at + 1] == ""
        assert after[at + 2] == before[3]
        await press(app, pilot, "S", "S")
        assert [line for line in page_text(app) if line] == before


async def test_a_wide_table_is_panned_with_its_first_column_held(wide: Path) -> None:
    async with reading(wide, (60, 30)) as (app, pilot):
        await press(app, pilot, "v")
        assert said(app) == "Wide tables: panned"
        header = next(line for line in page_text(app) if line.startswith("name"))
        assert header.endswith("›")
        assert "more" not in header
        await press(app, pilot, *[">"] * 9)
        header = next(line for line in page_text(app) if line.startswith("name"))
        assert "‹" in header
        assert header.endswith("more")
        await press(app, pilot, *["<"] * 9)
        assert "what it is" in next(line for line in page_text(app) if line.startswith("name"))
        await press(app, pilot, "v")
        assert "name: one" in page_text(app)


async def test_long_code_is_panned_and_its_lines_are_numbered(wide: Path) -> None:
    async with reading(wide, (60, 40)) as (app, pilot):
        assert any("↪" in line for line in page_text(app))
        await press(app, pilot, "w")
        assert not any("↪" in line for line in page_text(app))
        await press(app, pilot, *[">"] * 20)
        assert any("that is long" in line for line in page_text(app))
        await press(app, pilot, "L")
        assert [line.split()[0] for line in page_text(app) if line.strip().startswith(("1 ", "2 "))] == ["1", "2"]


async def test_all_that_is_wide_is_panned_together_each_as_far_as_it_goes(wide: Path) -> None:
    async with reading(wide, (60, 40)) as (app, pilot):
        await press(app, pilot, "v", "w")
        start = page_text(app)
        await press(app, pilot, *[">"] * 20)
        end = page_text(app)
        assert any(line.startswith("name") and line.endswith("more") for line in end)
        assert any("that is long" in line for line in end)
        await press(app, pilot, ">")
        assert page_text(app) == end
        await press(app, pilot, *["<"] * 20)
        assert page_text(app) == start


async def test_panning_where_nothing_is_wide_says_so(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path)) as (app, pilot):
        await press(app, pilot, ">")
        assert "Nothing in sight goes on to the side" in said(app)


async def test_the_manner_is_remembered(wide: Path) -> None:
    async with reading(wide) as (app, pilot):
        await press(app, pilot, "v", "w", "S", "F", "J")
        memory = app.memory()
    async with reading(wide, memory=memory) as (app, pilot):
        options = Options(tables=Tables.PANNED, wrapped=False, leading=1, justified=True)
        assert app.reading.manner == Manner(options, focus=True)
        assert app.reading.page.options == options


@pytest.mark.parametrize(
    "values",
    [
        {"leading": 99},
        {"leading": True},
        {"tables": "upside down"},
        {"focus": 1},
        {"nosuch": 3},
        {"justified": "yes"},
        {"highlighted": False},
    ],
)
def test_a_manner_that_cannot_be_counts_as_never_set(values: dict[str, object]) -> None:
    assert manner_of(values) == Manner()


def test_a_manner_comes_back_as_it_was_remembered() -> None:
    manner = Manner(Options(justified=True, leading=2, language="en_GB", tables=Tables.RECORDS), focus=True, zen=True)
    assert manner_of(manner.values()) == manner


async def test_justified_lines_end_where_the_column_does(tmp_path: Path) -> None:
    words = "Some words of this or that length, which stand in one long paragraph and are to fill its lines evenly. "
    (tmp_path / "a.md").write_text(words * 6, "utf-8")
    async with reading(tmp_path / "a.md", (60, 20)) as (app, pilot):
        ragged = [line for line in page_text(app) if line]
        await press(app, pilot, "J")
        even = [line for line in page_text(app) if line]
        assert len(set(map(len, even[:-1]))) == 1
        assert len(set(map(len, ragged[:-1]))) > 1
        assert " ".join(" ".join(even).split()) == " ".join(ragged)
        await press(app, pilot, "J")
        assert [line for line in page_text(app) if line] == ragged


async def test_words_are_divided_on_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyphen")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    (tmp_path / "a.md").write_text("internationalization " * 20, "utf-8")
    async with reading(tmp_path / "a.md", (40, 20)) as (app, pilot):
        assert not any(line.endswith("-") for line in page_text(app))
        await press(app, pilot, "H")
        assert said(app) == "Hyphenation: en-US"
        assert any(line.endswith("-") for line in page_text(app))
        await press(app, pilot, "H")
        assert not any(line.endswith("-") for line in page_text(app))


FOLD = "<details>\n<summary>Door {0}</summary>\n\nRoom {0}.\n\n</details>\n\n"
FOLDS = "".join(map(FOLD.format, (1, 2, 3)))


async def test_each_fold_in_sight_is_opened_by_the_keys_of_links_and_by_a_click(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FOLDS, "utf-8")
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, ".", ".", "enter")
        assert [line for line in page_text(app) if line] == ["▸ Door 1", "▾ Door 2", "Room 2.", "▸ Door 3"]
        await press(app, pilot, "escape", "f", "d")
        assert "Room 3." in page_text(app)
        row = page_text(app).index("▾ Door 3")
        await pilot.click("#page", offset=(app.reading.page.left, row))
        await pilot.pause()
        assert "▸ Door 3" in page_text(app)


async def test_zen_is_there_again_from_the_start(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    async with reading(article, memory=Memory(manner={"zen": True})) as (app, _):
        assert not app.reading.title_bar.display
        assert app.reading.page.size.height == 30


async def test_a_search_puts_away_the_contents_over_the_text(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), (40, 12)) as (app, pilot):
        await press(app, pilot, "t", "slash")
        await type_text(app, pilot, "salt")
        assert not app.reading.has_class("-contents-over")


def test_nothing_is_laid_out_before_there_is_a_pane_to_fill(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = open_article(str(rivers))
    article.document.extend(next(article.batches))
    laid: list[int] = []
    monkeypatch.setattr(Page, "lines", lambda _, block: laid.append(block))
    assert KetaApp(article, Memory(manner={"leading": 1}), Settings()).reading.page.options != Options()
    assert laid == []
