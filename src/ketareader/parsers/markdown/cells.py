"""A table's cells as they are read."""

import re
from collections.abc import Iterator
from typing import Final

from ketareader.document.inline import BREAK, Inline
from ketareader.parsers.markdown.edits import Edit, edited

_LINE_ENDS: Final = r"(?<! ) *\n[ \n]*"


def in_cell(inline: Inline) -> Inline:
    """Return a text as it stands in a cell: line breaks are `BREAK`, none at its ends, and tabs are spaces."""
    text = inline.text.replace("\t", " ")
    return edited(text, inline.spans, _breaks(text)) if "\n" in text else inline._replace(text=text)


def _breaks(text: str) -> Iterator[Edit]:
    """Yield a change for each character of the line breaks in a text, so that spans may begin and end at any."""
    for match in re.finditer(_LINE_ENDS, text):
        is_within = match.start() > 0 and match.end() < len(text)
        for at in range(*match.span()):
            yield Edit(at, at + 1, BREAK if is_within and text[at] == "\n" else "")
