"""`ketareader search`: where words stand in any number of articles."""

import shutil
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from ketareader.commands.output import is_terminal, report, write_lines, write_object
from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.errors import KetaError, UsageError
from ketareader.pipeline import read_article
from ketareader.search.find import find
from ketareader.search.origin import source_line
from ketareader.search.passages import passage_at
from ketareader.search.query import Matcher, Query, compile_query
from ketareader.search.snippet import Snippet, snippet
from ketareader.search.texts import Texts
from ketareader.text import clean_line

_ROOM: Final = 72
"""Characters of the words around a hit, where standard output is no terminal."""
_NARROWEST: Final = 40
"""Characters of them at the least, however narrow the terminal."""
_LONGEST_TITLE: Final = 32
"""Characters of a section's title."""


class Match(NamedTuple):
    """A hit, as `search --json` tells of it."""

    source: str
    """As it was named, cleaned."""
    section: int | None
    """Its section's index in the contents; None above the first heading."""
    section_title: str | None
    line: int
    """The line of the source, from 1."""
    text: str
    """The paragraph, list item, cell or line of code that it stands in, as read."""
    start: int
    end: int
    """Half-open range of the hit in `text`, in characters."""


def search(options: Namespace) -> int:
    """Print every hit in some articles, one a line, or as JSON. Raises `KetaError`.

    Returns 1 where there is none, and 2 where an article can't be read; the others are searched all the same.
    """
    if not options.pattern:
        raise UsageError("There is nothing to search for: the pattern is empty.")
    matcher = compile_query(Query(options.pattern, options.regex, options.word, options.case))
    failures: list[KetaError] = []
    matches = _matches_in_all(options.where, matcher, failures)
    first = next(matches, None)
    found = chain([first], matches) if first else matches
    if options.json:
        _write_json(clean_line(options.pattern), list(found))
    else:
        styled = _on_terminal if is_terminal() else _plainly
        write_lines(map(styled, found))
    return 2 if failures else 0 if first else 1


def _write_json(query: str, matches: Sequence[Match]) -> None:
    write_object({"query": query, "count": len(matches)}, "matches", (match._asdict() for match in matches))


def _matches_in_all(places: Sequence[str], matcher: Matcher, failures: list[KetaError]) -> Iterator[Match]:
    """Yield the matches in every article; what is wrong with one is reported, and added to `failures`."""
    for place in places:
        try:
            document = read_article(place)
        except KetaError as error:
            report(error)
            failures.append(error)
        else:
            yield from _matches_in(document, clean_line(place), matcher)


def _matches_in(document: Document, source: str, matcher: Matcher) -> Iterator[Match]:
    """Yield the matches in one article."""
    texts = Texts(document)
    for hit in find(document, matcher, texts):
        block, text = document.blocks[hit.block], texts.text(hit.block)
        section = document.section_at(hit.block)
        title = None if section is None else document.sections[section].title
        offset, passage = passage_at(block.kind, text, hit.start)
        line = source_line(block, text, hit.start)
        yield Match(source, section, title, line, passage, hit.start - offset, hit.end - offset)


def _plainly(match: Match) -> str:
    """Return a match as a line: where it is, the words around it, its section."""
    words, _, _ = _around(match, _ROOM)
    return f"{_place(match)}{words}{_section(match)}"


def _on_terminal(match: Match) -> str:
    """Return a match as a line of the terminal's width, the hit in bold."""
    place, section = _place(match), _section(match)
    words, start, end = _around(match, max(shutil.get_terminal_size().columns - len(place + section), _NARROWEST))
    return f"{place}{words[:start]}\x1b[1m{words[start:end]}\x1b[22m{words[end:]}{section}"


def _place(match: Match) -> str:
    return f"{match.source}:{match.line}: "


def _section(match: Match) -> str:
    title = match.section_title or ""
    return f"  § {title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + '…'}" if title else ""


def _around(match: Match, room: int) -> Snippet:
    """Return the words around a hit."""
    return snippet(match.text, Hit(0, match.start, match.end), room)
