"""The panel that shows what a link leads to, over the bottom of the page, which stays as it is."""

from itertools import islice, takewhile
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from ketareader.layout.page import Page
from ketareader.layout.panned import STEP, in_sight, pan
from ketareader.layout.sheet import Arrangement, Options
from ketareader.layout.viewport import Row
from ketareader.ui.bindings import bindings_over_the_page
from ketareader.ui.painter import Column, column_in, paint_line
from ketareader.ui.picture_pane import PicturePane
from ketareader.ui.preview import Preview
from ketareader.ui.theme import Paint
from ketareader.ui.wheel import rows_turned

_MOST_ROWS = 400
"""Rows of a preview: who wants more of it goes there."""
_FRAME = 2
"""Rows of the panel's border."""


class PreviewPane(Widget):
    """The rows of a preview, and a window over them."""

    def __init__(self, preview: Preview, paint: Paint, measure: int, options: Options) -> None:
        """Show a preview in a column of at most `measure` cells."""
        super().__init__(id="preview")
        self._preview = preview
        self._paint = paint
        self._measure = measure
        self._options = options
        self._column = Column(measure, measure)
        self._arrangement = Arrangement()
        self.rows: list[Row] = []
        self.top = 0
        """The first row in sight."""

    def fit(self, place: Region, height: int) -> None:
        """Lay out at the bottom of a place on the screen; of the screen's height, at most half is taken."""
        width = place.width
        self.styles.margin = (0, 0, max(height - place.bottom, 0), place.x)
        self.styles.width = width
        self._column = column_in(width - _FRAME, self._measure)
        self._lay_out()
        self.styles.height = max(min(len(self.rows) + _FRAME, height // 2), 1)
        self.scroll_rows(0)

    def _lay_out(self) -> Page:
        """Lay out all the rows; return the page that they are on."""
        page = Page(self._preview.document, self._column.width, self._options, self._arrangement)
        first, last = self._preview.blocks.start, self._preview.blocks.stop
        rows = takewhile(lambda row: row[0].block < last, page.rows_from(page.top_of(first)))
        self.rows = list(islice(rows, _MOST_ROWS))
        return page

    def pan(self, cells: int) -> None:
        """Pan all in sight that goes on to the side; to the left where `cells` is negative."""
        page = self._lay_out()
        pan(page, in_sight(self.rows[self.top : self.top + self.size.height]), cells)
        self._lay_out()
        self.refresh()

    def scroll_rows(self, rows: int) -> None:
        """Move by rows."""
        self.top = max(0, min(self.top + rows, len(self.rows) - max(self.size.height, 1)))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        if self.top + y >= len(self.rows):
            return Strip.blank(self.size.width, self._paint.style("text"))
        _, line = self.rows[self.top + y]
        strip = paint_line(line, self._column, self._paint, [], {})
        return strip.adjust_cell_length(self.size.width, self._paint.style("text"))

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _turn_wheel(self, event: events.MouseEvent) -> None:
        """Move by the wheel."""
        self.scroll_rows(rows_turned(event))


class PreviewScreen(ModalScreen[bool]):
    """A preview. Enter goes where it leads, Esc back to the page."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_over_the_page(
        "escape",
        "back",
        "quit",
        "preview",
        others={"enter": "go", "pan_right": f"pan({STEP})", "pan_left": f"pan({-STEP})"},
    )

    def __init__(self, pane: PreviewPane | PicturePane, page: Widget, title: str, keys: str) -> None:
        """Show a pane over the bottom of a page; `keys` is what it says of those."""
        super().__init__(id="previewing")
        self.pane = pane
        self._page = page
        self._fitted = Region(), 0
        """The place that the pane was last laid out at, and the screen's height then."""
        pane.border_title = Content(title)
        pane.border_subtitle = Content(keys)

    def compose(self) -> ComposeResult:
        """Yield the pane."""
        yield self.pane

    def on_mount(self) -> None:
        """Go with the page: the screen below may be laid out after this one."""
        self._page.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._fit())

    def on_resize(self) -> None:
        """Lay out at the new size."""
        self._fit()

    def _fit(self) -> None:
        """Lay out over the bottom of the page, or of the screen where that has become too small for the page."""
        screen, page = Region(0, 0, *self.app.size), self._page.region
        place = page if screen.contains_region(page) else screen
        if (place, screen.height) != self._fitted:
            self._fitted = place, screen.height
            self.pane.fit(place, screen.height)

    def on_click(self, event: events.Click) -> None:
        """Leave where the page is clicked."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to the page."""
        _ = self.dismiss(False)  # noqa: FBT003 (what became of it)

    def action_go(self) -> None:
        """Go where the link leads."""
        _ = self.dismiss(True)  # noqa: FBT003 (what became of it)

    def action_move(self, rows: int) -> None:
        """Move by rows."""
        self.pane.scroll_rows(rows)

    def action_pan(self, cells: int) -> None:
        """Pan what goes on to the side."""
        self.pane.pan(cells)

    def action_move_page(self, pages: float) -> None:
        """Move by what is in sight."""
        self.pane.scroll_rows(round(pages * max(self.pane.size.height - 1, 1)))

    def action_move_to(self, row: int) -> None:
        """Move to a row, counted from the end where negative."""
        self.pane.scroll_rows(row - self.pane.top if row >= 0 else len(self.pane.rows))
