"""The pictures of the article on the screen: their sizes for the page, and their rows once a thread has drawn them."""

import os
import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ketareader.errors import ImageError
from ketareader.images import kitty
from ketareader.images.geometry import HIGHEST, Size
from ketareader.images.locate import is_remote, locate
from ketareader.images.measure import measure
from ketareader.images.picture import Colour
from ketareader.images.terminal import Graphics, through_tmux
from ketareader.layout.figure import PICTURE
from ketareader.layout.lines import Line, PictureRow
from ketareader.layout.ruler import cell_len
from ketareader.layout.viewport import Row
from ketareader.ui.aside import Task, aside
from ketareader.ui.driver import QuietDriver
from ketareader.ui.overlay import Overlays
from ketareader.ui.painter import Column
from ketareader.ui.palettes import TINTS
from ketareader.ui.way import Way, way_of

if TYPE_CHECKING:
    from ketareader.ui.drawing import Drawing
    from ketareader.ui.picture_pane import PicturePane
    from ketareader.ui.reading_pane import ReadingPane

MOST_DRAWN: Final = 24_000_000
"""Bytes of drawn pictures that are kept, but for those in sight."""
MOST_LOADED: Final = 60_000_000
"""Bytes of files from the web that are kept."""
_BESIDE: Final = 2
"""Rows that a picture leaves of the pane, so that it is seen whole, and its caption with it."""
_MOST_SIZES: Final = 4096
_COMMAND: Final = re.compile(r"\x1b_[^\x1b]*\x1b\\")
"""What Kitty is told is between these."""


class Key(NamedTuple):
    """All that the look of a picture depends on."""

    folder: Path | None
    """The article's."""
    target: str
    columns: int
    rows: int
    way: Way
    background: Colour
    is_dim: bool
    """Whether it stands beside the paragraph that is being read, and all else is dimmed."""


class Shared(NamedTuple):
    """What panes have in common that one terminal shows."""

    loaded: OrderedDict[str, bytes]
    """What was loaded from the web, by its target."""
    numbers: Iterator[int]
    """The numbers of pictures that the terminal knows by number."""
    overlays: Overlays


