"""Regular expressions: Python's, matched by an engine that lets other threads go on, and that gives up in time.

Python's `re` reads them and says what is wrong. But nothing interrupts it, and no other thread runs while it matches:
in a long paragraph, a few characters of pattern keep the keys waiting for minutes. So `regex` matches. To it the marks
on a letter are part of a word, and to Python they aren't.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ketareader.errors import PatternError
from ketareader.search.dialect import as_python_reads_it, written_out

if TYPE_CHECKING:
    import regex

_TOO_DEEP: Final = "Not a regular expression that can be used: it is nested too deep."
_LONGEST: Final = 1_000
"""Characters in a regular expression. What is longer was not meant as one."""
_LARGEST: Final = 10_000
"""Characters in a regular expression with its repeats written out, as the engine does with groups."""
_PATIENCE: Final = 0.5
"""Seconds of processor time over one passage, which is one of 8,192 characters at the most. Few take a thousandth."""

_PLAINLY: Final = (
    ("missing ), unterminated subpattern", "a group is opened and never closed"),
    ("unbalanced parenthesis", "a group is closed that was never opened"),
    ("unterminated character set", "a set of characters is opened and never closed"),
    ("nothing to repeat", "there is nothing to repeat"),
    ("multiple repeat", "a repeat is repeated"),
    ("min repeat greater than max repeat", "a repeat has its lower bound above its upper one"),
    ("bad escape (end of pattern)", "it ends in a backslash"),
    ("bad escape", "this escape means nothing"),
    ("bad character range", "this range of characters runs backwards"),
    ("look-behind requires fixed-width pattern", "what is looked behind for must have one length"),
    ("invalid group reference", "there is no such group"),
    ("unknown group name", "there is no group of this name"),
    ("redefinition of group name", "two groups have one name"),
    ("cannot refer to an open group", "a group is referred to within itself"),
    ("bad character in group name", "this is no name for a group"),
    ("missing group name", "a group's name is missing"),
    ("unknown extension", "this kind of group doesn't exist"),
    ("unexpected end of pattern", "it ends within a group's opening"),
    ("global flags not at the start", "flags for the whole expression stand at its start"),
    ("the repetition number is too large", "this is too large a number of repeats"),
    ("undefined character name", "there is no character of this name"),
)
"""What `re` says, by how it begins, and what it means to a reader."""

_FLAGS: Final = r"(?s)((?:\(\?[aiLmsux]+\))*)(.*)"
"""An expression: the flags that have to stand at its start, and the rest."""


@dataclass(frozen=True, slots=True)
class RegexMatcher:
    """A regular expression, ready to be looked for in any thread. The engine is loaded when it is first used."""

    pattern: str
    cased: bool

    def spans(self, passage: str) -> Iterator[tuple[int, int]]:
        """Yield each hit's range in `passage`, as `Matcher.spans`. Raises `PatternError` where it takes too long."""
        try:
            for found in _compiled(self.pattern, self.cased).finditer(passage, timeout=_PATIENCE):
                if found.end() > found.start():
                    yield found.span()
        except TimeoutError as error:
            advice = "use fewer repeats, and none within another"
            raise PatternError(f"“{self.pattern}” takes too long to look for: {advice}.") from error

    def may_hit(self, _text: str) -> bool:
        """Allow for a hit anywhere: in a passage `^` and `$` match where in the whole text they don't."""
        return True

    def may_stand_in(self, _source: str) -> bool:
        """Allow for a hit anywhere: an expression says nothing of the source."""
        return True


def regex_matcher(pattern: str, flags: re.RegexFlag, *, word: bool) -> RegexMatcher:
    """Return the matcher of a regular expression as Python knows them; with `word`, one of whole words only.

    Raises `PatternError` where it can't be used.
    """
    if len(pattern) > _LONGEST:
        raise PatternError(f"Not a regular expression that can be used: it is longer than {_LONGEST:,} characters.")
    try:
        with warnings.catch_warnings(action="ignore"):  # They are about what later Pythons may read otherwise.
            re.compile(pattern, flags)
    except re.error as error:
        at = f", at character {error.pos + 1}" if error.pos is not None else ""
        raise PatternError(f"Not a regular expression: {_plainly(error.msg)}{at}.") from error
    except OverflowError as error:
        raise PatternError("Not a regular expression: this is too large a number of repeats.") from error
    except RecursionError as error:
        raise PatternError(_TOO_DEEP) from error
    if written_out(pattern) > _LARGEST:
        raise PatternError("Not a regular expression that can be used: its repeats multiply to too large a number.")
    pattern = as_python_reads_it(pattern)
    if word:
        pattern = re.sub(_FLAGS, r"\1(?<!\\w)(?:\2)(?!\\w)", pattern, count=1)
    return RegexMatcher(pattern, cased=not flags & re.IGNORECASE)


@lru_cache(16)
def _compiled(pattern: str, cased: bool) -> "regex.Pattern[str]":  # noqa: FBT001 (what is cached goes by position)
    """Compile an expression. Raises `PatternError`."""
    import regex  # noqa: PLC0415 (only who searches with one waits for it)

    try:
        return regex.compile(pattern, regex.VERSION0 | (0 if cased else regex.IGNORECASE))
    except regex.error as error:
        raise PatternError(f"Not a regular expression that can be used: {error}.") from error
    except RecursionError as error:
        raise PatternError(_TOO_DEEP) from error


def _plainly(complaint: str) -> str:
    """Say what `re` says in plain words; what it says in rarer cases is as plain as any."""
    return next((plain for begins, plain in _PLAINLY if complaint.startswith(begins)), complaint)
