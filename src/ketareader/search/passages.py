"""Passages: the stretches of a block's text that a hit stays within."""

from collections.abc import Callable, Iterator

from ketareader.document.block import Kind
from ketareader.document.inline import BREAK

Passage = tuple[int, str]
"""Where a passage begins, in characters of the block's plain text, and its text; never empty."""


def passages(kind: Kind, text: str) -> Iterator[Passage]:
    """Yield the passages of a block's plain text, in order: its lines, its cells, or all of it."""
    return _DIVIDED.get(kind, _whole)(text)


def passage_at(kind: Kind, text: str, offset: int) -> Passage:
    """Return the passage that the character at `offset` stands in, `(0, "")` where it stands in none."""
    return next(((start, passage) for start, passage in passages(kind, text) if offset < start + len(passage)), (0, ""))


def _whole(text: str) -> Iterator[Passage]:
    if text:
        yield 0, text


def _lines(text: str) -> Iterator[Passage]:
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, line
        start += len(line) + 1


def _cells(text: str) -> Iterator[Passage]:
    """Yield a table's cells: rows are divided by newlines, cells by tabs. Lines within them end as lines do."""
    return ((start, cell.replace(BREAK, "\n")) for start, cell in _lines(text.replace("\t", "\n")))


_DIVIDED: dict[Kind, Callable[[str], Iterator[Passage]]] = {
    Kind.CODE: _lines,
    Kind.HTML: _lines,
    Kind.META: _lines,
    Kind.REFERENCE: _lines,
    Kind.TABLE: _cells,
}
"""The kinds that are not searched whole."""
