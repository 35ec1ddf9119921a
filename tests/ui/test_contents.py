"""The contents pane: what its rows say, how they fold and filter, and which of them is the one being read."""

from pathlib import Path

import pytest

from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown import Markdown
from ketareader.ui.app import KetaApp
from ketareader.ui.contents import Contents
from tests.document.reading import read
from tests.ui.reading import (
    contents_rows,
    current_section,
    first_line,
    page_text,
    press,
    reading,
    screen_text,
    settle,
)

SECTIONS = ["Rivers", "The spring", "Of the hill", "The brook", "The sea"]
SIZES = [(20, 5), (40, 12), (40, 3), (80, 24), (120, 60)]
UNEVEN = """\
---
author: Nobody
---

Before.

# Title

## One

## Two

#

###

{filler}

> ## In a quote
>
> - ## In a list
>
>   text

## Three

Text.

---

### Four
#### Five
"""


@pytest.fixture
def uneven(tmp_path: Path) -> Path:
    """Return an article of long sections, short ones, and some that have neither title nor text."""
    article = tmp_path / "uneven.md"
    article.write_text(UNEVEN.format(filler="Some words of a paragraph.\n\n" * 30))
    return article


def marked(app: KetaApp) -> int | None:
    """Return the section that the contents mark as being read."""
    return app.reading.contents.contents.current


def tail_of(app: KetaApp, title: str) -> str:
    """Return what stands at the right of a section's row."""
    width = app.reading.contents.size.width
    return next(line[:width].split()[-1] for line in screen_text(app)[2:] if title in line[:width])


