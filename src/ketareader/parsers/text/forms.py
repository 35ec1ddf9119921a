"""The forms that marks show: pages, letters' headers, underlined headings, rules, quotes, items, code.

Each is a function that looks at a line and those after it, and says where the form that begins there ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ketareader.parsers.text.line import (
    BULLET,
    Marker,
    field_of,
    indent_of,
    is_fixed,
    is_known_field,
    is_page_header,
    is_page_number,
    is_setting,
    marker_of,
    next_marker_of,
    ornament_of,
    quoting,
    underline_of,
)
from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.prose import CODE_INDENT, is_code
from ketareader.parsers.text.segment import Form
from ketareader.parsers.text.shape import Shape, fits

_LONGEST_TITLE = 120
_LONGEST_HEADER = 200
"""Lines in a letter's header."""
_LONGEST_SIGNATURE = 12
"""Lines in a letter's signature."""
_LONGEST_CODE = 120
"""Characters in an indented line that is code rather than a paragraph."""
_FEWEST_SETTINGS = 2
_NEAR = 2
"""Characters by which an underline is longer or shorter than a title within other lines."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A line of a run, as it is come upon."""

    lines: Sequence[str]
    index: int
    shape: Shape
    item: Marker | None
    """What marks the item that ends just before; None where none does."""
    paged: bool
    """Whether the run is the first on its page."""

    @property
    def line(self) -> str:
        """The line itself."""
        return self.lines[self.index]


class Stretch(NamedTuple):
    """Lines of one form."""

    form: Form
    end: int
    """The index of the line after them."""
    text: str | None = None
    """What they say; None for all that stands there."""
    indent: int | None = None
    """Columns before an item's marker; None for those before the first line."""
    marker: str = ""

    @property
    def item(self) -> Marker | None:
        """What marks it, where it is an item."""
        return Marker(self.indent or 0, self.marker, 0) if self.form is Form.ITEM else None


def recognise(sight: Sight) -> Stretch | None:
    """Return the stretch that begins at a line, where its form is one that marks show."""
    return next((stretch for form in _FORMS if (stretch := form(sight))), None)


def recognise_head(sight: Sight) -> Stretch | None:
    """Return what stands at the head of a run that may go on as a table."""
    return next((stretch for form in _HEADS if (stretch := form(sight))), None)


def _page(sight: Sight) -> Stretch | None:
    """Recognise a page's foot or head."""
    line = sight.line
    head = sight.paged and len(sight.lines) == 1 and is_fixed(line)
    found = head or is_page_number(line) or is_page_header(line)
    return Stretch(Form.PAGE, sight.index + 1, line.strip()) if found else None


def _fields(sight: Sight) -> Stretch | None:
    """Recognise the header of a letter: two fields or more that mail has, and whatever others."""
    if not is_known_field(field_of(sight.line)):
        return None
    end, known = sight.index, 0
    for line in sight.lines[end : end + _LONGEST_HEADER]:
        name = field_of(line)
        if not name and line[0] not in " \t":
            break
        known += is_known_field(name)
        end += 1
    return Stretch(Form.VERSE, end) if known > 1 else None


def _underlined(sight: Sight) -> Stretch | None:
    """Recognise a heading by the row of marks under it."""
    title, *below = sight.lines[sight.index : sight.index + 2]
    if not below or not (mark := underline_of(below[0], title)) or len(title) > _LONGEST_TITLE or quoting(title)[0]:
        return None
    if (marker := marker_of(title)) and marker.text == BULLET:
        return None
    title = title.strip()
    near = abs(len(below[0].strip()) - len(title)) <= _NEAR
    if near or (sight.index == 0 and not is_closed(title)):
        return Stretch(Form.UNDERLINED, sight.index + 2, title, marker=mark)
    return None


def _overlined(sight: Sight) -> Stretch | None:
    """Recognise a heading by the like rows of marks over it and under it."""
    over, *below = sight.lines[sight.index : sight.index + 3]
    if not below[1:] or not (mark := underline_of(over, below[0])) or mark != underline_of(below[1], below[0]):
        return None
    return Stretch(Form.UNDERLINED, sight.index + 3, below[0].strip(), marker=2 * mark)


