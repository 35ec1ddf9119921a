"""Which segments are headings, and of what level."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ketareader.parsers.text.chapters import chapter_at
from ketareader.parsers.text.contents import Contents, is_body, names_contents
from ketareader.parsers.text.leaf import is_like
from ketareader.parsers.text.levels import Levels
from ketareader.parsers.text.line import has_leader
from ketareader.parsers.text.look import Look, is_closed, look
from ketareader.parsers.text.marked import Numbered, chapter_of, in_capitals, number_of
from ketareader.parsers.text.people import is_person, may_be_person
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.shape import Shape
from ketareader.parsers.text.term import term_of
from ketareader.parsers.text.trail import Trail, look_ahead
from ketareader.parsers.text.unmarked import LONGEST, in_title_case, score

_TITLE_WORDS = 3
"""Words that an article's title has, at least: a shorter first line is the first section's."""
_ENOUGH = 3
"""Marked headings that show that an article marks its headings."""
_MARK = 3.0
"""What a number or capitals weigh, beside the cues for unmarked headings."""
_CENTRED = 6
"""Columns that a title is indented by, at least, where it stands in the middle of its line."""
_CAST = 3
"""Times that a line in capitals comes back where it is no heading: the names of those who speak in a play."""
_BYLINE = re.compile(r"(?i:by)\s+[A-Z]\S*(?:\s+\S+){0,4}\Z")
_ENDS = frozenset({"the end", "end", "fin", "finis"})
_NO_HEADING = re.compile(r"(?:[,;—–]|--)[\"”’)]?\Z|\A[\[(].*[\])]\Z|\A\*\*\*| (?:[!=<>:]?=|\|\||&&|[-=]>) ")
"""What no heading is: broken off, in brackets, a formula."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that has been found."""

    text: str
    level: int
    used: int = 1
    """Segments that it is made of."""


