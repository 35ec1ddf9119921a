"""Turning pages: some lines stay in sight, and no heading is left alone at the foot."""

from ketareader.document.block import Kind
from ketareader.layout.page import Place
from ketareader.layout.viewport import Viewport

OVERLAP = 2
"""Rows of a page that stay in sight on the next."""


def page_down(viewport: Viewport) -> Place:
    """Move a page down; return the row that was the last one, where the eye left off."""
    last = viewport.bottom()
    rows = max(viewport.height - OVERLAP, 1)
    viewport.scroll(rows)
    alone = _rows_of_lone_heading(viewport)
    if alone <= rows // 2:
        viewport.scroll(-alone)
    return last


def page_up(viewport: Viewport) -> None:
    """Move a page up."""
    viewport.scroll(-max(viewport.height - OVERLAP, 1))


def _rows_of_lone_heading(viewport: Viewport) -> int:
    """Return how many rows at the foot belong to headings whose text is not yet in sight."""
    page, rows = viewport.page, viewport.rows()
    if len(rows) < viewport.height or page.down(rows[-1][0], 1)[1] == 0:
        return 0
    alone = blank = 0
    for place, line in reversed(rows):
        is_heading = page.document.blocks[place.block].kind is Kind.HEADING
        if not line.runs or (alone == 0 and not is_heading and all(run.start < 0 for run in line.runs)):
            blank += 1
        elif is_heading:
            alone, blank = alone + blank + 1, 0
        else:
            break
    return alone
