"""The scroll bar: which part of the article is in sight, reckoned in characters, and where its hits are."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment

from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.layout.page import Page
from ketareader.layout.viewport import Row
from ketareader.search.hits import Hits
from ketareader.ui.theme import Paint


def shares(page: Page, rows: Sequence[Row]) -> tuple[float, float]:
    """Return the shares of the article, as far as it is known, above the first of some rows and the last."""
    if not rows:
        return 0.0, 1.0
    top, bottom = rows[0][0], rows[-1][0]
    end = _share(page, bottom.block, (bottom.row + 1) / max(len(page.lines(bottom.block)), 1))
    part = top.row / max(len(page.lines(top.block)), 1) if top.row else 0.0
    return _share(page, top.block, part), min(end, 1.0)


def hit_marks(page: Page, hits: Hits, current: Hit | None, height: int) -> dict[int, str]:
    """Return the roles of the rows, of so many, at which hits are, by row; that of the current one counts."""
    marks = {_row(share, height): "scrollbar.hit" for share in hits.shares(page.document, height)}
    if current:
        marks[_row(_share(page, current.block, 0.0), height)] = "scrollbar.current"
    return marks


def _row(share: float, height: int) -> int:
    """Return the row, of so many, that stands for a share of the article."""
    return min(int(share * height), height - 1)


def _share(page: Page, block: int, part: float) -> float:
    """Return the share of the article above a block and with `part` (0 to 1) of it."""
    document = page.document
    return (document.weight(range(block)) + part * document.weight(range(block, block + 1))) / _total(document)


def _total(document: Document) -> float:
    """Return the article's weight, reckoned up where it is still being read."""
    return max(document.weight() / max(document.done, 1e-6), 1.0)


def scroll_bar(height: int, top: float, bottom: float, marks: Mapping[int, str], paint: Paint) -> list[Segment]:
    """Return the scroll bar's cells. `top` and `bottom` are the shares of the article above the screen's edges.

    `marks` are roles by row: the rows at which the article has hits.
    """
    first = _row(top, height)
    last = max(min(round(bottom * height), height), first + 1)
    whole = bottom - top >= 1
    cells: list[Segment] = []
    for row in range(height):
        thumb = first <= row < last and not whole
        role = marks.get(row) or ("scrollbar.thumb" if thumb else "scrollbar.track")
        cells.append(Segment("━" if row in marks else "┃" if thumb else " " if whole else "│", paint.style(role)))
    return cells
