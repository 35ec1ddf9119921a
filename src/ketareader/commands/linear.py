"""`ketareader --linear`: an article read out in a terminal, a section at a time, for screen readers.

Nothing is drawn: whole lines are written, and whole lines are read. What can be asked for is a row of `COMMANDS`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ketareader.commands.listening.found import Found
from ketareader.commands.listening.keyboard import typed_lines
from ketareader.commands.listening.listener import Listener
from ketareader.commands.listening.parts import Parts
from ketareader.commands.output import write_lines
from ketareader.errors import KetaError
from ketareader.layout.destination import as_written, destination
from ketareader.sources.linked import file_at
from ketareader.text import clean_line

_PATIENCE: Final = 0.3
"""Seconds for which the article is read on before each prompt, while its section is listened to."""
_BEFORE: Final = 0.1
"""Seconds for which it is read before anything is said, so that the byline can tell how long most articles take."""
_REMINDER: Final = "Enter next, h help, q quit."


@dataclass(frozen=True, slots=True)
class PromptCommand:
    """What can be asked for at the prompt."""

    shown: str
    """What to type, as the help says it."""
    short: str
    """What it does, as the first prompt says it; empty where only the help does."""
    summary: str
    """What it does, in a sentence."""
    pattern: str
    """The lines that mean it, a regular expression; its group is what `act` is told."""
    act: Callable[[Listener, str], bool]
    """Does it, and tells whether to go on."""


def read_aloud(where: str) -> int:
    """Read an article out, as the lines typed at the terminal ask for. Raises `KetaError` where it can't be opened."""
    listener = Listener(Parts(where))
    with typed_lines() as ask:
        listen(listener, ask)
    return 0


def listen(listener: Listener, ask: Callable[[], str]) -> None:
    """Read the first part, and do what each line says, until one says to quit or there is no other."""
    listener.parts.read_for(_BEFORE)
    listener.read(0)
    hint = f"{', '.join(f'{command.shown} {command.short}' for command in COMMANDS if command.short)}."
    goes_on = True
    while goes_on:
        listener.parts.read_for(_PATIENCE)
        write_lines(["", f"{listener.place()} {hint}"])
        hint = _REMINDER
        line = ask()
        goes_on = bool(line) and _do(listener, clean_line(line))


def _do(listener: Listener, line: str) -> bool:
    """Do what a line says, or say why it can't be done; tell whether to go on."""
    for command in COMMANDS:
        if meant := re.fullmatch(command.pattern, line):
            try:
                return command.act(listener, meant[1])
            except KetaError as error:
                return _say(str(error))
    return _say(f"There is no command “{line}”. Type h for those there are.")


def _say(*lines: str) -> bool:
    """Write lines, and have it go on."""
    write_lines(lines)
    return True


def _next(listener: Listener, _: str) -> bool:
    return listener.read(listener.part + 1) or _say("This is the end of the article.")


def _previous(listener: Listener, _: str) -> bool:
    return listener.read(listener.part - 1) or _say("This is the beginning of the article.")


def _again(listener: Listener, _: str) -> bool:
    return listener.read(listener.part)


def _contents(listener: Listener, _: str) -> bool:
    return _say(*listener.parts.contents())


def _go(listener: Listener, number: str) -> bool:
    """Go to the section with a number."""
    part = listener.parts.numbered(number)
    if part is None:
        return _say(f"There is no section {number}. Type c for the contents.")
    return listener.jump(listener.parts, part)


def _search(listener: Listener, words: str) -> bool:
    """Tell where words stand, and read from the first of them."""
    if not words:
        return _say("There is nothing to search for: type words after the slash.")
    found = Found(listener.parts, words)
    _say(*found.told())
    return listener.jump_to_hits(found) if found else True


def _next_hit(listener: Listener, _: str) -> bool:
    return listener.step(1) or _say("Nothing has been found here: type a slash and words.")


def _previous_hit(listener: Listener, _: str) -> bool:
    return listener.step(-1) or _say("Nothing has been found here: type a slash and words.")


