"""Text to be heard: links numbered, images and notes named; strong and emphasised words are read like any others."""

from bisect import bisect_left
from typing import NamedTuple
from unicodedata import normalize

from ketareader.document.inline import Inline

_UNSPACED = "\u2e80"
"""The first character of the scripts that are written without spaces."""


class Links:
    """The links of a section, numbered from 1 as they come; those that lead to one place have one number."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[str, int] = {}

    @property
    def targets(self) -> tuple[str, ...]:
        """Where the links lead, in the order of their numbers."""
        return tuple(self._numbers)

    def number(self, target: str) -> int:
        """Return the number of the links to a target, the next one where it is new."""
        return self._numbers.setdefault(target, len(self._numbers) + 1)

    def listed(self) -> list[str]:
        """Return the lines that say where each leads; none where there is no link."""
        lines = [f"[{number}] {target}" for target, number in self._numbers.items()]
        return ["Links:", *lines] if lines else []


class _Edit(NamedTuple):
    """Words that are said at a place in a text, or instead of a stretch of it."""

    start: int
    end: int
    words: str


def spoken(inline: Inline, links: Links, start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a text, all of it unless told, as it is said."""
    text, end = inline.text, len(inline.text) if end is None else end
    parts = []
    for edit in _edits(inline, links, start, end):
        parts += [text[start : edit.start], edit.words]
        start = max(start, edit.end)
    return "".join((*parts, text[start:end])).replace("\t", " ").strip(" ")


def _edits(inline: Inline, links: Links, start: int, end: int) -> list[_Edit]:
    """Return what is said beside the text of a stretch, in order; what ends comes before what begins."""
    text = inline.text
    images: list[_Edit] = []
    marks: list[_Edit] = []
    begun: list[_Edit] = []
    first, last = bisect_left(inline.spans, (start,)), bisect_left(inline.spans, (end + 1,))
    for span in inline.spans[first:last]:
        if span.role == "link":
            at = _end_of_word(text, span.end, end)
            marks.append(_Edit(at, at, f" [link {links.number(span.target)}]"))
        elif span.role == "image":
            alone = not f"{text[start : span.start]}{text[span.end : end]}".strip()
            begun.append(_Edit(span.start, span.start, "Image: " if alone else "[image: "))
            images.append(_Edit(span.end, span.end, "" if alone else "]"))
        elif span.role == "note.mark":
            apart = "" if text[start : span.start][-1:].isspace() else " "
            begun.append(_Edit(span.start, span.end, f"{apart}note {normalize('NFKC', text[span.start : span.end])}"))
    return sorted([*images, *marks, *begun], key=lambda edit: edit.start)


def _end_of_word(text: str, at: int, end: int) -> int:
    """Return where the word ends that goes on at a place: no link's number stands in a word."""
    while 0 < at < end and text[at - 1].isalnum() and text[at].isalnum() and text[at] < _UNSPACED:
        at += 1
    return at
