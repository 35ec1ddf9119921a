"""A table's cells as they are read."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ketareader.document.inline import BREAK, Inline, Span
from ketareader.parsers.markdown.edits import Edit, edited

_LINE_ENDS: Final = r"(?<! ) *\n[ \n]*"


def in_cell(inline: Inline) -> Inline:
    """Return a text as it stands in a cell: line breaks are `BREAK`, none at its ends, and tabs are spaces."""
    text = inline.text.replace("\t", " ")
    return edited(text, inline.spans, _breaks(text)) if "\n" in text else inline._replace(text=text)


def beneath(lines: Sequence[Inline]) -> Inline:
    """Return lines as one text, each beneath the other."""
    spans: list[Span] = []
    length = 0
    for line in lines:
        spans += _moved(line, length)
        length += len(line.text) + 1
    return Inline(BREAK.join(line.text for line in lines), tuple(spans))


def indented(line: Inline, spaces: int) -> Inline:
    """Return a line behind so many spaces."""
    return Inline(" " * spaces + line.text, tuple(_moved(line, spaces)))


def _moved(line: Inline, by: int) -> Iterator[Span]:
    return (span._replace(start=span.start + by, end=span.end + by) for span in line.spans)


def _breaks(text: str) -> Iterator[Edit]:
    """Yield a change for each character of the line breaks in a text, so that spans may begin and end at any."""
    for match in re.finditer(_LINE_ENDS, text):
        is_within = match.start() > 0 and match.end() < len(text)
        for at in range(*match.span()):
            yield Edit(at, at + 1, BREAK if is_within and text[at] == "\n" else "")
