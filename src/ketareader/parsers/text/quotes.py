"""Quotes as mail has them: as deep as the marks before a line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ketareader.document.block import Block, Frame, Quote
from ketareader.parsers.text.leaf import leaf_of
from ketareader.parsers.text.line import quoting
from ketareader.parsers.text.lists import Lists
from ketareader.parsers.text.run import Run, segments_of
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.shape import Shape, detect

_DEEPEST = 32
"""Quotes that stand in one another, at most; the marks of those that would stand deeper are left in the text."""


def quoted(segment: Segment, shape: Shape, frame: Frame) -> Iterator[Block]:
    """Yield the blocks of quoted lines; lines of one depth in a row are one quote, those deeper stand within it."""
    lines = [_unquoted(line) for line in segment.text.split("\n")]
    inner = shape if shape.width else detect([text for _, text in lines])
    quotes: tuple[Quote, ...] = ()
    line = segment.line
    for depth, group in groupby(lines, key=lambda entry: entry[0]):
        texts = [text for _, text in group]
        quotes = (*quotes[:depth], *(Quote() for _ in range(depth - len(quotes))))
        yield from _blocks(texts, line, inner, (*frame, *quotes))
        line += len(texts)


def _unquoted(line: str) -> tuple[int, str]:
    """Return a line's depth, and what is quoted."""
    depth, length = quoting(line)
    if depth <= _DEEPEST:
        return depth, line[length:]
    return _DEEPEST, ">".join(line.split(">", _DEEPEST)[_DEEPEST:]).lstrip(" ")


def _blocks(lines: Sequence[str], first: int, shape: Shape, frame: Frame) -> Iterator[Block]:
    """Yield the blocks of the lines of one quote, which holds no headings."""
    segments = list(_segments(lines, first, shape))
    lists = Lists()
    for index, segment in enumerate(segments):
        inner = lists.enter(segments, index) if segment.form is Form.ITEM else lists.follow(segment)
        before = segments[index - 1] if index else None
        after = segments[index + 1] if index + 1 < len(segments) else None
        yield from leaf_of(segment, before, after, (*frame, *inner))


def _segments(lines: Sequence[str], first: int, shape: Shape) -> Iterator[Segment]:
    """Yield the segments of a quote's lines."""
    blanks = 0
    for blank, group in groupby(enumerate(lines, first), key=lambda entry: not entry[1].strip()):
        numbers, texts = zip(*group, strict=True)
        if blank:
            blanks = len(texts)
            continue
        for segment in segments_of(Run(texts, numbers[0], blanks), shape):
            plain = segment.form in (Form.QUOTE, Form.UNDERLINED)
            yield replace(segment, form=Form.PROSE) if plain else segment
        blanks = 0
