"""The help screen: every command and its keys, from the commands table."""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from ketareader.layout.ruler import cell_len, fit
from ketareader.ui.commands import COMMANDS, shown_keys
from ketareader.ui.line_list import LineList
from ketareader.ui.theme import Paint

_KEYS_WIDTH = 18


class _HelpRows:
    """The commands as rows, under the headings of their groups."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str]] = []
        group = ""
        for command in COMMANDS:
            if command.group != group:
                group = command.group
                self._rows += [("", ""), ("", group)] if self._rows else [("", group)]
            self._rows.append((" ".join(shown_keys(command.keys)), command.text))

    def __len__(self) -> int:
        return len(self._rows)

    def segments(self, row: int, width: int, paint: Paint, *, cursor: bool) -> list[Segment]:
        del cursor
        keys, text = self._rows[row]
        if not keys:
            return [Segment(f" {text}", paint.style("text heading.3"))]
        room = max(width - _KEYS_WIDTH - 3, 1)
        space = " " * max(_KEYS_WIDTH - cell_len(keys), 1)
        return [
            Segment("  "),
            Segment(keys, paint.style("status.key")),
            Segment(space, paint.style("contents.item")),
            Segment(fit(text, room), paint.style("contents.item")),
        ]


class HelpScreen(ModalScreen[None]):
    """All keys. Any of Esc, q, ? and Enter leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,enter", "dismiss"),
        ("j", "scroll_help(1)"),
        ("k", "scroll_help(-1)"),
        ("down", "scroll_help(1)"),
        ("up", "scroll_help(-1)"),
        ("space", "scroll_help(10)"),
        ("b", "scroll_help(-10)"),
    ]

    def __init__(self, paint: Paint) -> None:
        """Show the help, painted by `paint`."""
        super().__init__(id="help")
        self._list = LineList(_HelpRows(), paint, id="help-list")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the list."""
        self._list.border_title = "Keys"
        yield self._list

    def action_scroll_help(self, rows: int) -> None:
        """Move by rows."""
        self._list.top += rows
