"""Taking the command line apart; what is wrong with it is said in one sentence."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path
from typing import Final, NoReturn

from ketareader.errors import UsageError

_PLAINLY: Final = (
    ("the following arguments are required:", "What is missing is"),
    (": expected one argument", " needs a value"),
    (": not allowed with argument ", " can't go with "),
    (": ignored explicit argument ", " takes no value, and has "),
    (": takes ", " takes "),
    ("argument ", "The option "),
)
"""What argparse says, and how to say it."""


class CommandParser(ArgumentParser):
    """argparse's parser, without its guesses at what an option was short for and without its usage on every error."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        """Declare no argument yet."""
        layout = RawDescriptionHelpFormatter
        super().__init__(prog, None, description, epilog, formatter_class=layout, allow_abbrev=False)

    def read(self, arguments: Sequence[str]) -> Namespace:
        """Return the arguments by name. Raises `UsageError`; ends the program after `--help` and `--version`."""
        before_dashes = takewhile(lambda argument: argument != "--", arguments)
        for argument in filter(_is_option, before_dashes):
            if argument.partition("=")[0] not in self._option_string_actions:
                self._refuse(self._unknown(argument))
        options, surplus = self.parse_known_args(arguments)
        if surplus:
            self._refuse(f"“{surplus[0]}” is one argument too many.")
        return options

    def error(self, message: str) -> NoReturn:
        """Say plainly what argparse finds wrong. Raises `UsageError`."""
        for theirs, ours in _PLAINLY:
            message = message.replace(theirs, ours, 1)
        self._refuse(f"{message}.")

    def _refuse(self, message: str) -> NoReturn:
        """Say what is wrong, and where to read what is right."""
        raise UsageError(f"{message} “{self.prog} --help” tells more.")

    def _unknown(self, argument: str) -> str:
        """Say that there is no such option, and what may be meant."""
        if Path(argument).exists():
            return f"“{argument}” would be an option: name the file “./{argument}”."
        near = get_close_matches(argument.partition("=")[0], self._option_string_actions, n=1)
        return f"There is no option “{argument}”." + "".join(f" Did you mean “{option}”?" for option in near)


def _is_option(argument: str) -> bool:
    """Tell whether argparse would take an argument for an option; it takes a negative number for what it is."""
    return argument.startswith("-") and argument != "-" and not argument[1:].isdecimal()
