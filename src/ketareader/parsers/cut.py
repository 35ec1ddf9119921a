"""Cutting blocks that are too long to handle whole."""

from collections.abc import Iterator
from dataclasses import replace

from ketareader.document.block import Block, Kind

LONGEST = 16_384
"""Characters in one block. A key's cost and a pathological paragraph's are bounded by it."""


def cut(block: Block) -> Iterator[Block]:
    """Yield a block in pieces of at most `LONGEST` characters, each joined to the one before; nothing is lost.

    Text is cut after white space where there is some, code and tables after a line.
    """
    if len(block.text) <= LONGEST:
        yield block
        return
    start, line = 0, block.line
    while start < len(block.text):
        end = _end_of_row(block.text, start) if block.kind is Kind.TABLE else _end(block, start)
        text = block.text[start:end]
        passed = line + text.count("\n")
        last = end == len(block.text)
        yield replace(block, text=text, line=line, end=block.end if last else passed + 1, joined=start > 0 or block.joined)
        start, line = end, passed


def _end(block: Block, start: int) -> int:
    """Return where the piece that begins at `start` ends: after white space where there is some, code after a line."""
    text = block.text
    if len(text) - start <= LONGEST:
        return len(text)
    limit = start + LONGEST
    for mark in "\n" if block.kind is Kind.CODE else "\n ":
        found = text.rfind(mark, start + LONGEST // 2, limit)
        if found > start:
            return found + 1
    return limit


def _end_of_row(text: str, start: int) -> int:
    """Return where the table piece that begins at `start` ends: after a whole row, however long."""
    if len(text) - start <= LONGEST:
        return len(text)
    found = text.rfind("\n", start, start + LONGEST)
    if found <= start:
        found = text.find("\n", start)
    return found + 1 if found > 0 else len(text)
