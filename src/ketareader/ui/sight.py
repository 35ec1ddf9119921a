"""What is in sight: the rows on the screen, what of them is being read, what is marked over them; and its painting."""

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual.strip import Strip

from ketareader.layout.attention import reads_together
from ketareader.layout.lines import Line, Run
from ketareader.layout.page import Place
from ketareader.layout.viewport import Row, Viewport
from ketareader.search.hits import Hits
from ketareader.ui.illustrations import Illustrations
from ketareader.ui.marks import Marks, Over
from ketareader.ui.painter import Column, dimmed, eye_mark, paint_line
from ketareader.ui.scroll_bar import hit_marks, scroll_bar, shares
from ketareader.ui.theme import Paint

_WAITING = Line((Run("Reading …", "meta"),), 0, 0)


class Sight:
    """What a pane shows of a view, and its scroll bar. It is looked up line by line, and changes as one moves."""

    def __init__(self, viewport: Viewport, illustrations: Illustrations) -> None:
        """See nothing yet."""
        self._viewport = viewport
        self._illustrations = illustrations
        self.rows: list[Row] = []
        self.reading: Sequence[int] = (0,)
        """The blocks that are being read: the current one; of a heading, what stands below it in sight, too."""
        self.dims = False
        """Whether all but those blocks is dimmed."""
        self.eye: Place | None = None
        """The row at which the eye left off when the page was turned; None once one has moved otherwise."""
        self.marks = Marks(Hits())
        self._over: dict[int, Over] = {}
        """What the blocks in sight are painted with."""
        self.bar: list[Segment] = []
        """The scroll bar's cells."""

    def look_at(self, viewport: Viewport) -> None:
        """Take the rows of a view."""
        self._viewport = viewport
        self.eye = None
        self.rows = viewport.rows()
        self.reading = reads_together(viewport)
        self._over = self._over_rows()
        self._illustrations.show(self.rows)

    def mark(self, marks: Marks) -> list[int]:
        """Mark other things over the text; return the lines that this changes."""
        self.marks, before = marks, self._over
        self._over = self._over_rows()
        changed = {block for block, over in self._over.items() if before.get(block) != over}
        return [y for y, (place, _) in enumerate(self.rows) if place.block in changed]

    def _over_rows(self) -> dict[int, Over]:
        """Return what is marked over the blocks in sight."""
        return self.marks.over(dict.fromkeys(place.block for place, _ in self.rows))

    def draw_bar(self, paint: Paint) -> Iterable[int]:
        """Draw the scroll bar; return the lines at which it has changed."""
        height = self._viewport.height
        marks = hit_marks(self._viewport.page, self.marks.hits, self.marks.current, height)
        before, self.bar = self.bar, scroll_bar(height, *self.shares(), marks, paint)
        return (y for y, cell in enumerate(self.bar) if before[y : y + 1] != [cell])

    def shares(self) -> tuple[float, float]:
        """Return the shares of the article, as far as it is known, above the first and the last row."""
        return shares(self._viewport.page, self.rows)

    @property
    def waits(self) -> bool:
        """Whether there is nothing to see before more has been read: of the definitions at the start, perhaps."""
        return not self.rows and not self._viewport.page.document.complete

    def is_dim(self, block: int) -> bool:
        """Tell whether a block is dimmed, beside what is being read."""
        return self.dims and block not in self.reading

    def line(self, y: int, column: Column, paint: Paint) -> Strip:
        """Paint one line, the scroll bar's cell at its right."""
        bar = self.bar[y : y + 1]
        strip = self._text(y, column, paint)
        return Strip([*strip, *bar], strip.cell_length + len(bar))

    def _text(self, y: int, column: Column, paint: Paint) -> Strip:
        """Paint one line, without the scroll bar."""
        if y == 0 and self.waits:
            return paint_line(_WAITING, column, paint, [], {})
        if y >= len(self.rows):
            return Strip.blank(column.pane - 1, paint.style("text"))
        place, line = self.rows[y]
        line = dimmed(line) if self.is_dim(place.block) else line
        strip = paint_line(line, column, paint, *self._over[place.block])
        strip = self._illustrations.painted(strip, line, column, y)
        return eye_mark(strip, column, paint) if place == self.eye else strip
