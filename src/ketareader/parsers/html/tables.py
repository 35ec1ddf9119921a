"""What HTML's tables are, once what is in their cells is known: tables, or pages that come apart into blocks.

A table is one if each of its cells is a line of text: one paragraph, or nothing. Where lists, code or several
paragraphs stand in a cell, it is one if all of this holds, and its cells have lines then:

- there are two columns and two rows, or more, and each row has all the columns;
- a cell is small, in characters and in lines, and code in it isn't wide (`cells`);
- no cell holds a picture and nothing else, for that is to be seen;
- nothing else stands in a cell: no heading, no quote, no table, nothing that folds. But where a header of lines says
  what is in two rows or more, headings, quotes, rules and definitions are lines of their cells, too.

Whatever isn't a table was laid out by one, and its blocks follow one another; where it is a header and one row below
it, what is in a column stands below what the column is called.

Blocks wait here until that is known, whether HTML or Markdown made them, or until there are so many that the rows so
far are set.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ketareader.document.block import Block, Frame, Kind, Meaning
from ketareader.parsers.html.cells import Cell
from ketareader.parsers.html.grid import Grid, Spot
from ketareader.parsers.html.rows import Filled, are_list, are_table, columns_begun, written

_MOST: Final = 1 << 13
"""Characters that wait before the rows so far are set: few enough for the first picture."""
_WIDEST: Final = 1 << 17
"""Characters in rows that wait before they come apart: most of them in one."""
_AROUND: Final = 16
"""Characters that a block counts besides its own."""


class Tables:
    """Sets the tables among blocks that come one after the other."""

    def __init__(self) -> None:
        """Begin with no table."""
        self._grid: Grid | None = None
        """The table whose blocks wait."""
        self._waiting: list[Block] = []
        self._length = 0
        """Characters that wait."""
        self._cells: dict[Spot, Cell] = {}
        self._row = 0
        """The number of the row that the last block stands in."""
        self._is_list = False
        """Whether the rows that wait are no table's, and may be a list."""
        self._set: Grid | None = None
        """The table of which the last block is a piece."""

    def among(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield blocks, with tables in the place of the blocks in their cells."""
        for block in blocks:
            yield from self._take(block)
        if self._grid and self._grid.end:
            yield from self._decide(self._grid, self._grid.end)

    def ending(self) -> Iterator[Block]:
        """Yield what still waits: nothing more comes."""
        if self._grid:
            yield from self._decide(self._grid, self._grid.end)

    def _take(self, block: Block) -> Iterator[Block]:
        """Take a block; yield what needn't wait any longer."""
        depth, spot = _undecided(block.frame)
        if self._grid and (spot is None or spot.grid is not self._grid):
            # An end tag that stands behind the block may not have come yet: it must not count.
            yield from self._decide(self._grid, self._grid.end if self._grid.end <= block.line + 1 else 0)
        if spot is None:
            self._set = None
            yield _freed(block)
        elif self._grid and self._length > _MOST and spot.row > self._row:
            yield from self._decide(self._grid, 0)
            yield from self._take(block)
        elif self._may_wait(block, spot, block.frame[depth + 1 :]):
            self._waiting.append(block)
            self._length += len(block.text) + _AROUND
            self._grid, self._row = spot.grid, spot.row
        else:
            yield from self._come_apart(spot.grid)
            yield from self._take(block)

    def _may_wait(self, block: Block, spot: Spot, containers: Frame) -> bool:
        """Tell whether the rows may yet be a table or a list, with a block in these containers in a cell."""
        if self._length > _WIDEST or (self._is_list and (spot.row > 1 or self._length > _MOST)):
            return False
        cell = self._cells.setdefault(spot, Cell())
        if cell.take(block, containers) and (cell.is_plain or self._is_headed()):
            return True
        self._is_list = self._is_list or (spot.row == 1 and all(above.row or above.is_head for above in self._cells))
        return self._is_list and not any(isinstance(container, Spot) for container in containers)

    def _is_headed(self) -> bool:
        """Tell whether the rows that wait begin with a header."""
        first = [spot for spot in self._cells if not spot.row]
        return len(first) > 1 and all(spot.is_head for spot in first)

    def _decide(self, grid: Grid, end: int) -> Iterator[Block]:
        """Yield the rows so far in their form; `end` is the line after the table's last, 0 where that isn't known."""
        taken = [
            Filled(*row, [self._cells.get(spot) if spot else None for spot in row.spots])
            for row in grid.take_rows(self._row)
        ]
        goes_on = grid is self._set
        begun = columns_begun(taken) if end and not goes_on else None
        rows = [row.only(begun) if begun else row for row in taken if any(row.cells)]
        columns = max(len(row.cells) for row in rows)
        if are_table(rows, columns, goes_on=goes_on):
            line = grid.line if taken[0].number == 0 else rows[0].line
            text = written(rows, columns, goes_on=goes_on)
            alignments = grid.alignments(begun[:columns] if begun else range(columns))
            yield self._placed(Block(Kind.TABLE, text, line, end, info=alignments, joined=goes_on))
            self._set = grid
        elif not goes_on and are_list(rows):
            yield from self._list(rows)
        else:
            yield from self._come_apart(grid)

    def _placed(self, table: Block) -> Block:
        """Return a table in the place of what waits, with its names."""
        blocks = self._clear()
        depth, _ = _undecided(blocks[0].frame)
        names = tuple(name for block in blocks for name in block.names)
        end = max(table.end, *(block.end for block in blocks))
        return table._replace(end=end, frame=_without_spots(blocks[0].frame[:depth]), names=names)

    def _list(self, rows: Sequence[Filled]) -> Iterator[Block]:
        """Yield what waits column by column: what it is called is a term, and what is in it is said of that."""
        by_spot: dict[Spot | None, list[Block]] = {}
        for block in self._clear():
            by_spot.setdefault(_undecided(block.frame)[1], []).append(block)
        heads, below = rows[0].spots, rows[1].spots
        for column, head in enumerate(heads):
            for block in by_spot.get(head, ()) if head else ():
                yield _freed(block)._replace(kind=Kind.TERM)
            spot = below[column] if column < len(below) else None
            meaning = Meaning()
            for block in by_spot.get(spot, ()) if spot else ():
                depth, _ = _undecided(block.frame)
                yield _freed(block._replace(frame=(*block.frame[:depth], meaning, *block.frame[depth:])))

    def _come_apart(self, grid: Grid) -> Iterator[Block]:
        """Yield what waits, block by block, as all will be that comes of the table."""
        grid.is_page = True
        yield from map(_freed, self._clear())

    def _clear(self) -> list[Block]:
        """Return what waits, and wait for nothing."""
        blocks = self._waiting
        self._grid = self._set = None
        self._waiting = []
        self._length = self._row = 0
        self._is_list = False
        self._cells.clear()
        return blocks


def _undecided(frame: Frame) -> tuple[int, Spot | None]:
    """Return the outermost cell in a frame of which it isn't known what becomes of it, and its depth."""
    spots = ((depth, place) for depth, place in enumerate(frame) if isinstance(place, Spot))
    return next(((depth, spot) for depth, spot in spots if not spot.grid.is_page), (0, None))


def _freed(block: Block) -> Block:
    """Return a block as it is when it stands in no cell."""
    return block._replace(frame=_without_spots(block.frame))


def _without_spots(frame: Frame) -> Frame:
    return tuple(container for container in frame if not isinstance(container, Spot))
