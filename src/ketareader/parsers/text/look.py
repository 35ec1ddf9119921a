"""What can be seen of a paragraph without understanding it: its length, its words, and how it begins and ends."""

import re
from dataclasses import dataclass

SHORT = 60
"""Characters that a line has less of where it is a list's item or a table's cell rather than a paragraph."""
LONG = 80
"""Characters that no heading but many a paragraph has."""
_GLANCE = 400
"""Characters at the start of a paragraph in which its first words are looked for."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]*]*\Z")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlIVXL]+)[.):]|\d+(?:\.\d+)+|[A-Za-z]+ \d+[.:])\s+")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks."""

    start: str
    """Its first characters, without a number before them: all of a line that may be a heading."""
    words: tuple[str, ...]
    """The words in `start`."""
    length: int
    """Characters in the paragraph."""
    closed: bool
    """Whether it ends as a sentence does."""
    announces: bool
    """Whether it ends in a colon: something follows that belongs to it."""

    @property
    def loose(self) -> bool:
        """Whether it is short and ends as no sentence does: a heading, an item, a cell."""
        return self.length < SHORT and not self.closed and not self.announces


def look(text: str) -> Look:
    """Look at a paragraph's text."""
    start = text[:_GLANCE]
    if number := _NUMBER.match(start):
        start = start[number.end() :]
    tail = text[-8:]
    return Look(start, tuple(_WORD.findall(start)), len(text), bool(_CLOSED.search(tail)), tail.endswith(":"))
