"""The configuration file: what the reader has decided, for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ketareader.errors import SettingsError
from ketareader.state.memory import WIDTHS, config_file

IMAGES: Final = ("auto", "kitty", "sixel", "iterm2", "blocks", "off")
"""How pictures may be shown: as the terminal can, by a way of its own, in characters, or not at all."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration file's values; empty where it says nothing."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each command's name, the keys that it has in the place of its own."""
    theme: str = ""
    width: int = 0
    """The measure of the text column in cells; 0 for the default."""
    images: str = "auto"
    """How pictures are shown, one of `IMAGES`."""


def load_settings() -> Settings:
    """Read the configuration file; none is no error. Raises `SettingsError` with one sentence."""
    path = config_file()
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} can't be read: it is to be in UTF-8, and byte {error.start + 1} isn't.") from error
    return _settings(_parse(text, str(path)), str(path))


def _parse(text: str, name: str) -> dict[str, object]:
    """Parse TOML."""
    import tomllib  # noqa: PLC0415 (only who has a configuration file waits for it)

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} is no TOML: {error}.") from error


def _settings(values: Mapping[str, object], name: str) -> Settings:
    """Check the values."""
    for key in values.keys() - {"keys", "theme", "width", "images"}:
        known = "theme, width, images and the table [keys]"
        raise SettingsError(f"{name}: no setting is called {key!r}; there are {known}.")
    keys, theme, width = values.get("keys", {}), values.get("theme", ""), values.get("width", 0)
    images = values.get("images", IMAGES[0])
    if not isinstance(keys, dict):
        raise SettingsError(f"{name}: keys is to be a table, [keys], not {keys!r}.")
    if not isinstance(theme, str):
        raise SettingsError(f'{name}: theme is to be a text, such as "keta-light", not {theme!r}.')
    if type(width) is not int or ("width" in values and width not in WIDTHS):
        raise SettingsError(f"{name}: width is to be {WIDTHS[0]} to {WIDTHS[-1]} cells, a whole number, not {width!r}.")
    if not isinstance(images, str) or images not in IMAGES:
        raise SettingsError(f"{name}: images is to be one of {', '.join(IMAGES)}, not {images!r}.")
    return Settings({command: _keys(command, value, name) for command, value in keys.items()}, theme, width, images)


def _keys(command: str, value: object, name: str) -> tuple[str, ...]:
    """Return a command's keys: one, or a list of them."""
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) and key for key in keys):
        example = 'such as "]" or ["n", "enter"]'
        raise SettingsError(f"{name}: {command} is to have a key or a list of keys, {example}.")
    return tuple(keys)
