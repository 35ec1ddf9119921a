"""The list of hits: by section, each with the words around it."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from ketareader.document.anchor import Hit
from ketareader.document.document import Document
from ketareader.layout.ruler import fit
from ketareader.search.snippet import snippet
from ketareader.ui.bindings import bindings_over_the_page
from ketareader.ui.line_list import LineList
from ketareader.ui.theme import Paint


class _HitRows:
    """Hits as rows, under the titles of their sections. Snippets are made as they are looked at."""

    def __init__(self, document: Document, hits: Iterable[Hit]) -> None:
        self._document = document
        self.rows: list[Hit | str] = []
        self._titles: list[int] = []
        section: int | None = -1
        for hit in hits:
            at = document.section_at(hit.block)
            if at != section:
                section = at
                self._titles.append(len(self.rows))
                self.rows.append("Before the first section" if at is None else document.sections[at].title)
            self.rows.append(hit)

    def __len__(self) -> int:
        return len(self.rows)

    def heading(self, row: int) -> int:
        """Return the row of the title that a row stands under; a title's own is that row."""
        return self._titles[bisect_right(self._titles, row) - 1]

    def segments(self, row: int, width: int, paint: Paint, *, cursor: bool) -> list[Segment]:
        item = self.rows[row]
        base = "contents.cursor" if cursor else "contents.item"
        if isinstance(item, str):
            return [Segment(f" {fit(item, width - 2)}", paint.style(base if cursor else "contents.title heading.3"))]
        text, start, end = snippet(self._document.inline(item.block).text, item, max(width - 4, 8))
        return [
            Segment("   " + text[:start], paint.style(base)),
            Segment(text[start:end], paint.style(f"{base} hit")),
            Segment(text[end:], paint.style(base)),
        ]


class HitsScreen(ModalScreen[Hit | None]):
    """All hits. Enter goes to one, Esc to none."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_over_the_page("escape", "hits", "quit", others={"enter": "choose"})

    def __init__(self, document: Document, hits: Iterable[Hit], current: Hit | None, paint: Paint) -> None:
        """List hits, the cursor on the current one."""
        super().__init__(id="hits")
        self._rows = _HitRows(document, hits)
        self._current = current
        self._list = LineList(self._rows, paint, id="hits-list")

    def compose(self) -> ComposeResult:
        """Yield the list."""
        self._list.heading = self._rows.heading
        yield self._list

    def on_mount(self) -> None:
        """Put the cursor on the current hit; a short list stands in a low box."""
        rows = self._rows.rows
        self._list.styles.height = len(rows) + 2
        self._list.cursor = rows.index(self._current) if self._current in rows else 0
        self.watch(self._list, "cursor", self._show_title)

    def _show_title(self, cursor: int) -> None:
        """Say in the border which section the cursor is in: its title may be far above."""
        title = self._rows.rows[self._rows.heading(cursor)]
        self._list.border_title = Content(f"Hits: {title}")

    def action_leave(self) -> None:
        """Go to none."""
        _ = self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._list.action_move(rows)

    def action_move_page(self, pages: float) -> None:
        """Move the cursor by screenfuls."""
        self._list.action_move_page(pages)

    def action_move_to(self, row: int) -> None:
        """Move the cursor to a row, counted from the end where negative."""
        self._list.action_move_to(row)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self._list.action_choose()

    @on(LineList.Chosen)
    def _choose(self, event: LineList.Chosen) -> None:
        """Go to the hit; from a section's title to its first."""
        event.stop()
        rows = self._rows.rows
        _ = self.dismiss(next((row for row in rows[event.row :] if isinstance(row, Hit)), None))
