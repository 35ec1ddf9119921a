"""Notes and their marks, found by the labels that an article gives them and by what pages made of it call them."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from ketareader.document.anchor import Anchor
from ketareader.document.block import WITHOUT_INLINE, Block, Note
from ketareader.document.document import Document

_NAME = re.compile(r"fn(ref)?([-:]?)(.+?)(?:-[0-9a-f]{32})?", re.IGNORECASE)
"""What pages call a note, and with "ref" the first mark of it: "fn-label" GitHub, which may add a digest, "fn:label"
Python-Markdown; by its number, "fn:1" Goldmark and "fn1" Pandoc."""


def note_with(blocks: Sequence[Block], label: str) -> int | None:
    """Return the index of a note's first block; notes stand at the end of an article."""
    found = None
    for index in range(len(blocks) - 1, -1, -1):
        if any(isinstance(container, Note) and container.label == label for container in blocks[index].frame):
            found = index
        elif found is not None:
            break
    return found


def note_named(document: Document, name: str) -> Anchor | None:
    """Return the note, or the first mark of one, that pages call so; None before all of the article has been read."""
    named = _NAME.fullmatch(name) if document.complete else None
    label = _label(document.references.notes, *named.group(2, 3)) if named else ""
    if not named or not label:
        return None
    if named[1]:
        return next(_marks(document, label), None)
    block = note_with(document.blocks, label)
    return None if block is None else Anchor(block)


def _label(notes: dict[str, int], separator: str, name: str) -> str:
    """Return the label of the note that has it as its name, where something separates that, else as its number."""
    label = f"^{name.lower().upper()}"
    if separator and label in notes:
        return label
    return next((label for label, number in notes.items() if str(number) == name), "")


def _marks(document: Document, label: str) -> Iterator[Anchor]:
    """Yield where the marks of a note stand; what doesn't mention it isn't parsed."""
    mention = f"[{label}]"
    for index, block in enumerate(document.blocks):
        if "[^" in block.text and block.kind not in WITHOUT_INLINE and mention in block.text.lower().upper():
            marks = (span for span in document.read_inline(index).spans if span.role == "note.mark")
            yield from (Anchor(index, mark.start) for mark in marks if unquote(mark.target[1:]) == label)
