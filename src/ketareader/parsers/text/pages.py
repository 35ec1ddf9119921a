"""What goes on across a page: its foot and the next one's head stand after it, for they are no part of it."""

from dataclasses import replace

from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.segment import Form, Segment, look_of

_MOST = 3
"""Lines that a page's foot and the next one's head have together, at most."""
_FLOWING = (Form.PROSE, Form.ITEM)


def join_across(segments: list[Segment], following: Segment, longest: int) -> bool:
    """Join a segment to the one that a turned page divides it from; tell whether they are one paragraph.

    None of `longest` characters or more is joined: it may have been built before what follows is there.
    """
    index = len(segments) - 1
    while index >= 0 and segments[index].form is Form.PAGE and len(segments) - index <= _MOST:
        index -= 1
    if index < 0 or index == len(segments) - 1 or sum(len(page.text) for page in segments[index:]) >= longest:
        return False
    first = segments[index]
    if not _goes_on(first, following):
        return False
    # Read, they are one space; counted, they say on which line of the source the rest stands.
    ends = "\n" * (following.line - first.end + 1)
    text = f"{first.text}{ends}{following.text}"
    segments[index] = replace(first, text=text, end=following.end, look=look_of(first.form, text, first.marker))
    return True


def _goes_on(first: Segment, following: Segment) -> bool:
    """Tell whether a paragraph or an item is broken off, and what follows is the rest of it."""
    if first.form not in _FLOWING or following.form is not Form.PROSE or following.joined or is_closed(first.text):
        return False
    if first.look.announces or (first.form is Form.ITEM and following.indent <= first.indent):
        return False
    return following.text[0].islower() or (not first.single and following.indent == first.indent)
