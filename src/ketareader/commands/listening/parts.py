"""An article in parts, read no further than it is asked for: what stands above the first heading, then each section."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from ketareader.commands.settled import has_all_references
from ketareader.document.block import Block, Kind, Note
from ketareader.document.document import Document
from ketareader.layout.destination import anchor_with
from ketareader.layout.notes import note_with
from ketareader.pipeline import Article, open_article

_UNHEARD: Final = frozenset({Kind.META, Kind.REFERENCE})
"""The kinds that make no part of their own above the first heading."""


class Parts:
    """An article that is open, and its parts, by index."""

    def __init__(self, where: str) -> None:
        """Open the article at `where`. Raises `SourceError`."""
        self._article: Article = open_article(where)
        self._batches = iter(self._article.batches)
        self._is_read = False

    @property
    def document(self) -> Document:
        """The article as far as it has been read."""
        return self._article.document

    def __len__(self) -> int:
        return len(self._starts())

    def reach(self, part: int) -> bool:
        """Read on until all of a part is there, and what it refers to; tell whether there is such a part."""
        self._read_until(lambda: len(self) > part + 1)
        if part >= len(self):
            return False
        if not all(has_all_references(self.document.blocks[block]) for block in self.blocks(part)):
            self.read_all()
        return True

    def read_all(self) -> None:
        """Read the article to its end."""
        self._read_until(lambda: False)

    def read_for(self, seconds: float) -> None:
        """Read on for a while, where nothing has to be waited for: from a file."""
        end = monotonic() + seconds
        self._read_until(lambda: self.document.source.path is None or monotonic() > end)

    def blocks(self, part: int) -> range:
        """Return the blocks of a part that has been read."""
        starts = [*self._starts(), len(self.document.blocks)]
        return range(starts[part], starts[part + 1])

    def section(self, part: int) -> int | None:
        """Return the section that a part is; None for what stands above the first heading."""
        section = part - self._above()
        return section if 0 <= section < len(self.document.sections) else None

    def part_of(self, section: int) -> int:
        """Return the part that a section is."""
        return section + self._above()

    def part_at(self, block: int) -> int:
        """Return the part that a block is in."""
        section = self.document.section_at(block)
        return 0 if section is None else self.part_of(section)

    def name(self, part: int) -> str:
        """Return what a part is called: its section's number and title."""
        index = self.section(part)
        if index is None:
            return "the beginning"
        section = self.document.sections[index]
        return f"section {section.number}: {section.title}" if section.number else section.title or "a section"

    def numbered(self, number: str) -> int | None:
        """Return the part that is the section with a number, once the article is read; 0 is the first part."""
        self.read_all()
        wanted = number.rstrip(".")
        if wanted == "0":
            return 0
        found = (index for index, section in enumerate(self.document.sections) if section.number == wanted)
        return next(map(self.part_of, found), None)

    def named(self, slug: str) -> int | None:
        """Return the block with a name in links, once the article is read."""
        self.read_all()
        anchor = anchor_with(self.document, slug)
        return None if anchor is None else anchor.block

    def note_numbered(self, number: int) -> str | None:
        """Return the label of the note with a number, once the article is read."""
        self.read_all()
        notes = self.document.references.notes
        return next((label for label, other in notes.items() if other == number), None)

    def note(self, label: str) -> range:
        """Return the blocks of a note, once the article is read."""
        self.read_all()
        blocks = self.document.blocks
        first = note_with(blocks, label)
        if first is None:
            return range(0)
        after = (index for index in range(first, len(blocks)) if not _is_in(blocks[index], label))
        return range(first, next(after, len(blocks)))

    def contents(self) -> Iterator[str]:
        """Yield the parts' names, each after what it is gone to by."""
        self.read_all()
        yield f"Contents, {len(self)} part{'' if len(self) == 1 else 's'}:"
        for part in range(len(self)):
            index, name = self.section(part), self.name(part)
            is_numbered = index is not None and self.document.sections[index].number != ""
            yield name.removeprefix("section ") if is_numbered else f"0: {name}"
        yield "End of contents"

    def _read_until(self, is_enough: Callable[[], bool]) -> None:
        """Take batches in until there is enough, or no other."""
        while not self._is_read and not is_enough():
            batch = next(self._batches, None)
            if batch is None:
                self.document.conclude(self._article.unused())
                self._is_read = True
            else:
                self.document.extend(batch)

    def _above(self) -> int:
        """Return how many parts stand above the first heading: one or none."""
        sections, blocks = self.document.sections, self.document.blocks
        return int(not sections or any(block.kind not in _UNHEARD for block in blocks[: sections[0].block]))

    def _starts(self) -> list[int]:
        """Return the block that each part begins with."""
        heads = [section.block for section in self.document.sections]
        return [0, *(heads if self._above() else heads[1:])]


def _is_in(block: Block, note: str) -> bool:
    """Tell whether a block is in the note with a label."""
    return any(isinstance(container, Note) and container.label == note for container in block.frame)
