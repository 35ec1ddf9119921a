"""An article's list of its own sections: its lines read as headings, and are none."""

from collections.abc import Sequence

from ketareader.parsers.text.look import LONG, Look
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.trail import look_ahead

_NAMES = frozenset({"table of contents", "in this article", "in this guide", "on this page", "jump to"})
_LONGEST = 200
"""Lines that such a list has at most."""


def names_contents(text: str) -> bool:
    """Tell whether a line is what stands above a list of contents."""
    return text.lower().rstrip(":") in _NAMES


def is_body(look: Look) -> bool:
    """Tell whether a paragraph is an article's text rather than a line of a list."""
    return look.closed and look.length >= LONG


class Contents:
    """The unmarked list of contents that is being passed, if one is."""

    def __init__(self) -> None:
        self._entries: set[str] | None = None

    def begin(self) -> None:
        """Take note that a list of contents begins."""
        self._entries = set()

    def hold(self, segments: Sequence[Segment], index: int) -> bool:
        """Tell whether a line is one of the list's, which ends at a line that comes again or has text below it."""
        segment, entries = segments[index], self._entries
        if entries is None:
            return False
        is_line = segment.form is Form.PROSE and segment.single and segment.look.loose and segment.text not in entries
        if not is_line or any(map(is_body, look_ahead(segments, index + 1)[:1])) or len(entries) == _LONGEST:
            self._entries = None
            return False
        entries.add(segment.text)
        return True
