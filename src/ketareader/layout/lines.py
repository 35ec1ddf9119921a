"""Lines of a laid-out block: runs of text, each with a role and the place in the block that it came from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from ketareader.document.inline import Span
from ketareader.layout.ruler import SOFT_HYPHEN
from ketareader.layout.wrap import Hyphenated, Range

ORNAMENT = -1
"""The `start` of a run that is no part of the article's text: a bullet, a rule, a margin."""


class Run(NamedTuple):
    """A stretch of one line."""

    text: str
    role: str = ""
    """Space-separated, the strongest last: "heading.2 strong", "code.keyword"."""
    start: int = ORNAMENT
    """Where its first character stands in the block's plain text."""
    target: str = ""
    """Where it leads, for a link."""


def roles_of(role: str) -> list[str]:
    """Return the roles of a run one by one; what is strong and emphasised at once is "stressed", too."""
    roles = role.split()
    return [*roles, "stressed"] if "strong" in roles and "emphasis" in roles else roles


class PictureRow(NamedTuple):
    """A row of a picture, which stands on a line where the run with the role "picture" is."""

    target: str
    """Where the picture is, as the article says it."""
    columns: int
    rows: int
    """The cells that the whole picture takes."""
    row: int
    """Which row of it this is, the first being 0."""


class Line(NamedTuple):
    """One line of a block, as wide as its text."""

    runs: tuple[Run, ...]
    start: int
    end: int
    """Half-open range of characters in the block's plain text that stand on this line or at its break."""
    picture: PictureRow | None = None
    """What is drawn on this line."""

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join([run.text for run in self.runs])


BLANK = Line((), 0, 0)

Piece = tuple[int, int, str, str]
"""Start, end, role and target of a stretch of text that is all alike."""


class Styled:
    """A text and the pieces that it is made of, from which the runs of any range can be taken."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        """Take a block's plain text, and all of it in pieces, without gaps or overlaps."""
        self.text = text
        self._pieces = pieces
        self._starts = [piece[0] for piece in pieces]
        self._soft = SOFT_HYPHEN in text

    @classmethod
    def of(cls, text: str, spans: Sequence[Span] = (), role: str = "") -> Self:
        """Take a block's plain text and the spans over it; `role` is that of all of it."""
        return cls(text, list(_flatten(len(text), spans, role)) if spans else [(0, len(text), role, "")])

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """Return the runs of the characters `start:end`, without soft hyphens; one that they end with is drawn."""
        if start >= end:
            return ()
        runs = self._all(start, end)
        return _without_soft_hyphens(runs, self.text[end : end + 1]) if self._soft else runs

    def _all(self, start: int, end: int) -> tuple[Run, ...]:
        text, index = self.text, bisect_right(self._starts, start) - 1
        _, stop, role, target = self._pieces[index]
        if stop >= end:
            return (Run(text[start:end], role, start, target),)
        runs = [Run(text[start:stop], role, start, target)]
        while stop < end:
            index += 1
            begin, stop, role, target = self._pieces[index]
            runs.append(Run(text[begin : min(stop, end)], role, begin, target))
        return tuple(runs)


def _without_soft_hyphens(runs: tuple[Run, ...], following: str) -> tuple[Run, ...]:
    """Take soft hyphens out of a line's runs; where the line ends with one and a word goes on, draw a hyphen."""
    last = runs[-1]
    drawn = [part for run in runs for part in _parts(run)]
    if last.text.endswith(SOFT_HYPHEN) and following and not following.isspace():
        drawn.append(hyphen_after(last))
    return tuple(drawn)


def _parts(run: Run) -> Iterator[Run]:
    """Yield what stands between the soft hyphens of a run."""
    start = run.start
    for part in run.text.split(SOFT_HYPHEN):
        if part:
            yield run._replace(text=part, start=start)
        start += len(part) + 1


def hyphen_after(run: Run) -> Run:
    """Return the hyphen that is drawn at a line's end, where a word is divided in `run`."""
    return run._replace(text="-", start=ORNAMENT)


def _flatten(length: int, spans: Sequence[Span], role: str) -> Iterator[Piece]:
    """Yield stretches without gaps or overlaps; the roles of nested spans are joined, and the outer target counts."""
    position = 0
    around = [(length, role, "")]
    for start, end, name, target, _ in (*spans, Span(length, length, "")):
        while around and around[-1][0] <= start:
            stop, inner, leads = around.pop()
            if stop > position:
                yield position, stop, inner, leads
                position = stop
        if around:
            stop, outer, leads = around[-1]
            if start > position:
                yield position, start, outer, leads
                position = start
            around.append((min(end, stop), f"{outer} {name}" if outer else name, leads or target))


def lines_of(ranges: Sequence[Range], styled: Styled) -> list[Line]:
    """Make a line of each range. A line's own range goes on to where the next begins."""
    ends = [start for start, _ in ranges[1:]]
    ends.append(len(styled.text))
    return [Line(_runs_of(at, styled), at[0], stop) for at, stop in zip(ranges, ends, strict=True)]


def _runs_of(at: Range, styled: Styled) -> tuple[Run, ...]:
    runs = styled.runs(*at)
    return (*runs, hyphen_after(runs[-1])) if isinstance(at, Hyphenated) else runs
