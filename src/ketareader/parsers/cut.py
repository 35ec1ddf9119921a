"""Cutting blocks that are too long to handle whole."""

from collections.abc import Iterator

from ketareader.document.block import Block, Kind

LONGEST = 8_192
"""Characters in one block. A key's cost and a pathological paragraph's are bounded by it."""
_BY_LINES = frozenset({Kind.CODE, Kind.TABLE, Kind.META})
"""Kinds that are cut at a line's end; the newline there is left out, for the next piece begins a line anyway."""


def cut(block: Block) -> Iterator[Block]:
    """Yield a block in pieces of at most `LONGEST` characters, each joined to the one before; nothing is lost.

    Text is cut after white space where there is some; code and tables at a line's end, a table's row never, and its
    header not from the row below it.
    """
    text, start, line = block.text, 0, block.line
    if len(text) <= LONGEST:
        yield block
        return
    while start < len(text):
        end, following = _end(block, start)
        passed = line + text.count("\n", start, following)
        last = block.end if following >= len(text) else passed + (text[following - 1] != "\n")
        level = 0 if start and block.kind is Kind.DEFINITION else block.level
        yield block._replace(text=text[start:end], line=line, end=last, level=level, joined=start > 0 or block.joined)
        start, line = following, passed


def _end(block: Block, start: int) -> tuple[int, int]:
    """Return where the piece that begins at `start` ends, and where the next one begins."""
    text, limit = block.text, start + LONGEST
    if limit >= len(text):
        return len(text), len(text)
    if block.kind in _BY_LINES:
        return _end_of_line(block, start, limit)
    for mark in "\n ":
        found = text.rfind(mark, start + LONGEST // 2, limit)
        if found >= 0:
            return found + 1, found + 1
    return limit, limit


def _end_of_line(block: Block, start: int, limit: int) -> tuple[int, int]:
    """Return the last line's end up to `limit`, and the line after; a row of a table is never cut."""
    is_table = block.kind is Kind.TABLE
    least = start + 1
    if is_table and not start and not block.joined:
        least = max(least, block.text.find("\n") + 1)
    found = block.text.rfind("\n", least, limit + 1)
    if found < 0 and is_table:
        found = block.text.find("\n", max(least, limit))
        found = len(block.text) if found < 0 else found
    return (found, found + 1) if found >= 0 else (limit, limit)
