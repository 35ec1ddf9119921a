"""Segments: stretches of lines that are of one form, before anything is known of what they mean to one another."""

from dataclasses import dataclass
from enum import Enum, auto

from ketareader.parsers.text.line import BULLET
from ketareader.parsers.text.look import LONG, Look, look


class Form(Enum):
    """What a stretch of lines is by its looks."""

    PROSE = auto()
    """Running text: its line ends are those of the file."""
    TERM = auto()
    """A term on a line of its own, and what is said of it."""
    VERSE = auto()
    """Lines that end where they do for a reason."""
    FIXED = auto()
    """A table, a figure, code: spaces count too."""
    ITEM = auto()
    """An item of a list."""
    QUOTE = auto()
    """Lines that mail quotes, with their marks."""
    UNDERLINED = auto()
    """A heading that a row of marks underlines."""
    RULE = auto()
    """A row of marks alone."""
    PAGE = auto()
    """What a page has at its head and foot."""
    FURNITURE = auto()
    """What a page sets around an article: a byline, a date, a credit, a call to share it."""


ASIDE = (Form.PAGE, Form.RULE, Form.FURNITURE)
"""Forms that say nothing of what they stand beside."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of lines of one form."""

    form: Form
    text: str
    """The lines, newlines between them, without the spaces around them where those don't count, without an item's
    marker and a heading's underline."""
    line: int
    """Its first line in the source, from 1."""
    end: int
    """The line after its last line."""
    look: Look
    """How it looks; what is set apart by more than its words looks like a whole paragraph."""
    blanks: int
    """Blank lines before it."""
    indent: int = 0
    """Columns before its first line; for an item, before its marker."""
    marker: str = ""
    """An item's marker; a heading's underline, its mark once, or twice where it is overlined too."""
    joined: bool = False
    """Whether it goes on from the segment before it, which was too long to handle whole."""

    @property
    def single(self) -> bool:
        """Whether it is one line."""
        return "\n" not in self.text


def look_of(form: Form, text: str, marker: str) -> Look:
    """Return the look of a segment."""
    seen = look(text)
    if form is Form.PROSE or (form is Form.ITEM and marker != BULLET):
        return seen
    return Look(seen.start, max(seen.length, LONG), closed=True, announces=False)
