"""A list of any length, painted a line at a time: the contents and the list of hits are both one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events, on
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from ketareader.ui.theme import Paint
from ketareader.ui.wheel import rows_turned


class Rows(Protocol):
    """What a list shows."""

    def __len__(self) -> int:
        """Return the number of rows."""
        ...

    def segments(self, row: int, width: int, paint: Paint, *, cursor: bool) -> list[Segment]:
        """Return one row, painted, in at most `width` cells; `cursor` tells whether the cursor is on it and shows."""
        ...


class LineList(Widget, can_focus=True):
    """A window over rows, with a cursor. It asks for the rows that it shows and for no others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "move_page(1)"),
        ("pageup", "move_page(-1)"),
        ("home", "move_to(0)"),
        ("end", "move_to(-1)"),
        ("enter", "choose"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that Enter chooses."""
    top: reactive[int] = reactive(0)
    """The first row on the screen."""

    @dataclass
    class Chosen(Message):
        """A row was chosen, with Enter or the mouse."""

        list: "LineList"
        row: int
        cell: int | None = None
        """The cell of the row that was clicked; None where it was Enter."""

        @property
        def control(self) -> "LineList":
            """The list it was chosen in."""
            return self.list

    @dataclass
    class Typed(Message):
        """Something was typed that the list takes."""

        character: str | None
        """None for Backspace."""

    def __init__(self, rows: Rows, paint: Paint, *, id: str) -> None:  # noqa: A002 (Textual's name)
        """Show `rows`, painted by `paint`."""
        super().__init__(id=id)
        self.rows = rows
        self.paint = paint
        self.takes: Callable[[str, str | None], bool] = lambda _key, _character: False
        """Whether the list takes a key, and the character that it types, as text."""
        self.heading: Callable[[int], int] = lambda row: row
        """The row above a row that is to be in sight with it where there is room for both."""

    def show(self, rows: Rows, paint: Paint) -> None:
        """Show other rows, or the same that have changed, from where the list stands."""
        self.rows, self.paint = rows, paint
        self.cursor = self.validate_cursor(self.cursor)
        self.top = self.validate_top(self.top)
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def validate_top(self, top: int) -> int:
        """Keep the window over the rows."""
        return max(0, min(top, len(self.rows) - max(self.size.height, 1)))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Keep the cursor in sight, and paint the rows that it left and came to."""
        self.reveal(cursor)
        self.refresh_rows(before, cursor)

    @property
    def in_sight(self) -> range:
        """The rows on the screen."""
        return range(self.top, min(self.top + self.size.height, len(self.rows)))

    def refresh_rows(self, *rows: int) -> None:
        """Paint some rows anew, and not the rest."""
        for row in rows:
            if 0 <= row - self.top < self.size.height:
                self.refresh(Region(0, row - self.top, self.size.width, 1))

    def reveal(self, row: int) -> None:
        """Move as little as it takes to have a row in sight, and its heading with it where both fit."""
        height = max(self.size.height, 1)
        heading = self.heading(row)
        if heading < self.top and row - heading < height:
            self.top = heading
        elif row < self.top:
            self.top = row
        elif row >= self.top + height:
            self.top = row - height + 1

    def on_resize(self) -> None:
        """Keep the cursor in sight in the new size."""
        self.top = self.validate_top(self.top)
        self.reveal(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        row = self.top + y
        width = self.size.width
        if row >= len(self.rows):
            return Strip([Segment(" " * width, self.paint.style("contents.item"))], width)
        cursor = row == self.cursor and self.has_focus
        segments = self.rows.segments(row, width, self.paint, cursor=cursor)
        return Strip(segments).adjust_cell_length(width, segments[-1].style if segments else None)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell Textual which keys are text here, and no command."""
        return self.takes(key, character)

    def on_key(self, event: events.Key) -> None:
        """Pass on what is typed."""
        if self.takes(event.key, event.character if event.is_printable else None):
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.character if event.is_printable else None))

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self.cursor += rows

    def action_move_page(self, pages: float) -> None:
        """Move the cursor by screenfuls."""
        self.cursor += self.rows_of(pages)

    def rows_of(self, pages: float) -> int:
        """Return the rows that so many screenfuls are."""
        return round(pages * max(self.size.height - 1, 1))

    def action_move_to(self, row: int) -> None:
        """Move the cursor to a row, counted from the end where negative."""
        self.cursor = row if row >= 0 else len(self.rows) + row

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if len(self.rows):
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = self.top + event.y
        if row < len(self.rows):
            self.cursor = row
            self.post_message(self.Chosen(self, row, event.x))

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _turn_wheel(self, event: events.MouseEvent) -> None:
        """Move the window by the wheel."""
        self.top += rows_turned(event)
