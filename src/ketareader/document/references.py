"""References: what an article defines in one place and uses in another."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from ketareader.document.macros import Macro, Macros

_LETTER = r"[^\W¹²³⁰⁴-⁹]"
"""A letter or figure of a word; raised figures are of notes that stand behind it."""


class Reference(NamedTuple):
    """A link reference definition (CommonMark section 4.7)."""

    target: str
    title: str


class Asked(NamedTuple):
    """Labels that links were looked up by."""

    found: set[str]
    missing: set[str]
    """Those that weren't defined yet: a text that asked for one may be a link later."""


class References(Mapping[str, Reference]):
    """Link references by normalised label; beside them the numbers of notes, and abbreviations. They only ever grow."""

    def __init__(self, links: Mapping[str, Reference] | None = None) -> None:
        """Begin with some links, or with nothing."""
        self._links = dict(links or {})
        self.notes: dict[str, int] = {}
        """The notes that are defined, by normalised label, each with its number, in the order of first mention."""
        self.abbreviations: dict[str, str] = {}
        """What abbreviations stand for, by the abbreviation."""
        self._finding: tuple[dict[str, str], re.Pattern[str]] | None = None
        """The abbreviations, and what finds them."""
        self.version = 0
        """Changes whenever a text may read in another way."""
        self.numbering = 0
        """Changes with the numbers of notes."""
        self._mentioned: dict[str, None] = {}
        self._asked: Asked | None = None
        self._macros: Macros | None = None
        """What formulas define; None while that is nothing."""
        self._line = 0
        """The line of the source where they are asked for."""

    def __getitem__(self, label: str) -> Reference:
        """Return the reference with a label."""
        if self._asked is not None:
            (self._asked.found if label in self._links else self._asked.missing).add(label)
        return self._links[label]

    def __iter__(self) -> Iterator[str]:
        """Yield the labels of the links."""
        return iter(self._links)

    def __len__(self) -> int:
        """Return the number of links."""
        return len(self._links)

    def define_links(self, links: Mapping[str, Reference]) -> None:
        """Take link references in; of two with one label, the first counts."""
        for label, reference in links.items():
            self._links.setdefault(label, reference)
        self.version += bool(links)

    def define_notes(self, labels: Iterable[str], mentioned: Iterable[str]) -> None:
        """Take notes in, and the labels that the text mentions, in its order; those may be of notes still to come."""
        defined = {**self.notes, **dict.fromkeys(labels, 0)}
        self._mentioned.update(dict.fromkeys(mentioned))
        order = [*(label for label in self._mentioned if label in defined), *defined]
        numbered = {label: number for number, label in enumerate(dict.fromkeys(order), 1)}
        if numbered != self.notes:
            self.version += 1
            self.numbering += 1
            self.notes = numbered

    def define_abbreviations(self, abbreviations: Mapping[str, str]) -> None:
        """Take abbreviations in; of two alike, the first counts."""
        self.abbreviations = {**abbreviations, **self.abbreviations}
        self.version += bool(abbreviations)

    def define_macros(self, macros: Iterable["Macro"]) -> None:
        """Take macros in; no text above them reads in another way by it."""
        if self._macros is None:
            from ketareader.document.macros import Macros  # noqa: PLC0415 (few articles have any)

            self._macros = Macros()
        self._macros.define(macros)

    def at_line(self, line: int) -> Self:
        """Return the same references, as a text knows them that begins at a line of the source."""
        if self._macros is None:
            return self
        found = copy(self)
        found._line = line  # noqa: SLF001 (its own kind)
        return found

    @property
    def macros(self) -> Mapping[str, "Macro"]:
        """What formulas have defined so far, by name."""
        return self._macros.known_at(self._line) if self._macros else {}

    def abbreviation_pattern(self) -> re.Pattern[str] | None:
        """Return what finds an abbreviation that stands as a word of its own; None where there are none."""
        if not (known := self.abbreviations):
            return None
        if self._finding is None or self._finding[0] is not known:
            longest_first = sorted(known, key=len, reverse=True)
            pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!{_LETTER})")
            self._finding = known, pattern
        return self._finding[1]

    def recording(self) -> tuple[Self, Asked]:
        """Return the same references, and what fills with the labels that are asked for."""
        recorder, asked = copy(self), Asked(set(), set())
        recorder._asked = asked  # noqa: SLF001 (its own kind)
        return recorder, asked
