"""The document: an article as far as it has been read. It knows no width."""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from ketareader.document.anchor import Anchor
from ketareader.document.batch import Batch, Meta
from ketareader.document.block import Block, Kind, Name
from ketareader.document.inline import Inline
from ketareader.document.names import Names
from ketareader.document.outline import Outline, Section, slug_of, title_of
from ketareader.document.references import References
from ketareader.document.source import Source

InlineParser = Callable[[Block, References], Inline]

BLOCK_WEIGHT = 40
"""Characters that a block counts for beside its own, for the space around it."""
_PLACE = "\ufdd0"
"""Stands where a place is looked for; a noncharacter, which no text is meant to hold."""
_KEPT_INLINES = 512
"""Inline texts kept for reuse: some screens' worth, and a small article's whole."""


class Document:
    """Blocks, sections and references. Append-only: `extend` adds the next batch, and nothing else changes it.

    Inline text is parsed when it is asked for; the most recent are kept, and given up when a batch brings new
    references, for a link may be one only now.
    """

    def __init__(self, source: Source, parse_inline: InlineParser) -> None:
        """Begin with no block; `parse_inline` is the format's."""
        self.source = source
        self.blocks: list[Block] = []
        self.meta = Meta()
        self.references = References()
        self.unused: frozenset[str] = frozenset()
        """Labels of the references that nothing uses, known once the article is complete."""
        self.repaired = 0
        """Bytes read so far that were no text in the source's encoding, and were read as cp1252."""
        self.done = 0.0
        """The share of the source that has been read, 0 to 1."""
        self.complete = False
        self._outline = Outline()
        self._names = Names()
        self._heads: list[int] = []
        self._cut: list[int] = []
        """The blocks that others are joined to."""
        self._words = array("Q")
        self._weights = array("Q")
        self._parse_inline = parse_inline
        self._inlines: OrderedDict[int, Inline] = OrderedDict()

    @property
    def sections(self) -> list[Section]:
        """Every heading in reading order; not to be changed."""
        return self._outline.sections

    @property
    def title(self) -> str:
        """The title from the front matter, else the first heading where it stands alone at the top, else ""."""
        if self.meta.title:
            return self.meta.title
        first = self.sections[0] if self.sections else None
        return first.title if first and first.level == 1 and not first.number else ""

    def extend(self, batch: Batch) -> None:
        """Add the next batch."""
        self._define(batch)
        start = len(self.blocks)
        self.blocks.extend(batch.blocks)
        self._words.extend(_running(batch.words, self._words))
        self._weights.extend(_running((len(b.text) + BLOCK_WEIGHT for b in batch.blocks), self._weights))
        for index, block in enumerate(batch.blocks, start):
            if block.joined:
                if index and not self.blocks[index - 1].joined:
                    self._cut.append(index - 1)
            elif block.kind is Kind.HEADING:
                self._heads.append(index)
                inline = self.inline(index)
                self._outline.append(title_of(inline), block.level, index, block.line, block.info or _name(inline))
        self.meta = batch.meta or self.meta
        self.done = batch.done
        for name in batch.names if self.blocks else ():
            self._names.add(len(self.blocks) - 1, Name(name))
        if batch.last:
            self._settle()

    def _define(self, batch: Batch) -> None:
        """Take in what a batch defines; where a text may read in another way by it, those kept are given up."""
        version = self.references.version
        self.references.define_links(batch.references)
        self.references.define_abbreviations(batch.abbreviations)
        if batch.notes or batch.mentions:
            self.references.define_notes(batch.notes, batch.mentions)
        if batch.macros:
            self.references.define_macros(batch.macros)
        if self.references.version != version:
            self._inlines.clear()

    def conclude(self, unused: frozenset[str]) -> None:
        """Take note of the references that nothing uses."""
        self.unused = unused

    def is_hidden(self, block: Block) -> bool:
        """Tell whether a block is not shown: it is a reference definition, and something uses it."""
        return block.kind is Kind.REFERENCE and block.info != "" and block.info not in self.unused

    def inline(self, index: int) -> Inline:
        """Return block `index`'s text as read."""
        if (inline := self._inlines.get(index)) is None:
            inline = self._inlines[index] = self._parse_inline(self.blocks[index], self.references)
            if len(self._inlines) > _KEPT_INLINES:
                self._inlines.popitem(last=False)
        return inline

    def read_inline(self, index: int, references: References | None = None) -> Inline:
        """Parse block `index`'s text as read, past the texts kept: any thread may, with a recording if it likes."""
        return self._parse_inline(self.blocks[index], self.references if references is None else references)

    def anchors(self, name: str) -> Iterator[tuple[str, Anchor]]:
        """Yield the places read so far that markup gives a name, in any case, each with the name as it is written."""
        for block, found in self._names.find(name, self.blocks):
            if (offset := self._offset(block, found.at)) is not None:
                yield found.text, Anchor(block, offset)

    def _offset(self, index: int, at: int) -> int | None:
        """Return how far into block `index`'s text as read a place is, which stands behind a tag in its source.

        None where the tag is none: it stands in code, in a comment or as it is.
        """
        if not at:
            return 0
        block = self.blocks[index]
        before = block.text[:at]
        text = self._parse_inline(block._replace(text=f"{before}{_PLACE}{block.text[at:]}"), self.references).text
        offset, tag = text.find(_PLACE), before[before.rfind("<") :]
        is_text = offset >= len(tag) and text.startswith(tag.split()[0], offset - len(tag))
        return None if offset < 0 or is_text else offset

    def first_piece(self, index: int) -> int:
        """Return the block that block `index` goes on from, where it is a piece of one too long to handle whole."""
        return self._cut[bisect_right(self._cut, index) - 1] if self.blocks[index].joined and self._cut else index

    def section_at(self, block: int) -> int | None:
        """Return the index of the section that block `block` belongs to; None before the first heading."""
        return bisect_right(self._heads, block) - 1 if self._heads and block >= self._heads[0] else None

    def extent(self, section: int) -> range:
        """Return the blocks of a section, its heading first, up to the next heading."""
        end = self._heads[section + 1] if section + 1 < len(self._heads) else len(self.blocks)
        return range(self._heads[section], end)

    def whole(self, section: int) -> range:
        """Return the blocks of a section and of those in it."""
        return range(self._heads[section], self.extent(self.within(section)[-1]).stop)

    def within(self, section: int) -> range:
        """Return a section and those in it, by index."""
        return range(section, self._outline.end(section))

    def words(self, blocks: range | None = None) -> int:
        """Count the words of a run of blocks; of the whole article unless told."""
        return _between(self._words, range(len(self.blocks)) if blocks is None else blocks)

    def weight(self, blocks: range | None = None) -> int:
        """Measure a run of blocks in characters and the space around blocks; the whole article unless told."""
        return _between(self._weights, range(len(self.blocks)) if blocks is None else blocks)

    def block_at(self, share: float) -> int:
        """Return the block that stands `share` (0 to 1) of the way through the article read so far."""
        if not self.blocks:
            return 0
        return min(bisect_right(self._weights, share * self._weights[-1]), len(self.blocks) - 1)

    def _settle(self) -> None:
        """Give headings that mention references their final titles, now that every reference is known."""
        self.complete = True
        self.done = 1.0
        mention = [(index, head) for index, head in enumerate(self._heads) if "[" in self.blocks[head].text]
        titles = {index: title_of(self.inline(head)) for index, head in mention}
        if any(title != self.sections[index].title for index, title in titles.items()):
            names = {index: self.blocks[head].info or _name(self.inline(head)) for index, head in mention}
            self._outline.retitle(titles, names)


def _name(inline: Inline) -> str:
    """Return what a heading with emoji or dashes in it is called in links, "" where it has none."""
    return slug_of(inline.spelled) if inline.spelled else ""


def _running(values: Iterable[int], totals: "array[int]") -> "array[int]":
    """Return the running totals of `values`, going on from the last of `totals`."""
    sums = accumulate(values, initial=totals[-1] if totals else 0)
    next(sums)
    return array("Q", sums)


def _between(totals: "array[int]", blocks: range) -> int:
    """Return what the running totals gained over `blocks`."""
    if not blocks:
        return 0
    return totals[blocks.stop - 1] - (totals[blocks.start - 1] if blocks.start else 0)
