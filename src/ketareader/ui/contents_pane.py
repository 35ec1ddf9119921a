"""The contents pane: the article's sections beside the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from ketareader.document.document import Document
from ketareader.document.outline import parent
from ketareader.search.hits import Hits
from ketareader.ui.bar import Bar
from ketareader.ui.contents import Contents
from ketareader.ui.line_list import LineList
from ketareader.ui.theme import Paint


class ContentsPane(Vertical):
    """Sections that fold, filter as one types, follow the reading, and are gone to with Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [("left", "fold"), ("right", "unfold")]

    @dataclass
    class SectionChosen(Message):
        """A section was chosen."""

        section: int

    def __init__(self, document: Document, paint: Paint) -> None:
        """Show the sections that a document has so far."""
        super().__init__(id="contents")
        self.paint = paint
        self.contents = Contents(document)
        self.contents.update()
        self._head = Bar(paint, id="contents-head")
        self.list = LineList(self.contents, paint, id="contents-list")
        self.list.takes = self._takes
        self.toggles: frozenset[str] = frozenset()
        """The keys that show the contents and put them away."""

    def compose(self) -> ComposeResult:
        """Yield the heading and the list."""
        yield self._head
        yield self.list

    def on_mount(self) -> None:
        """Write the heading."""
        self._show()

    def show(self, document: Document) -> None:
        """Show another document's sections."""
        self.contents = Contents(document, numbered=self.contents.numbered)
        self.grow()

    def grow(self) -> None:
        """Show the sections that the document has by now."""
        self.contents.update()
        self._show()

    def repaint(self, paint: Paint) -> None:
        """Paint in another theme."""
        self.paint = paint
        self._head.repaint(paint)
        self._show()

    def follow(self, section: int | None, read: set[int]) -> None:
        """Mark the section that is being read, and those that have been."""
        if section == self.contents.current and read <= self.contents.read:
            return
        changed = (read - self.contents.read) | {section, self.contents.current}
        self.contents.current = section
        self.contents.read |= read
        if section is not None and not self.contents.pattern:
            if self.list.has_focus:
                self.list.reveal(self.contents.row_of(section))
            else:
                self.list.cursor = self.contents.row_of(section)
        self.list.refresh_rows(*(self.contents.row_of(other) for other in changed if other is not None))

    def tick(self, read: Iterable[int]) -> None:
        """Mark sections as read, by index."""
        self.contents.read.update(read)
        self.list.refresh()

    def show_hits(self, hits: Hits | None) -> None:
        """Show each section's number of hits; its reading time where there is no search."""
        self.contents.hits = hits
        self.list.refresh_rows(*self.contents.recounted(self.list.in_sight))

    def toggle_numbers(self) -> None:
        """Turn the sections' numbers on or off."""
        self.contents.numbered = not self.contents.numbered
        self.list.refresh()

    @property
    def filtered(self) -> bool:
        """Whether a filter is on."""
        return bool(self.contents.pattern)

    def filter(self, pattern: str) -> None:
        """Show the sections that have each word of `pattern` in title or number; all of them where it is empty."""
        self.contents.pattern = pattern
        self.contents.update()
        self.list.cursor = (
            0 if pattern or self.contents.current is None else self.contents.row_of(self.contents.current)
        )
        self._show()

    def _takes(self, key: str, character: str | None) -> bool:
        """Tell whether a key belongs to the filter: letters and digits do, and all that is typed once it is on.

        But over the text, the key that showed the contents puts them away as long as nothing is filtered.
        """
        if key in self.toggles and not self.filtered and self.screen.has_class("-contents-over"):
            return False
        if not character:
            return key == "backspace" and self.filtered
        return character.isalnum() or (self.filtered and character.isprintable())

    @on(LineList.Typed)
    def _type(self, event: LineList.Typed) -> None:
        event.stop()
        pattern = self.contents.pattern
        self.filter(pattern[:-1] if event.character is None else pattern + event.character)

    @on(LineList.Chosen)
    def _choose(self, event: LineList.Chosen) -> None:
        event.stop()
        if event.row >= len(self.contents):
            return
        section = self.contents.visible[event.row]
        if event.cell is not None and self.contents.is_mark(event.row, event.cell, self.list.size.width):
            self._turn(section)
            return
        if self.filtered:
            self.filter("")
        self.post_message(self.SectionChosen(section))

    def _turn(self, section: int) -> None:
        """Fold a section, or unfold it."""
        if not self.contents.unfold(section):
            self.contents.fold(section)
        self._show()

    def action_fold(self) -> None:
        """Fold the section under the cursor; where it is folded, or has nothing in it, go to the one it stands in."""
        if not len(self.contents):
            return
        section = self.contents.visible[self.list.cursor]
        if not self.contents.fold(section):
            above = parent(self.contents.document.sections, section)
            self.list.cursor = self.contents.row_of(section if above is None else above)
        self._show()

    def action_unfold(self) -> None:
        """Unfold the section under the cursor."""
        if len(self.contents):
            self.contents.unfold(self.contents.visible[self.list.cursor])
            self._show()

    def _show(self) -> None:
        """Write the heading, and have the list painted."""
        document = self.contents.document
        if self.filtered:
            left = [(f" {self.contents.pattern}", "contents.filter"), ("▏", "contents.filter")]
            right = [(f"{len(self.contents)} of {len(document.sections)} ", "contents.number")]
        else:
            left = [(" Contents", "contents.filling")]
            right = [] if document.complete else [(f"reading {document.done:.0%} ", "contents.filling")]
        self._head.show(left, right)
        self.list.show(self.contents, self.paint)
