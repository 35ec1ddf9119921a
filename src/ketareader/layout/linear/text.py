"""Text to be heard: links and images numbered, notes and what is struck out named; emphasis is read like other text."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from ketareader.document.inline import BREAK, Inline, Span
from ketareader.layout.linear.items import said_of_items
from ketareader.layout.linear.mentions import Mentions

_UNSPACED = "\u2e80"
"""The first character of the scripts that are written without spaces."""
_NAMED: Final = {"image": "image", "strike": "struck out"}
"""What is said before a text of a role, to its end; of an image, its number behind that."""
_WITHIN: Final = "data:"
"""What a target begins with that is the image itself, and no place where it is (RFC 2397)."""


class _Edit(NamedTuple):
    """Words that are said at a place in a text, or instead of a stretch of it."""

    start: int
    end: int
    words: str


def spoken(inline: Inline, mentions: Mentions, start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a text, all of it unless told, as it is said."""
    text, end = inline.text, len(inline.text) if end is None else end
    parts = []
    for edit in _edits(inline, mentions, start, end):
        parts += [text[start : edit.start], edit.words]
        start = max(start, edit.end)
    return "".join((*parts, text[start:end])).replace("\t", " ").strip(" ")


def unmarked(inline: Inline, start: int, end: int) -> str:
    """Return a stretch of a text without the marks of notes in it, and of items."""
    marks = (span for span in _spans(inline, start, end) if span.role in {"note.mark", "list.marker"})
    for mark in sorted(marks, reverse=True):
        inline = inline._replace(text=inline.text[: mark.start] + inline.text[mark.end :])
        end -= mark.end - mark.start
    return inline.text[start:end].strip()


def _spans(inline: Inline, start: int, end: int) -> Sequence[Span]:
    """Return the spans that begin in a stretch of a text, or at its end."""
    return inline.spans[bisect_left(inline.spans, (start,)) : bisect_left(inline.spans, (end + 1,))]


def _edits(inline: Inline, mentions: Mentions, start: int, end: int) -> list[_Edit]:
    """Return what is said beside the text of a stretch, in order; what ends comes before what begins."""
    text = inline.text
    ended: list[_Edit] = []
    marks: list[_Edit] = []
    begun: list[_Edit] = []
    for span in _spans(inline, start, end):
        if span.role == "link" and span.target:
            marks.append(_link(text, span, end, mentions.links.number(span.target, span.title)))
        elif span.role in _NAMED:
            alone = not f"{text[start : span.start]}{text[span.end : end]}".strip()
            name = f"{_NAMED[span.role]}{_number(span, mentions)}"
            begun.append(_Edit(span.start, span.start, f"{name.capitalize()}: " if alone else f"[{name}: "))
            ended.append(_Edit(span.end, span.end, "" if alone else "]"))
        elif span.role == "note.mark":
            mentions.notes[unquote(span.target.removeprefix("#"))] = None
            apart = "" if text[start : span.start][-1:].isspace() else " "
            begun.append(_Edit(span.start, span.end, f"{apart}[note {_plain(text, span)}]"))
        elif span.role == "superscript" and _is_word(_plain(text, span)):
            begun.append(_Edit(span.start, span.end, _plain(text, span)))
        elif span.role == "abbreviation":
            mentions.abbreviations[text[span.start : span.end].replace(BREAK, " ")] = span.target.removeprefix("abbr:")
    leads = [span for span in _spans(inline, start, end) if span.role == "list.marker"]
    items = [_Edit(*said) for said in said_of_items(text, (start, end), leads)]
    return sorted([*ended, *marks, *items, *begun], key=lambda edit: edit.start)


def _number(span: Span, mentions: Mentions) -> str:
    """Return the number of an image, a space before it; nothing where there is no place that it is in."""
    is_somewhere = span.role == "image" and span.target and not span.target.lower().startswith(_WITHIN)
    return f" {mentions.images.number(span.target)}" if is_somewhere else ""


def _link(text: str, span: Span, end: int, number: int) -> _Edit:
    """Return what is said of a link: its number; where it has no text, apart from the word behind it."""
    at = _end_of_word(text, span.end, end)
    apart = " " if span.start == span.end and text[at:end][:1].isalnum() else ""
    return _Edit(at, at, f" [link {number}]{apart}")


def _plain(text: str, span: Span) -> str:
    """Return the text of a span in letters and figures that aren't raised."""
    return normalize("NFKC", text[span.start : span.end])


def _is_word(text: str) -> bool:
    """Tell whether what is raised belongs to a word, as in 4th; a single letter may be a power."""
    return len(text) > 1 and text.isalpha()


def _end_of_word(text: str, at: int, end: int) -> int:
    """Return where the word ends that goes on at a place: no link's number stands in a word."""
    while 0 < at < end and text[at - 1].isalnum() and text[at].isalnum() and text[at] < _UNSPACED:
        at += 1
    return at
