"""The scroll bar: which part of the article is in sight, reckoned in characters, and where its hits are."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment

from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.layout.page import Page, Place
from ketareader.layout.viewport import Row, Viewport
from ketareader.search.hits import Hits
from ketareader.ui.theme import Paint


def shares(page: Page, rows: Sequence[Row]) -> tuple[float, float]:
    """Return the shares of the article, as far as it is known, above the first of some rows and the last."""
    if not rows:
        return 0.0, 1.0
    (top, _), (bottom, _) = rows[0], rows[-1]
    total = _total(page.document)
    return _above(page, top) / total, min(_above(page, bottom._replace(row=bottom.row + 1)) / total, 1.0)


def go_to_share(viewport: Viewport, share: float) -> None:
    """Go to a share of the way over the article, as far as it is known: from the start at 0 to the end at 1."""
    if share >= 1:
        viewport.go_to_end()
    elif share > 0 and viewport.page.document.blocks:
        viewport.go_to_row(_row_at(viewport.page, share, viewport.last_top()))
    else:
        viewport.go_to_start()


def hit_marks(page: Page, hits: Hits, current: Hit | None, height: int) -> dict[int, str]:
    """Return the roles of the rows, of so many, at which hits are, by row; that of the current one counts."""
    marks = {_row(share, height): "scrollbar.hit" for share in hits.shares(page.document, height)}
    if current:
        marks[_row(_above(page, Place(current.block)) / _total(page.document), height)] = "scrollbar.current"
    return marks


def _row(share: float, height: int) -> int:
    """Return the row, of so many, that stands for a share of the article."""
    return min(int(share * height), height - 1)


def _row_at(page: Page, share: float, last_top: Place) -> Place:
    """Return the row that is a share of the way to the last top row there is, or will be once all has been read."""
    document = page.document
    wanted = share * (_above(page, last_top) + _total(document) - document.weight())
    block = document.block_at(wanted / document.weight())
    part = (wanted - document.weight(range(block))) / document.weight(range(block, block + 1))
    return max(Place(block, int(part * len(page.lines(block)))), page.top_of(block))


def _above(page: Page, place: Place) -> float:
    """Return the weight of what stands above a row."""
    document, (block, row) = page.document, place
    part = row / max(len(page.lines(block)), 1) if row else 0.0
    return document.weight(range(block)) + part * document.weight(range(block, block + 1))


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
