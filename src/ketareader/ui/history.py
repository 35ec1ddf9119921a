"""Where the reader has been: back and forward, over articles too."""

from dataclasses import dataclass, field
from typing import NamedTuple

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


@dataclass
class History:
    """The places that were left by a jump."""

    behind: list[Visit] = field(default_factory=list)
    ahead: list[Visit] = field(default_factory=list)

    def leave(self, visit: Visit) -> None:
        """Remember a place that is being left. What was ahead is forgotten."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != visit:
            self.behind.append(visit)
            del self.behind[:-_KEPT]

    def back(self, here: Visit) -> Visit | None:
        """Return the place to go back to from `here`, which is remembered ahead; None where there is none."""
        return self._move(self.behind, self.ahead, here)

    def forward(self, here: Visit) -> Visit | None:
        """Return the place to go forward to from `here`; None where there is none."""
        return self._move(self.ahead, self.behind, here)

    @staticmethod
    def _move(source: list[Visit], target: list[Visit], here: Visit) -> Visit | None:
        while source:
            visit = source.pop()
            if visit != here:
                target.append(here)
                return visit
        return None
