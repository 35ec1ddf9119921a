"""Names that tags give to places: an `id`, or the `name` of an `a` (HTML section 7.4.6.4)."""

from collections.abc import Iterator

from ketareader.document.block import Name
from ketareader.parsers.html.text import unescaped
from ketareader.parsers.html.tokens import HtmlToken, Sort, attributes, tokenize
from ketareader.text import clean_line


def names_in(tag: HtmlToken) -> Iterator[str]:
    """Yield the names that a start tag gives."""
    found = attributes(tag.source)
    given = (found.get("id", ""), found.get("name", "") if tag.name == "a" else "")
    return (name for name in dict.fromkeys(map(_read, given)) if name)


def names_within(text: str) -> Iterator[Name]:
    """Yield the names that tags in a text give, whether they are tags or stand in code."""
    end = 0
    for token in tokenize(text):
        end += len(token.source)
        if token.sort is Sort.START:
            yield from (Name(name, end) for name in names_in(token))


def _read(value: str) -> str:
    return clean_line(unescaped(value))