async def test_a_click_on_a_fold_mark_folds_and_unfolds_and_goes_nowhere(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        row = next(y for y, line in enumerate(screen_text(app)) if "▾" in line)
        cell = screen_text(app)[row].index("▾")
        for rows, mark in ((["Rivers", "The spring", "The brook", "The sea"], "▸"), (SECTIONS, "▾")):
            await pilot.click(offset=(cell, row))
            await settle(app, pilot)
            assert contents_rows(app) == rows
            assert screen_text(app)[row][cell] == mark
            assert first_line(app) == "Rivers"
        await pilot.click(offset=(cell + 3, row))
        await settle(app, pilot)
        assert first_line(app) == "The spring"


async def test_a_number_filters_for_a_section_and_those_in_it(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "tab", "1")
        assert contents_rows(app) == ["The spring", "Of the hill"]
        await press(app, pilot, ".", "1")
        assert contents_rows(app) == ["Of the hill"]
        await press(app, pilot, "escape", *"1", "space", *"spr")
        assert contents_rows(app) == ["The spring"]
        await press(app, pilot, *["backspace"] * 5, *"sea")
        assert contents_rows(app) == ["The sea"]


async def test_a_filter_shows_what_is_in_folded_sections_and_folds_nothing(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "tab", "down", "left", *"hill")
        assert contents_rows(app) == ["Of the hill"]
        await press(app, pilot, *["backspace"] * 4, *"the", "left", "right", "escape")
        assert contents_rows(app) == ["Rivers", "The spring", "The brook", "The sea"]


async def test_a_row_tells_the_time_of_a_section_with_all_those_in_it(tmp_path: Path) -> None:
    article = tmp_path / "long.md"
    words = "word " * 238
    article.write_text(f"# Title\n\n## A\n\n{words}\n\n### B\n\n{words}\n\n#### C\n\n{words}\n\n## D\n\n{words}\n")
    async with reading(article) as (app, pilot):
        assert [tail_of(app, title) for title in ("Title", "A", "B", "C", "D")] == ["4m", "3m", "2m", "1m", "1m"]
        await press(app, pilot, "tab", "down", "left")
        assert [tail_of(app, title) for title in ("A", "D")] == ["3m", "1m"]
        await press(app, pilot, "slash", *"word")
        assert [tail_of(app, title) for title in ("A", "D")] == ["714", "238"]
        await press(app, pilot, "tab", "tab", "right")
        assert [tail_of(app, title) for title in ("A", "B", "C")] == ["238", "238", "238"]


async def test_what_is_being_read_and_what_has_been_is_told_without_colour(rivers: Path) -> None:
    async with reading(rivers, (100, 16)) as (app, pilot):
        await press(app, pilot, "]", "]", "]")
        signs = {line.strip("▌✓▾ ").split("  ")[0]: line[0] for line in screen_text(app)[2:7]}
        assert list(signs.values()) == ["✓", "✓", "✓", "▌", " "]
        await press(app, pilot, "G", "tab", "home", "down", "left")
        assert [line[0] for line in screen_text(app)[2:6]] == ["✓", "✓", " ", "▌"]


async def test_a_folded_section_has_been_read_when_all_in_it_has(rivers: Path) -> None:
    async with reading(rivers, (60, 5)) as (app, _):
        contents = app.reading.contents.contents
        contents.fold(1)
        rows = []
        for read in ({1}, {1, 2}):
            contents.read = read
            rows.append(contents.segments(1, 30, app.reading.page.paint, cursor=False)[0].text[0])
        assert rows == [" ", "✓"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_section_reaches_each_in_turn_and_the_previous_one_too(
    uneven: Path, size: tuple[int, int]
) -> None:
    async with reading(uneven, size) as (app, pilot):
        last = len(app.reading.article.document.sections) - 1
        reached = []
        for _ in range(last + 2):
            await press(app, pilot, "]")
            reached.append(marked(app))
        assert reached == [*range(last + 1), last]
        for section in range(last - 1, -1, -1):
            await press(app, pilot, "[")
            assert marked(app) == section


@pytest.mark.parametrize("size", SIZES)
async def test_at_the_end_the_last_section_is_the_one_that_is_read(rivers: Path, size: tuple[int, int]) -> None:
    async with reading(rivers, size) as (app, pilot):
        await press(app, pilot, "G")
        end = page_text(app)
        assert current_section(app) == "The sea"
        await press(app, pilot, "]")
        assert page_text(app) == end
        await press(app, pilot, "[")
        assert (first_line(app), current_section(app)) == ("The sea", "The sea")
        await press(app, pilot, "[")
        assert (first_line(app), current_section(app)) == ("The brook", "The brook")


async def test_scrolling_to_the_end_ends_in_the_last_section_and_the_title_line_agrees(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, *["space"] * 8)
        assert current_section(app) == "The sea"
        assert "The sea" in screen_text(app)[0]
        await press(app, pilot, "Y")
        assert app.clipboard.startswith("## The sea")
        await press(app, pilot, "k")
        assert current_section(app) == "The brook"
        assert "The brook" in screen_text(app)[0]


async def test_an_article_that_fits_the_screen_is_at_its_start_until_one_goes_to_its_end(tmp_path: Path) -> None:
    article = tmp_path / "short.md"
    article.write_text("# A\n\ntext\n\n## B\n\ntext\n\n## C\n\ntext\n")
    async with reading(article, (80, 40)) as (app, pilot):
        seen = [current_section(app)]
        for key in ("j", "G", "g", "]", "j"):
            await press(app, pilot, key)
            seen.append(current_section(app))
        assert seen == ["A", "A", "C", "A", "B", "B"]


async def test_going_back_to_the_end_is_going_back_to_the_last_section(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "G", "backspace")
        assert current_section(app) == "Rivers"
        await press(app, pilot, "ctrl+i")
        assert current_section(app) == "The sea"


async def test_a_narrow_row_keeps_its_title_and_gives_up_time_and_number(tmp_path: Path) -> None:
    article = tmp_path / "deep.md"
    article.write_text("# T\n\n## A\n\n### B\n\n#### C\n\n##### Remembered\n")
    async with reading(article, (20, 5)) as (app, pilot):
        await press(app, pilot, "t", "end")
        rows = screen_text(app)
        assert any("Remember" in row for row in rows)
        assert all(len(row) <= 20 for row in rows)


async def test_nothing_has_been_read_before_one_moves_and_what_is_passed_has(rivers: Path) -> None:
    async with reading(rivers, (100, 30)) as (app, pilot):
        assert app.reading.contents.contents.read == set()
        await press(app, pilot, "space")
        titles = {app.reading.article.document.sections[index].title for index in app.reading.contents.contents.read}
        assert titles == {"Rivers", "The spring", "Of the hill"}


@pytest.mark.parametrize("pattern", ["it's", "it’s", '"late"', "late... --", "– next---day"])
def test_titles_are_filtered_by_what_a_keyboard_has_for_their_punctuation(pattern: str) -> None:
    text = '# Other\n\n# It\'s "late"... -- next---day\n'
    contents = Contents(read(text, parser=Markdown(Punctuation.PRINTED)), pattern=pattern)
    contents.update()
    assert list(contents.visible) == [1]
