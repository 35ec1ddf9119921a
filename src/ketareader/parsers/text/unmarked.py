"""Headings that nothing marks: a sum of cues, each a guess that many a pasted article bears out.

The weights are those of a logistic regression over some 600 articles (blogs, handbooks, proposals, shop guides; each
kind in turn left out), rounded; those of 4, 1.5 and 0.6, and what a clause weighs, were set by hand, for novels,
letters, guides and titles. They ask for no words but the commonest of English; where an article is in another language
those cues are silent.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from ketareader.parsers.text.look import LONG, STOP_WITHIN, Look

LONGEST = 120
"""Characters that a heading has at most."""
_SMALL = frozenset(
    "a an and are as at be but by can do does for from how if in into is it its no nor not of off on or our per so "  # noqa: SIM905 (words read best in a row)
    "than that the their then this to up via vs was we were what when which while who why will with you your".split()
)
"""Words that have no capital in a title."""
_FINITE = frozenset(
    "are be been can can't cannot could did do does doesn't don't had has have is isn't it's may might must shall "  # noqa: SIM905
    "should that's there's they're was we'll we're we've were will won't would you'll you're you've".split()
)
"""Words that make a sentence, where no question asks."""
_SYMBOL = re.compile(r"[_=<>{}\[\]|\\/^~`$@*+]|::|\w\.\w|\w\(")
_CLAUSES = frozenset({"how", "what", "when", "where", "who", "why", "which"})
"""Words that begin a clause or a question."""
_FEW_WORDS = 4
"""Words in a line that leads on to what follows, at most."""
_AHEAD = 3
"""Short lines in a row that are a list."""
_SHORTEST_WORD = 3
"""Characters in a word of substance, at least."""
_STEM = 5
"""Characters by which two words are taken for forms of one."""
_FEW_LETTERS = 0.6
"""The share of letters among its marks that a heading mostly has more of."""
_VERY_LONG = 200
"""Characters that nothing but a paragraph has."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line that may be a heading, and what stands around it."""

    here: Look
    words: Sequence[str]
    """The line's words."""
    before: Sequence[Look]
    """The paragraphs before it since the last heading, at most two, the nearest first."""
    after: Sequence[Look]
    """The paragraphs after it, at most three, the nearest first; at least one."""
    heads: bool = False
    """Whether a heading stands just before it."""
    listing: bool = False
    """Whether a colon above has begun a list that no paragraph has ended, and not just above."""
    titled: float = 0.5
    """The share of the headings so far that are in title case; a half while there are too few to say."""


class Cue(NamedTuple):
    """One thing that speaks for a heading or against it."""

    weight: float
    says: Callable[[Place], float]
    """How much it is so, mostly 0 or 1."""


def score(place: Place) -> float:
    """Weigh a line's cues; above 0 it reads as a heading."""
    if _is_among_loose_lines(place):
        return -inf
    return sum(cue.weight * cue.says(place) for cue in CUES)


def _is_among_loose_lines(place: Place) -> bool:
    """Tell whether the line is one of many short ones: there are too many of those to weigh each."""
    if not place.after[0].loose or _is_body(place.after[1:2]):
        return False
    return place.here.loose and bool(place.before) and place.before[0].loose


def in_title_case(words: Sequence[str]) -> bool | None:
    """Tell whether a heading's words have capitals; None where it has no word but the first that would."""
    words = [word for word in words[1:] if word.lower() not in _SMALL]
    if not words:
        return None
    return sum(word[0].isupper() for word in words) * 5 >= len(words) * 3


def _asks(place: Place) -> bool:
    """Tell whether the line is a question and no more, and nobody in the article is quoted to ask it."""
    start = place.here.start
    return start.endswith(("?", "?)", "？")) and not STOP_WITHIN.search(start)


def _is_statement(place: Place) -> bool:
    return place.here.closed and not _asks(place) and not _trails_off(place)


def _trails_off(place: Place) -> bool:
    """Tell whether the line is a few words that lead on to what follows: "In closing..."."""
    start = place.here.start
    return start.endswith(("...", "…")) and len(place.words) <= _FEW_WORDS and start[0].isupper()