def _links(listener: Listener, number: str) -> bool:
    """Follow the link with a number; where none is given, list them all, and where the images are."""
    links = listener.mentions.links
    if not number:
        listed = [*links.listed(), *listener.mentions.images.listed()]
        return _say(*listed) if listed else _say("There is no link here.")
    if not 0 < int(number) <= len(links):
        return _say(f"There is no link {number} here. Type l for those there are.")
    return _follow(listener, links[int(number) - 1])


def _follow(listener: Listener, target: str) -> bool:
    """Go where a link leads: to a place here or in another article. Of other addresses it is said what they are."""
    goal = destination(target, listener.folder)
    if goal is None or not (goal.path or goal.slug):
        address = goal.address if goal else ""
        return _say(f"It leads to {address or as_written(target)}, which is not opened here.")
    parts = Parts(str(file_at(goal.path))) if goal.path else listener.parts
    block = parts.named(goal.slug) if goal.slug else None
    if block is not None:
        return listener.jump_to_block(parts, block)
    if goal.slug:
        _say(f"There is no section “{clean_line(goal.slug)}” to go to.")
    return listener.jump(parts, 0) if goal.path else True


def _notes(listener: Listener, number: str) -> bool:
    """Read the note with a number; all that the section mentions where none is given."""
    labels = list(listener.mentions.notes)
    if number:
        label = listener.parts.note_numbered(int(number))
        labels = [] if label is None else [label]
    listener.read_notes(labels)
    return bool(labels) or _say(f"There is no note {number or 'here'}.")


def _abbreviations(listener: Listener, word: str) -> bool:
    """Tell what an abbreviation stands for; where none is given, what each in the section does."""
    known, wanted = listener.abbreviations(), word.strip().casefold()
    if wanted:
        everywhere = {**listener.parts.document.references.abbreviations, **known}
        known = {short: meaning for short, meaning in everywhere.items() if short.casefold() == wanted}
    told = [f"{short}: {meaning}" for short, meaning in known.items()]
    return _say(*told) if told else _say(f"No abbreviation {f'“{word.strip()}”' if wanted else 'here'} is explained.")


def _front_matter(listener: Listener, _: str) -> bool:
    return listener.read_front_matter() or _say("There is no front matter.")


def _back(listener: Listener, _: str) -> bool:
    return listener.go_back() or _say("There is nothing to go back to.")


def _help(_listener: Listener, _: str) -> bool:
    return _say("Each command ends with Enter:", *(f"{command.shown}: {command.summary}" for command in COMMANDS))


def _quit(_listener: Listener, _: str) -> bool:
    return False


COMMANDS: Final = (
    PromptCommand("Enter", "next", "Reads the next section.", "()", _next),
    PromptCommand("p", "previous", "Reads the previous section.", "p()", _previous),
    PromptCommand("r", "", "Reads this section again.", "r()", _again),
    PromptCommand("c", "contents", "Lists the sections.", "c()", _contents),
    PromptCommand("/", "search", "And words: lists where they stand, and reads from the first.", "/ ?(.*)", _search),
    PromptCommand("n", "", "Reads from the next hit.", "n()", _next_hit),
    PromptCommand("N", "", "Reads from the previous hit.", "N()", _previous_hit),
    PromptCommand(
        "l",
        "links",
        "Lists the links, and where images are; with a number, follows that link.",
        "(?:l|links?) ?([0-9]{0,9})",
        _links,
    ),
    PromptCommand(
        "f",
        "notes",
        "Reads the notes of this section; with a number, that note.",
        "(?:f|notes?) ?([0-9]{0,9})",
        _notes,
    ),
    PromptCommand(
        "a",
        "abbreviations",
        "Tells what the abbreviations of this section stand for; with one, what that does.",
        "a((?: .*)?)",
        _abbreviations,
    ),
    PromptCommand("i", "", "Reads the front matter, all that the article says of itself.", "i()", _front_matter),
    PromptCommand("number", "goes to a section", "Goes to the section; 0 is the beginning.", "([0-9][0-9.]*)", _go),
    PromptCommand("b", "", "Goes back to where you were before a number, a search or a link.", "b()", _back),
    PromptCommand("h", "help", "Lists the commands.", "[h?]()", _help),
    PromptCommand("q", "quit", "Leaves; so does the end of input, Ctrl-D.", "q()", _quit),
)
"""What can be asked for; the first that a line means is done."""
