"""From text as it arrives to segments: runs of lines are held back until a blank line ends them."""

from collections.abc import Iterator

from ketareader.parsers.cut import LONGEST
from ketareader.parsers.text.line import BREAKS
from ketareader.parsers.text.run import Run, segments_of
from ketareader.parsers.text.segment import Segment
from ketareader.parsers.text.shape import Shape, detect

_BREAKS = tuple(BREAKS)


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
        paged = any(mark in text for mark in BREAKS)
        for line in lines:
            if paged and (line[:1] in _BREAKS or line[-1:] in _BREAKS):
                yield from self._turn_page(line)
            elif not line or line.isspace():
                yield from self._end_run()
                self._blanks += 1
            else:
                self._lines.append(line)
                self._length += len(line)
                if self._length > LONGEST:
                    yield from self._end_run(after=1)
                    self._joined = self.shape.width > 0
            self._line += 1
        if not self.shape.width and not self.shape.spaced:
            yield from self._end_run()

    def finish(self) -> Iterator[Segment]:
        """Yield the segments that are left at the text's end."""
        return self._end_run()

    def _turn_page(self, line: str) -> Iterator[Segment]:
        """Take a line with a page break before or behind it."""
        bare = line.strip(BREAKS)
        if line[0] in BREAKS:
            yield from self._end_run()
            self._paged = True
        if bare.strip():
            self._lines.append(bare)
            self._length += len(bare)
        if line[-1] in BREAKS:
            yield from self._end_run(after=int(bool(bare.strip())))
            self._blanks += not bare.strip()
            self._paged = True

    def _end_run(self, after: int = 0) -> Iterator[Segment]:
        """Yield the segments of the lines held; `after` of them are not counted in the next line's number yet."""
        if not self._lines:
            return
        lines, first = self._lines, self._line + after - len(self._lines)
        run = Run(lines, first, self._blanks, self._paged, self._joined)
        self._lines, self._length, self._blanks = [], 0, 0
        self._paged = self._joined = False
        yield from segments_of(run, self.shape)
