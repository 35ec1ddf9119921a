"""Queries, and the matchers that they become."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from ketareader.search.literal import ascii_pattern, folded_pattern, sketch, with_edges
from ketareader.text import clean

_CASELESS: Final = r"(?s)\\(?:N\{[^}]*\}|x..|u.{4}|U.{8}|.)|\(\?P[<=>]\w*"
"""The parts of a regular expression whose upper case says nothing of the text's: escapes, and names of groups."""
_NOTHING: Final = "(?!)"


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader searches for."""

    text: str
    """As it was typed: words as they are read, or a regular expression."""
    regex: bool = False
    word: bool = False
    """Whether a hit has to be whole words."""
    case: bool | None = None
    """Whether upper and lower case are told apart; None for only where the query has an upper-case letter."""

    @property
    def cased(self) -> bool:
        """Whether upper and lower case are told apart after all."""
        if self.case is not None:
            return self.case
        letters = re.sub(_CASELESS, "", self.text) if self.regex else self.text
        return letters != letters.lower()


class Matcher(Protocol):
    """What a query looks for, ready to be looked for in any thread."""

    def spans(self, passage: str) -> Iterator[tuple[int, int]]:
        """Yield each hit's half-open range in `passage`, in characters; in order and apart, none empty."""
        ...

    def may_hit(self, text: str) -> bool:
        """Tell whether a passage of a block's text may hold a hit: a quick look at all of them together."""
        ...

    def may_stand_in(self, source: str) -> bool:
        """Tell whether the text of a block with this source may hold a hit: a quick look that spares the parsing."""
        ...


@dataclass(frozen=True, slots=True)
class WordsMatcher:
    """A matcher of words as they are read. Its patterns are compiled when first used."""

    flags: re.RegexFlag
    plain: str
    """The pattern for texts that are all ASCII."""
    folded: str
    """The pattern for other texts."""
    sketch: str = ""
    """The pattern of what a block's source, in lower case, holds wherever its text holds a hit."""

    def spans(self, passage: str) -> Iterator[tuple[int, int]]:
        """Yield each hit's range in `passage`, as `Matcher.spans`."""
        for found in self._pattern(passage).finditer(passage):
            if found.end() > found.start():
                yield found.span()

    def may_hit(self, text: str) -> bool:
        """Tell whether the whole text holds a hit: it does where a passage of it does."""
        return self._pattern(text).search(text) is not None

    def may_stand_in(self, source: str) -> bool:
        """Tell whether the source holds the beginning of a word of the query's.

        It allows for markup between two letters, tags and a link's target too; and for characters that come from an
        entity, an encoded address, an image's name, a note's number, a formula. Formats that bring in characters in
        other ways need a look of their own.
        """
        return _compiled(self.sketch, re.RegexFlag.NOFLAG).search(source.lower()) is not None

    def _pattern(self, text: str) -> re.Pattern[str]:
        return _compiled(self.plain if text.isascii() else self.folded, self.flags)


@lru_cache(64)
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def compile_query(query: Query) -> Matcher:
    """Make the matcher of a query; an empty one finds nothing. Raises `PatternError`.

    Words are found as they are read: any white space stands for any other, so that hits go across line ends; what a
    keyboard has stands for what print has (' for ’, - for –, ... for …) and, in a query without accents, a letter for
    the same letter with any accent.
    """
    text = clean(query.text)
    flags = re.RegexFlag.NOFLAG if query.cased else re.IGNORECASE
    if not text:
        return WordsMatcher(flags, _NOTHING, _NOTHING, _NOTHING)
    if query.regex:
        from ketareader.search.regex import regex_matcher  # noqa: PLC0415 (few queries are, and the screen doesn't wait)

        return regex_matcher(text, flags, word=query.word)
    if not query.cased:
        text = text.lower()
    plain, folded = ascii_pattern(text), folded_pattern(text)
    if query.word:
        plain, folded = with_edges(plain, text), with_edges(folded, text)
    return WordsMatcher(flags, plain, folded, sketch(text))
