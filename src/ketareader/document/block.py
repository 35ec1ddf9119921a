"""Blocks: the flat sequence that an article is made of.

A block inside quotes and lists says so in its `frame`; there is no tree. So a quote of ten thousand levels, a list of
ten thousand items and a paragraph cost the same to reach, to lay out and to search.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

CELL = "\x1f"
"""Between two cells of a table row, in a table block's `text`; cleaned text holds none."""
LINE = "\x1e"
"""Between two lines of a cell, each inline markup of its own; likewise."""
LEAD = "\x1d"
"""Behind what stands before such a line and is no markup: the markers of items, or room for them; likewise."""
LISTING = "\x1c"
"""What is there instead before a line of code, whatever stands before it; likewise."""
RETURN = "\r"
"""What a line's end within one of them is written as; likewise."""


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code"
    """Fenced, indented or inferred: line ends and spaces count, no inline markup."""
    TABLE = "table"
    RULE = "rule"
    HTML = "html"
    """Tags that aren't HTML's, and HTML that is never closed, as they stand."""
    DEFINITION = "definition"
    """A term and what is said of it: "Quick relief: the rapidity of ..."."""
    VERSE = "verse"
    """A paragraph whose line ends count."""
    REFERENCE = "reference"
    """A link reference definition, shown where nothing uses it."""
    TITLE = "title"
    """The first line of a container that has one: a callout's title, the summary of what folds."""
    TERM = "term"
    """A term of a definition list."""
    MATH = "math"
    """Displayed mathematics, in TeX."""
    META = "meta"
    """Front matter, as it stands between its fences."""


WITHOUT_INLINE = frozenset({Kind.CODE, Kind.HTML, Kind.RULE, Kind.REFERENCE, Kind.META, Kind.MATH})
"""The kinds whose text is no inline markup."""


class Quote:
    """A block quote (CommonMark section 5.1). Two quotes are the same only when they are one object."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Quote()"


@dataclass(frozen=True, slots=True, eq=False)
class List:
    """A list (CommonMark section 5.3). Two lists are the same only when they are one object."""

    tight: bool
    """Whether no blank line stands between its items."""
    widest: int
    """Characters in its widest marker, so that all its items hang alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A list item (CommonMark section 5.2). Two items are the same only when they are one object."""

    marker: str
    """What stands before the item: "•", "12.", "b)"."""
    list: List
    """The list it belongs to; items of two neighbouring lists differ in it."""
    done: bool | None = None
    """For a task, whether it is ticked; None for other items."""


@dataclass(frozen=True, slots=True, eq=False)
class Callout:
    """An alert of GFM's or an admonition: something apart from the text, its title a block in it."""

    kind: str
    """"note", "tip", "important", "warning" or "caution"."""
    name: str = ""
    """What its author calls it, where that is another word: "Example"."""

    @property
    def said(self) -> str:
        """What is said of it: its name, or its kind."""
        return self.name or self.kind.capitalize()


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """What folds: HTML's `details`, a diagram. Its summary is a block in it, and stays when the rest is folded."""

    is_open: bool
    """Whether it is unfolded at first."""


class Meaning:
    """What is said of a term, or several, of a definition list."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Meaning()"


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A footnote's text, collected at the end of the article."""

    label: str
    """What its marks refer to, normalised, with a "^" before it: the key of its number in the references."""

    @property
    def name(self) -> str:
        """What its author calls it; nothing where that is a number, or the note stands in its sentence."""
        name = self.label.removeprefix("^").lower()
        return name if name.isprintable() and not name.isdecimal() else ""


Container = Quote | Item | Callout | Fold | Meaning | Note
Frame = tuple[Container, ...]
"""The containers that a block is in, outermost first."""


class Name(NamedTuple):
    """What a place in a block is called in links, as its tag says (HTML section 7.4.6.4)."""

    text: str
    at: int = 0
    """Characters into the block's source, behind the tag; 0 for the block itself."""


class Block(NamedTuple):
    """One leaf of the article: a heading, a paragraph, a code block, ... and the containers it is in."""

    kind: Kind
    text: str
    """Its source without the containers' markers, inline markup in place. A table's cells are divided by `CELL`, its
    rows by newlines, and the first row is the header; a line break within a cell is a tag still, or a `LINE`."""
    line: int
    """Its first line in the source, from 1."""
    end: int
    """The line after its last line."""
    frame: Frame = ()
    level: int = 0
    """A heading's depth, 1 to 6; the length of a definition's term in `text`, in characters; else 0."""
    info: str = ""
    """Heading: its name in links, where the article gives it one. Code: its info string. Math: its label. Table: one
    letter a column, "l", "c", "r" or "-". Meta: "yaml" or "toml"."""
    joined: bool = False
    """Whether it goes on from the block before it: a piece of a block too long to handle whole."""
    names: tuple[Name, ...] = ()
    """What it and places in it are called, beside the slug that a heading has."""
