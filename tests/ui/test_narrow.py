"""Small screens: what gives way there, and what doesn't."""

from pathlib import Path

import pytest

from tests.ui.reading import (
    contents_rows,
    first_line,
    outcome,
    press,
    reading,
    said,
    screen_text,
    type_text,
    write_article,
)


@pytest.mark.parametrize(
    ("width", "query", "shown"),
    [
        (40, "zebra", "nothing found  Aa  W  .*"),
        (40, "fox", "1 of 2  Aa  W  .*"),
        (30, "fox", "1 of 2  Aa  W  .*"),
        (20, "zebra", "none"),
        (20, "fox", "1 of 2"),
        (20, "brook", "1 of 61"),
        (18, "brook", "1/61"),
        (14, "brook", "1"),
    ],
)
async def test_the_outcome_has_a_form_for_every_width(rivers: Path, width: int, query: str, shown: str) -> None:
    async with reading(rivers, (width, 8)) as (app, pilot):
        await press(app, pilot, "slash", *query)
        assert outcome(app) == shown
        assert app.reading.search_bar.box.size.width >= 8


async def test_switches_that_are_on_outlast_those_that_are_off(rivers: Path) -> None:
    async with reading(rivers, (26, 8)) as (app, pilot):
        await press(app, pilot, "slash", *"fox", "alt+w")
        assert outcome(app) == "1 of 2 [W]"
        await pilot.resize_terminal(60, 8)
        await pilot.pause()
        assert outcome(app) == "1 of 2  Aa [W] .*"


async def test_a_bad_pattern_is_told_in_a_word_where_there_is_no_room_for_more(rivers: Path) -> None:
    async with reading(rivers, (40, 5)) as (app, pilot):
        await press(app, pilot, "slash", "alt+r")
        await type_text(app, pilot, "(")
        assert outcome(app).startswith("bad pattern")


@pytest.mark.parametrize("size", [(20, 5), (20, 3), (40, 6), (40, 2), (80, 1), (20, 24)])
async def test_where_a_web_link_leads_is_seen_at_any_size_before_it_is_opened(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    article = tmp_path / "a.md"
    article.write_text("[site](https://example.org/a)\n\n" + "Words.\n\n" * 40)
    async with reading(article, size) as (app, pilot):
        await press(app, pilot, ".")
        rows = app.reading.page.rows
        shown = "".join(line.strip("│┃ ") for line in screen_text(app))
        assert "https://example.or" in shown
        assert "https://example.org/a" in shown or size == (20, 24)
        assert app.reading.page.rows == rows
        await press(app, pilot, "escape")
        assert "example" not in "".join(screen_text(app))


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (24, 24)])
async def test_of_a_host_that_is_too_long_for_the_line_the_end_is_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    article = tmp_path / "a.md"
    article.write_text(f"[site](https://trusted.example.org.{'a' * 60}.evil.example/path)\n\nWords.\n")
    async with reading(article, size) as (app, pilot):
        await press(app, pilot, ".")
        assert "evil.example" in "".join(line.strip("│┃ ") for line in screen_text(app))


