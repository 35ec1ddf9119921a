"""Telling regular expressions that end in good time from those that might not.

Python's `re` tries one way after another; in a thread it can't be interrupted, and no other thread runs meanwhile. Two
kinds of pattern have too many ways. In `(a+)+` and `(a|a)*` each turn doubles them: so within a repeated group the next
character has to settle how to go on; that is, the group is one-unambiguous (Brüggemann-Klein and Wood, "One-unambiguous
regular languages", 1998). In `.*.*` their number grows with a power of the text's length: so repeats that match whole
phrases never stand side by side, and there are at most three. What is left ends soon in any passage of an article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise
from typing import Final, NamedTuple

_SAMPLE: Final = "".join(map(chr, range(0x20, 0x7F))) + "\t\n éÉßöжЖλ中あ한’“”–—…×"
"""Characters of every kind that patterns tell apart. A set of characters is a number, with a bit for each of these."""
_PHRASE: Final = 1 << _SAMPLE.index(" ") | 1 << _SAMPLE.index("e")
_ANYTHING: Final = -1
_MOST_PHRASES: Final = 3
_MANY: Final = 50
"""Turns that are as good as endless."""

_SYNTAX: Final = r"""(?xs)
      (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<edge> [\^$] | \\[AbBZ] | \(\?[aiLmsux]+\) | \(\?\#[^)]*\) )
    | (?P<back> \\[1-9]\d? | \(\?P=\w+\) )
    | (?P<look> \(\?<?[=!] )
    | (?P<group> \( (?: \?P<\w+> | \?[:>] | \?[aiLmsux]*-?[aiLmsux]*: | \?\(\w+\) )? )
    | (?P<close> \) )
    | (?P<choice> \| )
    | (?P<repeat> (?: [*+?] | \{ (?: \d+ (?: ,\d* )? | ,\d* ) \} ) [?+]? )
    | (?P<character> \\N\{[^}]*\} | \\x.. | \\u.{4} | \\U.{8} | \\0[0-7]{0,2} | \\. | . )
    """
"""The parts of a pattern that is known to be right."""


class Runaway(NamedTuple):
    """What might make a pattern take for ever."""

    reason: str
    at: int
    """The character of the pattern where it stands, from 1."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A character, a set or a group, and how often it may be there."""

    at: int
    """The character of the pattern where it begins, from 1."""
    first: int
    """The set of characters that it may begin with; empty for what only looks around."""
    branches: "tuple[_Branch, ...]" = ()
    """A group's alternatives."""
    skipped: bool = False
    """Whether it may match nothing."""
    varies: bool = False
    """Whether there is a choice of how often it is there."""
    repeats: bool = False
    """Whether it may be there more than once."""
    endless: bool = False
    """Whether it may be there any number of times."""


_Branch = tuple[_Part, ...]


def find_runaway(pattern: str, flags: int) -> Runaway | None:
    """Find what might make `pattern`, a regular expression that compiles, take for ever; None where nothing might.

    On the safe side: some harmless patterns are refused, `(the|this)+` among them, which `(th(e|is))+` says as well.
    """
    branches = _Reader(pattern, flags).branches()
    phrases = [part for part in _all_parts(branches) if part.endless and part.first & _PHRASE == _PHRASE]
    found = chain(
        _doubling(branches, None),
        _side_by_side(branches),
        (Runaway("it has too many repeats that match whole phrases", part.at) for part in phrases[_MOST_PHRASES:]),
    )
    return next(found, None)


class _Reader:
    """Takes a pattern apart."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._tokens = re.finditer(_SYNTAX, pattern)
        self._flags = flags & (re.IGNORECASE | re.DOTALL | re.ASCII)
        self._sample = _SAMPLE + "".join(sorted(set(pattern) - set(_SAMPLE)))

    def branches(self) -> tuple[_Branch, ...]:
        """Return the alternatives up to the end of the group, or of the pattern."""
        branches: list[list[_Part]] = [[]]
        for token in self._tokens:
            if token.lastgroup == "close":
                break
            if token.lastgroup == "choice":
                branches.append([])
            elif token.lastgroup == "repeat":
                branches[-1][-1:] = [_repeated(part, token[0]) for part in branches[-1][-1:]]
            else:
                branches[-1].append(self._part(token))
        return tuple(map(tuple, branches))

    def _part(self, token: re.Match[str]) -> _Part:
        at = token.start() + 1
        match token.lastgroup:
            case "group":
                branches = self.branches()
                firsts = [_first(branch) for branch in branches]
                return _Part(at, _union(first for first, _ in firsts), branches, skipped=any(s for _, s in firsts))
            case "look":
                return _Part(at, 0, self.branches(), skipped=True)
            case "edge":
                return _Part(at, 0, skipped=True)
            case "back":
                return _Part(at, _ANYTHING, skipped=True)
        return _Part(at, self._members(token[0]))

    def _members(self, source: str) -> int:
        """Return the set of characters that a character or a set of the pattern matches."""
        matches = re.compile(source, self._flags).fullmatch
        return sum(1 << bit for bit, character in enumerate(self._sample) if matches(character))


def _repeated(part: _Part, repeat: str) -> _Part:
    """Return a part that is there as often as `repeat` ("*", "{2,3}") says."""
    bounds = {"*": "0,", "+": "1,", "?": "0,1"}.get(repeat[0], repeat.rstrip("?+")[1:-1])
    low, comma, high = bounds.partition(",")
    least = int(low or 0)
    most = int(high) if high else None if comma else least
    return replace(
        part,
        skipped=part.skipped or least == 0,
        varies=most != least,
        repeats=most is None or most > 1,
        endless=most is None or most > _MANY,
    )


def _union(sets: Iterator[int]) -> int:
    united = 0
    for members in sets:
        united |= members
    return united


def _first(branch: Sequence[_Part]) -> tuple[int, bool]:
    """Return the set of characters that a branch may begin with, and whether it may match nothing."""
    first = 0
    for part in branch:
        first |= part.first
        if not part.skipped:
            return first, False
    return first, True


def _all_parts(branches: Sequence[_Branch]) -> Iterator[_Part]:
    for part in chain.from_iterable(branches):
        yield part
        yield from _all_parts(part.branches)


def _doubling(branches: Sequence[_Branch], after: int | None) -> Iterator[Runaway]:
    """Find where, within a repeated group, the next character leaves a choice of how to go on.

    `after` is the set of characters that may follow these branches within the outermost repeated group; None outside.
    """
    if after is not None:
        for one, other in combinations(branches, 2):
            if _first(one)[0] & _first(other)[0]:
                yield Runaway("two alternatives in a repeated group can begin alike", other[0].at)
    for branch in branches:
        follow = after
        for part in reversed(branch):
            if follow is not None and (part.varies or part.skipped) and part.first & follow:
                yield Runaway("a repeated group holds a repeat that can end in more than one place", part.at)
            yield from _doubling(part.branches, _inside(part, follow))
            if follow is not None:
                follow = part.first | (follow if part.skipped else 0)


def _inside(part: _Part, follow: int | None) -> int | None:
    """Return what may follow the branches of a group within the outermost repeated group; None outside of all."""
    if not part.first:
        return None
    return part.first | (follow or 0) if part.repeats else follow


def _side_by_side(branches: Sequence[_Branch]) -> Iterator[Runaway]:
    """Find neighbouring endless repeats of the same characters: two that match phrases, or three of any kind."""
    for branch in branches:
        shared = 0
        for one, other in pairwise(_endless(branch)):
            common = one.first & other.first if one and other else 0
            shared = shared + 1 if common else 0
            if other and (common & _PHRASE == _PHRASE or shared > 1):
                yield Runaway("repeats of the same characters stand side by side", other.at)
        for part in branch:
            yield from _side_by_side(part.branches)


def _endless(branch: Sequence[_Part]) -> Iterator[_Part | None]:
    """Yield a branch's endless repeats, those in its groups too, and None where something sure stands in between."""
    for part in branch:
        if part.endless:
            yield part
        elif len(part.branches) == 1 and not part.varies:
            yield from _endless(part.branches[0])
        elif not part.skipped:
            yield None
