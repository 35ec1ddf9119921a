"""Regular expressions: what is wrong with one, said plainly; those that might never end are refused."""

import re
import warnings
from typing import Final

from ketareader.errors import PatternError
from ketareader.search.runaway import find_runaway

_LONGEST: Final = 1_000
"""Characters in a regular expression. What is longer was not meant as one."""

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


def checked_regex(pattern: str, flags: re.RegexFlag, *, word: bool) -> str:
    """Return a regular expression (Python's `re`) that compiles; with `word`, one that matches whole words only.

    Raises `PatternError` where it doesn't compile, and where it might take for ever: see `runaway`.
    """
    if len(pattern) > _LONGEST:
        raise PatternError(f"Not a regular expression that can be used: it is longer than {_LONGEST:,} characters.")
    try:
        with warnings.catch_warnings(action="ignore"):  # They are about what later Pythons may read otherwise.
            return _checked(pattern, flags, word=word)
    except re.error as error:
        at = f", at character {error.pos + 1}" if error.pos is not None else ""
        raise PatternError(f"Not a regular expression: {_plainly(error.msg)}{at}.") from error
    except OverflowError as error:
        raise PatternError("Not a regular expression: this is too large a number of repeats.") from error
    except RecursionError as error:
        raise PatternError("Not a regular expression that can be used: it is nested too deep.") from error


def _checked(pattern: str, flags: re.RegexFlag, *, word: bool) -> str:
    compiled = re.compile(pattern, flags)
    if runaway := find_runaway(pattern, compiled.flags):
        raise PatternError(f"This expression might take for ever: {runaway.reason}, at character {runaway.at}.")
    if word:
        pattern = re.sub(_FLAGS, r"\1(?<!\\w)(?:\2)(?!\\w)", pattern, count=1)
        re.compile(pattern, flags)
    return pattern


def _plainly(complaint: str) -> str:
    """Say what `re` says in plain words; what it says in rarer cases is as plain as any."""
    return next((plain for begins, plain in _PLAINLY if complaint.startswith(begins)), complaint)
