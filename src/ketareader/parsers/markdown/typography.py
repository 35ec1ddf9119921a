"""Punctuation as print has it: curly quotes, dashes, an ellipsis; by markdown-it's rules."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category

from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown.edits import Edit, edited
from ketareader.parsers.markdown.prose import Prose, tags_in

_MARKS: Final = r"""(?x)
      (?P<apostrophe>
          (?<!\w) ' (?= \d\d (?! \d | ['’](?!s\b) | % | [.,:]\d ) )
        | (?<= [^\w\s(\[{“‘-] ) ' (?= s\b )
        | (?i: (?<= \w\s ) ' (?= n'\s\w ) | (?<= \w\s'n ) ' (?= \s\w ) )
        | (?<!\w) ' (?= (?i: tis | twas | em | n | til | cause | bout ) \b (?! '(?!\w) ) ) )
    | (?P<elision> (?<!\w) ' (?= (?i: tis | twas | em | n | til | cause | bout ) '(?!\w) ) )
    | (?P<primes> (?<=\d) '' (?!\w) )
    | (?P<quote> ["'] )
    | (?P<ellipsis> (?<!\.) \.\.\. (?!\.) )
    | (?P<em> (?<!-) --- (?!-) )
    | (?P<option> (?: (?<= [(\[{/|=“‘«„] ) | (?<= [\s(\[{/=]["'] ) | (?<= \A["'] ) ) -- (?= [^\W\d_] ) )
    | (?P<en> (?<![^\s]) -- (?![^\s]) | (?<![-\s]) (?<=.) -- (?=.) (?![-\s]) )
    """
"""An apostrophe stands before a year without its century; before the s of a quotation that owns something; around the n
between two words, where "and" can't be told from a letter; and where the usual contractions leave letters out. One that
a quote closes right behind may be in quotes instead. An option of a command stands in quotes or brackets,
or behind another sign: "-h"/"--help", -a|--all."""
_SECONDS: Final = r"\d['′]\s?\d+(?:[.,]\d+)?"
_DEGREES: Final = r"°\s?\d+(?:[.,]\d+)?"
_BEFORE: Final = 12
"""Characters that degrees are looked for in, before their minutes, and minutes before their seconds."""
_PRINTED: Final = {"apostrophe": "’", "elision": "’", "ellipsis": "…", "option": "--", "em": "—", "en": "–"}
_QUOTES: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_APOSTROPHE: Final = "’"


def typeset(text: str, prose: Prose, punctuation: Punctuation) -> Iterator[Edit]:
    """Yield what makes a text look printed."""
    if punctuation is Punctuation.WRITTEN:
        return
    quotes = _Quotes(text)
    for mark in re.finditer(_MARKS, text):
        if not prose.holds(*mark.span()):
            continue
        kind = str(mark.lastgroup)
        if kind == "primes":
            yield from quotes.take_primes(mark.start())
        elif kind == "quote" or (kind == "elision" and not quotes.is_open("'")):
            yield from quotes.take(mark.start())
        else:
            yield Edit(*mark.span(), _PRINTED[kind])
    yield from quotes.end()


def printed(text: str) -> str:
    """Return a text without markup as it is printed."""
    prose = Prose(len(text), [(0, len(text))], tags_in(text))
    return edited(text, (), typeset(text, prose, Punctuation.PRINTED)).text


class _Quotes:
    """Pairs the quotes of a text, one after the other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[int] = []
        self._counts = {'"': 0, "'": 0}

    def take(self, at: int) -> Iterator[Edit]:
        """Yield what becomes of a quote, and of the one that it closes; those never closed stay straight."""
        quote = self._text[at]
        opens, closes = self._directions(at)
        if closes and self._counts[quote]:
            left, right = _QUOTES[quote]
            yield _in_place(self._close(quote), left)
            yield _in_place(at, right)
        elif opens:
            self._open.append(at)
            self._counts[quote] += 1
        elif quote == "'" and not self._is_measure(at):
            yield _in_place(at, _APOSTROPHE)

    def take_primes(self, at: int) -> Iterator[Edit]:
        """Yield what becomes of two single quotes behind a number: seconds and inches are as they are."""
        is_measure = re.search(rf"{_SECONDS}\Z", self._text[max(at - _BEFORE, 0) : at])
        if self.is_open("'") and not is_measure:
            yield from self.take(at)
            yield from self.take(at + 1)

    def is_open(self, quote: str) -> bool:
        """Tell whether a quote of a kind is open."""
        return self._counts[quote] > 0

    def end(self) -> Iterator[Edit]:
        """Yield the quote that a text begins with where it is never closed: what is said goes on in the next."""
        if self._text[:1] == '"' and self._open[:1] == [0]:
            yield _in_place(0, _QUOTES['"'][0])

    def _close(self, quote: str) -> int:
        """Return the place of the last open quote of a kind; those after it will not be closed."""
        while True:
            at = self._open.pop()
            self._counts[self._text[at]] -= 1
            if self._text[at] == quote:
                return at

    def _directions(self, at: int) -> tuple[bool, bool]:
        """Tell whether a quote may open, and whether it may close."""
        before, after = self._text[at - 1 : at] if at else " ", self._text[at + 1 : at + 2] or " "
        if before.isdigit() and after == self._text[at] == '"':
            return False, False
        opens = not after.isspace() and not (_is_mark(after) and not (before.isspace() or _is_mark(before)))
        closes = not before.isspace() and not (_is_mark(before) and not (after.isspace() or _is_mark(after)))
        return (_is_mark(before), _is_mark(after)) if opens and closes else (opens, closes)

    def _is_measure(self, at: int) -> bool:
        """Tell whether a quote stands for feet or minutes: 5'10", 10'x12', 32°15'N."""
        if not self._text[at - 1 : at].isdigit():
            return False
        is_minute = re.search(rf"{_DEGREES}\Z", self._text[max(at - _BEFORE, 0) : at]) is not None
        return is_minute or re.match(r"(?!x\d)[^\W\d_]", self._text[at + 1 : at + 3]) is None


def _in_place(at: int, text: str) -> Edit:
    return Edit(at, at + 1, text)


def _is_mark(character: str) -> bool:
    return category(character)[0] in "PS"
