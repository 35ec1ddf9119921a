"""Previews: what a link leads to, as a document and the part of it that is meant."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ketareader.document.batch import Batch
from ketareader.document.block import Block, Kind, Note
from ketareader.document.document import Document
from ketareader.document.inline import Inline, Span
from ketareader.document.source import Source
from ketareader.layout.destination import Destination, anchor_with
from ketareader.layout.notes import note_with
from ketareader.pipeline import open_to_read

_BATCHES = 64
"""Batches of another article that are read, at the most, to find a section."""


class Preview(NamedTuple):
    """A part of a document."""

    title: str
    document: Document
    blocks: range
    """Half-open range of indices into the document's blocks."""


def preview_in(document: Document, goal: Destination) -> Preview | None:
    """Return the note, the section or another place that is meant in a document; None where that isn't there."""
    if goal.note:
        return _note(document, goal.note)
    if not goal.slug:
        return Preview(document.title or document.source.name, document, range(len(document.blocks)))
    anchor = anchor_with(document, goal.slug)
    return None if anchor is None else _from(document, anchor.block)


def _from(document: Document, block: int) -> Preview:
    """Return a whole section from its heading, and from another block on the rest of its section; notes end it."""
    sections, section = document.sections, document.section_at(block)
    if section is None:
        title = document.title or document.source.name
        stop = sections[0].block if sections else len(document.blocks)
    else:
        title = sections[section].title
        stop = (document.whole if sections[section].block == block else document.extent)(section).stop
    here = _note_of(document.blocks[block])
    end = next((index for index in range(block, stop) if _note_of(document.blocks[index]) != here), stop)
    end -= block < end < stop and document.blocks[end - 1].kind is Kind.RULE
    return Preview(title, document, range(block, end))


def _note(document: Document, label: str) -> Preview | None:
    first = note_with(document.blocks, label)
    if first is None:
        return None
    end = first
    while end < len(document.blocks) and _note_of(document.blocks[end]) == label:
        end += 1
    return Preview(f"Note {document.references.notes.get(label, '')}".strip(), document, range(first, end))


def _note_of(block: Block) -> str:
    """Return the label of the note that a block is of; "" for one of no note."""
    return next((container.label for container in block.frame if isinstance(container, Note)), "")


def preview_of_file(path: Path, goal: Destination) -> Preview | None:
    """Read as much of another article as it takes, and return what is meant in it; None where that isn't there.

    Any thread may call it. Raises `SourceError`.
    """
    article = open_to_read(str(path))
    batches: Iterator[Batch] = islice(article.batches, _BATCHES)
    for batch in batches:
        article.document.extend(batch)
        if found := preview_in(article.document, goal):
            return found
    return None


def preview_of_text(title: str, text: str) -> Preview:
    """Return some words as they stand."""
    source = Source(title, None, len(text), "UTF-8", "text")
    document = Document(source, lambda block, _references: Inline(block.text))
    document.extend(Batch((Block(Kind.PARAGRAPH, text, 1, 2),), (0,), 1.0, last=True))
    return Preview(title, document, range(1))


def preview_of_picture(title: str, target: str, article: Source) -> Preview:
    """Return a picture, by its target in an article, as a document that is nothing else."""
    image = Inline(title, (Span(0, len(title), "image", target),))
    document = Document(article, lambda _block, _references: image)
    document.extend(Batch((Block(Kind.PARAGRAPH, title, 1, 2),), (0,), 1.0, last=True))
    return Preview("Picture", document, range(1))
