"""What can be seen of a paragraph without understanding it: its length, its words, and how it begins and ends."""

import re
from dataclasses import dataclass

SHORT = 60
"""Characters that an item of a list or a cell of a table mostly has less of, and a paragraph more."""
LONG = 80
"""Characters that few headings and most paragraphs have."""
_GLANCE = 400
"""Characters at the start of a paragraph in which its first words are looked for."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»)\]*_」』）]{0,4}\Z")
STOP_WITHIN = re.compile(r"[.!?][\"”’)]? +[\"“‘(A-Z]")
"""Where one sentence ends and the next begins."""
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlIVXL]{1,7})[.):]|\d+(?:\.\d+)+|[A-Za-z]+ \d+[.:])\s+"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks."""

    start: str
    """Its first characters, without a number before them: all of a line that may be a heading."""
    length: int
    """Characters in the paragraph."""
    closed: bool
    """Whether it ends as a sentence does."""
    announces: bool
    """Whether it ends in a colon: what follows belongs to it."""

    @property
    def words(self) -> list[str]:
        """The words in `start`."""
        return _WORD.findall(self.start)

    @property
    def loose(self) -> bool:
        """Whether it is short and ends as no sentence does: a heading, an item, a cell."""
        return self.length < SHORT and not self.closed and not self.announces


def look(text: str) -> Look:
    """Look at a paragraph's text."""
    start = text[:_GLANCE]
    if number := _NUMBER.match(start):
        start = start[number.end() :]
    return Look(start, len(text), is_closed(text), text.endswith((":", "：")))


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does: in a stop, behind it no more than quotes and brackets."""
    return bool(_CLOSED.search(text[-8:]))
