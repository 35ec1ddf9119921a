"""How each kind of block is set. A new kind is one function and one row of `_KINDS`."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ketareader.document.block import Block, Kind
from ketareader.document.document import Document
from ketareader.document.inline import Inline, Span
from ketareader.layout.code import language_of, lay_out_code
from ketareader.layout.frame import LEAST, Prefix, bars, gap, prefixes
from ketareader.layout.lines import BLANK, Line, Run, Styled, lines_of
from ketareader.layout.rows import lay_out_rows
from ketareader.layout.ruler import cell_len
from ketareader.layout.table import lay_out_table
from ketareader.layout.wrap import wrap

_TERM_INDENT = 4
_ROOMY = 20
"""Cells from which on there is room to indent what is said of a term."""
_HANGING = Run("  ")
"""What stands before the rest of a line too long for the page, where line ends count."""
_UNDERLINES = {1: "━", 2: "─"}
"""What the highest headings stand on, by level; the others are told apart by space, weight and slant."""


class Setting(NamedTuple):
    """What a block is set with."""

    block: Block
    inline: Inline
    width: int
    """Cells for the block itself, its containers' bars and markers taken off."""
    highlighted: bool
    """Whether code is coloured."""


class Laid(NamedTuple):
    """A block as it is laid out."""

    lines: tuple[Line, ...]
    """The blank lines above it, then its own."""
    blank: int
    """How many of them are blank lines above it."""


NOTHING = Laid((), 0)
"""What there is of a block that isn't shown."""


def lay_out(document: Document, index: int, width: int, *, highlighted: bool = True) -> Laid:
    """Lay out in `width` cells a block that is shown."""
    block = document.blocks[index]
    above = _above(document, index)
    before = above.frame if above else ()
    first, rest, used = prefixes(block.frame, before, width)
    setting = Setting(block, document.inline(index), max(width - used, min(LEAST, width)), highlighted)
    lines = _behind(first, rest, _KINDS[block.kind](setting))
    blank = gap(above, block)
    parting = bars(block.frame, before, width) if blank else ()
    return Laid((*[Line(parting, 0, 0) if parting else BLANK] * blank, *lines), blank)


def _above(document: Document, index: int) -> Block | None:
    """Return the nearest block above that is shown."""
    for other in range(index - 1, -1, -1):
        block = document.blocks[other]
        if not document.is_hidden(block):
            return block
    return None


def _behind(first: Prefix, rest: Prefix, lines: list[Line]) -> list[Line]:
    """Put one prefix before the first line, and another before the others."""
    if not first:
        return lines
    return [Line((*(rest if number else first), *runs), start, end) for number, (runs, start, end) in enumerate(lines)]


def _heading(setting: Setting) -> list[Line]:
    """Set a heading."""
    level = setting.block.level
    role = f"heading.{level}"
    lines = _flow(setting, role)
    cells = max(cell_len(line.text) for line in lines)
    if level in _UNDERLINES and cells:
        end = lines[-1].end
        lines.append(Line((Run(_UNDERLINES[level] * cells, f"{role} heading.rule"),), end, end))
    return lines


def _paragraph(setting: Setting) -> list[Line]:
    """Set a paragraph, ragged right."""
    return _flow(setting, "text")


def _flow(setting: Setting, role: str) -> list[Line]:
    """Break inline text into lines; a tab in it is one space."""
    text = setting.inline.text.replace("\t", " ")
    return lines_of(wrap(text, setting.width), Styled.of(text, setting.inline.spans, role))


def _title(setting: Setting) -> list[Line]:
    """Set the first line of a callout, or of what folds."""
    return _flow(setting, "title")


def _term(setting: Setting) -> list[Line]:
    """Set a term of a definition list."""
    return _flow(setting, "term")


def _math(setting: Setting) -> list[Line]:
    """Set displayed mathematics, its line ends kept."""
    return _as_it_stands(setting, "math", setting.inline.spans)


def _definition(setting: Setting) -> list[Line]:
    """Set a term on a line of its own, and what is said of it below, indented."""
    text, split = setting.inline.text.replace("\t", " "), setting.block.level
    styled = Styled.of(text, setting.inline.spans, "text")
    term = wrap(text[:split].rstrip(), setting.width) if split else []
    begin = len(text) - len(text[split:].lstrip())
    indent = Run(" " * _TERM_INDENT) if setting.width > _ROOMY else Run("")
    body = wrap(text[begin:], setting.width - len(indent.text)) if begin < len(text) else []
    ranges = [*term, *((start + begin, end + begin) for start, end in body)]
    lines = lines_of(ranges or [(0, 0)], styled)
    return lines[: len(term)] + _behind((indent,), (indent,), lines[len(term) :])


def _code(setting: Setting) -> list[Line]:
    """Set code."""
    language = language_of(setting.block.info)
    return lay_out_code(setting.inline.text, language, setting.width, highlighted=setting.highlighted)


def _table(setting: Setting) -> list[Line]:
    """Set a table."""
    headed = not setting.block.joined
    return lay_out_table(setting.inline, setting.block.info, setting.width, headed=headed)


def _rule(setting: Setting) -> list[Line]:
    """Set a thematic break: three marks in the middle of the column."""
    return [Line((Run("⁂".center(setting.width).rstrip(), "rule"),), 0, 0)]


def _verse(setting: Setting) -> list[Line]:
    """Set lines as they are."""
    return _as_it_stands(setting, "text", setting.inline.spans)


def _html(setting: Setting) -> list[Line]:
    """Set raw HTML as it stands, quietly."""
    return _as_it_stands(setting, "html", ())


def _reference(setting: Setting) -> list[Line]:
    """Set a reference that nothing uses as it stands, quietly."""
    return _as_it_stands(setting, "reference", ())


def _meta(setting: Setting) -> list[Line]:
    """Set front matter quietly, its names a shade apart from what they name."""
    spans: list[Span] = []
    start = 0
    for row in setting.inline.text.split("\n"):
        name = row.find(":") + 1
        if name and not row.startswith((" ", "-", "#")):
            spans.append(Span(start, start + name, "meta.name"))
        start += len(row) + 1
    return _as_it_stands(setting, "meta", spans)


def _as_it_stands(setting: Setting, role: str, spans: Sequence[Span]) -> list[Line]:
    """Set text whose spaces and line ends count."""
    return lay_out_rows(Styled.of(setting.inline.text, spans, role), setting.width, _HANGING)


_KINDS: dict[Kind, Callable[[Setting], list[Line]]] = {
    Kind.HEADING: _heading,
    Kind.PARAGRAPH: _paragraph,
    Kind.CODE: _code,
    Kind.TABLE: _table,
    Kind.RULE: _rule,
    Kind.HTML: _html,
    Kind.DEFINITION: _definition,
    Kind.VERSE: _verse,
    Kind.REFERENCE: _reference,
    Kind.META: _meta,
    Kind.TITLE: _title,
    Kind.TERM: _term,
    Kind.MATH: _math,
}
