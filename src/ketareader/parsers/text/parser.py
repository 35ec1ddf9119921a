"""The plain-text parser: batches of blocks, as the lines arrive."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ketareader.document.batch import Batch
from ketareader.document.block import Block
from ketareader.document.inline import Inline
from ketareader.document.references import References
from ketareader.document.source import Piece
from ketareader.parsers.cut import LONGEST
from ketareader.parsers.text.builder import Builder
from ketareader.parsers.text.inline import inline_of
from ketareader.parsers.text.pages import join_across
from ketareader.parsers.text.reader import Reader
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.slices import slices
from ketareader.text import count_words

_AHEAD = 4
"""Segments after one that tell what it is, at most: three paragraphs, and what stands between them."""
_ENOUGH = 4_096
"""Characters that tell as much. A segment of so many is no heading, and waits for nothing."""


class PlainText:
    """Plain text, whatever its shape: a line to a paragraph, wrapped lines, letters, RFCs, chapters, verse."""

    def parse(self, pieces: Iterator[Piece], size: int) -> Iterator[Batch]:
        """Yield the article's blocks; see `Parser.parse`."""
        reader, builder = Reader(), None
        waiting: list[Segment] = []
        for text, done in slices(pieces, size):
            _extend(waiting, reader.read(text))
            builder = builder or Builder(reader.shape)
            blocks, used = builder.build(waiting, _ready(waiting))
            del waiting[:used]
            yield _batch(blocks, done)
        _extend(waiting, reader.finish())
        blocks, _ = (builder or Builder(reader.shape)).build(waiting, len(waiting))
        yield _batch(blocks, 1.0, last=True)

    def inline(self, block: Block, references: References) -> Inline:  # noqa: ARG002 (plain text has none)
        """Parse one block's text; see `Parser.inline`."""
        return inline_of(block)

    def unused(self, blocks: list[Block], references: References) -> frozenset[str]:  # noqa: ARG002
        """Return none: plain text has no references."""
        return frozenset()


def _batch(blocks: Sequence[Block], done: float, *, last: bool = False) -> Batch:
    """Make a batch of the next blocks."""
    return Batch(tuple(blocks), tuple(count_words(block.text) for block in blocks), done, last=last)


def _ready(segments: Sequence[Segment]) -> int:
    """Count the segments that what stands after them tells enough of."""
    after = 0
    for held, segment in enumerate(reversed(segments)):
        if held >= _AHEAD or after >= _ENOUGH or len(segment.text) >= _ENOUGH:
            return len(segments) - held
        after += len(segment.text)
    return 0


def _extend(segments: list[Segment], following: Iterable[Segment]) -> None:
    """Add segments, making one of code that a blank line divides, of what a page does, and of what two slices do."""
    for segment in following:
        if join_across(segments, segment, _ENOUGH):
            continue
        if segments and (joined := _join(segments[-1], segment)):
            segments[-1] = joined
        else:
            segments.append(segment)


def _join(first: Segment, second: Segment) -> Segment | None:
    """Return two segments as one where they are parts of one thing."""
    if first.form is not second.form or first.form not in (Form.FIXED, Form.QUOTE):
        return None
    indented = first.form is Form.FIXED and first.indent > 0 < second.indent
    if second.joined or second.blanks > indented or len(first.text) + len(second.text) > LONGEST:
        return None
    return replace(first, text=first.text + "\n" * (second.blanks + 1) + second.text, end=second.end)
