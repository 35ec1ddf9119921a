"""What a search found in an article that is read out, and which hit one is at."""

from collections.abc import Iterator
from typing import Final

from ketareader.commands.listening.parts import Parts
from ketareader.document.anchor import Hit
from ketareader.search.find import find
from ketareader.search.query import Query, compile_query
from ketareader.search.snippet import snippet
from ketareader.search.texts import Texts

_TOLD: Final = 20
"""Hits that are told one by one."""
_ROOM: Final = 72
"""Characters of the words around a hit."""


class Found:
    """The hits of one search, in the order of the article."""

    def __init__(self, parts: Parts, words: str) -> None:
        """Search an article, to its end."""
        parts.read_all()
        self.words = words
        self._parts = parts
        self._texts = Texts(parts.document)
        self._hits = list(find(parts.document, compile_query(Query(words)), self._texts))
        self._at = 0

    def __len__(self) -> int:
        return len(self._hits)

    @property
    def hit(self) -> Hit:
        """The hit that one is at."""
        return self._hits[self._at]

    def step(self, hits: int) -> None:
        """Go on by some hits, or back; from the last one on to the first."""
        self._at = (self._at + hits) % len(self._hits)

    def place(self) -> str:
        """Return which hit one is at, and where that is."""
        return f"Hit {self._at + 1} of {len(self)}, {self._section(self.hit)}"

    def told(self) -> Iterator[str]:
        """Yield a line for each hit, not too many: the words around it, and where it is."""
        yield f"{len(self):,} hit{'' if len(self) == 1 else 's'} for “{self.words}”{':' if self._hits else '.'}"
        for number, hit in enumerate(self._hits[:_TOLD], 1):
            words = snippet(self._texts.text(hit.block), hit, _ROOM).text
            yield f"Hit {number}, {self._section(hit)}: {words}"
        if len(self) > _TOLD:
            yield f"And {len(self) - _TOLD:,} more."

    def _section(self, hit: Hit) -> str:
        return self._parts.name(self._parts.part_at(hit.block))
