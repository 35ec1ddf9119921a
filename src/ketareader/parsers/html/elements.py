"""What HTML's elements are to an article, by name in lower case, and those that are open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ketareader.document.block import Frame, Kind
from ketareader.parsers.html.grid import Grid
from ketareader.parsers.html.lists import Numbering
from ketareader.parsers.markdown.elements import MEDIA


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


INLINE: Final = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt rtc ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
"""Parts of a line of text: their tags are left to the inline parser."""
NEUTRAL: Final = _names(
    "address article aside body center dialog div dl fieldset figcaption figure footer form frameset head header hgroup"
    " html legend main marquee nav noframes noscript optgroup option search section tbody template tfoot thead title"
)
"""Text apart from what is beside it, and nothing more."""
SILENT: Final = _names(
    "area base basefont bgsound button canvas col colgroup datalist frame label link map meta meter output param"
    " picture progress select slot source track"
)
"""Nothing that a page shows but the text in them."""
FOREIGN: Final = frozenset({"math", "svg"})
"""Drawings and formulas: of what is in them, text alone is shown."""
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
CODE: Final = frozenset({"pre", "textarea", "xmp"})
CELLS: Final = frozenset({"td", "th"})
TABLE: Final = frozenset({"table"})
STRUCTURE: Final = HEADINGS | LISTS | CODE | {"blockquote", "dd", "details", "dt", "hr", "li", "table"}
"""What makes more than one line of text of what it stands in."""
APART: Final = NEUTRAL | STRUCTURE | CELLS | {"caption", "p", "summary", "tr"}
"""What doesn't stand in a line with the text beside it."""
KNOWN: Final = APART | INLINE | SILENT | FOREIGN | MEDIA | {"br", "img", "input"}

_DEEPEST: Final = 256
"""Elements in elements that are told apart; what is in more of them stands in the last."""
_BARRIERS: Final = CELLS | {"caption", "table"}
_WITHIN_TABLE: Final = CELLS | {"caption", "tbody", "tfoot", "thead", "tr"}


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element that is open, and what its text is."""

    name: str
    line: int
    """The line of its tag in the source, from 1."""
    frame: Frame
    """The containers that what is in it stands in."""
    kind: Kind = Kind.PARAGRAPH
    """What text right in it is."""
    level: int = 0
    """A heading's depth, 1 to 6."""
    flat: bool = False
    """Whether all text in it is one block's."""
    made: int = 0
    """What had been made before it, as its maker counts."""
    content: Numbering | Grid | str | None = None
    """What a list counts with; where a table's cells are; the tag of what plays; a heading's name in links."""


class OpenElements:
    """The elements that are open, outermost first, below one that stands for what is around."""

    def __init__(self, frame: Frame) -> None:
        """Begin with no element, within containers."""
        self._stack = [Element("", 0, frame)]
        self._names: Counter[str] = Counter()
        self._ignored: Counter[str] = Counter()
        """Elements that are open beyond the deepest, by name."""

    def __len__(self) -> int:
        """Count them."""
        return len(self._stack) - 1

    @property
    def top(self) -> Element:
        """The innermost one."""
        return self._stack[-1]

    def __iter__(self) -> Iterator[Element]:
        """Yield them, outermost first."""
        return iter(self._stack[1:])

    def has(self, names: frozenset[str]) -> bool:
        """Tell whether one of these is open."""
        return any(self._names[name] for name in names)

    def nearest(self, names: frozenset[str]) -> Element | None:
        """Return the innermost of these."""
        if not self.has(names):
            return None
        return next(element for element in reversed(self._stack) if element.name in names)

    def push(self, element: Element) -> bool:
        """Open an element, unless it stands in too many."""
        if len(self._stack) > _DEEPEST:
            self._ignored[element.name] += 1
            return False
        self._stack.append(element)
        self._names[element.name] += 1
        return True

    def closed_by(self, names: frozenset[str], end: str) -> int:
        """Return how many elements the end of an `end` closes, up to the innermost of `names`.

        0 where that is not open, or stands outside the table, the list or the cell (HTML section 13.2.4.2).
        """
        if not self.has(names):
            return 0
        barriers = _barriers(end)
        for count, element in enumerate(reversed(self._stack), 1):
            if element.name in names:
                return count
            if element.name in barriers:
                return 0
        return 0

    def passes_over(self, name: str) -> bool:
        """Tell whether an end tag belongs to an element that was too deep to be opened."""
        if not self._ignored[name]:
            return False
        self._ignored[name] -= 1
        return True

    def pop(self, count: int) -> Iterator[Element]:
        """Close the innermost elements, one at a time."""
        for _ in range(count):
            element = self._stack.pop()
            self._names[element.name] -= 1
            yield element


def _barriers(name: str) -> frozenset[str]:
    """Return the elements that an end tag doesn't reach beyond."""
    if name == "table":
        return frozenset()
    if name in _WITHIN_TABLE:
        return frozenset({"table"})
    if name == "li":
        return _BARRIERS | LISTS
    return _BARRIERS | {"dl"} if name in {"dt", "dd"} else _BARRIERS
