"""From runs, the lines between two blank ones, to segments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ketareader.parsers.text.dates import is_date
from ketareader.parsers.text.forms import Sight, Stretch, recognise, recognise_head
from ketareader.parsers.text.furniture import is_furniture
from ketareader.parsers.text.line import Marker, indent_of, is_plain, may_underline
from ketareader.parsers.text.prose import is_code, is_preformatted, is_stanza, split_prose
from ketareader.parsers.text.segment import Form, Segment, look_of
from ketareader.parsers.text.shape import Shape

_START = re.compile(r"[^\w\"'“‘«(]|\d|[(\w]{1,5}\)|[a-z][ivx]{0,4}\.\s|[\w-]+:(?:\s|\Z)|RFC |Internet")
"""How a line begins that may be anything but running text and verse."""
_ENDS = (";", "{", "}")
"""How a line ends that may be code."""
_WITHIN = ("   ", "\t", "[Page ", "[page ")
_DRAWN = re.compile(r"[─-╿]")
_FLOWING = (Form.PROSE, Form.TERM)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that no blank line divides."""

    lines: Sequence[str]
    """Without newlines; none is blank."""
    line: int
    """The number of the first, from 1."""
    blanks: int
    """Blank lines before it."""
    paged: bool = False
    """Whether it is the first on its page."""
    joined: bool = False
    """Whether it goes on from the run before it, which was too long to handle whole."""


def segments_of(run: Run, shape: Shape) -> Iterator[Segment]:
    """Yield a run's segments, in order; together they hold all its lines."""
    start = 0
    for stretch in _stretches(run, shape):
        yield _segment(run, start, stretch, shape)
        start = stretch.end


def _stretches(run: Run, shape: Shape) -> Iterator[Stretch]:
    """Divide a run by form."""
    lines = run.lines
    marked = _are_marked(lines)
    if not shape.width and shape.spaced and not marked and is_stanza(lines):
        yield Stretch(Form.VERSE, len(lines))
    elif shape.width and not marked and not any(line.endswith(_ENDS) for line in lines):
        yield from _prose(lines, 0, len(lines), shape)
    elif shape.width and is_preformatted(lines) and not _has_head(run, shape):
        yield Stretch(Form.FIXED, len(lines))
    else:
        yield from _walk(run, shape)


def _are_marked(lines: Sequence[str]) -> bool:
    """Tell whether there may be more to lines than running text, verse and code."""
    if any(map(_START.match, lines)):
        return True
    text = "\n".join(lines)
    return any(mark in text for mark in _WITHIN) or (not text.isascii() and bool(_DRAWN.search(text)))


def _has_head(run: Run, shape: Shape) -> bool:
    """Tell whether a run begins with what may stand above a table."""
    return bool(recognise_head(Sight(run.lines, 0, shape, item=None, paged=run.paged)))


def _walk(run: Run, shape: Shape) -> Iterator[Stretch]:
    """Take one form after another off a run."""
    index = 0
    item: Marker | None = None
    while index < len(run.lines):
        if stretch := _recognise(run, index, shape, item):
            yield stretch
            index, item = stretch.end, stretch.item
            continue
        end = index + 1
        while shape.width and end < len(run.lines) and not _recognise(run, end, shape, None):
            end += 1
        yield from _prose(run.lines, index, end, shape)
        index, item = end, None


def _recognise(run: Run, index: int, shape: Shape, item: Marker | None) -> Stretch | None:
    """Return the stretch that begins at a line, where its form is one that marks show; `item` marks the one before."""
    underlined = index + 1 < len(run.lines) and may_underline(run.lines[index + 1])
    if is_plain(run.lines[index]) and not underlined:
        return None
    return recognise(Sight(run.lines, index, shape, item, run.paged))


def _prose(lines: Sequence[str], start: int, end: int, shape: Shape) -> Iterator[Stretch]:
    """Divide the unmarked lines `start:end` of a run."""
    unmarked = lines[start:end]
    if not shape.width:
        yield Stretch(Form.PROSE, end)
    elif is_code(unmarked) or (len(unmarked) < len(lines) and is_preformatted(unmarked)):
        yield Stretch(Form.FIXED, end)
    else:
        for form, stop in split_prose(unmarked, shape):
            yield Stretch(form, start + stop)


def _segment(run: Run, start: int, stretch: Stretch, shape: Shape) -> Segment:
    """Make a segment of the lines from `start` on that a stretch takes."""
    form, end, text, indent, marker = stretch
    lines = run.lines[start:end]
    if text is None:
        text = "\n".join(map(str.strip if form in _FLOWING else str.rstrip, lines))
    if form is Form.PROSE and len(lines) == 1 and (is_furniture(text) or (is_date(text) and not shape.dated)):
        form = Form.FURNITURE
    return Segment(
        form,
        text,
        run.line + start,
        run.line + end,
        look_of(form, text, marker),
        0 if start else run.blanks,
        indent_of(lines[0]) if indent is None else indent,
        marker,
        run.joined and start == 0,
    )
