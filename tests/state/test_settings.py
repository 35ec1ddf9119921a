import pytest

from ketareader.errors import SettingsError
from ketareader.images.terminal import AUTO, SETTINGS
from ketareader.state import Memory, Settings, load, load_settings, save
from ketareader.state.memory import WIDTHS, config_file
from ketareader.state.settings import IMAGES
from ketareader.ui.reading_pane import NARROWEST, WIDEST


def write(text: str) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(text, "utf-8")


@pytest.mark.usefixtures("home")
def test_no_file_means_no_settings() -> None:
    assert load_settings() == Settings()


@pytest.mark.usefixtures("home")
def test_keys_theme_and_width_are_read() -> None:
    write('theme = "nord"\nwidth = 66\n[keys]\nnext_section = "]"\nquit = ["q", "x"]\n')
    assert load_settings() == Settings({"next_section": ("]",), "quit": ("q", "x")}, "nord", 66)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("keys = ", "TOML"),
        ("color = 1", "'color'"),
        ("width = true", "whole number"),
        ("width = 5", "20 to 200 cells, a whole number, not 5"),
        ("width = 0", "20 to 200 cells, a whole number, not 0"),
        ("width = 201", "20 to 200 cells, a whole number, not 201"),
        ("theme = 1", "theme"),
        ("images = 1", "images"),
        ('images = "ascii"', "one of auto, kitty, sixel, iterm2, blocks, off, not 'ascii'"),
        ("keys = 1", "table"),
        ("[keys]\nquit = 1", "quit"),
        ("[keys]\nquit = []", "quit"),
        ('[keys]\nquit = [""]', "quit"),
    ],
)
def test_a_file_that_says_something_else_is_an_error_that_names_it(text: str, word: str) -> None:
    write(text)
    with pytest.raises(SettingsError, match=word) as error:
        load_settings()
    assert "config.toml" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.usefixtures("home")
def test_a_file_that_cannot_be_read_is_an_error() -> None:
    config_file().mkdir(parents=True)
    with pytest.raises(SettingsError, match=r"config.toml can't be read: Is a directory\.$"):
        load_settings()


def test_a_home_that_is_no_folder_means_no_settings_and_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/dev/null")
    assert load_settings() == Settings()
    save(Memory("a.md"))
    assert load() == Memory()


@pytest.mark.usefixtures("home")
def test_a_file_in_another_encoding_is_an_error_that_says_where() -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_bytes(b'theme = "\xe9"\n')
    with pytest.raises(SettingsError, match=r"config.toml can't be read: it is to be in UTF-8, and byte 10 isn't\.$"):
        load_settings()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_the_narrowest_and_the_widest_column_can_be_asked_for(width: int) -> None:
    write(f"width = {width}")
    assert load_settings().width == width


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("images", SETTINGS)
def test_pictures_can_be_shown_in_any_way_that_there_is(images: str) -> None:
    write(f'images = "{images}"')
    assert load_settings().images == images


def test_the_ways_to_show_pictures_are_those_that_there_are() -> None:
    assert IMAGES == SETTINGS
    assert Settings().images == AUTO


def test_the_widths_are_those_that_the_page_can_have() -> None:
    assert range(NARROWEST, WIDEST + 1) == WIDTHS
