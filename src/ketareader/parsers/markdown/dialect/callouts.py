"""The kinds of callouts: what writers call them, and the five that they are set as."""

from ketareader.document.block import Callout
from ketareader.parsers.markdown.dialect.tokens import Recipe

CALLOUT = "callout-"
"""What stands before a kind's name in Quarto."""
_NAMES = {
    "note": "note info abstract summary tldr todo example quote cite seealso admonition",
    "tip": "tip hint success check done",
    "important": "important question help faq",
    "warning": "warning attention",
    "caution": "caution danger error failure fail missing bug",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}

_TITLES = {"admonition": "Note", "seealso": "See also", "tldr": "TL;DR", "todo": "To do"}


def callout(name: str) -> Recipe:
    """Return what makes a callout of what its writer calls it; it is a note where that is none of the names."""
    return Callout, kind_of(name) or "note", title_of(name)


def kind_of(name: str) -> str | None:
    """Return the kind of callout that a name stands for: "note", "tip", "important", "warning", "caution", or None."""
    return _KINDS.get(name.lower().removeprefix(CALLOUT))


def title_of(name: str) -> str:
    """Return the title of a callout that is given none."""
    known = name.lower().removeprefix(CALLOUT)
    return _TITLES.get(known) or known.capitalize()
