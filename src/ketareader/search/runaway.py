"""Telling regular expressions that end in good time from those that might not.

Python's `re` tries one way after another, can't be interrupted in a thread, and lets no other thread run meanwhile. Two
kinds of pattern have too many ways. In `(a+)+` or `(a|a)*` each repeat doubles them: so within a repeated group the next
character must settle how to go on, that is, the group must be one-unambiguous (Brüggemann-Klein and Wood, "One-unambiguous
regular languages", 1998). In `.*.*` the ways grow with a power of the text's length: so of the repeats that match whole
phrases, no two stand side by side, and there are at most three. What is left is quick on any passage of an article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

_SAMPLE: Final = "".join(map(chr, range(0x20, 0x7F))) + "\t\n éÉßöжЖλ中あ한’“”–—…×\xa0"
"""Characters of every kind that patterns tell apart. A set of characters is a number: a bit for each of these."""
_ALL: Final = (1 << len(_SAMPLE)) - 1
_PHRASE: Final = (1 << _SAMPLE.index(" ")) | (1 << _SAMPLE.index("e"))
_MOST_PHRASES: Final = 3

_TOKEN: Final = re.compile(
    r"""
      (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<edge> [\^$] | \\[AbBZ] | \(\?[aiLmsux]+\) | \(\?\#[^)]*\) )
    | (?P<back> \\[1-9]\d? | \(\?P=\w+\) )
    | (?P<look> \(\?<?[=!] )
    | (?P<open> \( (?: \?P<\w+> | \?[:>] | \?[aiLmsux]*-?[aiLmsux]*: | \?\(\w+\) )? )
    | (?P<close> \) )
    | (?P<choice> \| )
    | (?P<repeat> (?: [*+?] | \{ (?: \d+(?:,\d*)? | ,\d* ) \} ) [?+]? )
    | (?P<character> \\N\{[^}]*\} | \\x.. | \\u.{4} | \\U.{8} | \\0[0-7]{0,2} | \\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)


class Runaway(NamedTuple):
    """What might make a pattern take for ever."""

    reason: str
    at: int
    """The character of the pattern where it stands, from 1."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern and how often it may be there."""

    at: int
    first: int
    """The set of characters that it may begin with."""
    optional: bool
    """Whether it may match nothing."""
    branches: "tuple[tuple[_Part, ...], ...]" = ()
    """For a group, its alternatives."""
    repeats: bool = False
    """Whether it may be there more than once."""
    endless: bool = False
    """Whether it may be there any number of times."""
