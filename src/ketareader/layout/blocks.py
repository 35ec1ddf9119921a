"""How each kind of block is set. A new kind is one function and one row of `_KINDS`."""

from collections.abc import Callable
from dataclasses import dataclass

from ketareader.document.block import Block, Kind
from ketareader.document.document import Document
from ketareader.document.inline import Inline, Span
from ketareader.layout.code import language_of, lay_out_code
from ketareader.layout.frame import bars, gap, prefixes
from ketareader.layout.lines import BLANK, Line, Run, Styled, lines_of
from ketareader.layout.ruler import cell_len
from ketareader.layout.table import lay_out_table
from ketareader.layout.wrap import wrap

_TERM_INDENT = "    "
_STRETCH = 4
"""Cells that a block keeps at the least, however narrow the page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block is set with."""

    block: Block
    inline: Inline
    width: int
    """Cells for the block itself, its containers' bars and markers taken off."""
    highlighted: bool
    """Whether code is coloured."""


def lay_out(document: Document, index: int, width: int, *, highlighted: bool = True) -> tuple[Line, ...]:
    """Lay one block out in `width` cells: the blank lines above it, then its own. Empty for a block that isn't shown."""
    block = document.blocks[index]
    if is_hidden(document, block):
        return ()
    above = _above(document, index)
    before = above.frame if above else ()
    first, rest, used = prefixes(block.frame, before, width)
    setting = Setting(block, document.inline(index), max(width - used, _STRETCH), highlighted)
    lines = _KINDS[block.kind](setting)
    blank = Line(bars(block.frame, before, width), 0, 0) if above else BLANK
    return (*[blank] * gap(above, block), *(_behind(rest if n else first, line) for n, line in enumerate(lines)))


def is_hidden(document: Document, block: Block) -> bool:
    """Tell whether a block is a reference definition that something uses."""
    return block.kind is Kind.REFERENCE and block.info != "" and block.info not in document.unused


def _above(document: Document, index: int) -> Block | None:
    """Return the nearest block above that is shown."""
    for other in range(index - 1, -1, -1):
        if not is_hidden(document, document.blocks[other]):
            return document.blocks[other]
    return None


def _behind(prefix: tuple[Run, ...], line: Line) -> Line:
    """Put a prefix before a line."""
    return Line((*prefix, *line.runs), line.start, line.end) if prefix else line


def _heading(setting: Setting) -> list[Line]:
    """Set a heading: the two highest levels underlined, the rest told apart by weight and slant."""
    level = setting.block.level
    role = f"heading.{level}"
    lines = _flow(setting, role)
    if level <= 2:  # noqa: PLR2004
        cells = max(cell_len(line.text) for line in lines)
        rule = ("━" if level == 1 else "─") * min(cells, setting.width)
        lines.append(Line((Run(rule, f"{role} heading.rule"),), lines[-1].end, lines[-1].end))
    return lines


def _paragraph(setting: Setting) -> list[Line]:
    """Set a paragraph, ragged right; in a task that is done, quietly."""
    return _flow(setting, "text")


def _flow(setting: Setting, role: str) -> list[Line]:
    """Break inline text into lines."""
    inline = setting.inline
    return lines_of(wrap(inline.text, setting.width), Styled(inline.text, inline.spans, role))


def _verse(setting: Setting) -> list[Line]:
    """Set lines as they are; one too long goes on indented."""
    inline = setting.inline
    styled = Styled(inline.text, inline.spans, "text")
    ranges = wrap(inline.text, setting.width)
    lines = lines_of(ranges, styled)
    return [
        Line((Run("  "), *line.runs), line.start, line.end)
        if number and ranges[number][0] > 0 and inline.text[ranges[number][0] - 1] != "\n" and setting.width > cell_len(line.text) + 2
        else line
        for number, line in enumerate(lines)
    ]


def _definition(setting: Setting) -> list[Line]:
    """Set a term on a line of its own, and what is said of it below, indented."""
    text, spans, split = setting.inline.text, setting.inline.spans, setting.block.level
    styled = Styled(text, spans, "text")
    term = wrap(text[:split].rstrip(), setting.width)
    begin = split + len(text[split:]) - len(text[split:].lstrip())
    indent = _TERM_INDENT if setting.width > 5 * len(_TERM_INDENT) else ""
    body = [(a + begin, b + begin) for a, b in wrap(text[begin:], setting.width - len(indent))]
    lines = [Line(tuple(styled.runs(a, b)), a, b) for a, b in term]
    return lines + [Line((Run(indent), *styled.runs(a, b)), a, b + 1) for a, b in body if b > a]


def _code(setting: Setting) -> list[Line]:
    """Set code between two margins, so that it stands as one field."""
    language = language_of(setting.block.info)
    inner = max(setting.width - 4, 1)
    text = setting.inline.text
    text = text.removesuffix("\n") if setting.block.joined or len(text) > inner else text
    lines = lay_out_code(text, language, inner, highlighted=setting.highlighted)
    return [_field(line, setting.width) for line in lines]


def _field(line: Line, width: int) -> Line:
    """Put a line of code on its field, which reaches from margin to margin."""
    if width < 8:  # noqa: PLR2004
        return line
    spare = max(width - 2 - cell_len(line.text), 0)
    return Line((Run("  ", "code.block"), *line.runs, Run(" " * spare, "code.block")), line.start, line.end)


def _table(setting: Setting) -> list[Line]:
    """Set a table."""
    headed = not setting.block.joined
    return lay_out_table(setting.inline, setting.block.info, setting.width, headed=headed)


def _rule(setting: Setting) -> list[Line]:
    """Set a thematic break: three marks in the middle of the column."""
    return [Line((Run("⁂".center(setting.width).rstrip(), "rule"),), 0, 0)]


def _html(setting: Setting) -> list[Line]:
    """Set raw HTML as it stands, quietly."""
    return _quiet(setting, "html")


def _reference(setting: Setting) -> list[Line]:
    """Set a reference that nothing uses as it stands, quietly."""
    return _quiet(setting, "reference")


def _quiet(setting: Setting, role: str) -> list[Line]:
    """Break text that is shown as it stands; its spaces and line ends are kept."""
    text = setting.inline.text.expandtabs(1)
    return lines_of(wrap(text, setting.width), Styled(text, setting.inline.spans, role))


def _meta(setting: Setting) -> list[Line]:
    """Set front matter quietly, its names a shade apart from what they name."""
    text = setting.inline.text.expandtabs(1)
    spans: list[Span] = []
    start = 0
    for row in text.split("\n"):
        name = row.find(":") + 1
        if name and not row.startswith((" ", "-", "#")):
            spans.append(Span(start, start + name, "meta.name"))
        start += len(row) + 1
    return lines_of(wrap(text, setting.width), Styled(text, spans, "meta"))


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
}
