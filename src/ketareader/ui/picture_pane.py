"""A picture that a link leads to, over the page and as large as that."""

from itertools import islice

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Options
from ketareader.layout.viewport import Row
from ketareader.ui.illustrations import Illustrations
from ketareader.ui.painter import Column, paint_line
from ketareader.ui.preview import Preview
from ketareader.ui.reading_pane import ReadingPane


class PicturePane(Widget):
    """A document that is one picture, drawn as the page's are. It stands still."""

    top = 0
    """The first row in sight."""

    def __init__(self, preview: Preview, page: ReadingPane) -> None:
        """Show a preview of a picture over a page, with what the page knows of the terminal."""
        super().__init__(id="picture")
        self.document = preview.document
        self.paint = page.paint
        self.illustrations = Illustrations(self, page.illustrations)
        self.rows: list[Row] = []

    def fit(self, place: Region, height: int) -> None:
        """Take a whole place on the screen, which is so many rows high."""
        self.styles.margin = (0, 0, max(height - place.bottom, 0), place.x)
        self.styles.width, self.styles.height = place.width, place.height

    def on_resize(self) -> None:
        """Lay out at the new size."""
        self.illustrations.highest = self.size.height
        self.lay_out_anew()

    def on_unmount(self) -> None:
        """Have the terminal forget the picture."""
        self.illustrations.close()

    def lay_out_anew(self) -> None:
        """Lay out the picture; where it turns out that it can't be shown, say why."""
        page = Page(self.document, self.size.width, Options(), pictures=self.illustrations.size_of)
        self.rows = list(islice(page.rows_from(Place(0)), self.size.height))
        self.illustrations.show(self.rows)
        if not any(line.picture for _, line in self.rows):
            target = self.document.inline(0).spans[0].target
            self.border_subtitle = Content(self.illustrations.pictures.reason(target))
        self.refresh()

    def is_dim(self, _block: int) -> bool:
        """Tell that nothing here is dimmed."""
        return False

    def scroll_rows(self, rows: int) -> None:
        """Stay: all of it is in sight."""

    def pan(self, cells: int) -> None:
        """Stay, for the same reason."""

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.size.width
        if y >= len(self.rows):
            return Strip.blank(width, self.paint.style("text"))
        line, column = self.rows[y][1], Column(width + 1, width)
        return self.illustrations.painted(paint_line(line, column, self.paint, [], {}), line, column, y)
