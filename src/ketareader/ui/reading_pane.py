"""The reading pane: a window over the page, painted a line at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from ketareader.document.anchor import Anchor, Hit
from ketareader.document.document import Document
from ketareader.layout.attention import read_on
from ketareader.layout.page import Page
from ketareader.layout.paging import page_down, page_up
from ketareader.layout.sheet import Arrangement, Options
from ketareader.layout.viewport import Hold, Row, Viewport
from ketareader.layout.whole_table import is_widened
from ketareader.search.hits import Hits
from ketareader.ui.illustrations import Illustrations
from ketareader.ui.marks import Marks
from ketareader.ui.painter import Column, column_in
from ketareader.ui.scroll_bar import go_to_share
from ketareader.ui.sight import Sight
from ketareader.ui.theme import Paint
from ketareader.ui.wheel import rows_turned

if TYPE_CHECKING:
    from ketareader.layout.panned import Kept
    from ketareader.ui.dragging import Dragging
    from ketareader.ui.link import Link
    from ketareader.ui.selection import Selection

MEASURE = 72
"""The text column's width in cells, unless the reader chooses another."""
NARROWEST, WIDEST = 20, 200


class ReadingPane(Widget, can_focus=True):
    """The article. Its view is one viewport; whatever moves it ends in `_show`."""

    auto_links = False  # Textual's, which would change the colours of links under the mouse.
    measure: reactive[int] = reactive(MEASURE)
    """The widest that the text column may be, in cells."""

    @dataclass
    class Moved(Message):
        """Another part of the article is on the screen, or the same part was laid out anew."""

    @dataclass
    class LinkFollowed(Message):
        """A link was clicked."""

        anchor: Anchor
        """The place in it that was clicked."""

    def __init__(self, document: Document, paint: Paint) -> None:
        """Show a document from its start."""
        super().__init__(id="page")
        self.document = document
        self.paint = paint
        self.options = Options()
        self.arrangement = Arrangement()
        self.illustrations = Illustrations(self)
        self.viewport = Viewport(self._page(MEASURE), 1)
        self.sight = Sight(self.viewport, self.illustrations)
        self._kept: Kept | None = None
        self._column = Column(MEASURE, MEASURE)
        self._fitted = Size()
        self._known = len(document.blocks)
        """Blocks that were there when the page last grew."""

    # What is shown

    def show(self, document: Document) -> None:
        """Show another document from its start."""
        self.document = document
        self.sight.marks = Marks(Hits())
        self.arrangement = Arrangement()
        self._known = len(document.blocks)
        self.viewport = Viewport(self._page(self._column.width), self.size.height)
        self._show()

    def _page(self, width: int) -> Page:
        """Return a page as the reader wants it."""
        return Page(self.document, width, self.options, self.arrangement, self.illustrations.size_of)

    def set_manner(self, options: Options, *, dims: bool) -> None:
        """Lay out in another manner, the same anchor at the top; a hit that is in sight stays there."""
        self.options, self.sight.dims = options, dims
        page = self._page(self.viewport.page.width)
        if self._fitted:
            from ketareader.layout.panned import turn_to  # noqa: PLC0415 (not before the first paint)

            turn_to(self.viewport, page, self.sight.marks.current)
            self._show()
        else:
            self.viewport.page = page  # Nothing is laid out before there is a pane to fill.

    def grow(self) -> None:
        """Show what a batch added, where it is in sight, and how far the reading has come in the longer article."""
        added = islice(self.document.blocks, self._known, None)
        self._known = len(self.document.blocks)
        is_short = len(self.rows) < self.viewport.height
        if is_short and (self.document.complete or not all(map(self.viewport.page.sheet.is_hidden, added))):
            self._show()
        else:
            self._paint_again(self.sight.draw_bar(self.paint))

    def is_widened(self, known: int) -> bool:
        """Tell whether what came after the first `known` blocks widens a table in sight, maybe."""
        return is_widened(self.document, known, self.options.tables)

    def lay_out_anew(self) -> None:
        """Lay out again what is in sight, the same anchor at the top."""
        self.viewport.page.forget()
        self.viewport.settle()
        self._show()

    def validate_measure(self, measure: int) -> int:
        """Keep the measure readable."""
        return max(NARROWEST, min(measure, WIDEST))

    @property
    def widest(self) -> int:
        """The widest that the text column can be in this pane, in cells."""
        return column_in(self.size.width, WIDEST).width

    def watch_measure(self) -> None:
        """Lay out at the new measure."""
        self._fit(self.size)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: FBT002 (Textual's)
        """Lay out at the new size, before it is painted: the resize event, which says so too, comes a picture later."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if size != self._fitted:
            self._fit(size)
        return changed

    def _fit(self, size: Size) -> None:
        """Fit the page to the pane, whose height pictures keep to; the same anchor stays at the top."""
        column = column_in(size.width, self.measure)
        page = self.viewport.page
        if column.width != page.width or size.height != self._fitted.height:
            page = self._page(column.width)
        self._fitted, self._column = size, column
        if hit := self.sight.marks.current:
            from ketareader.layout.panned import resize  # noqa: PLC0415 (not before the first paint)

            self._kept = resize(self.viewport, page, size.height, hit, self._kept)
        else:
            self.viewport.resize(page, size.height)
        self._show()

    def on_unmount(self) -> None:
        """Have the terminal forget the article's pictures."""
        self.illustrations.close()

    def repaint(self, paint: Paint) -> None:
        """Paint in another theme."""
        self.paint = paint
        self._show()

    def _show(self) -> None:
        """Take the rows in sight, paint them, and say so."""
        self.sight.look_at(self.viewport)
        self.sight.draw_bar(self.paint)
        self.refresh()
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        return self.sight.line(y, self._column, self.paint)

    def is_dim(self, block: int) -> bool:
        """Tell whether a block is dimmed, beside what is being read."""
        return self.sight.is_dim(block)

    # Where it stands

    @property
    def current_block(self) -> int:
        """The block that is being read: the one that was gone to, as long as it is in sight; else the first."""
        return self.sight.reading[0]

    @property
    def rows(self) -> list[Row]:
        """The rows on the screen."""
        return self.sight.rows

    def go(self, anchor: Anchor) -> None:
        """Put an anchor at the top of the screen; what it is in is unfolded, and panned so that it is in sight."""
        from ketareader.layout.panned import go_to  # noqa: PLC0415 (not before the first paint)

        go_to(self.viewport, anchor)
        self._show()

    def go_back(self, hold: Hold) -> None:
        """Show what was on the screen before; what it has been folded away in since is unfolded."""
        self.viewport.go_back(hold)
        self._show()

    def go_to_start(self) -> None:
        """Show the start."""
        self.viewport.go_to_start()
        self._show()

    def go_to_end(self) -> None:
        """Show the end."""
        self.viewport.go_to_end()
        self._show()

    def scroll_rows(self, rows: int) -> None:
        """Move by rows; where the page can't move, over it."""
        read_on(self.viewport, rows)
        self._show()

    def turn_page(self) -> None:
        """Move a page down, and mark where the eye left off."""
        top = self.viewport.top
        eye = page_down(self.viewport)
        self._show()
        self.sight.eye = eye if self.viewport.top != top else None
        self.call_after_refresh(self._look_ahead)

    def _look_ahead(self) -> None:
        """Lay out the page below, once this one is painted: who turns one page turns another."""
        self.viewport.page.down(self.viewport.top, 2 * self.viewport.height)

    def turn_back(self) -> None:
        """Move a page up."""
        page_up(self.viewport)
        self._show()

    def show_hit(self, hit: Hit | None) -> None:
        """Make a hit the current one, and bring it into sight."""
        self.sight.marks = self.sight.marks._replace(current=hit)
        if hit:
            from ketareader.layout.panned import bring  # noqa: PLC0415 (not before the first paint)

            bring(self.viewport, hit)
        self._show()

    # What is marked

    @property
    def held(self) -> "Link | None":
        """The link in hand."""
        return self.sight.marks.held

    @property
    def selection(self) -> "Selection | None":
        """What is selected."""
        return self.sight.marks.selection

    def show_labels(self, labels: dict[Anchor, str]) -> None:
        """Draw letters over links."""
        self._mark(self.sight.marks._replace(labels=labels))

    def hold_link(self, link: "Link | None") -> None:
        """Have a link in hand, or none."""
        self._mark(self.sight.marks._replace(held=link))

    def select(self, selection: "Selection | None") -> None:
        """Select something, or nothing."""
        self._mark(self.sight.marks._replace(selection=selection))

    def show_hits(self, hits: Hits, current: Hit | None) -> None:
        """Mark hits."""
        self._mark(self.sight.marks._replace(hits=hits, current=current))
        self._paint_again(self.sight.draw_bar(self.paint))

    def _mark(self, marks: Marks) -> None:
        """Mark other things, and paint anew the rows that this changes."""
        self._paint_again(self.sight.mark(marks))

    def _paint_again(self, rows: Iterable[int]) -> None:
        """Paint some rows anew, and not the rest."""
        for y in rows:
            self.refresh(Region(0, y, self.size.width, 1))

    # The mouse

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _turn_wheel(self, event: events.MouseEvent) -> None:
        """Move by the wheel."""
        self.scroll_rows(rows_turned(event))

    @cached_property
    def _dragging(self) -> "Dragging":
        """What the mouse does."""
        from ketareader.ui.dragging import Dragging  # noqa: PLC0415 (not before the first paint)

        return Dragging(self)

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was clicked, or the picture, unless something was selected."""
        if anchor := self._dragging.click(event):
            self.post_message(self.LinkFollowed(anchor))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar, or of the text."""
        self._dragging.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar, or select."""
        self._dragging.move(event)

    def on_mouse_up(self) -> None:
        """Let go."""
        self._dragging.let_go()

    @property
    def left(self) -> int:
        """Cells to the left of the text."""
        return self._column.left

    def go_to_share(self, share: float) -> None:
        """Go to a share of the way from the start, which is 0, to the end, which is 1."""
        go_to_share(self.viewport, share)
        self._show()
