"""How deep a heading is: by the number of its number, by the kind of its mark, by what came first."""

from ketareader.parsers.text.marked import Chapter, Numbered

_DEEPEST = 6
_SECTION = 2
"""The level of what stands right under the article's title, whether it has one or not."""
_FLAT = ("digits", "word")
"""Ways of numbering after which letters number what stands at the same level: an appendix."""


class Levels:
    """The marks seen so far, and the levels that they were given."""

    def __init__(self) -> None:
        self.underlines: dict[str, int] = {}
        """The level of each way of underlining, by order of appearance (as reStructuredText has it)."""
        self._styles: list[str] = []
        self._parts = self._chapters = False
        self._capitals = 0

    def underlined(self, marker: str, *, first: bool) -> int:
        """Return the level of an underlined heading; `first` says that no heading stands before it."""
        above = len(self.underlines) if self.underlines or first else 1
        return self.underlines.setdefault(marker, min(above + 1, _DEEPEST))

    def chapter(self, chapter: Chapter) -> int:
        """Return the level of a chapter, or of the part that it stands in."""
        if chapter.upper:
            self._parts = True
            return _SECTION
        self._chapters = True
        return _SECTION + self._parts

    def numbered(self, numbered: Numbered) -> int:
        """Return the level of a numbered heading; where letters or Roman numerals come first, others are deeper."""
        if numbered.style not in self._styles:
            self._styles.append(numbered.style)
        rank = 0 if self._styles[0] in _FLAT or numbered.style == "word" else self._styles.index(numbered.style)
        return min(self._below() + rank + numbered.depth - 1, _DEEPEST)

    def capitals(self) -> int:
        """Return the level of a heading in capitals."""
        self._capitals += 1
        return self._below()

    def unmarked(self) -> int:
        """Return the level of a heading that nothing marks: under those in capitals, where there are some."""
        return self._below() + (self._capitals > 1)

    def _below(self) -> int:
        """Return the level of what stands right under a chapter, or under the title where there are no chapters."""
        return _SECTION + self._parts + self._chapters
