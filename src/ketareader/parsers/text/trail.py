"""What has been passed on the way through an article, as far as the next heading depends on it."""

from collections import deque
from collections.abc import Sequence

from ketareader.parsers.text.look import LONG, STOP_WITHIN, Look, look
from ketareader.parsers.text.segment import ASIDE, Form, Segment
from ketareader.parsers.text.unmarked import Place, in_title_case

_AHEAD = 3
"""Paragraphs after a line that are looked at."""
_ENOUGH = 3
"""Headings that show how an article writes its headings."""
_LISTED = 120
"""Characters of a paragraph that ends a list which a colon began."""


class Trail:
    """The paragraphs since the last heading, and how the headings so far are written."""

    def __init__(self) -> None:
        self.count = 0
        """Headings so far."""
        self.heads = False
        """Whether a heading stands just before."""
        self.prose = False
        """Whether a paragraph has been passed."""
        self._before: deque[Look] = deque(maxlen=2)
        """The last paragraphs since the last heading, the nearest first."""
        self._listing = False
        """Whether a colon has begun a list that no long paragraph has ended."""
        self._cases = [0, 0]
        """Headings in sentence case, and in title case."""

    @property
    def begun(self) -> bool:
        """Whether anything has been passed."""
        return bool(self.count or self._before)

    def place(self, here: Look, after: Sequence[Look]) -> Place:
        """Return the place of a line that may be the next heading, before what `look_ahead` has seen."""
        known = sum(self._cases)
        titled = self._cases[True] / known if known >= _ENOUGH else 0.5
        listing = self._listing and bool(self._before) and not self._before[0].announces
        return Place(here, here.words, self._before, after, self.heads, listing, titled)

    def enter(self, heading: str) -> None:
        """Take note of a heading."""
        self.count += 1
        self.heads, self._listing = True, False
        self._before.clear()
        titled = in_title_case(look(heading).words)
        if titled is not None:
            self._cases[titled] += 1

    def leave_behind(self, segment: Segment) -> None:
        """Take note of what is no heading."""
        if segment.form in ASIDE:
            return
        passed = segment.look
        self._before.appendleft(passed)
        self.heads = False
        self.prose = self.prose or (segment.form is Form.PROSE and (passed.closed or passed.length >= LONG))
        if passed.announces:
            self._listing = True
        elif passed.length >= _LISTED or segment.form is not Form.PROSE or _has_sentences(passed):
            self._listing = False


def _has_sentences(passed: Look) -> bool:
    """Tell whether a paragraph is of two sentences or more, as few items are."""
    return passed.closed and bool(STOP_WITHIN.search(passed.start))


def look_ahead(segments: Sequence[Segment], index: int) -> list[Look]:
    """Look at the first few segments from `index` that are text."""
    looks: list[Look] = []
    for segment in segments[index : index + 2 * _AHEAD]:
        if segment.form not in ASIDE:
            looks.append(segment.look)
            if len(looks) == _AHEAD:
                break
    return looks
