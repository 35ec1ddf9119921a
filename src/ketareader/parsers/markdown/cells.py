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


def hanging(lead: str, line: Inline) -> Inline:
    """Return a line behind what it hangs from, as what goes on below its line breaks does behind room for that."""
    room = " " * len(lead)
    starts = [match.end() for match in re.finditer(BREAK, line.text)]
    edits = [Edit(0, 0, lead, closes=True), *(Edit(at, at, room, closes=True) for at in starts)]
    inline = edited(line.text, line.spans, edits)
    leads = (at + number * len(lead) for number, at in enumerate((0, *starts)))
    spans = [*(Span(at, at + len(lead), "list.marker") for at in leads if lead), *inline.spans]
    return Inline(inline.text, tuple(sorted(spans, key=lambda span: (span.start, -span.end))))


def as_code(lead: str, line: Inline) -> Inline:
    """Return a line of code behind what it hangs from."""
    return hanging(lead, Inline(line.text, (Span(0, len(line.text), "code.block"), *line.spans)))


def _moved(line: Inline, by: int) -> Iterator[Span]:
    return (span._replace(start=span.start + by, end=span.end + by) for span in line.spans)


def _breaks(text: str) -> Iterator[Edit]:
    """Yield a change for each character of the line breaks in a text, so that spans may begin and end at any."""
    for match in re.finditer(_LINE_ENDS, text):
        is_within = match.start() > 0 and match.end() < len(text)
        for at in range(*match.span()):
            yield Edit(at, at + 1, BREAK if is_within and text[at] == "\n" else "")
