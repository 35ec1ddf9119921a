"""The floor: what Textual itself takes. The same parts as on ketareader's screen, and no article.

A header, a tree of sections, a page of a hundred thousand rows through the line API, an input and a footer. The page is
as large as ketareader's on the same terminal, its rows are as long, and a key or a new size has as many to paint. What
moves, moves at once: no animation.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Header, Input, Tree

_ROWS = 100_000
_SECTIONS = 30
_JUMP = 100
"""Rows to the next "section"."""
_LEFT = " " * 8
_TEXT = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do"
_STYLE = Style.parse("#e0e0e0 on #121212")


class Page(ScrollView, can_focus=True):
    """Rows, each with a mark, in the form that `marks.mark` gives them: no import beyond Textual, for a low floor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("pagedown", "move(0)", "Page down"),
        ("right_square_bracket", "move(1)", "Next section"),
    ]

    def on_mount(self) -> None:
        """Have rows to scroll through."""
        self.virtual_size = Size(80, _ROWS)

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        text = f"{_LEFT}m{self.scroll_offset.y + y + 1:07} {_TEXT}"
        return Strip([Segment(text, _STYLE)]).adjust_cell_length(self.size.width, _STYLE)

    def action_move(self, sections: int) -> None:
        """Move by sections; by a page, but for two rows, where that is none."""
        rows = sections * _JUMP or self.size.height - 2
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)


class Floor(App[None]):
    """The parts, as they stand on ketareader's screen."""

    CSS = "Tree { width: 36; } Input { dock: bottom; }"
    TITLE = "The floor"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("t", "contents", "contents"),
        ("slash", "search", "search"),
        ("T", "theme", "theme"),
        ("question_mark", "help", "help"),
        ("q", "quit", "quit"),
    ]

    def compose(self) -> ComposeResult:
        """Yield the parts, from the top."""
        yield Header()
        with Horizontal():
            tree: Tree[None] = Tree("Contents")
            tree.root.expand()
            for number in range(_SECTIONS):
                tree.root.add_leaf(f"Section {number}")
            yield tree
            yield Page()
        yield Input(placeholder="Search", compact=True)
        yield Footer()


if __name__ == "__main__":
    Floor().run()
