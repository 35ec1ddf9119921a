"""A bar: one line of text, something at its left and something at its right."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from ketareader.layout.ruler import cell_len, fit
from ketareader.layout.wrap import wrap
from ketareader.ui.theme import Paint

Part = tuple[str, str]
"""A text and its role."""


class Bar(Widget):
    """One line. Its left part is cut where both don't fit; what is out of room at the right goes first.

    Where the style sheet lets it have more lines, a message that is longer than one goes on in the next.
    """

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
            self.refresh(layout=self.styles.is_auto_height)

    def repaint(self, paint: Paint) -> None:
        """Paint in another theme."""
        self.paint = paint
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        width, height = self.size
        base = self.paint.style("status.label")
        parts = self._parts(width) if height == 1 else self._line(y, width, is_last=y == height - 1)
        return Strip(Segment(text, self.paint.style(role) if role else base) for text, role in parts)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (Textual's signature)
        """Return the lines that it takes where it may have more than one."""
        return len(self._broken(width))

    def _broken(self, width: int) -> list[tuple[int, int]]:
        """Return the range of the first part's text that stands on each of the lines it takes, a space before each."""
        text = self._left[0][0].strip() if self._left else ""
        return [(0, len(text))] if cell_len(text) < width else wrap(text, width - 1)

    def _line(self, y: int, width: int, *, is_last: bool) -> list[Part]:
        """Return one of several lines, the last cut where there is more."""
        lines = self._broken(width)
        if y >= len(lines):
            return [(" " * width, "")]
        start, end = lines[y]
        text, role = self._left[0]
        shown = fit(f" {text.strip()[start : None if is_last else end]}", width)
        return [(shown, role), (" " * (width - cell_len(shown)), "")]

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
