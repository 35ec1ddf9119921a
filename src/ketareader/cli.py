"""The command line: what can be asked for, in one table, and what becomes of errors.

Who names an article and nothing else waits for no parser of options: it takes longer to load than the article.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final, NamedTuple

from ketareader import __version__
from ketareader.commands.output import SPELLED, discard_output, finish, finish_quietly, is_terminal, report
from ketareader.commands.terminal import take_terminal
from ketareader.errors import KetaError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_SIGNALLED: Final = 128
"""Exit codes from here on say that a signal ended the reading: there may be no terminal left to write to."""
_INTERRUPTED: Final = 130
"""The exit code that shells expect after Ctrl-C: 128 and the number of SIGINT."""
_WIDEST: Final = 10_000
"""Cells that a printed line may be asked to have."""


class Command(NamedTuple):
    """A subcommand."""

    name: str
    summary: str
    """A sentence for the help."""
    declare: Callable[["ArgumentParser"], None]
    """Declares its arguments."""
    run: Callable[["Namespace"], int]
    """Does it, and returns the exit code. Imports what it needs, so that no command waits for another's libraries."""


def _declare_read(parser: "ArgumentParser") -> None:
    parser.add_argument("where", metavar="WHERE", nargs="?", help="a file, or - for standard input")
    linear = "for screen readers: read out in whole lines, section by section, no screen drawn"
    parser.add_argument("--linear", action="store_true", help=linear)
    parser.add_argument("--version", action="version", version=f"ketareader {__version__}")


def _read(options: "Namespace") -> int:
    """Show an article on the screen, or read it out in whole lines."""
    return _read_out(options.where) if options.linear else _show(options.where)


def _read_out(where: str | None) -> int:
    """Read an article out as one asks for it; print it all where nobody can."""
    if sys.stdout.isatty() and take_terminal():
        from ketareader.commands.linear import read_aloud

        return read_aloud(where or _article_to_go_on_with())
    return _print_whole(where, linear=True)


def _show(where: str | None = None) -> int:
    """Show an article on the screen; where there is none, print it."""
    if is_terminal() and take_terminal():
        from ketareader.ui.app import run

        return run(where or _article_to_go_on_with())
    return _print_whole(where, linear=False)


def _print_whole(where: str | None, *, linear: bool) -> int:
    """Print an article as `print` does where nothing else is asked for."""
    from argparse import Namespace

    where = where or _article_to_go_on_with()
    return _print(Namespace(where=where, width=None, format=None, section=None, linear=linear))


def _declare_toc(parser: "ArgumentParser") -> None:
    parser.add_argument("where", metavar="WHERE", help="a file, or - for standard input")
    parser.add_argument("--json", action="store_true", help="as one JSON object")


def _toc(options: "Namespace") -> int:
    from ketareader.commands.toc import toc

    return toc(options)


def _declare_print(parser: "ArgumentParser") -> None:
    parser.add_argument("where", metavar="WHERE", help="a file, or - for standard input")
    width = "cells in a line: on a terminal as wide as it is, up to 80, elsewhere 72, unless told"
    parser.add_argument("--width", metavar="N", type=_cells, help=width)
    styles = "with colours (NO_COLOR: without), or without any escape sequence; plain where it goes to no terminal"
    looks = parser.add_mutually_exclusive_group()
    looks.add_argument("--format", metavar="ansi|plain", type=_format, help=styles)
    linear = "for screen readers: headings, lists, tables and links told in words; whole lines, unless --width is given"
    looks.add_argument("--linear", action="store_true", help=linear)
    section = "only this section and those in it, by its number or its title, or the beginning or a part of that"
    parser.add_argument("--section", metavar="TITLE-OR-NUMBER", help=section)


def _print(options: "Namespace") -> int:
    from ketareader.commands.printing import print_article

    return print_article(options)


def _declare_search(parser: "ArgumentParser") -> None:
    parser.add_argument("pattern", metavar="PATTERN", help="words as they are read, or a regular expression")
    parser.add_argument("where", metavar="WHERE", nargs="+", help="files, or - for standard input")
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    parser.add_argument("--regex", action="store_true", help="PATTERN is a regular expression (Python's)")
    case = parser.add_mutually_exclusive_group()
    smart = "tell upper and lower case apart; unless told, only where PATTERN has upper case"
    case.add_argument("--ignore-case", dest="case", action="store_const", const=False, help="take them for the same")
    case.add_argument("--case-sensitive", dest="case", action="store_const", const=True, help=smart)
    parser.add_argument("--word", action="store_true", help="whole words only")


def _search(options: "Namespace") -> int:
    from ketareader.commands.searching import search

    return search(options)


_READ: Final = Command("", "Read an article in the terminal.", _declare_read, _read)
COMMANDS: Final = (
    Command("toc", "Print an article's sections.", _declare_toc, _toc),
    Command("print", "Print an article as it is read.", _declare_print, _print),
    Command("search", "Print where words stand in articles; exit code 1 where nowhere.", _declare_search, _search),
)
"""What can be asked for by name; a file with such a name is opened as ./name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for, and return the exit code: 0 done, 1 nothing found, 2 it can't be done.

    A request that can't be met is one line on standard error. A reader who leaves, by closing the pipe or by Ctrl-C, is
    no error.
    """
    _prepare_streams()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except BrokenPipeError:
        discard_output()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    """Run a command; what can't be done is reported."""
    code = 0
    try:
        try:
            command = _parse(arguments)
            # What is loaded and read stays: looking through it for garbage would delay the first picture, and take as
            # long as parsing does.
            gc.disable()
            code = command()
            return code
        finally:
            gc.enable()
            finish() if code < _SIGNALLED else finish_quietly()
    except KetaError as error:
        report(error)
        return 2


def _parse(arguments: Sequence[str]) -> Callable[[], int]:
    """Find what is asked for, with its options. Raises `UsageError`."""
    named = next((command for command in COMMANDS if list(arguments[:1]) == [command.name]), None)
    if named is None and len(arguments) <= 1 and not "".join(arguments).startswith("-"):
        return partial(_show, *arguments)
    from ketareader.commands.parsing import CommandParser

    command = named or _READ
    parser = CommandParser(f"ketareader {command.name}".rstrip(), command.summary, "" if named else _overview())
    command.declare(parser)
    return partial(command.run, parser.read(arguments[1:] if named else arguments))


def _overview() -> str:
    """Return what the help of `ketareader` says of its commands."""
    rows = "".join(f"  ketareader {command.name:8}{command.summary}\n" for command in COMMANDS)
    return f"commands:\n{rows}\nEach tells more with --help. A file called toc is opened as ./toc."


def _cells(text: str) -> int:
    """Read a width in cells."""
    if not (text.isdecimal() and 0 < int(text[:6]) <= _WIDEST):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"takes a number of cells, 1 to {_WIDEST:,}, not “{text}”")
    return int(text)


def _format(text: str) -> str:
    """Read the name of a format."""
    if text not in ("ansi", "plain"):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"takes ansi or plain, not “{text}”")
    return text


def _article_to_go_on_with() -> str:
    """Return the path of the last article read; the first time, of one that ketareader comes with."""
    from ketareader.articles import FIRST, bundled
    from ketareader.state import last_article

    return last_article() or str(bundled(FIRST))


def _prepare_streams() -> None:
    """Have what an encoding lacks spelled in one that it has, and a stream that is closed lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
        elif isinstance(stream, TextIOWrapper) and mode == "w":
            stream.reconfigure(errors=SPELLED)
