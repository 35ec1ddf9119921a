"""The cases in a file of `fixtures/`: what each is made of, and what in the file is no part of any.

A case is a name, the source, and views of it, each ended by a line with nothing but a stop:

    A quote
    .
    > text
    .
    --- at 20
    ▎ text
    --- blocks
    paragraph 1-1 in >: text
    .
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

_CASE: Final = re.compile(r"^(?P<name>\S.*)\n\.\n(?P<source>(?s:.*?))^\.\n(?P<views>(?s:.*?))^\.\n", re.MULTILINE)


class View(NamedTuple):
    """What is expected to be seen of a source."""

    kind: str
    """The pattern of its header."""
    header: str
    """Without the dashes: "at 20"."""
    argument: str
    """What the header says beside the view's kind: "20"."""
    expected: str


class Case(NamedTuple):
    """A source, and what is seen of it."""

    name: str
    source: str
    views: list[View]


class Sheet(NamedTuple):
    """What a file has."""

    cases: list[Case]
    faults: list[str]
    """What in it would be passed over, each in a sentence with its line."""


class _Numbered(NamedTuple):
    number: int
    """Which line of the file it is, from 1."""
    text: str


def read_cases(text: str, kinds: Collection[str]) -> Sheet:
    """Read a file's cases, below what it says of itself; `kinds` are the patterns of the views' headers."""
    sheet = Sheet([], [])
    found = list(_CASE.finditer(text, text.find("\n\n") + 1))
    for case in found:
        views = _views(_numbered(text, *case.span("views")), kinds, sheet.faults)
        if not views:
            sheet.faults.append(f"Line {_line(text, case.start())}: there is no view of “{case['name']}”.")
        sheet.cases.append(Case(case["name"], case["source"], views))
    ends = [text.find("\n\n") + 1, *(place for case in found for place in case.span()), len(text)]
    for start, end in list(pairwise(ends))[::2]:
        strays = (line for line in _numbered(text, start, end) if line.text.strip())
        sheet.faults.extend(f"Line {line.number}: “{line.text}” is part of no case." for line in strays)
    return sheet


def _views(lines: Iterator[_Numbered], kinds: Collection[str], faults: list[str]) -> list[View]:
    """Read the views of a case; a line that begins with dashes is a header, unless there is nothing else in it."""
    views: list[View] = []
    for number, line in lines:
        if line.startswith("---") and line.strip("-"):
            view = _view_of(line.removeprefix("--- "), kinds)
            if view:
                views.append(view)
            else:
                faults.append(f"Line {number}: “{line}” is no view's header; there are: {', '.join(kinds)}.")
        elif views:
            views[-1] = views[-1]._replace(expected=f"{views[-1].expected}{line}\n")
        else:
            faults.append(f"Line {number}: “{line}” is part of no view.")
    return views


def _view_of(header: str, kinds: Collection[str]) -> View | None:
    """Return the view that a header begins, which nothing is expected of yet."""
    found = ((kind, re.fullmatch(kind, header)) for kind in kinds)
    return next((View(kind, header, "".join(match.groups()), "") for kind, match in found if match), None)


def _numbered(text: str, start: int, end: int) -> Iterator[_Numbered]:
    """Yield the lines of a part of a file."""
    for number, line in enumerate(
        text[start:end].removesuffix("\n").split("\n") if end > start else (), _line(text, start)
    ):
        yield _Numbered(number, line)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
