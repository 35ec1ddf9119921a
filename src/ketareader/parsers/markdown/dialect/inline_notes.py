"""Notes within text: `[^label]` mentions one, and `^[text]` is one, as Pandoc has it, to be lifted out of its place.

https://pandoc.org/MANUAL.html#footnotes
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ketareader.document.block import CELL
from ketareader.parsers.markdown.dialect.notes import MARK, label_of

_SIGNS = r"(?s:\\.)|`+|\^\[|\[\^?|\]"
_LIFTED = "\ufdd0"
"""What the label of a note that was lifted begins with; a noncharacter, which no text is meant to hold."""
_ENDS = (".", "!", "?", "…", "。")


class Lifted(NamedTuple):
    """A text, and the notes that were lifted out of it."""

    text: str
    """With a mention in the place of each note."""
    notes: dict[str, str]
    """The notes' texts by their labels, as the references know them."""


def mentions_in(text: str) -> list[str]:
    """Return the labels that a text mentions, in its order, but for those in code."""
    marks = (re.compile(MARK).match(text, sign.start()) for sign in _signs(text) if sign[0] == "[^")
    return [label_of(mark[1]) for mark in marks if mark]


def lift_notes(text: str, number: int) -> Lifted:
    """Lift the outermost notes out of a text; `number` is how many others have been lifted before."""
    parts: list[str] = []
    notes: dict[str, str] = {}
    done = 0
    for start, end in _outermost(text):
        inner = text[start + 2 : end - 1]
        if _may_be_note(inner):
            label = f"{_LIFTED}{number + len(notes) + 1}"
            notes[label_of(label)] = inner.strip()
            parts += text[done:start], f"[^{label}]"
            done = end
    return Lifted("".join((*parts, text[done:])), notes)


def _outermost(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each note that stands in no other begins and ends."""
    opened: list[int | None] = []
    around = 0
    for sign in _signs(text):
        if sign[0] != "]":
            is_note = sign[0] == "^["
            opened.append(sign.start() if is_note else None)
            around += is_note
        elif opened and (start := opened.pop()) is not None:
            around -= 1
            if not around:
                yield start, sign.end()


def _may_be_note(text: str) -> bool:
    """Tell a note from what is only a set of characters, or a power."""
    has_words = len(text.split()) > 1 or "](" in text or "://" in text or text.endswith(_ENDS)
    return has_words and CELL not in text


def _signs(text: str) -> Iterator[re.Match[str]]:
    """Yield the brackets in a text that stand in no code and are not escaped."""
    pattern = re.compile(_SIGNS)
    ends: dict[int, list[int]] | None = None
    at = 0
    while sign := pattern.search(text, at):
        at = sign.end()
        if sign[0][0] == "`":
            ends = _runs_of_backticks(text) if ends is None else ends
            of_length = ends[len(sign[0])]
            after = bisect_left(of_length, at + 1)
            at = of_length[after] if after < len(of_length) else at
        elif sign[0][0] != "\\":
            yield sign


def _runs_of_backticks(text: str) -> dict[int, list[int]]:
    """Return where runs of backticks end, by their length: code ends behind one as long as that which opens it."""
    ends: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        ends.setdefault(len(run[0]), []).append(run.end())
    return ends
