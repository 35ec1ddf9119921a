"""Tables in pieces: what all the pieces of one share, its columns' names and widths.

A table of 100,000 rows is never measured whole: the first tell how wide its columns are. Where it is panned, so that
each column has to stand right under its name, more of them are asked.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ketareader.document.block import CELL, LEAD, LINE, LISTING, Kind
from ketareader.document.document import Document
from ketareader.document.inline import Inline
from ketareader.layout.columns import GUTTER, Columns, measured, names_of, table_rows
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Tables
from ketareader.layout.wrap import longest_part

_READ = 4_096
"""Characters at a table's start that are measured as they are read."""


class _Part(NamedTuple):
    """How much of a table is asked how wide its columns are, as it is written: that takes little time."""

    pieces: int
    """HTML's may be of a row each."""
    length: int
    """Characters."""


_START, _MOST = _Part(256, 1 << 17), _Part(1_024, 1 << 20)
"""What is asked of a table that is wrapped, and of one that is panned."""
_MARKUP = frozenset(f"`*[<&{LISTING}")
"""What a cell may be much shorter by as it is read than as it is written."""
_UNREAD = re.compile(
    rf"[`{LISTING}]+|\*\*|!?\[(?=[^\[\]]*\][(\[])|\]\([^()\s]*[^()]*\)|\]\[[^\[\]]*\]|</?[A-Za-z][^<>]*>"
)
"""What isn't read, of the markup that cells have most: the target of a link, a tag, the marks of code and of weight."""
_BREAKS = re.compile(rf"(?i){LINE}|<br\b").search
"""What makes several lines of a cell."""
_ENTITY = re.compile(r"&#?\w+;")


def columns_of(document: Document, first: int) -> Columns:
    """Return the columns of the table that begins with block `first`."""
    columns, texts = _read(tuple(_first_rows(document, first))), _texts(document, first, _START)
    return columns.joined(_worded(texts)) if len(texts) > 1 else columns


def panned_columns_of(document: Document, first: int) -> Columns:
    """Return the columns of a table that is panned, by as much of it as there is and isn't too much."""
    columns, texts = _read(tuple(_first_rows(document, first))), _texts(document, first, _MOST)
    return columns.joined(_written(texts)) if len(texts) > 1 else columns


def _texts(document: Document, first: int, part: _Part) -> tuple[str, ...]:
    """Return a part of a table as it is written."""
    return tuple(document.blocks[piece].text for piece in _pieces(document, first, part))


def is_widened(document: Document, known: int, tables: Tables) -> bool:
    """Tell whether what came after the first `known` blocks may widen the columns of the table before it."""
    blocks = document.blocks[known : known + 1]
    if not any(block.joined and block.kind is Kind.TABLE for block in blocks):
        return False
    part = _MOST if tables is Tables.PANNED else _START
    return known in _pieces(document, document.first_piece(known), part)


def width_of_table(document: Document, first: int) -> int:
    """Return the cells that a table takes where it is panned."""
    widths = panned_columns_of(document, first).panned_widths()
    return sum(widths) + len(GUTTER.text) * (len(widths) - 1)


def _pieces(document: Document, first: int, part: _Part) -> Iterator[int]:
    """Yield the blocks that a part of a table was cut into."""
    blocks, length = document.blocks, part.length
    for piece in range(first, min(first + part.pieces, len(blocks))):
        if length <= 0 or (piece > first and not blocks[piece].joined):
            return
        yield piece
        length -= len(blocks[piece].text)


def _first_rows(document: Document, first: int) -> Iterator[Inline]:
    """Yield the first pieces of a table: enough of it, and more than the header."""
    length = rows = 0
    for piece in _pieces(document, first, _START):
        if length >= _READ and rows > 1:
            return
        text = document.blocks[piece].text
        length, rows = length + len(text), rows + text.count("\n") + 1
        yield document.inline(piece)


@lru_cache(8)
def _read(inlines: tuple[Inline, ...]) -> Columns:
    """Return the columns that are in some pieces of a table, the first of which has its header."""
    rows = table_rows(inlines[0])
    columns = measured(inlines[0], rows)._replace(names=names_of(inlines[0], rows))
    for inline in inlines[1:]:
        columns = columns.joined(measured(inline, table_rows(inline)))
    return columns


@lru_cache(2)
def _written(texts: tuple[str, ...]) -> Columns:
    """Measure the columns of a table as it is written, nearly as it is read, but for their words."""
    natural: list[int] = []
    for text in texts:
        size = len if text.isascii() else cell_len
        for row in text.split("\n"):
            cells = row.split(CELL)
            natural += [1] * (len(cells) - len(natural))
            for column, cell in enumerate(cells):
                if len(cell) * 2 > natural[column] < size(cell):
                    natural[column] = max(natural[column], *map(size, _lines(cell.replace(LEAD, ""))))
    return Columns(tuple(natural), (), is_tall=any(map(_BREAKS, texts)))


@lru_cache(2)
def _worded(texts: tuple[str, ...]) -> Columns:
    """Measure the columns of a table as it is written, nearly as it is read, and the longest word in each."""
    columns = _written(texts)
    least: list[int] = []
    for text in texts:
        for row in text.split("\n"):
            cells = row.split(CELL)
            least += [1] * (len(cells) - len(least))
            for column, cell in enumerate(cells):
                if len(cell) > least[column]:
                    least[column] = max(least[column], *map(_least, _lines(cell)))
    return columns._replace(least=tuple(map(min, columns.natural, least)))


def _least(line: str) -> int:
    """Return the cells that the longest word of a line takes behind what it hangs from."""
    before, _, words = line.rpartition(LEAD)
    return len(before) + longest_part(words)


def _lines(cell: str) -> list[str]:
    """Return the lines of a cell that is written, nearly as they are read, and hardly ever shorter."""
    if _MARKUP.isdisjoint(cell):
        return cell.split(LINE)
    return _ENTITY.sub("&", _UNREAD.sub("", re.sub(r"(?i)<br\b[^<>]*>", LINE, cell))).split(LINE)
