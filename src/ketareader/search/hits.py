"""The hits found so far, in reading order, and where they stand in the article."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from ketareader.document.anchor import Anchor, Hit
from ketareader.document.document import BLOCK_WEIGHT, Document


class Hits:
    """Hits in reading order, whatever the order in which runs of them arrive.

    What it is asked takes time by the logarithm of their number, beside the length of the answer.
    """

    def __init__(self) -> None:
        """Hold none yet."""
        self._hits: list[Hit] = []

    def __len__(self) -> int:
        return len(self._hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._hits)

    def renew(self, blocks: Container[int], hits: Iterable[Hit]) -> None:
        """Drop the hits in some blocks, and add others, wherever they are."""
        self._hits = sorted(chain((hit for hit in self._hits if hit.block not in blocks), hits))

    def add(self, hits: Sequence[Hit]) -> None:
        """Add new hits: runs in reading order, each from a stretch of the article that wasn't searched before."""
        starts = [0, *(index for index in range(1, len(hits)) if hits[index] < hits[index - 1])]
        for start, end in pairwise([*starts, len(hits)]):
            place = bisect_left(self._hits, hits[start]) if end > start else 0
            self._hits[place:place] = hits[start:end]

    def after(self, anchor: Anchor) -> Hit | None:
        """Return the first hit at an anchor or after it; from the end it goes on at the start."""
        return self._at(bisect_left(self._hits, anchor))

    def next(self, hit: Hit) -> Hit | None:
        """Return the hit after another; from the last it goes on at the first."""
        return self._at(bisect_right(self._hits, hit))

    def previous(self, hit: Hit) -> Hit | None:
        """Return the hit before another; from the first it goes on at the last."""
        return self._at(bisect_left(self._hits, hit) - 1)

    def position(self, hit: Hit) -> int:
        """Count the hits that stand before a hit."""
        return bisect_left(self._hits, hit)

    def in_block(self, block: int) -> Sequence[Hit]:
        """Return the hits in a block."""
        return self.in_blocks(range(block, block + 1))

    def in_blocks(self, blocks: range) -> Sequence[Hit]:
        """Return the hits in a run of blocks."""
        first = bisect_left(self._hits, Anchor(blocks.start))
        return self._hits[first : bisect_left(self._hits, Anchor(blocks.stop), lo=first)]

    def count_in(self, blocks: range) -> int:
        """Count the hits in a run of blocks."""
        first = bisect_left(self._hits, Anchor(blocks.start))
        return bisect_left(self._hits, Anchor(blocks.stop), lo=first) - first

    def shares(self, document: Document, rows: int) -> Iterator[float]:
        """Yield the share of the article, 0 to 1, above the first hit in each of `rows` equal parts of it."""
        position = 0
        while position < len(self._hits):
            share = share_of(document, self._hits[position])
            yield share
            part = (int(share * rows) + 1) / rows
            position = bisect_left(self._hits, part, lo=position + 1, key=lambda hit: share_of(document, hit))

    def _at(self, index: int) -> Hit | None:
        return self._hits[index % len(self._hits)] if self._hits else None


def share_of(document: Document, hit: Hit) -> float:
    """Return the share of the article, 0 to 1, that stands above a hit; of all of it, where it is still being read."""
    total = document.weight() / max(document.done, 1e-6)
    block = document.weight(range(hit.block, hit.block + 1))
    within = block * hit.start / (len(document.blocks[hit.block].text) + BLOCK_WEIGHT)
    return min((document.weight(range(hit.block)) + within) / total, 1.0) if total else 0.0
