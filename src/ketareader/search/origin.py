"""Origins: the line of the source that a place in a block's text comes from."""

import re
from collections.abc import Callable
from typing import Final

from ketareader.document.block import Block, Kind

_LINK_TAIL: Final = r"\]\([^()\s]*\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*\)"
_TAG: Final = r"<[A-Za-z/!?][^<>]*>"
_UNREAD: Final = rf"{_LINK_TAIL}|{_TAG}"
"""A link's target and title, and a tag: the parts of a paragraph whose words aren't read, or not always."""


def source_line(block: Block, text: str, offset: int) -> int:
    """Return the line of the source, from 1, of the character at `offset` in the block's text as read.

    Exact where a block's lines are kept. In running text, which is set anew, the words before the place are counted:
    right but where markup hides or makes words.
    """
    return block.line + _LINES.get(block.kind, _running)(block, text, offset)


def _as_they_stand(_block: Block, text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


def _fenced(block: Block, text: str, offset: int) -> int:
    """Count from a fence's line, which stands above the text; indented code has none."""
    lines = text.count("\n") + 1
    return text.count("\n", 0, offset) + (block.end - block.line > lines or block.info != "" or block.joined)


def _in_front_matter(block: Block, text: str, offset: int) -> int:
    """Count from a fence's line, where there is one."""
    lines = text.count("\n") + 1
    return text.count("\n", 0, offset) + (block.end - block.line > lines)


def _in_table(block: Block, text: str, offset: int) -> int:
    """Count the line below the header, which is no row; in HTML, whose rows may be of many lines, guess."""
    row, rows, lines = text.count("\n", 0, offset), text.count("\n") + 1, block.end - block.line
    return row * lines // rows if lines > rows + 1 else row + (row > 0 or block.joined)


def _running(block: Block, text: str, offset: int) -> int:
    """Find the line that the word stands on, by its number among the words."""
    if "\n" not in block.text:
        return 0
    word = len(text[: offset + 1].split())
    read = re.sub(_UNREAD, lambda part: part[0] if part[0] in text else "\n" * part[0].count("\n"), block.text)
    for number, line in enumerate(read.split("\n")):
        word -= len(line.removesuffix("\\").split())
        if word <= 0:
            return number
    return block.text.count("\n")


_LINES: Final[dict[Kind, Callable[[Block, str, int], int]]] = {
    Kind.CODE: _fenced,
    Kind.HTML: _as_they_stand,
    Kind.META: _in_front_matter,
    Kind.REFERENCE: _as_they_stand,
    Kind.TABLE: _in_table,
    Kind.VERSE: _as_they_stand,
}
"""How many lines a place stands below its block's first line; running text unless said here."""