async def test_a_link_in_the_last_row_stays_in_hand_in_zen_mode(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n\n" + "Words.\n\n" * 5 + "[site](https://example.org/a)\n\n" + "Words.\n\n" * 9)
    async with reading(article, (40, 12)) as (app, pilot):
        await press(app, pilot, "z")
        while "site" not in screen_text(app)[-1]:
            await press(app, pilot, "j")
        await press(app, pilot, ".")
        assert app.reading.page.held is not None
        assert "site" in screen_text(app)[-1]
        assert "https://example.org/a" in screen_text(app)[0]


@pytest.mark.parametrize("size", [(20, 5), (40, 5), (40, 2)])
async def test_what_is_wrong_with_a_pattern_is_said_at_length_over_a_small_page(
    rivers: Path, size: tuple[int, int]
) -> None:
    async with reading(rivers, size) as (app, pilot):
        await press(app, pilot, "slash", "alt+r")
        await type_text(app, pilot, "(")
        assert "a group is opened and never closed" in " ".join(line.strip() for line in screen_text(app))
        await type_text(app, pilot, "fox)")
        assert "group" not in " ".join(screen_text(app))


async def test_the_letters_on_links_are_not_covered_on_a_small_screen(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("[one](#a) [two](#b)\n")
    for size in ((20, 5), (20, 2), (20, 1)):
        async with reading(article, size) as (app, pilot):
            await press(app, pilot, "f")
            assert any("ane swo" in line for line in screen_text(app))


async def test_the_title_line_names_the_section_where_it_is_narrow(rivers: Path) -> None:
    async with reading(rivers, (40, 12)) as (app, pilot):
        assert screen_text(app)[0].startswith(" Rivers ")
        await press(app, pilot, "]")
        assert screen_text(app)[0].startswith(" The spring ")
        assert "min left" in screen_text(app)[0]
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert screen_text(app)[0].split() == ["The", "spring", "4%"]


async def test_the_palette_shows_entries_on_the_smallest_screen(rivers: Path) -> None:
    async with reading(rivers, (20, 5)) as (app, pilot):
        await press(app, pilot, "ctrl+p")
        await pilot.pause(0.3)
        assert any("One line down" in line for line in screen_text(app))
        await type_text(app, pilot, "3 the sea")
        await pilot.pause(0.3)
        lines = screen_text(app)
        assert "3 the sea" in lines[0]
        assert any("The sea" in line for line in lines[1:])
        await press(app, pilot, "enter")
        await pilot.pause(0.1)
        assert first_line(app) == "The sea"


async def test_a_section_of_hits_is_shown_with_its_heading(rivers: Path) -> None:
    async with reading(rivers, (40, 12)) as (app, pilot):
        await press(app, pilot, "slash", *"brook", *["enter", "slash"] * 2, "alt+l")
        assert any(line.strip("│┃━ ") == "The brook" for line in screen_text(app))
        await press(app, pilot, *["j"] * 20)
        assert not any(line.strip("│┃━ ") == "The brook" for line in screen_text(app))
        assert any("Hits: The brook" in line for line in screen_text(app))
        await press(app, pilot, *["k"] * 20)
        assert any(line.strip("│┃━ ") == "The brook" for line in screen_text(app))


async def test_everything_can_be_used_at_twenty_by_five(rivers: Path) -> None:
    async with reading(rivers, (20, 5)) as (app, pilot):
        await press(app, pilot, "t")
        assert any("The spring" in line for line in screen_text(app))
        await press(app, pilot, *"sea")
        assert contents_rows(app) == ["The sea"]
        assert any("sea" in line for line in screen_text(app)[:2])
        await press(app, pilot, "enter")
        assert first_line(app) == "The sea"
        await press(app, pilot, "slash", *"fox", "alt+l")
        assert any("fox" in line for line in screen_text(app))
        await press(app, pilot, "escape", "escape", "question_mark")
        assert any("Moving" in line or "One line" in line for line in screen_text(app))


async def test_a_last_section_with_definitions_after_it_is_read_too(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# One\n\ntext\n\n## Two\n\n[a link][x]\n\n[x]: https://example.org\n")
    async with reading(article) as (app, _):
        assert app.reading.contents.contents.read == {0, 1}


async def test_the_key_line_keeps_help_and_the_way_out(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), (40, 12)) as (app, _):
        assert said(app).endswith("? help  q quit")


async def test_contents_over_the_text_are_put_away_by_the_key_that_showed_them(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), (40, 12)) as (app, pilot):
        await press(app, pilot, "t")
        assert app.reading.contents.is_on_screen
        await press(app, pilot, "t")
        assert not app.reading.has_class("-contents-over")
        await press(app, pilot, "t", "s", "t")
        assert app.reading.contents.contents.pattern == "st"


async def test_what_is_wrong_with_a_pattern_is_said_in_few_words_where_there_is_little_room(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), (40, 12)) as (app, pilot):
        await press(app, pilot, "alt+r", "slash", "(", "f", "o", "o")
        assert "Not a regular expression" not in said(app)
        assert len(said(app)) > 10
