"""Tables (GFM section 4.10): the rows of a table's tokens, with all that is written in them."""

from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from ketareader.document.block import CELL

_ALIGNMENTS = {"text-align:left": "l", "text-align:center": "c", "text-align:right": "r"}


class Table(NamedTuple):
    """A table as its block says it."""

    text: str
    """A line for each row, the header's first, `CELL` between cells."""
    alignments: str
    """One letter a column, "l", "c", "r" or "-"."""


def table_of(tokens: Sequence[Token], lines: Sequence[str]) -> Table:
    """Return the table that these tokens are, the last of which closes it; `lines` are the run's."""
    rows: list[list[str]] = []
    alignments = ""
    line = 0
    for part in tokens:
        if part.type == "tr_open":
            rows.append([])
            line = part.map[0] if part.map else line
        elif part.type == "th_open":
            alignments += _ALIGNMENTS.get(str(part.attrGet("style")), "-")
        elif part.type == "inline":
            rows[-1].append(part.content.replace("\t", " "))
        elif part.type == "tr_close" and len(rows) > 1:
            rows[-1].extend(_surplus(lines[line], len(rows[-1])))
    columns = max(map(len, rows))
    return Table("\n".join(CELL.join(row) for row in rows), alignments.ljust(columns, "-"))


def _surplus(line: str, columns: int) -> list[str]:
    """Return the cells of a row beyond the header's: GFM (section 4.10) drops them, a reader must not."""
    source = line.strip(" \t>")
    if source.count("|") < columns:
        return []
    cells = [cell.strip() for cell in escapedSplit(source)]
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [cell for cell in cells[columns:] if cell]
