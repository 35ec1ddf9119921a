"""From text as it arrives to segments: runs of lines are held back until a blank line ends them."""

from collections.abc import Iterator, Sequence

from ketareader.parsers.cut import LONGEST
from ketareader.parsers.text.line import BREAKS
from ketareader.parsers.text.run import Run, segments_of
from ketareader.parsers.text.segment import Segment
from ketareader.parsers.text.shape import Shape, detect


class Reader:
    """Reads one text. Holds the lines of the run that is not yet ended, and the shape that the first lines showed."""

    def __init__(self) -> None:
        self.shape = Shape(0)
        """The text's shape, once something has been read."""
        self._begun = False
        self._line = 1
        """The number of the next line."""
        self._lines: list[str] = []
        self._length = 0
        """Characters in `_lines`."""
        self._blanks = 0
        """Blank lines before `_lines`, or before the next line where there are none."""
        self._paged = False
        self._joined = False

    def read(self, text: str) -> Iterator[Segment]:
        """Yield the segments that are whole once `text`, the next lines, is read."""
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        if not self._begun and lines:
            self.shape, self._begun = detect(lines), True
        breaks = any(mark in text for mark in BREAKS)
        for line in lines:
            yield from self._take(line, breaks=breaks)
        if not self.shape.width and not self.shape.spaced:
            yield from self._end_run()

    def finish(self) -> Iterator[Segment]:
        """Yield the segments that are left at the text's end."""
        return self._end_run()

    def _take(self, line: str, *, breaks: bool) -> Iterator[Segment]:
        """Take the next line; where there are page breaks in the text, look for them."""
        bare = line.strip(BREAKS) if breaks else line
        if bare != line and line[0] in BREAKS:
            yield from self._end_run()
            self._paged = True
        if bare.strip():
            self._lines.append(bare)
            self._length += len(bare)
        else:
            yield from self._end_run()
            self._blanks += 1
        self._line += 1
        if bare != line and line[-1] in BREAKS:
            yield from self._end_run()
            self._paged = True
        elif self._length > LONGEST:
            yield from self._end_run()
            self._joined = self.shape.width > 0

    def _end_run(self) -> Iterator[Segment]:
        """Yield the segments of the lines held."""
        if not self._lines:
            return
        lines, first = self._lines, self._line - len(self._lines)
        run = Run(lines, first, self._blanks, self._paged, self._joined)
        self._lines, self._length, self._blanks = [], 0, 0
        self._paged = self._joined = False
        yield from segments_of(run, self.shape)
