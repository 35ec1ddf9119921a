"""The names of keys: as Textual has them, as they are printed on a keyboard, and as a reader may write them."""

import unicodedata
from collections.abc import Iterable

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from ketareader.ui.commands import Command

_SHOWN = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "space": "space",
    "backspace": "Backspace",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "alt+left": "alt+←",
    "alt+right": "alt+→",
}
"""The keys that are not shown as the character they type, nor by Textual's own name."""
_WRITTEN = {shown.lower(): key for key, shown in _SHOWN.items()} | {"return": "enter"}
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})


def shown_keys(keys: str) -> list[str]:
    """Return Textual's comma-separated keys as they are printed on a keyboard; none where there are none."""
    return [_SHOWN.get(key) or key_to_character(key) or key for key in keys.split(",") if key]


def key_of(commands: Iterable[Command], name: str) -> str:
    """Return the first key that a command has by now, as it is printed on a keyboard; "" where it has none."""
    return next((key for command in commands if command.name == name for key in shown_keys(command.keys)), "")


def keyed(commands: Iterable[Command], name: str, deed: str) -> str:
    """Return what a command does behind the key that it has by now; "" where it has none."""
    key = key_of(commands, name)
    return f"{key} {deed}" if key else ""


def with_keys(message: str, commands: Iterable[Command], **deeds: str) -> str:
    """Return a message, and behind it what helps: what commands do, by their names, each behind its key."""
    helps = ", ".join(filter(None, (keyed(commands, name, deed) for name, deed in deeds.items())))
    return f"{message}: {helps}" if helps else message


def textual_key(written: str) -> str | None:
    """Return Textual's name of a key that a reader wrote: "]", "PgDn", "ctrl+o". None for what names no key."""
    if written.lower() in _WRITTEN:
        return _WRITTEN[written.lower()]
    held, _, key = written.rpartition("+") if not written.endswith("+") else (written[:-2], "", written[-1:])
    modifiers = set(held.lower().split("+")) if held else set()
    name = _of_character(key) if len(key) == 1 else _of_name(key.lower())
    return _pressed(modifiers, name) if name and modifiers <= _MODIFIERS else None


def _pressed(modifiers: set[str], name: str) -> str | None:
    """Return what Textual calls a key with others held; None for Shift with what is typed: that is another key."""
    typed = (key_to_character(name) or "") if modifiers == {"shift"} and name != "space" else ""
    if typed and typed.isprintable():
        return name.upper() if name.isalpha() and len(name.upper()) == 1 else None
    return "+".join((*sorted(modifiers), name.lower() if "ctrl" in modifiers else name))


def _of_character(character: str) -> str | None:
    """Return the name of the key that types a character; None for one that no key types."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return (KEY_NAME_REPLACEMENTS.get(name, name) or None) if character.isprintable() else None


def _of_name(name: str) -> str | None:
    """Return a key's name, as Textual or a keyboard has it; None where neither does."""
    known = {key.value for key in Keys if not key.value.startswith("<")}
    if name in _WRITTEN or name in known or name in _SHOWN:
        return _WRITTEN.get(name, name)
    character = key_to_character(name)
    return _of_character(character) if character and len(character) == 1 else None
