"""What the commands do: a function for each, by the command's name, in the module that the table says.

A module is imported when a command of its is first given, so none of them stands before the first picture.
"""

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING

from ketareader.ui.commands import Command

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen

Action = Callable[["ReadingScreen"], Awaitable[None] | None]
"""What a command does to the reading screen."""


def action_of(command: Command) -> Action:
    """Return the function that does what a command says."""
    action: Action = getattr(import_module(f"{__name__}.{command.module}"), command.name)
    return action
