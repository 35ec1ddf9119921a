from pathlib import Path

import pytest

from ketareader.errors import SettingsError
from ketareader.pipeline import open_article
from ketareader.state import Memory, Settings
from ketareader.ui.app import KetaApp
from ketareader.ui.commands import COMMANDS, NAMES, Command, keymap
from ketareader.ui.reading_screen import ReadingScreen
from tests.ui.reading import first_line, press, reading, write_article


def test_no_two_commands_have_a_name_or_a_key_in_common() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert len(NAMES) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_every_command_has_an_action(command: Command) -> None:
    name = command.action.partition("(")[0]
    owner, _, action = name.rpartition(".")
    assert owner in ("", "app")
    if not owner:
        assert hasattr(ReadingScreen, f"action_{action}")


def test_keys_for_an_unknown_command_are_an_error_with_a_guess() -> None:
    with pytest.raises(SettingsError, match="next_section"):
        keymap({"next_sectoin": ("]",)})


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


async def test_settings_for_theme_and_width_are_followed(tmp_path: Path) -> None:
    async with reading(write_article(tmp_path), settings=Settings(theme="nord", width=40)) as (app, _):
        assert app.theme == "nord"
        assert app.reading.page.measure == 40


def test_a_theme_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    article = open_article(str(write_article(tmp_path)))
    for batch in article.batches:
        article.document.extend(batch)
    with pytest.raises(SettingsError, match="nosuch"):
        KetaApp(article, Memory(), Settings(theme="nosuch"))
