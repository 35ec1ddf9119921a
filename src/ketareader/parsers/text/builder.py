"""From segments to blocks: what each is beside the others."""

from collections.abc import Sequence

from ketareader.document.block import Block, Frame, Kind
from ketareader.parsers.text.headings import Headings
from ketareader.parsers.text.leaf import leaf_of
from ketareader.parsers.text.lists import Lists
from ketareader.parsers.text.quotes import quoted
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.shape import Shape


class Builder:
    """Builds one article's blocks."""

    def __init__(self, shape: Shape) -> None:
        """Begin an article of this shape."""
        self._shape = shape
        self._headings = Headings(shape)
        self._lists = Lists()
        self._before: Segment | None = None

    def build(self, segments: Sequence[Segment], count: int) -> tuple[list[Block], int]:
        """Build the blocks of the first `count` segments, those after them in sight.

        Returns them and how many segments they are made of: more than `count` where a heading takes two.
        """
        blocks: list[Block] = []
        index = 0
        while index < count:
            index += self._step(segments, index, blocks)
        return blocks, index

    def _step(self, segments: Sequence[Segment], index: int, blocks: list[Block]) -> int:
        """Add the blocks that begin with `segments[index]`; return how many segments they are made of."""
        segment, before = segments[index], self._before
        is_item = segment.form is Form.ITEM
        listed = self._lists.holds(segment) if is_item else bool(self._frame_of(segment))
        if heading := self._headings.find(segments, index, before, listed=listed):
            self._lists.close()
            self._before = segments[index + heading.used - 1]
            blocks.append(Block(Kind.HEADING, heading.text, segment.line, self._before.end, level=heading.level))
            return heading.used
        self._before = segment
        frame = self._lists.enter(segments, index) if is_item else self._frame_of(segment)
        if segment.form is Form.QUOTE:
            blocks.extend(quoted(segment, self._shape, frame))
        else:
            after = segments[index + 1] if index + 1 < len(segments) else None
            blocks.extend(leaf_of(segment, before, after, frame))
        return 1

    def _frame_of(self, segment: Segment) -> Frame:
        """Return the frame of what is no item. A page's foot and head stand in none, and close none."""
        return () if segment.form is Form.PAGE else self._lists.follow(segment)
