"""The hits found so far, in reading order, and where they stand in the article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ketareader.document.anchor import Anchor, Hit
from ketareader.document.document import Document


class Hits(Sequence[Hit]):
    """Hits in reading order, whatever the order in which runs of them arrive. Append-only.

    Everything it is asked takes a time that grows with the logarithm of their number.
    """

    def __init__(self, hits: Iterable[Hit] = ()) -> None:
        """Begin with these hits, which are in order."""
        self._hits = list(hits)

    def __len__(self) -> int:
        return len(self._hits)

    def __getitem__(self, index):
        return self._hits[index]

    def add(self, run: Sequence[Hit]) -> None:
        """Add hits in order, with none of those already here among them: `find` gives such runs."""
        if run:
            place = bisect_left(self._hits, run[0])
            self._hits[place:place] = run
