"""Abbreviations: the words that an article says the meaning of, marked wherever they stand."""

from collections.abc import Iterator

from ketareader.document.inline import Span
from ketareader.document.references import References
from ketareader.parsers.markdown.prose import Prose


def abbreviated(text: str, references: References, prose: Prose) -> Iterator[Span]:
    """Yield the spans of an article's abbreviations in a text."""
    pattern = references.abbreviation_pattern()
    for found in pattern.finditer(text) if pattern else ():
        if prose.holds(*found.span()):
            yield Span(*found.span(), "abbreviation", f"abbr:{references.abbreviations[found[0]]}")
