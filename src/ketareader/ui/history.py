"""Where the reader has been: back and forward, over articles too."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ketareader.document.anchor import Anchor
from ketareader.document.bookmark import Bookmark, find_bookmark
from ketareader.document.document import Document
from ketareader.layout.sheet import Shifts
from ketareader.layout.viewport import Hold

_KEPT = 200


class Visit(NamedTuple):
    """A place in an article."""

    where: str
    """The article, as `open_article` takes it."""
    hold: Hold
    shifts: Shifts = ()
    """How far what was on the screen was panned."""
    words: str = ""
    """What the block that it hangs on begins with, as a bookmark has it."""

    def found(self, document: Document) -> "Visit | None":
        """Return it as it is in its article now; None where there is no such place, or not yet.

        In an article that was edited since, it is found again as a bookmark is; where its words are gone, it is in the
        block with their number.
        """
        block, offset = self.hold.anchor
        anchor = find_bookmark(document, Bookmark(block, offset, self.words))
        if anchor:
            return self._moved(anchor.block - block)
        return self if document.complete and block < len(document.blocks) else None

    def _moved(self, blocks: int) -> "Visit":
        """Return it so many blocks further on."""
        if not blocks:
            return self
        (block, offset), above, goal = self.hold
        hold = Hold(Anchor(block + blocks, offset), above, None if goal is None else max(goal + blocks, 0))
        return self._replace(hold=hold, shifts=tuple((panned + blocks, cells) for panned, cells in self.shifts))


Go = Callable[[Visit], bool]
"""Goes to a place, and tells whether its article could be opened."""


@dataclass
class History:
    """The places that were left by a jump."""

    behind: list[Visit] = field(default_factory=list)
    ahead: list[Visit] = field(default_factory=list)
    _refused: list[Visit] = field(default_factory=list)
    """Those that couldn't be gone to, since a place last was."""

    def leave(self, visit: Visit) -> None:
        """Remember a place that is being left. What was ahead is forgotten."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != visit:
            self.behind.append(visit)
            del self.behind[:-_KEPT]

    def back(self, here: Visit, go: Go) -> bool:
        """Go back from `here`, which is then remembered ahead; tell whether there is a place to go back to."""
        return self._move(self.behind, self.ahead, here, go)

    def forward(self, here: Visit, go: Go) -> bool:
        """Go forward from `here`; tell whether there is a place to go forward to."""
        return self._move(self.ahead, self.behind, here, go)

    def _move(self, source: list[Visit], target: list[Visit], here: Visit, go: Go) -> bool:
        """Go to the last place of `source` that isn't `here`; one that can't be gone to is passed the next time."""
        while source and source[-1] == here:
            source.pop()
        passed: list[Visit] = []
        while source:
            visit = source.pop()
            if go(visit):
                target.extend((here, *passed))
                self._refused.clear()
                return True
            passed.append(visit)
            if visit not in self._refused:
                self._refused.append(visit)
                break
        source.extend(reversed(passed))
        return bool(passed)
