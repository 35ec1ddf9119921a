"""The shape of a text: whether a paragraph is one line of it or several, and how wide a full line is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ketareader.parsers.text.dates import is_date
from ketareader.parsers.text.furniture import is_furniture
from ketareader.parsers.text.line import indent_of, is_marked
from ketareader.parsers.text.look import is_closed

_NARROWEST = 40
"""Characters that a full line has at least."""
_WIDEST = 120
"""Characters that a line has more of only where nobody wraps lines."""

_UNSPACED = "\u2e80"
"""Where the scripts of East Asia begin, that break between any two letters."""
_LONGEST_WORD = 25
"""Characters in a word that shows nothing by having no room: an address, a name in code."""
_WIDEST_VERSE = 80
"""Characters that verse has a line of more than only as an exception."""

_TITLE = 2
"""Lines at a text's start that a title may be among."""
_NARROW = 60
"""Characters that a line has fewer of in most verse."""
_ENOUGH = 3
"""Long lines that show how lines end."""
_ENTRIES = 2
"""Dated entries that show that dates are headings."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text uses its lines."""

    width: int
    """Characters in a full line; 0 where every line is a paragraph of its own."""
    margin: int = 0
    """Spaces before most of the text's lines."""
    spaced: bool = True
    """Whether blank lines stand between its paragraphs."""
    dated: bool = False
    """Whether dates alone on their lines head its entries, as in a diary."""


def detect(lines: Sequence[str]) -> Shape:
    """Tell a text's shape from its first lines."""
    return replace(_lines_of(lines), dated=_is_dated(lines))


def _lines_of(lines: Sequence[str]) -> Shape:
    """Tell how a text uses its lines.

    Lines are wrapped where most of them have no room for the word that begins the next. Where they do have room, each
    is a paragraph if they end as sentences do; else it is for verse and the like that they end.
    """
    full = [line for line in lines if line.strip()]
    blank = len(lines) - len(full)
    spaced = 3 * blank >= len(full)
    lengths = sorted(_columns(line.rstrip()) for line in full)
    if 10 * sum(length for length in lengths if length > _WIDEST) >= 3 * sum(lengths):
        return Shape(0, 0, spaced)
    long = [length for length in lengths if length >= _NARROWEST]
    width = max(long[len(long) * 9 // 10], _NARROWEST) if long else _NARROWEST
    if width > _WIDEST or (not spaced and _stands_alone(lines, width)):
        return Shape(0, 0, spaced)
    margins = Counter(indent_of(line) for line in full if len(line) >= _NARROWEST)
    return Shape(width, margins.most_common(1)[0][0] if margins else 0, spaced)


def _is_dated(lines: Sequence[str]) -> bool:
    """Tell whether dates head entries: two or more that stand between a paragraph's end, or the title, and text."""
    full = [line.strip() for line in lines if line.strip()]
    heads = 0
    for index, (date, following) in enumerate(pairwise(full)):
        if date[-1:].isalnum() and is_date(date) and not is_date(following) and not is_furniture(following):
            heads += index < _TITLE or is_closed(full[index - 1])
    return heads >= _ENTRIES


def fits(line: str, following: str, width: int) -> bool:
    """Tell whether the word that begins the line `following` had room at the end of `line`."""
    room = width - len(line.rstrip()) - 1
    return room > 0 and _first_word(following) <= room


def _columns(line: str) -> int:
    """Count the columns that a line takes, about: a letter of East Asia's scripts takes two."""
    return len(line) if line.isascii() else len(line) + sum(letter >= _UNSPACED for letter in line)


def _first_word(line: str) -> int:
    """Return the length of a line's first word; in a script without spaces, of what a line begins with at least."""
    bare = line.lstrip()
    if bare[:1] >= _UNSPACED:
        return 2
    end = bare.find(" ")
    return len(bare) if end < 0 else end


def _end_as_sentences(lines: Sequence[str]) -> bool:
    """Tell whether nearly all long lines end as sentences do: of wrapped ones few do."""
    long = [line.rstrip() for line in lines if len(line) >= _NARROW]
    return len(long) >= _ENOUGH and 10 * sum(map(is_closed, long)) >= 9 * len(long)


def _stands_alone(lines: Sequence[str], width: int) -> bool:
    """Tell whether most lines that another follows end early, and as sentences do or where no verse would."""
    if _end_as_sentences(lines):
        return True
    pairs = early = closed = 0
    for line, following in pairwise(lines):
        if not line.strip() or not following.strip() or is_marked(following) or is_marked(line):
            continue
        if _first_word(following) > _LONGEST_WORD:
            continue
        pairs += 1
        if fits(line, following, width):
            early += 1
            closed += is_closed(line.rstrip())
    return pairs > 0 and 10 * early >= 8 * pairs and (2 * closed >= early or width > _WIDEST_VERSE)
