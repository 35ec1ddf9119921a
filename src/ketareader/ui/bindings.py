"""From the commands to Textual's bindings, with the keys that the configuration file gives them."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from textual.binding import Binding, BindingType

from ketareader.errors import SettingsError
from ketareader.state import config_file
from ketareader.ui.commands import COMMANDS, NAMES, Command
from ketareader.ui.keys import shown_keys, textual_key

_WIDGETS_OWN = frozenset(
    {"enter", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "backspace", "escape", "ctrl+c"}
)
"""Keys that mean something of their own in a list or in the search box."""
MOVING = {
    "line_down": "move(1)",
    "line_up": "move(-1)",
    "half_page_down": "move_page(0.5)",
    "half_page_up": "move_page(-0.5)",
    "page_down": "move_page(1)",
    "page_up": "move_page(-1)",
    "start": "move_to(0)",
    "end": "move_to(-1)",
}
"""What a list over the page does at the keys that move over the page, by the command whose keys they are."""
_AT_ONCE = "at_once."
_NO_KEY = "no_key"


def bindings() -> list[BindingType]:
    """Return the commands as Textual's bindings; each has its command's name in its id, for the keymap.

    Textual passes a key from widget to widget before it looks at bindings, and meanwhile takes the next key: of "/fox"
    typed in one go, the f would still find the page. So keys that no widget needs are bound with priority, too.
    """
    made: list[BindingType] = []
    for command in COMMANDS:
        action = f"do('{command.name}')"
        made.append(Binding(command.keys, action, command.text, show=False, id=command.name))
        if at_once := _at_once(command):
            made.append(Binding(at_once, action, show=False, priority=True, id=_AT_ONCE + command.name))
    return made


def bindings_over_the_page(*leaving: str, others: Mapping[str, str]) -> list[BindingType]:
    """Return the bindings of a screen over the page, which has the keys of commands, chosen ones too.

    It is left with those of the commands that are named; what moves over the page moves it, as `MOVING` says; and
    `others` are its own actions, by the command whose keys they have. They come before a list's own keys.
    """
    actions = {**MOVING, **dict.fromkeys(leaving, "leave"), **others}
    named = [command for command in COMMANDS if command.name in actions]
    return [Binding(c.keys, actions[c.name], show=False, priority=True, id=c.name) for c in named]


def keymap(commands: Iterable[Command]) -> dict[str, str]:
    """Return the keys of the commands that have other keys than at first, as Textual's keymap takes them.

    Only of those: Textual goes through the whole keymap at every key.
    """
    changed = [command for command in commands if command not in COMMANDS]
    keys = {command.name: command.keys or _NO_KEY for command in changed}
    return keys | {_AT_ONCE + command.name: _at_once(command) or _NO_KEY for command in changed}


def _at_once(command: Command) -> str:
    """Return the keys that mean the same wherever the focus is, but for where one is typing."""
    return ",".join(key for key in command.keys.split(",") if key not in _WIDGETS_OWN)


def rebound(chosen: Mapping[str, Iterable[str]]) -> tuple[Command, ...]:
    """Return the commands with the keys that were chosen for them, by name; a command left alone loses those keys.

    Raises `SettingsError` for a name of no command, for what is no key, and for a key chosen twice.
    """
    keys = {name: [_key(name, key) for key in written] for name, written in chosen.items()}
    owners: dict[str, str] = {}
    for name, its in keys.items():
        for key in its:
            if owners.setdefault(key, name) != name:
                both = f"{owners[key]} and to {name}: {shown_keys(key)[0]}"
                raise SettingsError(f"{config_file()} gives one key to {both}. Take it from one of them.")
    return tuple(_with_keys(command, keys.get(command.name), owners) for command in COMMANDS)


def _key(name: str, written: str) -> str:
    """Return Textual's name of a key that was chosen for a command."""
    if name not in NAMES:
        near = get_close_matches(name, NAMES, 1)
        known = f"is {near[0]} meant?" if near else f"there are {', '.join(sorted(NAMES))}."
        raise SettingsError(f"{config_file()}: no command is called {name!r}; {known}")
    if key := textual_key(written):
        return key
    wrong = f"{config_file()}: {name} is given the key {written!r}, and there is none."
    raise SettingsError(f"{wrong} Keys are written as in ], PgDn, f2 or ctrl+o.")


def _with_keys(command: Command, chosen: list[str] | None, owners: Mapping[str, str]) -> Command:
    """Give a command the keys chosen for it; where none were, leave it those of its own that no other has now."""
    left = [key for key in command.keys.split(",") if owners.get(key, command.name) == command.name]
    return command._replace(keys=",".join(left if chosen is None else chosen))