class Pictures:
    """What the pane knows of pictures. Made for the first image that is alone in a paragraph."""

    def __init__(self, pane: "ReadingPane | PicturePane", shared: Shared | None = None) -> None:
        """Know of no picture yet; what is `shared` with another pane is used as it is."""
        self._pane = pane
        self._way: tuple[object, Way] | None = None
        self._sizes: dict[tuple[Path | None, str, int, int, Size], tuple[int, int] | None] = {}
        self._reasons: dict[tuple[Path | None, str], str] = {}
        self._drawings: OrderedDict[Key, Drawing] = OrderedDict()
        self._pending: set[Key] = set()
        self._wanted: frozenset[Key] = frozenset()
        self.shared = shared or Shared(OrderedDict(), kitty.numbers(os.getpid()), Overlays())

    @property
    def way(self) -> Way:
        """The way that pictures are shown; found anew when the screen's size is another, as its cells may be."""
        size = self._pane.app.size
        if self._way is None or self._way[0] != size:
            self._way = size, way_of(self._pane.app, self._pane.illustrations.setting)
        return self._way[1]

    @property
    def _folder(self) -> Path | None:
        path = self._pane.document.source.path
        return path.parent if path else None

    # While the page is laid out

    def size_of(self, target: str, columns: int) -> tuple[int, int] | None:
        """Return the columns and rows of a picture that has at most `columns`; None where its text is to be shown."""
        way = self.way
        if not (self.are_shown and self.is_here(target)):
            return None
        highest = self._pane.illustrations.highest or HIGHEST
        rows = max(1, min(highest, self._pane.size.height - _BESIDE))
        key = self._folder, target, columns, rows, way.cell
        if key not in self._sizes:
            if len(self._sizes) >= _MOST_SIZES:
                self._sizes.clear()
            self._sizes[key] = self._measured(target, columns, rows, way.cell)
        return self._sizes[key]

    def _measured(self, target: str, columns: int, rows: int, cell: Size) -> tuple[int, int] | None:
        """Measure a picture by the head of its file; where that can't be, remember why."""
        if self.reason(target):
            return None
        try:
            frame = measure(self._source(target, self._folder), columns, rows, cell)
        except ImageError as error:
            self._fail(self._folder, target, error)
            return None
        return frame.columns, frame.rows

    def _source(self, target: str, folder: Path | None) -> Path | bytes:
        """Return a picture's file, or what is in it where it was loaded. Raises `ImageError`."""
        return self.shared.loaded.get(target) or locate(target, folder)

    # What is known of one

    @property
    def are_shown(self) -> bool:
        """Whether the terminal and the reader let pictures be shown."""
        return self.way.graphics is not Graphics.OFF

    def is_here(self, target: str) -> bool:
        """Tell whether a picture needn't be loaded from the web."""
        return target in self.shared.loaded or not is_remote(target)

    def reason(self, target: str) -> str:
        """Return why a picture isn't shown; empty where nothing is known against it."""
        return self._reasons.get((self._folder, target), "")

    def _fail(self, folder: Path | None, target: str, error: ImageError) -> None:
        """Show a picture's text from now on."""
        self._reasons[folder, target] = str(error)
        self._sizes.clear()

    def try_again(self) -> None:
        """Try to show what couldn't be shown."""
        self._reasons.clear()
        self._sizes.clear()

    def load(self, target: str, data: bytes) -> None:
        """Keep a picture from the web, for this reading only."""
        self.shared.loaded[target] = data
        while len(self.shared.loaded) > 1 and sum(map(len, self.shared.loaded.values())) > MOST_LOADED:
            self.shared.loaded.popitem(last=False)
        self._reasons.pop((self._folder, target), None)
        self._sizes.clear()

    # Once it is in sight

    def want(self, rows: Iterable[Row]) -> None:
        """Have the pictures drawn of which there are rows on the screen."""
        keys = dict.fromkeys(self._key(line.picture, place.block) for place, line in rows if line.picture)
        self._wanted = frozenset(keys)
        for key in keys:
            if key in self._drawings:
                self._drawings.move_to_end(key)
            elif key not in self._pending:
                self._begin(key)

    def _key(self, picture: PictureRow, block: int) -> Key:
        target, columns, rows, _ = picture
        return Key(self._folder, target, columns, rows, self.way, self._background, self._pane.is_dim(block))

    @property
    def _background(self) -> Colour:
        """The page's background; where only the terminal knows it, the darkest or the lightest."""
        field = self._pane.paint.style("text").bgcolor
        if field and field.triplet:
            red, green, blue = field.triplet
            return red, green, blue
        return (0, 0, 0) if self._pane.app.current_theme.dark else (255, 255, 255)

    def _begin(self, key: Key) -> None:
        """Have a picture drawn in a thread."""
        self._pending.add(key)
        show: Task = partial(self._show, key, self._pane.paint.style("text"))
        self._pane.run_worker(show, group="pictures")

    async def _show(self, key: Key, base: Style) -> None:
        """Show a picture once it is drawn; where it can't be, its text; where it wasn't begun, see if it should be."""
        try:
            drawing = await aside(partial(self._draw, key, base, next(self.shared.numbers)))
        except ImageError as error:
            self._fail(key.folder, key.target, error)
            self._pane.lay_out_anew()
        else:
            self._keep(key, drawing)
            self._pane.refresh()
        finally:
            self._pending.discard(key)
        self.want(self._pane.rows)

    def _draw(self, key: Key, base: Style, number: int) -> "Drawing | None":
        """Draw a picture, if it is still wanted."""
        from ketareader.ui.drawing import Commission, draw  # noqa: PLC0415 (Pillow: not before a picture is in sight)

        if key not in self._wanted:
            return None
        source = self._source(key.target, key.folder)
        veil = TINTS["faded"].share if key.is_dim else 0.0
        return draw(Commission(source, key.columns, key.rows, key.background, base, number, veil), key.way)

    def _keep(self, key: Key, drawing: "Drawing | None") -> None:
        """Keep what was drawn, in the place of what was out of sight the longest."""
        if drawing is None:
            return
        self._send(drawing.sent)
        rows = drawing.rows or self._overlaid(key, drawing.payloads)
        self._drawings[key] = drawing._replace(rows=rows, sent="")
        weight = sum(kept.weight for kept in self._drawings.values())
        for old in [old for old in self._drawings if old not in self._wanted]:
            if weight <= MOST_DRAWN:
                break
            weight -= self._drawings[old].weight
            self._drop(old)

    def _overlaid(self, key: Key, payloads: tuple[str, ...]) -> tuple[tuple[Segment, ...], ...]:
        """Return the text of rows that the terminal draws over."""
        base, driver = self._pane.paint.style("text"), self._driver
        if driver and payloads:
            driver.drawn = self.shared.overlays.drawn
        return tuple((Segment(self.shared.overlays.add(key.columns, payload), base),) for payload in payloads)

    def _drop(self, key: Key) -> None:
        """Forget what was drawn, and have the terminal forget it."""
        drawing = self._drawings.pop(key)
        self._send(drawing.unsent)
        if drawing.payloads:
            for row in drawing.rows:
                self.shared.overlays.remove(row[0].text)

    def _send(self, data: str) -> None:
        """Write to the terminal beside the page, past tmux where that stands between; each command alone."""
        if data and self._driver:
            is_within = bool(os.environ.get("TMUX"))
            self._driver.write(_COMMAND.sub(lambda found: through_tmux(found[0]), data) if is_within else data)

    @property
    def _driver(self) -> QuietDriver | None:
        """What writes to the terminal, where there is one."""
        driver = self._pane.app._driver  # noqa: SLF001 (there is no other way to it)
        return driver if isinstance(driver, QuietDriver) else None

    def close(self) -> None:
        """Have the terminal forget every picture."""
        for key in list(self._drawings):
            self._drop(key)

    # When it is painted

    def painted(self, strip: Strip, line: Line, column: Column, y: int) -> Strip:
        """Return the pane's line `y`, painted, with its row of a picture over the cells that were left for it."""
        segments = self._row(line.picture, self._pane.rows[y][0].block)
        if not segments or self._would_scroll(y):
            return strip
        left = column.left
        for run in line.runs:
            if run.role.startswith(PICTURE):
                break
            left += cell_len(run.text)
        row = Strip(segments).crop(0, strip.cell_length - left)
        return Strip.join([strip.crop(0, left), row, strip.crop(left + row.cell_length)])

    def _would_scroll(self, y: int) -> bool:
        """Tell whether a line is the terminal's last, where some scroll after graphics."""
        is_last = self._pane.region.y + y == self._pane.app.size.height - 1
        return is_last and self.way.graphics in (Graphics.SIXEL, Graphics.ITERM2)

    def _row(self, picture: PictureRow | None, block: int) -> tuple[Segment, ...]:
        """Return the segments of a row; those of the picture as it was before it was dimmed or not, until it is drawn.

        None where neither is drawn.
        """
        if picture is None:
            return ()
        key = self._key(picture, block)
        drawing = self._drawings.get(key) or self._drawings.get(key._replace(is_dim=not key.is_dim))
        return drawing.rows[picture.row] if drawing else ()
