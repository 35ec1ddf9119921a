"""The table of formats. A new one is a parser and a row."""

import re
from collections.abc import Callable
from typing import NamedTuple

from ketareader.parsers.base import Parser, Punctuation


class Format(NamedTuple):
    """One format: its name, how it is known, and its parser."""

    name: str
    """As `toc --json` says it."""
    suffixes: frozenset[str]
    """The ends of file names that settle it, lower case, with the dot."""
    sniff: Callable[[str], bool]
    """Whether a text's beginning looks like it, asked where the name settles nothing."""
    load: Callable[[Punctuation], Parser]
    """Makes the parser, importing no more than it needs; text that is no markup has the punctuation it has."""


def _load_markdown(punctuation: Punctuation) -> Parser:
    from ketareader.parsers.markdown import Markdown  # noqa: PLC0415 (only the format that is wanted)

    return Markdown(punctuation)


def _load_text(_punctuation: Punctuation) -> Parser:
    from ketareader.parsers.text import PlainText  # noqa: PLC0415 (as above)

    return PlainText()


# For `re` to compile when it is first wanted: most names settle the format.
_MARKDOWN_SIGNS = (
    r"(?m)\A(?:---|\+\+\+)[ \t]*\n[\"']?\w[\w .-]*[\"']?[ \t]*[:=]"
    r"|^(?:#{1,6} \S|```|~~~|[-*+] \[[ xX]\] |> |\|.*\|\s*$|!?\[[^\]\n]+\]\([^)\n]+\)|\[[^\]\n]+\]: ?\S)"
    r"|\]\((?:https?:|#|\.?/)|\*\*[^*\s][^*\n]*\*\*"
)
_SIGNS_WANTED = 2


def _looks_like_markdown(head: str) -> bool:
    """Tell whether a text has marks that plain text seldom has: one at its start, or two anywhere."""
    if re.match(_MARKDOWN_SIGNS, head):
        return True
    found = re.finditer(_MARKDOWN_SIGNS, head)
    return sum(1 for _ in zip(range(_SIGNS_WANTED), found, strict=False)) == _SIGNS_WANTED


FORMATS: tuple[Format, ...] = (
    Format(
        "markdown",
        frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".rmd", ".qmd"}),
        _looks_like_markdown,
        _load_markdown,
    ),
    Format(
        "text",
        frozenset({".txt", ".text", ".log", ".asc", ".rst", ".eml"}),
        lambda _head: True,
        _load_text,
    ),
)


def format_of(name: str, head: str) -> str:
    """Return the name of the format of a file called `name` that begins with `head`."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    for row in FORMATS:
        if suffix in row.suffixes:
            return row.name
    return next(row.name for row in FORMATS if row.sniff(head[:4096]))


def parser_of(format_name: str, punctuation: Punctuation = Punctuation.WRITTEN) -> Parser:
    """Make the parser of a format in the table."""
    return next(row for row in FORMATS if row.name == format_name).load(punctuation)
