from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from ketareader.errors import SettingsError
from ketareader.pipeline import open_article
from ketareader.state import Memory, Settings, config_file
from ketareader.ui.actions import action_of
from ketareader.ui.app import KetaApp
from ketareader.ui.bindings import keymap, rebound
from ketareader.ui.commands import COMMANDS, NAMES, Command
from ketareader.ui.keys import shown_keys, textual_key
from ketareader.ui.line_list import LineList
from ketareader.ui.preview_screen import PreviewScreen
from ketareader.ui.theme import THEMES
from tests.ui.reading import first_line, press, reading, write_article


def test_no_two_commands_have_a_name_or_a_key_in_common() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert len(NAMES) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_every_command_has_an_action(command: Command) -> None:
    assert callable(action_of(command))


def test_keys_for_an_unknown_command_are_an_error_with_a_guess() -> None:
    with pytest.raises(SettingsError, match=r"no command is called 'next_sectoin'; is next_section meant\?$"):
        rebound({"next_sectoin": ("]",)})


def test_keys_for_what_is_like_no_command_are_an_error_that_names_those_there_are() -> None:
    with pytest.raises(SettingsError) as error:
        rebound({"xyzzy": ("x",)})
    assert all(command.name in str(error.value) for command in COMMANDS)


@pytest.mark.parametrize(
    "chosen",
    [{"next_sectoin": ("]",)}, {"xyzzy": ("]",)}, {"quit": ("ff",)}, {"next_hit": ("]",), "follow_link": ("]",)}],
)
def test_what_is_wrong_with_keys_is_told_with_the_files_path(chosen: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(SettingsError) as error:
        rebound(chosen)
    assert str(error.value).startswith(str(config_file()))


async def test_a_key_can_be_rebound(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    settings = Settings({"next_section": ("x", "down"), "search": ("ctrl+f",)})
    async with reading(article, settings=settings) as (app, pilot):
        await press(app, pilot, "x")
        assert first_line(app) == "The spring"
        await press(app, pilot, "]")
        assert first_line(app) == "The spring"
        await press(app, pilot, "down")
        assert first_line(app) == "Of the hill"
        await press(app, pilot, "ctrl+f")
        assert app.focused is app.reading.search_bar.box


def test_what_is_no_key_is_an_error_that_names_it() -> None:
    with pytest.raises(SettingsError, match="pagedwn"):
        rebound({"page_down": ("pagedwn",)})


def test_one_key_for_two_commands_is_an_error_that_names_both() -> None:
    with pytest.raises(SettingsError, match=r"one key to next_hit and to follow_link: x\."):
        rebound({"next_hit": ("x",), "follow_link": ("x",)})


def test_a_key_that_is_taken_from_a_command_is_no_longer_its_own() -> None:
    commands = {command.name: command.keys for command in rebound({"page_down": ("f",), "next_hit": ("j", "f2")})}
    assert commands["page_down"] == "f"
    assert commands["follow_link"] == ""
    assert commands["line_down"] == "down"
    assert commands["next_hit"] == "j,f2"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("]", "right_square_bracket"),
        ("+", "plus"),
        ("-", "minus"),
        (",", "comma"),
        ("é", "é"),
        ("N", "N"),
        ("Ctrl+o", "ctrl+o"),
        ("alt+]", "alt+right_square_bracket"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("space", "space"),
        ("shift+tab", "shift+tab"),
        ("f12", "f12"),
        ("question_mark", "question_mark"),
        ("plus", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("Ctrl+O", "ctrl+o"),
        ("shift+ctrl+x", "ctrl+shift+x"),
        ("shift+x", "X"),
        ("shift+f5", "shift+f5"),
        ("shift+space", "shift+space"),
        ("super+x", "super+x"),
        ("return", "enter"),
        ("latin_small_letter_a", "a"),
        ("hello", None),
        ("strg+o", None),
        ("ctrl+", None),
        ("shift+]", None),
        ("ff", None),
        ("nul", None),
        ("soft hyphen", None),
        ("\xad", None),
        ("scroll-up", None),
        ("", None),
        ("\x00", None),
    ],
)
def test_a_key_is_known_as_it_is_printed_and_as_textual_names_it(written: str, key: str | None) -> None:
    assert textual_key(written) == key


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_a_key_as_it_is_shown_can_be_written(command: Command) -> None:
    assert [textual_key(shown) for shown in shown_keys(command.keys)] == command.keys.split(",")


async def test_the_keys_that_were_chosen_are_shown_in_the_key_line_and_the_help(tmp_path: Path) -> None:
    settings = Settings({"help": ("h",), "page_down": ("f",)})
    async with reading(write_article(tmp_path), settings=settings) as (app, pilot):
        assert " h help" in "".join(segment.text for segment in app.reading.key_bar.render_line(0))
        await press(app, pilot, "h")
        rows = app.screen.query_one(LineList).rows
        shown = [
            "".join(s.text for s in rows.segments(row, 70, app.reading.page.paint, cursor=False))
            for row in range(len(rows))
        ]
        assert any(line.split() == ["f", "One", "page", "down"] for line in shown)
        assert any(line.split()[:2] == ["Follow", "a"] for line in shown)


CHOSEN = {"line_down": ("e",), "half_page_up": ("x",), "start": ("f",), "end": ("Home",), "escape": ("v",)}


@pytest.mark.parametrize("opening", ["help", "hits", "preview"])
async def test_what_lies_over_the_page_has_the_keys_that_were_chosen(tmp_path: Path, opening: str) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n\n[rest](#b)\n\n## B\n\n" + "A row.\n\n" * 60, "utf-8")
    keys = {"help": ["?"], "hits": [*"/row", "enter", "alt+l"], "preview": ["K"]}[opening]
    async with reading(article, (80, 20), settings=Settings(CHOSEN)) as (app, pilot):

        async def place_after(*keys: str) -> int:
            await press(app, pilot, *keys)
            return place_in(app.screen)

        await press(app, pilot, *keys)
        first = await place_after("f")
        assert await place_after("e") == first + 1
        assert await place_after("j") == first + 1
        last = await place_after("home")
        assert await place_after("g") == last > first + 10
        assert first < await place_after("x") < last
        assert await place_after("f") == first
        await press(app, pilot, "escape")
        assert app.screen is not app.reading
        await press(app, pilot, "v")
        assert app.screen is app.reading


def place_in(screen: Screen[Any]) -> int:
    """Return the row that a list's cursor is at, or the first row in sight of what has none."""
    if isinstance(screen, PreviewScreen):
        return screen.pane.top
    found = screen.query_one(LineList)
    return found.cursor if found.can_focus else found.top


@pytest.mark.parametrize(("last", "first"), [("G", "g"), ("end", "home")])
async def test_the_help_has_a_start_and_an_end(tmp_path: Path, last: str, first: str) -> None:
    async with reading(write_article(tmp_path), (80, 20)) as (app, pilot):
        await press(app, pilot, "?", last)
        help_list = app.screen.query_one(LineList)
        assert help_list.in_sight.stop == len(help_list.rows)
        await press(app, pilot, first)
        assert help_list.top == 0


async def test_settings_for_theme_and_width_are_followed(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), settings=Settings(theme="nord", width=40)) as (app, _):
        assert app.theme == "nord"
        assert app.reading.page.measure == 40


def test_a_theme_that_is_not_there_is_an_error_that_names_those_there_are(tmp_path: Path) -> None:
    article = open_article(str(write_article(tmp_path)))
    for batch in article.batches:
        article.document.extend(batch)
    with pytest.raises(SettingsError) as error:
        KetaApp(article, Memory(), Settings(theme="nosuch"))
    assert str(error.value).startswith(f"{config_file()}: no theme is called 'nosuch'; there are ")
    assert all(theme.name in str(error.value) for theme in THEMES)


def test_the_keymap_holds_only_what_was_changed() -> None:
    assert keymap(rebound({})) == {}
    assert keymap(rebound({"page_down": ("f",)})).keys() == {
        "page_down",
        "at_once.page_down",
        "follow_link",
        "at_once.follow_link",
    }
