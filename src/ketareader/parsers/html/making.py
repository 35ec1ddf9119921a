"""Blocks in the making: which elements are open, what has come in them, and the blocks that are made of it."""

from typing import cast

from ketareader.document.block import Block, Container, Frame, Item, Kind, Name
from ketareader.parsers.html.code import Code
from ketareader.parsers.html.elements import CELLS, CODE, FOREIGN, NEUTRAL, TABLE, Element, OpenElements
from ketareader.parsers.html.grid import Grid, Spot
from ketareader.parsers.html.lists import Numbering
from ketareader.parsers.html.text import RunningText, medium
from ketareader.parsers.markdown.elements import MEDIA

_SUMMARY = "Details"
"""The title of what folds and has none (HTML section 4.11.1)."""


class Making:
    """What has come and is no block yet. Between two fragments, only which elements are open."""

    def __init__(self, frame: Frame, names: list[str]) -> None:
        """Begin with no element; what comes stands in the containers of `frame`, and is called by `names`."""
        self.names = names
        """What the next block is called in links."""
        self.open = OpenElements(frame)
        self.text = RunningText()
        self.code: Code | None = None
        self.line = 1
        """The line of the source that is being read."""
        self.untitled: Element | None = None
        """The innermost thing that folds, until it has a title."""
        self._blocks: list[Block] = []
        self._made = 0
        """Blocks so far, and the places between them where others may stand."""

    def taken(self) -> list[Block]:
        """Return the blocks that are made, for others to follow."""
        self._made += 1
        blocks, self._blocks = self._blocks, []
        return blocks

    # Elements

    def push(self, name: str, container: Container | None = None, *, kind: Kind = Kind.PARAGRAPH) -> bool:
        """Open an element, the text in which is of this kind, and of one block unless it is a paragraph's."""
        frame = (*self.open.top.frame, container) if container else self.open.top.frame
        flat = kind is not Kind.PARAGRAPH
        return self.open.push(Element(name, self.line, frame, kind, flat=flat, made=self._made))

    def push_heading(self, name: str, slug: str) -> None:
        """Open a heading, and say what it is called in links; "" where its title says."""
        frame, level = self.open.top.frame, int(name[1])
        self.open.push(Element(name, self.line, frame, Kind.HEADING, level, flat=True, made=self._made, content=slug))

    def push_holder(self, name: str, content: Numbering | Grid) -> None:
        """Open a list or a table."""
        self.open.push(Element(name, self.line, self.open.top.frame, made=self._made, content=content))

    def push_cell(self, name: str, spot: Spot) -> None:
        """Open a cell of a table."""
        self.push(name, cast("Container", spot))  # In a frame until `tables` takes it out again.

    def push_alike(self, name: str, tag: str | None = None) -> None:
        """Open an element whose text is what that around it is."""
        top = self.open.top
        self.open.push(Element(name, self.line, top.frame, top.kind, top.level, top.flat, self.text.seen, tag))

    def close(self, count: int) -> None:
        """Close the innermost elements, and make blocks of what is in them."""
        for _ in range(count):
            self._finish(self.open.top)
            for element in self.open.pop(1):
                self._leave(element)

    def clear(self) -> None:
        """Close whatever is one block's text, and end the block: what comes has more to it."""
        while self.open.top.flat or self.open.top.name in MEDIA:
            self.close(1)
        self.emit(self.open.top)

    def part(self) -> None:
        """End the block that is being collected, unless all of the text around is one."""
        if self.open.top.flat:
            self.text.gap()
        else:
            self.emit(self.open.top)

    def is_task_begun(self) -> bool:
        """Tell whether what comes next is the first that is shown of a task."""
        top = self.open.top
        container = next(reversed(top.frame), None)
        is_task = isinstance(container, Item) and container.done is not None
        return is_task and top.name == "li" and top.made == self._made and self.text.is_empty

    def _finish(self, element: Element) -> None:
        """Take what is in the innermost element, which is about to be closed."""
        if element.name in MEDIA:
            if self.text.seen == element.made and (link := medium(str(element.content))):
                self.text.markdown(link, element.line)
            self.text.gap()
        elif element.name in FOREIGN or (element.flat and element.name in NEUTRAL):
            self.text.gap()
        else:
            self.emit(element)

    def _leave(self, element: Element) -> None:
        """Make what an element that is closed leaves behind."""
        if element is self.untitled:
            self.untitled = None
        if element.name in CODE:
            self.code = None
        elif isinstance(element.content, Grid):
            element.content.end = self.line + 1
        elif element.name == "li" and element.made == self._made:
            self.add(Block(Kind.PARAGRAPH, "", element.line, self.line + 1, element.frame))

    # Blocks

    def add(self, block: Block) -> None:
        """Add a block that is made; what folds has its title first."""
        if block.kind is Kind.TITLE:
            self.untitled = None
        else:
            self.entitle()
        self.break_off()
        if self.names:
            block = block._replace(names=tuple(map(Name, self.names)))
            self.names.clear()
        self._blocks.append(block)
        self._made += 1

    def entitle(self) -> None:
        """Give what folds its title, if it has none by now."""
        if element := self.untitled:
            self.add(Block(Kind.TITLE, _SUMMARY, element.line, element.line + 1, element.frame))

    def emit(self, element: Element) -> None:
        """Make a block of the text, or the code, right in an element."""
        if self.code:
            self.end_code(element)
        elif text := self.text.take():
            kind = Kind.HTML if text.is_markup and element.kind is Kind.PARAGRAPH else element.kind
            name = str(element.content) if kind is Kind.HEADING else ""
            self.add(Block(kind, text.markdown, text.line, text.end, element.frame, element.level, name))

    def end_code(self, element: Element) -> None:
        """Make a block of the code."""
        for block in self.code.take(element.frame, self.line + 1) if self.code else ():
            self.add(block)

    # Tables

    def grid(self) -> Grid | None:
        """Return the table that a cell which comes next belongs to."""
        table = self.open.nearest(TABLE)
        return table.content if table and isinstance(table.content, Grid) else None

    def break_off(self) -> None:
        """Take note that a block stands between a table's cells, if it does."""
        around = self.open.nearest(TABLE | CELLS)
        if around and isinstance(around.content, Grid):
            around.content.break_off()

    # Between fragments

    def pause(self) -> None:
        """Make blocks of all that has come: the fragment ends."""
        self.clear()
        self.text.forget()

    def interrupt(self) -> None:
        """Take note that what comes next is no HTML."""
        self.entitle()
