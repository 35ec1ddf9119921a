"""Blocks that the page is a window over: how far they can be panned, and how far they are for a place to be seen.

Whatever goes to a place in one ends in `pan_to`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ketareader.document.anchor import Anchor, Hit
from ketareader.document.block import Kind
from ketareader.layout.cells import leads_of, lines_of_cell
from ketareader.layout.code import width_of_code
from ketareader.layout.columns import GUTTER, table_rows
from ketareader.layout.frame import prefixes
from ketareader.layout.page import Page
from ketareader.layout.pan import brought
from ketareader.layout.room import LEAST
from ketareader.layout.rows import TAB
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Shifts
from ketareader.layout.viewport import Hold, Row, Viewport
from ketareader.layout.whole_table import panned_columns_of, width_of_table

STEP = 12
"""Cells that wide tables and code are panned by at a time."""
_MARGINS = 4
"""Cells beside code, at the most."""
_AROUND = 2
"""Rows between a hit that was gone to and the edges of the screen."""


class Stretch(NamedTuple):
    """A part of a line as it would be without a window."""

    left: int
    right: int
    """Half-open range of its cells."""


class Kept(NamedTuple):
    """A hit that is kept in sight through resizes, as long as one moves and pans nothing oneself."""

    hit: Hit
    hold: Hold
    shift: int
    """The cells that one had panned by oneself what it is in."""
    now: int = 0
    """The cells that it is panned by."""


def in_sight(rows: Iterable[Row]) -> list[int]:
    """Return the blocks on the screen that go on to the side."""
    marked = (place.block for place, line in rows if any(run.role == "pan.mark" for run in line.runs))
    return list(dict.fromkeys(marked))


def pan(page: Page, blocks: Iterable[int], cells: int) -> None:
    """Pan some blocks, each as far as it goes; to the left where `cells` is negative."""
    shifts, document = page.sheet.arrangement.shifts, page.document
    furthest: dict[int, int] = {}
    for block in blocks:
        first = document.first_piece(block)
        furthest[first] = max(furthest.get(first, 0), _furthest(page, block))
    for first, most in furthest.items():
        shift = shifts.get(first, 0)
        shifts[first] = max(shift, min(shift + cells, most)) if cells > 0 else max(min(shift, most) + cells, 0)


def shifts_of(page: Page, rows: Iterable[Row]) -> Shifts:
    """Return how far all is panned that is on the screen and may be."""
    sheet, blocks = page.sheet, dict.fromkeys(place.block for place, _ in rows)
    return tuple((page.document.first_piece(at), sheet.shift_of(at)) for at in blocks if sheet.is_window_over(at))


def go_to(viewport: Viewport, anchor: Anchor) -> None:
    """Put an anchor on the top row: unfold what it is in, and pan that."""
    viewport.reveal(anchor.block)
    pan_to(viewport.page, Hit(*anchor, anchor.offset + 1))
    if anchor.offset:
        viewport.go(anchor)
    else:
        viewport.go_to_block(anchor.block)


def bring(viewport: Viewport, hit: Hit) -> None:
    """Bring a hit into sight: unfold what it is in, pan that, and scroll."""
    page = viewport.page
    if page.sheet.arrangement.reveal_text(page.document.blocks[hit.block]):
        page.forget()
    _pan_and_scroll(viewport, hit, min(_AROUND, viewport.height // 4))


def turn_to(viewport: Viewport, page: Page, hit: Hit | None) -> None:
    """Show the same anchor on another page; a hit that was in sight is brought there again."""
    seen = hit if hit and _is_seen(viewport.rows(), hit) else None
    viewport.resize(page, viewport.height)
    if seen:
        _pan_and_scroll(viewport, seen, 0)


def resize(viewport: Viewport, page: Page, height: int, hit: Hit, kept: Kept | None) -> Kept | None:
    """Show the same anchor on a page of another width or in another height; a hit that was in sight is panned to.

    `kept` is what the last resize returned: a narrow page that one passes through leaves no trace.
    """
    first, shifts = page.document.first_piece(hit.block), page.sheet.arrangement.shifts
    untouched = kept and (kept.hit, kept.hold, kept.now) == (hit, viewport.hold, shifts.get(first, 0))
    if not untouched:
        kept = Kept(hit, viewport.hold, shifts.get(first, 0)) if _is_seen(viewport.rows(), hit) else None
    if kept is None or not page.sheet.is_window_over(hit.block):
        viewport.resize(page, height)
        return None
    shifts[first] = kept.shift
    viewport.resize(page, height)
    pan_to(page, hit)
    return kept._replace(now=shifts[first])


def _pan_and_scroll(viewport: Viewport, hit: Hit, margin: int) -> None:
    """Bring a hit that isn't folded away into sight, so many rows from the edges of the screen."""
    anchor = Anchor(hit.block, hit.start)
    pan_to(viewport.page, hit)
    if not viewport.shows(anchor, margin):
        viewport.go(anchor, viewport.height // 3)


def _is_seen(rows: Iterable[Row], hit: Hit) -> bool:
    """Tell whether any of a hit is in these rows."""
    runs = (run for place, line in rows if place.block == hit.block for run in line.runs if run.start >= 0)
    return any(run.start < hit.end and hit.start < run.start + len(run.text) for run in runs)


def pan_to(page: Page, hit: Hit) -> bool:
    """Pan what a hit, or another place, is in so that it can be seen; tell whether it couldn't."""
    if not page.sheet.is_window_over(hit.block) or not _furthest(page, hit.block):
        return False
    document, shifts = page.document, page.sheet.arrangement.shifts
    first = document.first_piece(hit.block)
    is_table = document.blocks[hit.block].kind is Kind.TABLE
    before = shifts.get(first, 0)
    stretch = _in_table(page, hit) if is_table else _in_rows(document.inline(hit.block).text, hit)
    held = panned_columns_of(document, first).panned_widths()[0] + len(GUTTER.text) if is_table else 0
    wanted = brought(before, _window(page, hit.block), held, *stretch)
    shifts[first] = wanted if wanted == before else min(wanted, _furthest(page, hit.block))
    if shifts[first] == before:
        return False
    page.forget()
    return True


def _furthest(page: Page, block: int) -> int:
    """Return the cells that a block may be panned by at the most."""
    document = page.document
    is_table = document.blocks[block].kind is Kind.TABLE
    first = document.first_piece(block)
    whole = width_of_table(document, first) if is_table else width_of_code(document.inline(block).text)
    return max(whole - _window(page, block), 0)


def _window(page: Page, block: int) -> int:
    """Return the cells of the window over a block; over code, no more than there are."""
    sheet = page.sheet
    above = sheet.above(block)
    document, frame = page.document, page.document.blocks[block].frame
    width = max(sheet.width - prefixes(frame, above.frame if above else (), sheet.width)[2], min(LEAST, sheet.width))
    if document.blocks[block].kind is not Kind.CODE:
        return width
    gutters = (cell_len(run.text) for line in page.lines(block) for run in line.runs if "code.gutter" in run.role)
    return max(width - _MARGINS - next(gutters, 0), 1)


def _in_rows(text: str, hit: Hit) -> Stretch:
    """Return the cells of a hit in code or in a formula, as much of it as is on its first line."""
    start = text.rfind("\n", 0, hit.start) + 1
    end = text.find("\n", hit.start)
    stop = hit.end if end < 0 else min(hit.end, end)
    return Stretch(_cells(text[start : hit.start]), _cells(text[start:stop]))


def _cells(row: str) -> int:
    """Return the cells of what stands at the start of a line of code."""
    cells = 0
    for number, part in enumerate(row.split("\t")):
        cells += (TAB - cells % TAB if number else 0) + cell_len(part)
    return cells


def _in_table(page: Page, hit: Hit) -> Stretch:
    """Return the cells of a hit in a table, as much of it as is on its first line."""
    document = page.document
    inline = document.inline(hit.block)
    widths = panned_columns_of(document, document.first_piece(hit.block)).panned_widths()
    row = next(row for row in reversed(table_rows(inline)) if row[0][0] <= hit.start)
    column = max(number for number, (start, _) in enumerate(row) if start <= hit.start)
    text, width = inline.text, widths[column]
    parts = lines_of_cell(text, row[column], leads_of(inline.spans), width)
    start, end, before = next((part for part in reversed(parts) if part[0] <= hit.start), parts[0])
    hang = sum(cell_len(run.text) for run in before)
    spare = max(width - hang - cell_len(text[start:end]), 0)
    left = sum(widths[:column]) + len(GUTTER.text) * column
    left += hang + {"r": spare, "c": spare // 2}.get(document.blocks[hit.block].info[column : column + 1], 0)
    return Stretch(*(left + cell_len(text[start : min(place, end)]) for place in (hit.start, hit.end)))