def _opens_a_clause(place: Place) -> bool:
    """Tell whether the line begins as "When to see a doctor" does, and "What you will need"."""
    return not place.here.closed and bool(place.words[1:]) and place.words[0].lower() in _CLAUSES


def _heads_a_list(place: Place) -> bool:
    """Tell whether the line stands between text that has ended and a list of short lines."""
    after = place.after
    return (
        len(after) >= _AHEAD
        and all(look.loose for look in after)
        and bool(place.before)
        and place.before[0].closed
        and not place.heads
    )


def _has_finite_verb(place: Place) -> bool:
    if _asks(place) or _opens_a_clause(place):
        return False
    return any(word.lower().replace("’", "'") in _FINITE for word in place.words)


def _goes_on(place: Place) -> bool:
    """Tell whether the line begins as the middle of a sentence does."""
    return place.here.start[:1].islower() and place.words[0] in _SMALL


def _is_constant(place: Place) -> bool:
    start = place.here.start
    return " " not in start and ("_" in start or (len(place.words) == 1 and start.isupper()))


def _has_few_letters(place: Place) -> bool:
    letters = sum(map(str.isalpha, place.here.start))
    return letters < _FEW_LETTERS * sum(map(len, place.here.start.split()))


def _is_taken_up(place: Place) -> bool:
    """Tell whether half of the line's words of substance, or more, come back in what follows."""
    words = [word.lower() for word in place.words if len(word) >= _SHORTEST_WORD]
    words = [word for word in words if word not in _SMALL]
    stems = {word.lower()[:_STEM] for word in place.after[0].words}
    return bool(words) and 2 * sum(word[:_STEM] in stems for word in words) >= len(words)


def _is_body(following: Sequence[Look]) -> bool:
    return bool(following) and following[0].closed and following[0].length >= LONG


def _is_like_the_last(place: Place) -> bool:
    """Tell whether the line before is of much the same length and ends alike, as the items of a list do."""
    if place.heads or not place.before:
        return False
    here, before = place.here, place.before[0]
    return here.closed == before.closed and abs(here.length - before.length) <= 0.3 * here.length


def _style(place: Place) -> float:
    """Compare the line's capitals with those of the headings so far: -0.5 to 0.5."""
    titled = in_title_case(place.words)
    if titled is None:
        return 0.0
    return place.titled - 0.5 if titled else 0.5 - place.titled


CUES = (
    Cue(-0.3, lambda _: True),
    # The line itself.
    Cue(-3.8, lambda place: place.here.announces),
    Cue(-4.0, _is_statement),
    Cue(-3.2, lambda place: place.here.length / 100),
    Cue(1.2, lambda place: place.here.start[:1].isalpha() and not place.here.start[:1].islower()),
    Cue(-4.0, _goes_on),
    Cue(-0.8, lambda place: bool(_SYMBOL.search(place.here.start))),
    Cue(-1.6, _has_few_letters),
    Cue(-1.2, _is_constant),
    Cue(-0.6, _has_finite_verb),
    Cue(-0.6, lambda place: ": " in place.here.start),
    Cue(0.8, _style),
    Cue(2.0, _opens_a_clause),
    # What follows: a paragraph, or one more line and then a paragraph.
    Cue(2.0, lambda place: place.after[0].closed or place.after[0].announces),
    Cue(1.0, lambda place: place.after[0].length >= LONG),
    Cue(0.4, lambda place: place.after[0].length >= _VERY_LONG),
    Cue(1.2, lambda place: place.after[0].loose and _is_body(place.after[1:2])),
    Cue(0.8, _is_taken_up),
    Cue(0.6, _heads_a_list),
    # What goes before: a paragraph that has ended, or a list that goes on.
    Cue(-2.4, lambda place: bool(place.before) and place.before[0].announces),
    Cue(-1.8, lambda place: bool(place.before) and not (place.before[0].closed or place.before[0].announces)),
    Cue(-1.6, _is_like_the_last),
    Cue(-1.6, lambda place: place.listing),
    Cue(-1.2, lambda place: place.heads),
    Cue(1.5, lambda place: not place.before and not place.heads),
)
