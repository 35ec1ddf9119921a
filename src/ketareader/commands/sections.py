"""Finding a section by what a reader calls it."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from ketareader.document.document import Document
from ketareader.document.outline import Section
from ketareader.errors import SectionError
from ketareader.pipeline import Article
from ketareader.search.query import Matcher, Query, compile_query
from ketareader.text import clean_line

_NAMED: Final = 5
"""Sections that an error names."""


def section_named(sections: Sequence[Section], wanted: str) -> int:
    """Return the index of the section with a number or a title: the whole title, else its beginning, else words in it.

    Upper and lower case are alike, and so are ' and ’: titles are compared as `search` does. Raises `SectionError`
    where there is none, or more than one.
    """
    wanted = clean_line(wanted)
    number = wanted.rstrip(".")
    numbered = [index for index, section in enumerate(sections) if number and section.number == number]
    found = numbered or _titled(sections, compile_query(Query(wanted, case=False)))
    if len(found) != 1:
        raise SectionError(_ambiguous(sections, wanted, found) if found else _missing(sections, wanted))
    return found[0]


def section_blocks(article: Article, wanted: str) -> range:
    """Read an article, and return the blocks of a section and its subsections. Raises `SectionError`."""
    for batch in article.batches:
        article.document.extend(batch)
    article.document.conclude(article.unused())
    return with_subsections(article.document, section_named(article.document.sections, wanted))


def with_subsections(document: Document, section: int) -> range:
    """Return the blocks of a section and of those after it with a deeper heading."""
    sections = document.sections
    level = sections[section].level
    after = (other.block for other in sections[section + 1 :] if other.level <= level)
    return range(sections[section].block, next(after, len(document.blocks)))


def _titled(sections: Sequence[Section], matcher: Matcher) -> list[int]:
    """Return the sections whose titles a matcher fits best."""
    spans = [(index, next(matcher.spans(section.title), None)) for index, section in enumerate(sections)]
    within = [(index, span) for index, span in spans if span]
    starting = [(index, span) for index, span in within if span[0] == 0]
    whole = [(index, span) for index, span in starting if span[1] == len(sections[index].title)]
    return [index for index, _ in whole or starting or within]


def _ambiguous(sections: Sequence[Section], wanted: str, found: Sequence[int]) -> str:
    names = [_name(sections[index]) for index in found[:_NAMED]] + ["…"][: len(found) - _NAMED]
    return f"{len(found)} sections could be “{wanted}”: {', '.join(names)}. Say which by its number."


def _missing(sections: Sequence[Section], wanted: str) -> str:
    titles = {section.title.lower(): section for section in sections}
    near = [_name(titles[title]) for title in get_close_matches(wanted.lower(), titles, _NAMED, 0.5)]
    advice = f"Near it: {', '.join(near)}." if near else "“ketareader toc” lists them all."
    return f"There is no section “{wanted}”. {advice}"


def _name(section: Section) -> str:
    return f"“{section.title}”" + (f" ({section.number})" if section.number else "")
