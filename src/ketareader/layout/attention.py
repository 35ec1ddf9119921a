"""What is being read of what is in sight: one block, or a heading and what stands below it.

That is the first block on the screen, unless another was gone to, or the eye left off in one when the page was turned.
Where the page can't move, reading moves over it.
A block that was cut into pieces is read as one: it goes by its first piece, be that in sight or not.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.layout.page import Place
from ketareader.layout.viewport import Row, Viewport, says


def reads(viewport: Viewport) -> int:
    """Return the block that is being read: the one that was gone to, as long as it is in sight; else the first."""
    return _read_of(viewport.page.document, viewport.rows(), viewport.hold.goal)


def reads_together(viewport: Viewport) -> list[int]:
    """Return the block that is being read, and if that is a heading, the first text under it that is in sight, too.

    The headings between the two are among them; of a block in pieces, all that are in sight.
    """
    document, rows = viewport.page.document, viewport.rows()
    first = _read_of(document, rows, viewport.hold.goal)
    together = [first]
    for block in _in_sight(document, rows) if _is_heading(document, first) else ():
        if not _is_heading(document, together[-1]) or _ends(document, first, block):
            break
        together += [block] if block > first else []
    return [piece for block in together for piece in _pieces(document, rows, block)] or together


def read_on(viewport: Viewport, rows: int) -> None:
    """Scroll. Where the page stays as it is, go on to the next block in sight, or back where `rows` is negative.

    By a single row, reading goes along: down, the same block is read as long as it is in sight; up, one above it.
    """
    document, top, hold, block = viewport.page.document, viewport.top, viewport.hold, reads(viewport)
    viewport.scroll(rows)
    in_sight = _in_sight(document, viewport.rows())
    if viewport.top == top:
        beside = [other for other in in_sight if other > block][:1] if rows > 0 else _above(in_sight, block)
        viewport.hold = hold._replace(goal=beside[0]) if beside else hold
    elif hold.goal is not None and _whole(document, hold.goal) == block and abs(rows) == 1:
        texts = [other for other in in_sight if not _is_heading(document, other)]
        along = [block] if rows > 0 else _above(texts, block)
        viewport.hold = viewport.hold._replace(goal=along[0] if along else None)


def read_last(viewport: Viewport) -> None:
    """Go on to the last block in sight."""
    if in_sight := _in_sight(viewport.page.document, viewport.rows()):
        viewport.hold = viewport.hold._replace(goal=in_sight[-1])


def read_at(viewport: Viewport, place: Place) -> None:
    """Go on at a row, where that is in sight."""
    if any(place == row for row, _ in viewport.rows()):
        viewport.hold = viewport.hold._replace(goal=place.block)


def first_in_sight(rows: list[Row]) -> int:
    """Return the first block of which there is more on the screen than the blank lines above it."""
    return next(_said(rows), rows[0][0].block if rows else 0)


def _read_of(document: Document, rows: list[Row], goal: int | None) -> int:
    """Return the block that is being read of those on some rows."""
    if goal is not None and rows:
        whole = _whole(document, goal)
        if _whole(document, rows[0][0].block) <= whole <= rows[-1][0].block:
            return whole
    return _whole(document, first_in_sight(rows))


def _whole(document: Document, block: int) -> int:
    """Return the first piece of what a block is a piece of; the block itself where it isn't."""
    return document.first_piece(block) if block < len(document.blocks) else block


def _pieces(document: Document, rows: list[Row], whole: int) -> Iterator[int]:
    """Yield the pieces of a block that are on some rows."""
    in_sight = range(max(rows[0][0].block, whole), rows[-1][0].block + 1) if rows else ()
    return takewhile(lambda block: _whole(document, block) == whole, in_sight)


def _said(rows: Iterable[Row]) -> Iterator[int]:
    """Yield the block of each row on which there is text."""
    return (place.block for place, line in rows if says(line))


def _in_sight(document: Document, rows: Iterable[Row]) -> list[int]:
    """Return the blocks of which there is text on the screen."""
    return list(dict.fromkeys(_whole(document, block) for block in _said(rows)))


def _above(blocks: Iterable[int], block: int) -> list[int]:
    """Return the last of some blocks that stands above another; none where none does."""
    return [other for other in blocks if other < block][-1:]


def _ends(document: Document, heading: int, block: int) -> bool:
    """Tell whether a heading's section ends with another block."""
    blocks = document.blocks
    return block > heading and _is_heading(document, block) and blocks[block].level <= blocks[heading].level


def _is_heading(document: Document, block: int) -> bool:
    return block < len(document.blocks) and document.blocks[block].kind is Kind.HEADING
