"""The outline: the sections of an article, in reading order, and the tree that their levels imply."""

from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import category

from ketareader.document.inline import Inline

_IN_SLUG = ("L", "M", "Nd", "Pc")
"""General categories of the characters that GitHub keeps in a slug, beside spaces and hyphens."""
_ASCII_IN_SLUG = {code: None for code in range(0x80) if not chr(code).isalnum() and chr(code) not in "_-"} | {0x20: "-"}
"""What becomes of the ASCII characters that a slug doesn't keep as they are."""

_ASIDE = frozenset({"html", "note.mark"})
"""The roles of what is in a heading and not in its title."""


class Section(NamedTuple):
    """A heading and the blocks it governs, up to the next heading of any level."""

    title: str
    """Plain text, markup gone."""
    level: int
    """Heading depth, 1 to 6."""
    depth: int
    """Sections it stands in: 0 for one at the top, however deep its heading's level."""
    number: str
    """"2.1": its place in the tree, from 1; empty for the one heading that is the article's title."""
    slug: str
    """Its name in a link, from the article or else as GitHub makes it, made unique within the article."""
    block: int
    """Index of its heading in `Document.blocks`."""
    line: int
    """The heading's line in the source, from 1."""


def slug_of(title: str) -> str:
    """Make a slug as GitHub does: lower case, punctuation gone, spaces made hyphens."""
    lowered = title.strip().lower()
    if lowered.isascii():
        return lowered.translate(_ASCII_IN_SLUG)
    kept = (c for c in lowered if c in "- " or category(c).startswith(_IN_SLUG))
    return "".join(kept).replace(" ", "-")


def title_of(inline: Inline) -> str:
    """Return a heading's text as one line, without marks of notes, and without the raw HTML in it unless it is all."""
    aside = [span for span in inline.spans if span.role in _ASIDE]
    text = inline.text
    for span in reversed(aside):
        text = text[: span.start] + text[span.end :]
    return " ".join((text.strip() or inline.text).split())


class Outline:
    """Sections as they are found. Append-only, but for numbers, which change when a second title turns up."""

    def __init__(self) -> None:
        """Begin with no section."""
        self.sections: list[Section] = []
        self._open: list[int] = []
        """The sections that the next one may stand in, outermost first."""
        self._ends = array("Q")
        """For each section, the first after it that doesn't stand in it; 0 where none has come yet."""
        self._counts: list[int] = [0]
        """For each depth, the sections counted so far under the open one above it."""
        self._slugs: dict[str, int] = {}
        self._names: dict[int, str] = {}
        """The names that the article gives to sections, by the section's index."""
        self._titled = False
        """Whether the first section is taken for the article's title, which has no number and holds the rest."""

    def append(self, title: str, level: int, block: int, line: int, name: str = "") -> None:
        """Add the next heading; `name` is what the article calls it in links, "" where it says nothing."""
        if name:
            self._names[len(self.sections)] = name
        if not self.sections:
            self._titled = level == 1
        elif self._titled and level == 1:
            self._titled = False
            self._renumber()
        self._place(Section(title, level, 0, "", self._unique(name or slug_of(title)), block, line))

    def end(self, section: int) -> int:
        """Return the index of the first section after one that doesn't stand in it. The article's title holds all."""
        return self._ends[section] or len(self.sections)

    def retitle(self, titles: Mapping[int, str], names: Mapping[int, str]) -> None:
        """Give sections, by index, new titles and names; every slug is made anew, as if they had come so."""
        self._slugs = {}
        self._names.update(names)
        for index, section in enumerate(self.sections):
            title = titles.get(index, section.title)
            slug = self._unique(self._names.get(index) or slug_of(title))
            self.sections[index] = section._replace(title=title, slug=slug)

    def _place(self, section: Section) -> None:
        """Find the section's depth and number, and add it."""
        self._ends.append(0)
        if self._titled and not self.sections:
            self.sections.append(section)
            return
        while self._open and self.sections[self._open[-1]].level >= section.level:
            self._ends[self._open.pop()] = len(self.sections)
        depth = len(self._open)
        self._open.append(len(self.sections))
        del self._counts[depth + 1 :]
        if len(self._counts) <= depth:
            self._counts.append(0)
        self._counts[depth] += 1
        self.sections.append(section._replace(depth=depth, number=".".join(map(str, self._counts[: depth + 1]))))

    def _renumber(self) -> None:
        """Place every section anew, now that the first is no title."""
        sections, self.sections, self._open, self._counts = self.sections, [], [], [0]
        self._ends = array("Q")
        for section in sections:
            self._place(section)

    def _unique(self, slug: str) -> str:
        """Add "-1", "-2", ... to a slug that is taken."""
        taken = self._slugs
        unique = slug
        while unique in taken:
            taken[slug] += 1
            unique = f"{slug}-{taken[slug]}"
        taken[unique] = 0
        return unique


def has_children(sections: list[Section], index: int) -> bool:
    """Tell whether the next section stands in this one."""
    return index + 1 < len(sections) and sections[index + 1].depth > sections[index].depth


def parent(sections: list[Section], index: int) -> int | None:
    """Return the section that this one stands in."""
    depth = sections[index].depth
    return next((other for other in range(index - 1, -1, -1) if sections[other].depth < depth), None)


def neighbour(sections: list[Section], index: int, steps: Iterable[int]) -> int | None:
    """Return the first of `steps` (section indices) whose depth is that of section `index` or less."""
    depth = sections[index].depth
    return next((other for other in steps if sections[other].depth <= depth), None)
