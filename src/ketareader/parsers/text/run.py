"""From runs, the lines between two blank ones, to segments."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ketareader.parsers.text.line import (
    Marker,
    field_of,
    indent_of,
    is_fixed,
    is_known_field,
    is_page_header,
    is_page_number,
    marker_of,
    ornament_of,
    quoting,
    underline_of,
)
from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.prose import is_code, is_preformatted, is_stanza, split_prose
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.shape import Shape, fits

_MARKED = re.compile(
    r"^(?:[^\w\"'“‘«(]|\d|[(\w]{1,5}\)|[\w-]+:(?:\s|$)|RFC |Internet)|\t| {3}|\[[Pp]age |[─-╿]|[;{}]$", re.MULTILINE
)
"""What lines must hold to be anything but running text and verse."""
_FLOWING = frozenset({Form.PROSE, Form.TERM})
_LONGEST_TITLE = 120
_LONGEST_HEADER = 200
_LONGEST_SIGNATURE = 12
_LONGEST_CODE = 120
_CODE_INDENT = 4


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
    return _RunReader(run, shape).segments()


class _RunReader:
    """Reads one run, line by line."""

    def __init__(self, run: Run, shape: Shape) -> None:
        self._run = run
        self._lines = run.lines
        self._shape = shape
        self._in_list = False
        """Whether the segment before is an item."""

    def segments(self) -> Iterator[Segment]:
        lines, shape = self._lines, self._shape
        marked = bool(_MARKED.search("\n".join(lines)))
        if not shape.width and shape.spaced and not marked and is_stanza(lines):
            yield self._segment(Form.VERSE, 0, len(lines))
        elif shape.width and not marked:
            yield from self._prose(0, len(lines))
        elif shape.width and is_preformatted(lines) and not any(head(self, 0) for head in _HEADS):
            yield self._segment(Form.FIXED, 0, len(lines))
        else:
            yield from self._walk()

    def _walk(self) -> Iterator[Segment]:
        """Take one form after another off the run."""
        index = 0
        while index < len(self._lines):
            if segment := self._recognise(index):
                yield segment
                self._in_list = segment.form is Form.ITEM
                index = segment.end - self._run.line
            else:
                self._in_list = False
                end = self._end_of_prose(index)
                yield from self._prose(index, end)
                index = end

    def _recognise(self, index: int) -> Segment | None:
        """Return the segment that begins at a line, where it is of a form that marks show."""
        return next((segment for form in _FORMS if (segment := form(self, index))), None)

    def _end_of_prose(self, index: int) -> int:
        """Return where the unmarked lines that begin at `index` end."""
        end = index + 1
        if self._shape.width:
            while end < len(self._lines) and not self._recognise(end):
                end += 1
        return end

    def _prose(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments of unmarked lines."""
        lines = self._lines[start:end]
        if not self._shape.width:
            yield self._segment(Form.PROSE, start, end)
        elif is_code(lines) or (len(lines) < len(self._lines) and is_preformatted(lines)):
            yield self._segment(Form.FIXED, start, end)
        else:
            for form, first, last in split_prose(lines, self._shape):
                yield self._segment(form, start + first, start + last)

    # Each of these takes the index of a line, and returns the segment of its form that begins there, or None.

    def _page(self, index: int) -> Segment | None:
        """Recognise a page's foot or head."""
        line = self._lines[index]
        head = index == 0 and self._run.paged and len(self._lines) == 1 and is_fixed(line)
        if head or is_page_number(line) or is_page_header(line):
            return self._segment(Form.PAGE, index, index + 1, line.strip())
        return None

    def _fields(self, index: int) -> Segment | None:
        """Recognise the header of a letter: two fields or more that mail has, and whatever others."""
        if not is_known_field(field_of(self._lines[index])):
            return None
        end, known = index, 0
        for line in self._lines[index : index + _LONGEST_HEADER]:
            name = field_of(line)
            if not name and line[0] not in " \t":
                break
            known += is_known_field(name)
            end += 1
        return self._segment(Form.VERSE, index, end) if known > 1 else None

    def _underlined(self, index: int) -> Segment | None:
        """Recognise a heading by the row of marks under it, and perhaps a like one over it."""
        over = self._lines[index : index + 3]
        if len(over) > 2 and (mark := underline_of(over[0], over[1])) and mark == underline_of(over[2], over[1]):
            return self._segment(Form.UNDERLINED, index, index + 3, over[1].strip(), marker=2 * mark)
        if len(over) < 2 or not (mark := underline_of(over[1], over[0])):
            return None
        title = over[0].strip()
        near = abs(len(over[1].strip()) - len(title)) <= 2
        marker = marker_of(over[0])
        if len(title) > _LONGEST_TITLE or (marker and marker.text == "•") or quoting(over[0])[0]:
            return None
        if near or (index == 0 and not is_closed(title)):
            return self._segment(Form.UNDERLINED, index, index + 2, title, marker=mark)
        return None

    def _rule(self, index: int) -> Segment | None:
        """Recognise a row of marks alone."""
        return self._segment(Form.RULE, index, index + 1, "") if ornament_of(self._lines[index]) else None

    def _signature(self, index: int) -> Segment | None:
        """Recognise a letter's signature (RFC 3676 section 4.3)."""
        rest = len(self._lines) - index
        if self._lines[index].rstrip() == "--" and rest <= _LONGEST_SIGNATURE:
            return self._segment(Form.VERSE, index, len(self._lines))
        return None

    def _quote(self, index: int) -> Segment | None:
        """Recognise quoted lines."""
        end = index
        while end < len(self._lines) and quoting(self._lines[end])[0]:
            end += 1
        return self._segment(Form.QUOTE, index, end) if end > index else None

    def _item(self, index: int) -> Segment | None:
        """Recognise an item of a list, with the lines that go on from its first."""
        marker = marker_of(self._lines[index])
        if not marker or not self._may_begin_item(index, marker):
            return None
        end = self._end_of_item(index, marker)
        text = "\n".join([self._lines[index][marker.length :], *map(str.strip, self._lines[index + 1 : end])])
        return self._segment(Form.ITEM, index, end, text.strip(), indent=marker.indent, marker=marker.text)

    def _may_begin_item(self, index: int, marker: Marker) -> bool:
        """Tell whether a line's marker is one, and no number or dash that happens to begin a wrapped line."""
        if index == 0 or self._in_list or not self._shape.width:
            return True
        before = self._lines[index - 1].rstrip()
        return before.endswith(":") or (is_closed(before) and marker.text.strip("(.)") in "•1a")

    def _end_of_item(self, index: int, marker: Marker) -> int:
        """Return where the item that begins at `index` ends: at a marked line, or where an unmarked one falls back."""
        end = index + 1
        if not self._shape.width:
            return end
        while end < len(self._lines):
            line = self._lines[end]
            back = indent_of(line) <= marker.indent and fits(self._lines[end - 1], line, self._shape.width)
            if back or marker_of(line) or quoting(line)[0] or ornament_of(line) or is_page_number(line):
                break
            end += 1
        return end

    def _code(self, index: int) -> Segment | None:
        """Recognise fixed and indented lines among paragraphs of a line each."""
        if self._shape.width:
            return None
        end = index
        while end < len(self._lines) and (_is_code_line(self._lines[end]) or (end > index and _is_indented(self._lines[end]))):
            end += 1
        return self._segment(Form.FIXED, index, end) if end > index else None

    def _segment(
        self, form: Form, start: int, end: int, text: str | None = None, indent: int | None = None, marker: str = ""
    ) -> Segment:
        """Make a segment of the lines `start:end`."""
        lines = self._lines[start:end]
        if text is None:
            text = "\n".join(map(str.strip if form in _FLOWING else str.rstrip, lines))
        return Segment(
            form,
            text,
            self._run.line + start,
            self._run.line + end,
            0 if start else self._run.blanks,
            indent_of(lines[0]) if indent is None else indent,
            marker,
            self._run.joined and start == 0,
        )


def _is_code_line(line: str) -> bool:
    """Tell whether a line that stands among paragraphs of a line each is a table's row or code."""
    return is_fixed(line) or (_is_indented(line) and is_code([line]))


def _is_indented(line: str) -> bool:
    """Tell whether a line is indented as code is, and no longer than code is."""
    return indent_of(line) >= _CODE_INDENT and len(line) <= _LONGEST_CODE


_Recogniser = Callable[[_RunReader, int], Segment | None]
_HEADS: tuple[_Recogniser, ...] = (_RunReader._page, _RunReader._fields, _RunReader._underlined)  # noqa: SLF001
"""What may stand at the head of lines that are otherwise preformatted."""
_FORMS: tuple[_Recogniser, ...] = (
    *_HEADS,
    _RunReader._rule,  # noqa: SLF001
    _RunReader._signature,  # noqa: SLF001
    _RunReader._quote,  # noqa: SLF001
    _RunReader._item,  # noqa: SLF001
    _RunReader._code,  # noqa: SLF001
)
"""The forms that marks show, in the order in which they are looked for."""
