"""A bar: one line of text, something at its left and something at its right."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from ketareader.layout.ruler import cell_len, fit
from ketareader.ui.theme import Paint

Part = tuple[str, str]
"""A text and its role."""


class Bar(Widget):
    """One line. Its left part is cut where both don't fit; what is out of room at the right goes first."""

    class Clicked(Message):
        """A part of a bar was clicked."""

        def __init__(self, bar: "Bar", part: str) -> None:
            """Tell which."""
            super().__init__()
            self.bar = bar
            self.part = part

        @property
        def control(self) -> "Bar":
            """The bar that was clicked."""
            return self.bar

    def __init__(self, paint: Paint, *, id: str) -> None:  # noqa: A002 (Textual's name)
        """Show nothing yet."""
        super().__init__(id=id)
        self.paint = paint
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()

    def show(self, left: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Show these parts."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def repaint(self, paint: Paint) -> None:
        """Paint in another theme."""
        self.paint = paint
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        width = self.size.width
        base = self.paint.style("status.label")
        if y:
            return Strip.blank(width, base)
        return Strip(Segment(text, self.paint.style(role) if role else base) for text, role in self._parts(width))

    def _parts(self, width: int) -> list[Part]:
        """Return the parts that fit, and the space between left and right."""
        right = list(self._right)
        kept = min(sum(cell_len(text) for text, _ in self._left), width // 3)
        while right and sum(cell_len(text) for text, _ in right) > width - kept:
            right.pop(0)
        room = width - sum(cell_len(text) for text, _ in right)
        left: list[Part] = []
        for text, role in self._left:
            cut = fit(text, room)
            left.append((cut, role))
            room -= cell_len(cut)
        return [*left, (" " * room, ""), *right]

    def on_click(self, event: events.Click) -> None:
        """Say which part was clicked."""
        cell = 0
        for text, _ in self._parts(self.size.width):
            cell += cell_len(text)
            if event.x < cell:
                self.post_message(self.Clicked(self, text.strip()))
                return
