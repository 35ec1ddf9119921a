"""The help screen: every command and its keys, from the commands table."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import wrap
from ketareader.ui.bindings import bindings_over_the_page
from ketareader.ui.commands import Command
from ketareader.ui.keys import shown_keys
from ketareader.ui.line_list import LineList
from ketareader.ui.theme import Paint

_KEYS_WIDTH = 17
_MARGIN = 2


class _HelpRows:
    """The commands as rows, under the headings of their groups."""

    def __init__(self, commands: Iterable[Command], width: int) -> None:
        """Break what doesn't fit in `width` cells."""
        self._commands = commands
        self._keys_width = min(_KEYS_WIDTH, max(width // 3, 1))
        self._rows = list(self._made(width))

    def __len__(self) -> int:
        return len(self._rows)

    def _made(self, width: int) -> Iterator[tuple[str, str]]:
        """Yield keys and text, or a heading as text alone with no keys."""
        group = ""
        for command in self._commands:
            if command.group != group:
                if group:
                    yield "", ""
                group = command.group
                yield group, ""
            keys = " ".join(shown_keys(command.keys))
            lines = wrap(command.text, width - self._keys_width - 2 * _MARGIN)
            for number, (start, end) in enumerate(lines):
                yield "" if number else keys, command.text[start:end]

    def segments(self, row: int, width: int, paint: Paint, *, cursor: bool) -> list[Segment]:
        """Return one row."""
        del width, cursor
        keys, text = self._rows[row]
        if not text:
            return [Segment(f" {keys}", paint.style("contents.title heading.3"))]
        base = paint.style("contents.item")
        space = " " * max(self._keys_width - cell_len(keys), 1)
        return [
            Segment("  ", base),
            Segment(keys, paint.style("status.key")),
            Segment(space, base),
            Segment(text, base),
        ]


class HelpScreen(ModalScreen[None]):
    """All keys. Any of those for help, for backing out, for quitting and Enter's leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_over_the_page("escape", "quit", "help", "enter", others={})

    def __init__(self, commands: Iterable[Command], paint: Paint) -> None:
        """Show the keys of `commands`, painted by `paint`."""
        super().__init__(id="help")
        self._commands = commands
        self._paint = paint
        self._list = LineList(_HelpRows(commands, _KEYS_WIDTH), paint, id="help-list")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the list."""
        self._list.border_title = "Keys"
        yield self._list

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self._list.show(_HelpRows(self._commands, min(event.size.width, 72) - _MARGIN), self._paint)

    def action_leave(self) -> None:
        """Go back to the page."""
        _ = self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """Move by rows."""
        self._list.top += rows

    def action_move_page(self, pages: float) -> None:
        """Move by what is in sight."""
        self._list.top += self._list.rows_of(pages)

    def action_move_to(self, row: int) -> None:
        """Move to a row, counted from the end where negative."""
        self._list.top = row if row >= 0 else len(self._list.rows) + row
