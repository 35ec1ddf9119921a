"""Options right below the line that opens a directive: `:class: warning, dropdown`, or `class: warning` between dashes.

https://mystmd.org/guide/directives#directive-options
https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
"""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final, NamedTuple

_OPTION: Final = re.compile(r"[ \t]*:(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*?))?[ \t]*")
_ENTRY: Final = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*?))?[ \t]*")
_DASHES: Final = "---"
_NO: Final = frozenset({"false", "no", "off", "0"})


class Options(NamedTuple):
    """What the lines below a directive's opening line say of it."""

    values: dict[str, str]
    """By its key in lower case, what each option is set to; "" where its key alone is given."""
    lines: int
    """How many lines they take."""

    @property
    def classes(self) -> list[str]:
        """The words of its class, which tell what kind a callout is, and whether it is a "dropdown"."""
        return re.findall(r"[^\s,]+", self.values.get("class", ""))

    @property
    def name(self) -> str:
        """What links call it; "" for nothing."""
        return self.values.get("label") or self.values.get("name", "")

    @property
    def is_open(self) -> bool:
        """Whether what folds is unfolded at first."""
        return self.values.get("open", "false").lower() not in _NO


NO_OPTIONS: Final = Options({}, 0)


def options_in(lines: Iterable[str]) -> Options:
    """Read the options that these lines begin with, which are those below a directive's opening line.

    As many lines are taken as are needed to see that no more options come.
    """
    remaining = iter(lines)
    first = next(remaining, "")
    return _between_dashes(remaining) if first.strip() == _DASHES else _in_colons(first, remaining)


def _in_colons(first: str, remaining: Iterable[str]) -> Options:
    """Read options of which each has its key between colons."""
    values: dict[str, str] = {}
    count = 0
    for line in chain((first,), remaining):
        if not (found := _OPTION.fullmatch(line)):
            break
        values[found["key"].lower()] = found["value"] or ""
        count += 1
    return Options(values, count)


def _between_dashes(remaining: Iterable[str]) -> Options:
    """Read options between lines of dashes; none where anything else stands there, for the first is a rule then."""
    values: dict[str, str] = {}
    for count, line in enumerate(remaining, start=2):
        if line.strip() == _DASHES:
            return Options(values, count)
        if not (found := _ENTRY.fullmatch(line.strip())):
            break
        values[found["key"].lower()] = found["value"] or ""
    return NO_OPTIONS
