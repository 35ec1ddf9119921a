"""Turning pages: some lines of text stay in sight, and no heading is left alone at the foot."""

from ketareader.document.block import Kind
from ketareader.layout.attention import read_at, read_last
from ketareader.layout.page import Place
from ketareader.layout.viewport import Viewport, says

OVERLAP = 2
"""Lines of a page that stay in sight on the next."""


def page_down(viewport: Viewport) -> Place:
    """Move a page down; return the row of the last line of text, where the eye left off and reading goes on.

    At the end, all is read.
    """
    top = viewport.top
    shown = viewport.rows()
    said = [number for number, (_, line) in enumerate(shown) if says(line)]
    eye = shown[said[-1]][0] if said else viewport.bottom()
    rows = max(said[-OVERLAP:][0] if said else 0, viewport.height - 2 * OVERLAP, 1)
    rows = min(rows, max(viewport.height - OVERLAP, 1))
    viewport.scroll(rows)
    alone = _rows_of_lone_heading(viewport)
    if alone < rows:
        viewport.scroll(-alone)
    if viewport.top == top:
        read_last(viewport)
    else:
        read_at(viewport, eye)
    return eye


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
        if not line.runs or (not is_heading and not says(line)):
            blank += 1
        elif is_heading:
            alone, blank = alone + blank + 1, 0
        else:
            break
    return alone
