"""The listener: which part of which article was read out last, and the way back."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from ketareader.commands.listening.found import Found
from ketareader.commands.listening.parts import Parts
from ketareader.commands.output import write_lines
from ketareader.document.block import Kind
from ketareader.layout.linear.mentions import Mentions
from ketareader.layout.linear.reading import Reading


class Listener:
    """A place in an article that is read out. What reads tells whether there was something to read."""

    def __init__(self, parts: Parts) -> None:
        """Take an article; nothing of it is read out yet."""
        self.parts = parts
        self.part = 0
        """The part that was read out last."""
        self.mentions = Mentions()
        """What it refers to; and what the notes do that were read since."""
        self._found: Found | None = None
        self._way: list[tuple[Parts, int]] = []
        """The articles and parts that jumps were made from."""

    @property
    def folder(self) -> Path:
        """The folder that the article's links begin in."""
        path = self.parts.document.source.path
        return path.parent if path else Path.cwd()

    def place(self) -> str:
        """Say where one is, in a sentence."""
        so_far = "" if self.parts.document.complete else " so far"
        name = self.parts.name(self.part)
        return f"Part {self.part + 1} of {len(self.parts)}{so_far}, {name}{'' if name[-1] in '.?!…' else '.'}"

    def read(self, part: int) -> bool:
        """Read a part out."""
        if part < 0 or not self.parts.reach(part):
            return False
        self.part = part
        self._read_out(self.parts.blocks(part))
        return True

    def read_notes(self, labels: Iterable[str]) -> None:
        """Read notes out, and stay: the links in them are numbered on from those of the part."""
        notes = [self.parts.note(label) for label in labels]
        self._read_out(chain.from_iterable(notes), self.mentions)

    def abbreviations(self) -> Mapping[str, str]:
        """Return what the abbreviations in the part stand for, which the article may say at its end."""
        self.parts.read_all()
        reading = Reading(self.parts.document)
        for block in self.parts.blocks(self.part):
            list(reading.block(block))
        return reading.mentions.abbreviations | self.mentions.abbreviations

    def read_front_matter(self) -> bool:
        """Read all that the article says of itself, and stay."""
        lines = list(Reading(self.parts.document).front_matter())
        write_lines(lines)
        return bool(lines)

    def jump(self, parts: Parts, part: int) -> bool:
        """Read a part of this article or another, to go back from later."""
        self._way.append((self.parts, self.part))
        self._turn_to(parts)
        return self.read(part)

    def jump_to_block(self, parts: Parts, block: int) -> bool:
        """Read from a block of this article or another to the end of its part, to go back from later."""
        part = parts.part_at(block)
        section = parts.section(part)
        head = 0 if section is None else parts.document.sections[section].block
        if block == head:
            return self.jump(parts, part)
        self._way.append((self.parts, self.part))
        self._turn_to(parts)
        self.part = part
        self._read_out(range(block, parts.blocks(part).stop))
        return True

    def go_back(self) -> bool:
        """Read the part that the last jump was made from."""
        if not self._way:
            return False
        parts, part = self._way.pop()
        self._turn_to(parts)
        return self.read(part)

    def jump_to_hits(self, found: Found) -> bool:
        """Read from the first hit of a search."""
        self._way.append((self.parts, self.part))
        self._found = found
        return self.step(0)

    def step(self, hits: int) -> bool:
        """Go on by some hits, or back, and read from there to the end of the part."""
        if self._found is None:
            return False
        self._found.step(hits)
        block = self._found.hit.block
        self.part = self.parts.part_at(block)
        write_lines([f"{self._found.place()}:"])
        if self.parts.document.blocks[block].kind is Kind.META:
            self.read_front_matter()
            write_lines([""])
        self._read_out(range(block, self.parts.blocks(self.part).stop))
        return True

    def _turn_to(self, parts: Parts) -> None:
        """Have another article read; what was found in this one is forgotten."""
        if parts is not self.parts:
            self.parts, self._found = parts, None

    def _read_out(self, blocks: Iterable[int], mentions: Mentions | None = None) -> None:
        reading = Reading(self.parts.document, mentions)
        write_lines(chain(chain.from_iterable(map(reading.block, blocks)), reading.end()))
        self.mentions = reading.mentions
