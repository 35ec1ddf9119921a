"""The pane's pictures, and nothing of them before the first is met."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.strip import Strip

from ketareader.layout.lines import Line
from ketareader.layout.viewport import Row
from ketareader.ui.painter import Column

if TYPE_CHECKING:
    from ketareader.ui.picture_pane import PicturePane
    from ketareader.ui.pictures import Pictures
    from ketareader.ui.reading_pane import ReadingPane


class Illustrations:
    """What the pane asks of its pictures."""

    def __init__(self, pane: "ReadingPane | PicturePane", beside: "Illustrations | None" = None) -> None:
        """Load nothing yet. Those `beside` are another pane's, which the same terminal shows."""
        self._pane = pane
        self._beside = beside
        self.setting: str = beside.setting if beside else "auto"
        """How the reader wants pictures shown: one of `images.terminal.SETTINGS`."""
        self.highest = 0
        """The rows that a picture takes at most; 0 for so many that text stays in sight with it."""

    @cached_property
    def pictures(self) -> "Pictures":
        """All that is known of pictures."""
        from ketareader.ui.pictures import Pictures  # noqa: PLC0415 (most articles have none)

        return Pictures(self._pane, self._beside.pictures.shared if self._beside else None)

    def size_of(self, target: str, columns: int) -> tuple[int, int] | None:
        """Return the columns and rows of a picture that has at most `columns`; None where its text is to be shown.

        Before the pane has its place there is no size that would hold.
        """
        return self.pictures.size_of(target, columns) if self._pane.is_attached else None

    def show(self, rows: Iterable[Row]) -> None:
        """Have the pictures drawn of which there are rows on the screen."""
        if any(line.picture for _, line in rows):
            self.pictures.want(rows)

    def painted(self, strip: Strip, line: Line, column: Column, y: int) -> Strip:
        """Return the pane's line `y`, painted, with its row of a picture over it where it has one that is drawn."""
        return self.pictures.painted(strip, line, column, y) if line.picture else strip

    def close(self) -> None:
        """Have the terminal forget what it was sent."""
        if "pictures" in self.__dict__:
            self.pictures.close()
