"""Selections: from two places in an article to what is marked, and to the text as it is read."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.document.block import Block, Item, Kind, Meaning, Note
from ketareader.document.document import Document
from ketareader.document.inline import BREAK
from ketareader.layout.frame import gap, shared_containers
from ketareader.layout.lines import Line
from ketareader.layout.meanings import meaning_mark
from ketareader.layout.ruler import SOFT_HYPHEN, cell_len, graphemes

_TO_THE_END = 1 << 30
"""More characters than any block has."""
_INDENT = "  "
_APART = frozenset({Kind.HEADING, Kind.TITLE, Kind.TERM})
"""Kinds that a blank line stands below in plain text, however close they are set."""

Shown = Callable[[Block], bool]
"""Tells whether a block is shown, and not folded away."""


class Selection(NamedTuple):
    """What is selected: all from one place up to another, which isn't before it."""

    start: Anchor
    end: Anchor
    """After the last character."""

    def part_of(self, block: int) -> tuple[int, int] | None:
        """Return the half-open range of characters that is selected of a block; None where nothing is."""
        if not self.start.block <= block <= self.end.block:
            return None
        start = self.start.offset if block == self.start.block else 0
        end = self.end.offset if block == self.end.block else _TO_THE_END
        return (start, end) if start < end else None


def between(one: Selection, other: Selection) -> Selection:
    """Return what reaches from one stretch to another, both in it."""
    return Selection(min(one.start, other.start), max(one.end, other.end))


def character_at(block: int, line: Line, cell: int) -> Selection:
    """Return the character at a cell of a line; before the text, between and after it, the nothing there is."""
    end = line.start
    for run in line.runs:
        size = cell_len(run.text)
        if run.start >= 0:
            if cell < size:
                first, last = _cluster(run.text, cell) if cell >= 0 else (0, 0)
                return Selection(Anchor(block, run.start + first), Anchor(block, run.start + last))
            end = run.start + len(run.text)
        cell -= size
    return Selection(Anchor(block, end), Anchor(block, end))


def _cluster(text: str, cell: int) -> tuple[int, int]:
    """Return the range of the grapheme cluster at a cell."""
    for start, end, size in graphemes(text):
        if cell < size:
            return start, end
        cell -= size
    return len(text), len(text)


def word_at(document: Document, anchor: Anchor) -> Selection:
    """Return the word at a place: the letters and digits around it, or the one character that is none."""
    block, offset = anchor
    text = document.inline(block).text
    start = end = min(offset, len(text))
    while start and _in_word(text, start - 1):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    if not start <= offset < end or not _in_word(text, offset):
        start, end = offset, min(offset + 1, len(text))
    return Selection(Anchor(block, start), Anchor(block, end))


def _in_word(text: str, at: int) -> bool:
    """Tell whether a character is part of a word: a letter, a digit, or what joins two."""
    if text[at].isalnum() or text[at] == "_":
        return True
    joins = text[at] in "'’-\N{SOFT HYPHEN}" and 0 < at < len(text) - 1
    return joins and text[at - 1].isalnum() and text[at + 1].isalnum()


def whole(document: Document, block: int) -> Selection:
    """Return all of a block, with the pieces that it was cut into."""
    blocks = document.blocks
    first = last = block
    while first and blocks[first].joined:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].joined:
        last += 1
    return Selection(Anchor(first), Anchor(last, len(document.inline(last).text)))


def text_of(document: Document, selection: Selection, shown: Shown) -> str:
    """Return what is selected as it is read: lines unbroken, paragraphs apart, markers where items begin.

    Cells are divided by tabs, the rows of a table by newlines, and code is as it stands. A line that ends within a cell
    ends with a space. Soft hyphens, which only a line's end shows, are left out.
    """
    parts: list[str] = []
    above: Block | None = None
    for index, text in _parts(document, selection, shown):
        block = document.blocks[index]
        if above is not None:
            parts.append(_between(above, block, parts[-1]))
        parts.append(text)
        above = block
    return "".join(parts)


def as_read(text: str) -> str:
    """Return a text without what is in it for the page alone: lines that end within a cell, and soft hyphens."""
    return text.replace(BREAK, " ").replace(SOFT_HYPHEN, "")


def _parts(document: Document, selection: Selection, shown: Shown) -> Iterator[tuple[int, str]]:
    """Yield each block that is shown and of which something is selected, with that text; what has none, as a rule, not.

    Markers stand before it, unless it is cut off from them.
    """
    for index in range(selection.start.block, min(selection.end.block + 1, len(document.blocks))):
        block, part = document.blocks[index], selection.part_of(index)
        if part and not document.is_hidden(block) and shown(block):
            text = as_read(document.read_inline(index).text[slice(*part)])
            marked = text if part[0] else _markers(document, index) + text
            if marked or block.joined:
                yield index, marked


def _between(above: Block, block: Block, text: str) -> str:
    """Return what parts two neighbours, of which the upper ends in `text`."""
    if block.joined:
        goes_on = block.line == above.line + above.text.count("\n")
        if not goes_on and block.kind in {Kind.CODE, Kind.TABLE, Kind.META}:
            return "\n"
        return " " if above.text[-1:].isspace() and not text[-1:].isspace() else ""
    return "\n" if gap(above, block) == 0 and above.kind not in _APART else "\n\n"


def _markers(document: Document, index: int) -> str:
    """Return the markers of what begins with a block and has any, indented by the lists around; else nothing."""
    frame, above = document.blocks[index].frame, document.blocks[index - 1].frame if index else ()
    shared = shared_containers(above, frame)
    begun = [container for container in frame[shared:] if isinstance(container, Item | Note | Meaning)]
    markers = "".join(_marker(document, index, container) for container in begun)
    around = sum(isinstance(container, Item) for container in frame[:shared])
    return _INDENT * around + markers if markers else ""


def _marker(document: Document, index: int, container: Item | Note | Meaning) -> str:
    """Return a note's number, a meaning's dash, or an item's marker: a box in the place of a bullet, as on the page."""
    if isinstance(container, Meaning):
        mark = meaning_mark(document.blocks, index, container)
        return f"{mark} " if mark else ""
    if isinstance(container, Note):
        number = document.references.notes.get(container.label)
        return f"{number}. " if number else ""
    box = "" if container.done is None else "☑ " if container.done else "☐ "
    return box if box and container.marker == "•" else f"{container.marker} {box}"
