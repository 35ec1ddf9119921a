"""Chapters: "CHAPTER I." and its title, on one line or on several."""

from collections.abc import Sequence
from typing import NamedTuple

from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.marked import Chapter, chapter_of, in_capitals
from ketareader.parsers.text.segment import ASIDE, Form, Segment

_LONGEST_NAME = 80
"""Characters that a chapter's title has at most, where it stands under the chapter's number."""
_LINES = 3
"""Lines that a chapter's number and title take, at most."""


class ChapterHead(NamedTuple):
    """The heading of a chapter."""

    chapter: Chapter
    text: str
    used: int
    """Segments that it is made of."""


def chapter_at(segments: Sequence[Segment], index: int) -> ChapterHead | None:
    """Return the chapter heading that begins at `segments[index]`; None for a line of the book's contents."""
    segment = segments[index]
    lines = [line.strip() for line in segment.text.split("\n")]
    chapter = chapter_of(lines[0])
    if (
        not chapter
        or segment.form not in (Form.PROSE, Form.VERSE)
        or len(lines) > _LINES
        or _is_in_contents(segments, index)
    ):
        return None
    if len(lines) > 1:
        named = not chapter.whole and all(map(_may_be_name, lines[1:]))
        return ChapterHead(chapter, " ".join(lines), 1) if named else None
    following = segments[index + 1]
    if chapter.whole or following.form is not Form.PROSE or not following.single or not _may_be_name(following.text):
        return ChapterHead(chapter, lines[0], 1)
    if chapter_of(following.text) or not any(other.form not in ASIDE for other in segments[index + 2 :][:_LINES]):
        return ChapterHead(chapter, lines[0], 1)
    return ChapterHead(chapter, f"{lines[0]} {following.text}", 2)


def _is_in_contents(segments: Sequence[Segment], index: int) -> bool:
    """Tell whether chapters follow one another without text, but for the first chapter of a part."""
    here, *following = [chapter_of(segment.text.split("\n")[0].strip()) for segment in segments[index : index + 3]]
    if not here or not following or not following[0]:
        return False
    return not here.upper or following[0].upper or all(following)


def _may_be_name(text: str) -> bool:
    """Tell whether a line under a chapter's number may be the chapter's title."""
    if len(text) > _LONGEST_NAME or not text[0].isalnum() or text[0].islower() or chapter_of(text):
        return False
    return in_capitals(text) or text.endswith("?") or not is_closed(text)
