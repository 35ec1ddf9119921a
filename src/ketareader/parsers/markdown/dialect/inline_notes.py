"""Notes within text: `[^label]` mentions one, and `^[text]` is one, as Pandoc has it, to be lifted out of its place.

https://pandoc.org/MANUAL.html#footnotes
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ketareader.document.block import CELL, LINE
from ketareader.parsers.markdown.dialect.notes import MARK, label_of

_SIGNS = r"(?s:\\.)|`+|\^\[|\[\^?|\]"
_LIFTED = "\ufdd0"
"""What the label of a note that was lifted begins with; a noncharacter, which no text is meant to hold."""
_ENDS = (".", "!", "?", "…", "。")
_MARKUP = r"(`+|\*\*)[^`*].*\1"
"""Code, or strong emphasis."""
_LOOKED_AT = 200
"""Characters of a note of one word that are looked through for them."""
_BEFORE = 12
"""Characters before a note that tell whether it follows a word."""
_WORD = r"(?:[^\W\d_]{2}|\w[*_~`)\]\"'”’»›.,;:!?…]+)\Z"
"""The end of a word of two letters or more, or what closes behind a word."""
_FIRST_UNSPACED = "\u2e80"
"""The first character of the scripts whose words stand without spaces."""
_SPEAKING = r"[^\W\d_]{2}|[^\W\d_]\.\d|[\u2e80-\U0003ffff]"
"""Two letters, a page (p.5), a character that may be a word."""
_SET = r"a-z|A-Z|0-9|\\[wWdDsSbB]|\[:|^\^|^(?:\w-\w|[\W_])++\Z"
"""What is in a set of a regular expression, or is nothing but ranges."""


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
        if _is_note(text[max(start - _BEFORE, 0) : start], inner):
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


def _is_note(before: str, text: str) -> bool:
    """Tell a note from a power, and from what is only a set of characters, as in a regular expression.

    Several words, code, a link or a sentence's end make one wherever it stands; behind a word, whatever is more than a
    number, a letter or a range.
    """
    if CELL in text or LINE in text:
        return False
    if len(text.split()) > 1 or "](" in text or "://" in text or re.match(_MARKUP, text[:_LOOKED_AT]):
        return True
    if re.search(_SET, text):
        return False
    follows_word = re.search(_WORD, before) or before[-1:] >= _FIRST_UNSPACED
    return text.endswith(_ENDS) or bool(follows_word and re.search(_SPEAKING, text))


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
