import pytest

from ketareader.errors import SettingsError
from ketareader.state import Settings, load_settings
from ketareader.state.memory import config_file


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
        ("theme = 1", "theme"),
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
    with pytest.raises(SettingsError, match="can't be read"):
        load_settings()
