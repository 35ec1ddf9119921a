"""Inline text: a plain string, and spans over it."""

from typing import Final, NamedTuple

BREAK: Final = "\v"
"""A line break within a table's cell, in `Inline.text`: white space that cleaned text holds nowhere else."""


class Span(NamedTuple):
    """A stretch of plain text with a role."""

    start: int
    end: int
    """Half-open range of characters in `Inline.text`."""
    role: str
    """"strong", "emphasis", "strike", "underline", "marked", "small", "superscript", "subscript", "code", "keyboard",
    "math", "math.source", "link", "image", "note.mark", "abbreviation", "html", "term". In a table's cell, too,
    "list.marker": what a line begins with and hangs from, an item's marker or room for it; "code.block": a line of
    code."""
    target: str = ""
    """Where a link or image leads, cleaned; what an abbreviation stands for, after "abbr:"."""
    title: str = ""
    """What is said of a link beside its text (CommonMark section 6.3), cleaned, in one line."""


class Inline(NamedTuple):
    r"""A block's text as read: markup gone, soft line breaks made spaces, hard ones "\n"."""

    text: str
    """For a table, the cells divided by tabs, the rows by newlines, and the lines within a cell by `BREAK`, which
    reaches no terminal and no clipboard: it is drawn as a new line and copied as a space."""
    spans: tuple[Span, ...] = ()
    """In order of `start`; spans nest and never cross."""
    spelled: str = ""
    """The text with emoji by the names that call them (":tada:"), and of a heading the dashes by the hyphens that stand
    for them, where there are any: slugs have these."""
    flat: str = ""
    """A formula that takes several rows, as it reads in running text: in one line, or a line for each of its equations.
    In TeX, where it can't be so."""