class Headings:
    """Finds headings, one segment after the other, and keeps what those before show of the article's ways."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._trail = Trail()
        self._levels = Levels()
        self._contents = Contents()
        self._numbers = 0
        """Numbered headings so far."""
        self._last_number = 0
        """The number of the last that had but one."""
        self._names: Counter[str] = Counter()
        """Headings in capitals so far."""

    def find(self, segments: Sequence[Segment], index: int, before: Segment | None, *, listed: bool) -> Heading | None:
        """Return the heading that begins with `segments[index]`, if one does.

        `before` stands before it; `listed` says that it belongs to a list that is open.
        """
        if self._is_signature(segments, index) or self._contents.hold(segments, index):
            return None
        heading = self._find(segments, index, before, listed=listed)
        if heading:
            self._trail.enter(heading.text)
        else:
            self._trail.leave_behind(segments[index])
        return heading

    def _find(self, segments: Sequence[Segment], index: int, before: Segment | None, *, listed: bool) -> Heading | None:
        segment = segments[index]
        if segment.form is Form.UNDERLINED:
            return Heading(segment.text, self._levels.underlined(segment.marker, first=not self._trail.count))
        if listed or segment.joined or len(segment.text) > LONGEST or not look_ahead(segments, index + 1):
            return None
        if chapter_of(segment.text.split("\n")[0].strip()):
            return self._chapter(segments, index)
        if not _may_head(segment) or self._is_row(segments, index, before):
            return None
        return self._line(segments, index)

    def _chapter(self, segments: Sequence[Segment], index: int) -> Heading | None:
        """Return the heading of the chapter that a line names, unless it stands in the book's contents."""
        found = chapter_at(segments, index) if self._is_apart(segments[index]) else None
        return Heading(found.text, self._levels.chapter(found.chapter), found.used) if found else None

    def _line(self, segments: Sequence[Segment], index: int) -> Heading | None:
        """Return the heading that a line is, if it is one."""
        segment, following = segments[index : index + 2]
        ahead = look_ahead(segments, index + 1)
        if _is_end(segment, ahead[0]):
            return None
        text = f"{segment.marker} {segment.text}" if segment.marker else segment.text
        numbered = number_of(text)
        if segment.form is Form.ITEM and (not numbered or self._is_item(segment, following, numbered)):
            return None
        if self._shape.width and not self._is_apart(segment):
            return None
        if names_contents(segment.text):
            return self._list_of_contents(segment, following, ahead[0])
        place = self._trail.place(segment.look, ahead)
        if score(place) + self._mark(segment, following, numbered) <= 0:
            return None
        return Heading(text, self._level(segment, numbered))

    def _list_of_contents(self, segment: Segment, following: Segment, after: Look) -> Heading | None:
        """Return the heading of a list of contents; a line that says so above running text is none."""
        if following.form is Form.PROSE and is_body(after):
            return None
        self._contents.begin()
        return Heading(segment.text, self._level(segment, None))

    def _mark(self, segment: Segment, following: Segment, numbered: Numbered | None) -> float:
        """Weigh the marks that a line has, or lacks where other headings have them."""
        apart = self._is_apart(segment)
        if apart and numbered and (numbered.depth > 1 or self._is_next(segment, numbered)):
            return _MARK if _may_be_title(numbered.title) else 0.0
        if apart and in_capitals(segment.text) and (following.blanks or not is_closed(segment.text)):
            return self._capitals(segment.text)
        if self._levels.underlines and self._trail.count >= _ENOUGH:
            return -2 * _MARK
        return self._position(segment) if self._shape.width else -_MARK / 3 * (self._numbers >= _ENOUGH)

    def _capitals(self, text: str) -> float:
        """Weigh capitals: much where blank lines set paragraphs apart, nothing in a name that comes again and again."""
        self._names[text] += 1
        spaced = self._shape.width or self._shape.spaced
        return _MARK if spaced and self._names[text] < _CAST else 0.0

    def _position(self, segment: Segment) -> float:
        """Weigh where an unmarked line begins among wrapped ones: a title may be centred; no other is indented."""
        margin = self._shape.margin
        if segment.indent >= margin + _CENTRED and segment.blanks and not self._trail.count:
            return _MARK
        within = segment.indent >= max(margin, 1)
        return -_MARK / 3 * ((self._numbers >= _ENOUGH) * (1 + within) + 2 * within)

    def _is_apart(self, segment: Segment) -> bool:
        """Tell whether a blank line, where the article has them, or a heading stands above a segment."""
        bare = not self._shape.width and not self._shape.spaced
        return bool(bare or segment.blanks or self._trail.heads or not self._trail.begun)

    def _is_next(self, segment: Segment, numbered: Numbered) -> bool:
        """Tell whether a number goes on from the last heading's, or stands out to the left of the text."""
        return 0 < self._last_number == numbered.first - 1 or (segment.indent < self._shape.margin and numbered.stopped)

    def _is_item(self, segment: Segment, following: Segment, numbered: Numbered) -> bool:
        """Tell whether a numbered line is an item of a list: another follows, or a paragraph that belongs to it."""
        if (self._shape.width or self._shape.spaced) and self._trail.begun and not segment.blanks:
            return True
        if self._is_next(segment, numbered):
            return False
        if following.form is Form.ITEM and following.indent >= segment.indent:
            return True
        return bool(self._shape.width) and following.indent > segment.indent

    def _is_row(self, segments: Sequence[Segment], index: int, before: Segment | None) -> bool:
        """Tell whether a line is one of several that say what something is, or says who wrote the article."""
        segment = segments[index]
        if self._trail.heads and _BYLINE.match(segment.text):
            return True
        beside = [other for other in (before, segments[index + 1]) if is_like(segment, other)]
        return bool(term_of(segment.text)) and any(
            other and other.look.closed == segment.look.closed for other in beside
        )

    def _is_signature(self, segments: Sequence[Segment], index: int) -> bool:
        """Tell whether a line right under the title says who wrote the article."""
        segment, *following = segments[index : index + 2]
        if not self._trail.heads or self._trail.count > 1 or segment.form is not Form.PROSE or not segment.single:
            return False
        noted = bool(following) and following[0].form is Form.FURNITURE
        return bool(_BYLINE.match(segment.text)) or is_person(segment.text) or (noted and may_be_person(segment.text))

    def _level(self, segment: Segment, numbered: Numbered | None) -> int:
        """Return the level of a heading that isn't underlined."""
        if numbered and (numbered.stopped or numbered.depth > 1 or numbered.style == "digits"):
            self._numbers += 1
            self._last_number = numbered.first if numbered.depth == 1 else self._last_number
            return self._levels.numbered(numbered)
        if not self._trail.count and not self._trail.prose and len(segment.text.split()) >= _TITLE_WORDS:
            return 1
        return self._levels.capitals() if in_capitals(segment.text) else self._levels.unmarked()


def _may_head(segment: Segment) -> bool:
    """Tell whether a segment is a line that begins and ends as a heading may."""
    if not segment.single or segment.form not in (Form.PROSE, Form.ITEM):
        return False
    return not _NO_HEADING.search(segment.text) and not has_leader(segment.text)


def _is_end(segment: Segment, after: Look) -> bool:
    """Tell whether a line is what a book ends with: "THE END", and no text of its own below it."""
    return segment.text.lower().rstrip(".") in _ENDS and not is_body(after)


def _may_be_title(text: str) -> bool:
    """Tell whether what follows a number may be a heading's words."""
    stopped = text.endswith(".") and not in_title_case(look(text).words)
    return not text[:1].islower() and not stopped and not text.endswith((",", ";", ":"))