def _rule(sight: Sight) -> Stretch | None:
    """Recognise a row of marks alone."""
    return Stretch(Form.RULE, sight.index + 1, "") if ornament_of(sight.line) else None


def _signature(sight: Sight) -> Stretch | None:
    """Recognise a letter's signature (RFC 3676 section 4.3)."""
    found = sight.line.rstrip() == "--" and len(sight.lines) - sight.index <= _LONGEST_SIGNATURE
    return Stretch(Form.VERSE, len(sight.lines)) if found else None


def _quote(sight: Sight) -> Stretch | None:
    """Recognise quoted lines."""
    end = sight.index
    while end < len(sight.lines) and quoting(sight.lines[end])[0]:
        end += 1
    return Stretch(Form.QUOTE, end) if end > sight.index else None


def _item(sight: Sight) -> Stretch | None:
    """Recognise an item of a list, with the lines that go on from its first."""
    marker = next_marker_of(sight.line, sight.item) if sight.item else marker_of(sight.line)
    if not marker or not _may_begin_item(sight, marker):
        return None
    end = _end_of_item(sight, marker)
    text = "\n".join([sight.line[marker.length :], *map(str.strip, sight.lines[sight.index + 1 : end])])
    return Stretch(Form.ITEM, end, text.strip(), marker.indent, marker.text)


def _may_begin_item(sight: Sight, marker: Marker) -> bool:
    """Tell whether a line's marker is one, and no number or dash that happens to begin a wrapped line."""
    if sight.index == 0 or sight.item or not sight.shape.width:
        return True
    before = sight.lines[sight.index - 1].rstrip()
    return before.endswith(":") or (is_closed(before) and marker.text.strip("(.)") in {BULLET, "1", "a"})


def _end_of_item(sight: Sight, marker: Marker) -> int:
    """Return where an item ends: at a marked line, or where an unmarked one falls back to the left."""
    end = sight.index + 1
    while end < len(sight.lines) and _is_within(sight, end, marker):
        end += 1
    return end


def _is_within(sight: Sight, index: int, marker: Marker) -> bool:
    """Tell whether a line goes on with the item above it."""
    line, before = sight.lines[index], sight.lines[index - 1]
    if next_marker_of(line, marker) or quoting(line)[0] or ornament_of(line) or is_page_number(line):
        return False
    indent = indent_of(line)
    if sight.shape.width:
        return indent > marker.indent or not fits(before, line, sight.shape.width)
    return indent == marker.length and not is_fixed(line) and not before.rstrip().endswith(":")


def _code(sight: Sight) -> Stretch | None:
    """Recognise fixed and indented lines among paragraphs of a line each."""
    end = sight.index
    if sight.shape.width or not (is_fixed(sight.line) or (_is_indented(sight.line) and is_code([sight.line]))):
        return None
    while end < len(sight.lines) and (is_fixed(sight.lines[end]) or _is_indented(sight.lines[end])):
        end += 1
    return Stretch(Form.FIXED, end)


def _settings(sight: Sight) -> Stretch | None:
    """Recognise lines of names and values, as files of settings have them, among paragraphs of a line each."""
    end = sight.index
    while not sight.shape.width and end < len(sight.lines) and is_setting(sight.lines[end]):
        end += 1
    return Stretch(Form.FIXED, end) if end - sight.index >= _FEWEST_SETTINGS else None


def _is_indented(line: str) -> bool:
    """Tell whether a line is indented as code is, and no longer than code is."""
    return indent_of(line) >= CODE_INDENT and len(line) <= _LONGEST_CODE


_Recogniser = Callable[[Sight], Stretch | None]
_HEADS: tuple[_Recogniser, ...] = (_page, _fields, _overlined, _underlined)
_FORMS: tuple[_Recogniser, ...] = (*_HEADS, _rule, _signature, _quote, _item, _settings, _code)
"""The forms, in the order in which they are looked for."""
