"""Commands that wait for letters: what they ask for, and which links have letters."""

from pathlib import Path

import pytest

from ketareader.ui.app import KetaApp
from tests.ui.reading import first_line, press, reading, said, screen_text, settle

PROMPTS = {
    "m": "Set a mark: type its letter",
    "f": "Follow a link: type its letters",
    "K": "Look at a link: type its letters",
}


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Return an article of paragraphs with a link in each, that is longer than the screen."""
    path = tmp_path / "lines.md"
    path.write_text("\n\n".join(f"Line {n} with [link {n}](#end)" for n in range(60)) + "\n\n# End\n")
    return path


def letters(app: KetaApp) -> list[str]:
    """Return the letters on the links, in their order."""
    return list(app.reading.page.sight.marks.labels.values())


@pytest.mark.parametrize("key", PROMPTS)
async def test_what_a_command_waits_for_is_told_as_long_as_it_waits(lines: Path, key: str) -> None:
    async with reading(lines, (80, 24)) as (app, pilot):
        await press(app, pilot, key)
        assert said(app) == PROMPTS[key]
        await pilot.resize_terminal(90, 24)
        await settle(app, pilot)
        assert said(app) == PROMPTS[key]
        assert app.reading.letters.waiting
        await press(app, pilot, "escape")
        assert "help" in said(app)
        assert not app.reading.letters.waiting


async def test_where_no_mark_is_set_none_is_waited_for(lines: Path) -> None:
    async with reading(lines, (80, 24)) as (app, pilot):
        await press(app, pilot, "apostrophe")
        assert said(app) == "No mark is set yet: m and a letter sets one"
        await press(app, pilot, "m", "m", "apostrophe")
        assert said(app) == "Go to a mark: m"


async def test_a_message_that_comes_while_a_command_waits_gives_way_to_what_it_waits_for(lines: Path) -> None:
    async with reading(lines, (80, 60)) as (app, pilot):
        await press(app, pilot, "f")
        app.reading.say("Something else", error=True)
        await press(app, pilot, "a")
        assert said(app) == PROMPTS["f"]


async def test_links_that_a_resize_brings_in_sight_have_letters_too(lines: Path) -> None:
    async with reading(lines, (80, 12)) as (app, pilot):
        await press(app, pilot, "f")
        assert letters(app) == ["a", "s", "d", "f", "g"]
        await pilot.resize_terminal(80, 16)
        await settle(app, pilot)
        assert letters(app) == ["a", "s", "d", "f", "g", "h", "j"]
        await pilot.resize_terminal(80, 60)
        await settle(app, pilot)
        assert letters(app)[:2] == ["aa", "as"]
        assert len(letters(app)) == 29


async def test_letters_typed_count_after_a_resize_where_the_links_they_may_mean_have_kept_them(lines: Path) -> None:
    async with reading(lines, (80, 54)) as (app, pilot):
        await press(app, pilot, "f", "s")
        before = letters(app)
        await pilot.resize_terminal(80, 60)
        await settle(app, pilot)
        assert letters(app)[: len(before)] == before
        assert len(letters(app)) > len(before)
        await pilot.resize_terminal(80, 12)
        await settle(app, pilot)
        assert letters(app) == ["a", "s", "d", "f", "g"]
        await press(app, pilot, "a")
        assert first_line(app) == "End"


async def test_letters_go_with_the_page(lines: Path) -> None:
    async with reading(lines, (80, 12)) as (app, pilot):
        await press(app, pilot, "f")
        app.reading.page.go_to_end()
        await settle(app, pilot)
        assert len(letters(app)) == len([line for line in screen_text(app) if "Line" in line])
        assert said(app) == PROMPTS["f"]


async def test_where_no_link_is_in_sight_any_more_letters_are_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[one](#a)\n\n" + "Words.\n\n" * 60)
    async with reading(path, (80, 12)) as (app, pilot):
        await press(app, pilot, "f")
        app.reading.page.go_to_end()
        await settle(app, pilot)
        assert said(app) == "No link in sight"
        assert not app.reading.letters.waiting


async def test_a_click_on_a_link_ends_the_waiting_so_that_its_address_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[site](https://example.org/a) and [other](#a)\n")
    async with reading(path, (80, 12)) as (app, pilot):
        await press(app, pilot, "f")
        await pilot.click("#page", offset=(app.reading.page.left, 0))
        await settle(app, pilot)
        assert said(app).startswith("Enter opens https://example.org/a")
        assert letters(app) == []
