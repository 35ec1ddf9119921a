"""What is marked over the text: hits, the link in hand, what is selected, and the letters of links."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ketareader.document.anchor import Anchor, Hit
from ketareader.search.hits import Hits
from ketareader.ui.painter import Mark

if TYPE_CHECKING:
    from ketareader.ui.link import Link
    from ketareader.ui.selection import Selection


class Over(NamedTuple):
    """What is marked over one block."""

    layers: Sequence[Sequence[Mark]]
    """The marks in it, each layer over those before."""
    labels: Mapping[int, str]
    """Letters, by the place in the block's text that they are drawn over."""


class Marks(NamedTuple):
    """All that is marked over an article."""

    hits: Hits
    current: Hit | None = None
    """The hit that one is at."""
    held: "Link | None" = None
    """The link in hand."""
    selection: "Selection | None" = None
    labels: Mapping[Anchor, str] = MappingProxyType({})
    """Letters drawn over links, by the links' anchors."""

    def over(self, blocks: Iterable[int]) -> dict[int, Over]:
        """Return what is marked over each of some blocks, as of now: hits may yet be added."""
        return {block: Over(self._layers(block), self._labels(block)) for block in blocks}

    def _layers(self, block: int) -> list[list[Mark]]:
        """Return the marks in a block: its hits, over them the link in hand, over all what is selected."""
        hits = self.hits.in_block(block)
        layers = [[(hit.start, hit.end, "hit.current" if hit == self.current else "hit") for hit in hits]]
        if self.held and self.held.block == block:
            layers.append([(self.held.start, self.held.end, "link.current")])
        if self.selection and (part := self.selection.part_of(block)):
            layers.append([(*part, "selection")])
        return layers

    def _labels(self, block: int) -> dict[int, str]:
        """Return the letters in a block."""
        return {anchor.offset: label for anchor, label in self.labels.items() if anchor.block == block}
