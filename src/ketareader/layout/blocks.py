"""How each kind of block is set. A new kind is one function and one row of `_KINDS`."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from ketareader.document.block import Block, Fold, Kind, Meaning, Note
from ketareader.document.inline import Inline, Span
from ketareader.layout.byline import lay_out_byline, title_heading
from ketareader.layout.code import Listing, lay_out_code
from ketareader.layout.flow import break_running, even, lay_out_flow, lay_out_running
from ketareader.layout.formula import is_too_wide, lay_out_flat, lay_out_panned
from ketareader.layout.frame import Prefix, bars, gap, prefixes
from ketareader.layout.lines import BLANK, Line, Run, Styled, lines_of
from ketareader.layout.room import LEAST
from ketareader.layout.rows import lay_out_rows
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Sheet, Tables
from ketareader.layout.table import Large, lay_out_table
from ketareader.layout.titles import lay_out_title
from ketareader.layout.underline import underline
from ketareader.layout.whole_table import columns_of, panned_columns_of
from ketareader.layout.wrap import moved, wrap

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.DEFINITION})
"""Running text: what line spacing applies to."""
_TERM_INDENT = 4
_ROOMY = 20
"""Cells from which on there is room to indent what is said of a term."""
_HANGING = Run("  ")
"""What stands before the rest of a line too long for the page, where line ends count."""
_NAMES = 3
"""A note's name may take one part in so many of the page."""
_SHORT_RULE = 12
"""Cells of the line above notes."""


class Setting(NamedTuple):
    """What a block is set with."""

    block: Block
    inline: Inline
    width: int
    """Cells for the block itself, its containers' bars and markers taken off."""
    sheet: Sheet
    number: int
    """The block's index in the document."""


class Laid(NamedTuple):
    """A block as it is laid out."""

    lines: tuple[Line, ...]
    """The blank lines above it, then its own."""
    blank: int
    """How many of them are blank lines above it."""


NOTHING = Laid((), 0)
"""What there is of a block that isn't shown."""


def lay_out(sheet: Sheet, index: int) -> Laid:
    """Lay out a block that is shown."""
    document, width = sheet.document, sheet.width
    block = document.blocks[index]
    above = sheet.above(index)
    before = above.frame if above else ()
    first, rest, used = prefixes(block.frame, before, width, partial(_mark, sheet, index))
    setting = Setting(block, document.inline(index), max(width - used, min(LEAST, width)), sheet, index)
    lines = _behind(first, rest, _KINDS[block.kind](setting))
    blank = 0 if _stands_first(sheet, index) else gap(above, block)
    if leading := sheet.options.leading:
        blank += leading if blank else 0
        lines = _leaded(lines, rest, leading) if block.kind in _RUNNING else lines
    parting = bars(block.frame, before, width) if blank else ()
    return Laid((*[Line(parting, 0, 0) if parting else BLANK] * blank, *lines), blank)


def _stands_first(sheet: Sheet, index: int) -> bool:
    """Tell whether nothing is set above a block: front matter is nothing where it makes no byline of its own."""
    return index == 1 and sheet.document.blocks[0].kind is Kind.META and not lay_out(sheet, 0).lines


def _mark(sheet: Sheet, index: int, container: Fold | Note | Meaning) -> str:
    """Return what stands before a summary, a note or a meaning, which block `index` is in.

    On paper, where no mark can be followed, a note's is its name, too, unless it would take too much of the page.
    """
    if isinstance(container, Meaning):
        from ketareader.layout.meanings import meaning_mark  # noqa: PLC0415 (most articles have no definition list)

        return meaning_mark(sheet.document.blocks, index, container)
    if isinstance(container, Note):
        number = str(sheet.document.references.notes.get(container.label, ""))
        named = f"{number} ({container.name})"
        fits = cell_len(named) <= sheet.width // _NAMES
        return named if sheet.arrangement.is_paper and container.name and fits else number
    return "▾" if sheet.arrangement.is_open(container) else "▸"


def _leaded(lines: Sequence[Line], prefix: Prefix, leading: int) -> list[Line]:
    """Put blank lines between lines, but for the rows of a picture."""
    apart: list[Line] = []
    for line in lines:
        is_within = line.picture is not None and line.picture.row > 0
        apart += [Line(prefix, line.start, line.start)] * (leading if apart and not is_within else 0)
        apart.append(line)
    return apart


def _behind(first: Prefix, rest: Prefix, lines: list[Line]) -> list[Line]:
    """Put one prefix before the first line, and another before the others."""
    if not first:
        return lines
    return [line._replace(runs=(*(rest if number else first), *line.runs)) for number, line in enumerate(lines)]


def _heading(setting: Setting) -> list[Line]:
    """Set a heading."""
    level = setting.block.level
    lines = _flow(setting, f"heading.{level}")
    return [*lines, *underline(lines, level), *_under_title(setting)]


def _under_title(setting: Setting) -> list[Line]:
    """Return what stands under the heading that is the article's title: the byline, where there is front matter."""
    document = setting.sheet.document
    if setting.sheet.arrangement.shows_meta or title_heading(document) != setting.number:
        return []
    end = len(setting.inline.text)
    byline = lay_out_byline(document, setting.width, titled=True)
    return [Line((), end, end), *(line._replace(start=end, end=end) for line in byline)] if byline else []


def _paragraph(setting: Setting) -> list[Line]:
    """Set a paragraph; one that is an image alone, as a figure."""
    return _figure(setting) or _running(setting)


def _figure(setting: Setting) -> list[Line]:
    """Set an image as its picture and a caption; nothing where that isn't to be, or can't."""
    inline, sheet = setting.inline, setting.sheet
    if not sheet.options.illustrated or not any(span.role == "image" for span in inline.spans):
        return []
    from ketareader.layout.figure import lay_out_figure  # noqa: PLC0415 (most articles have no picture)

    return lay_out_figure(inline, setting.width, sheet.pictures)


def _running(setting: Setting) -> list[Line]:
    """Set running text."""
    text = setting.inline.text.replace("\t", " ")
    return lay_out_running(text, setting.inline.spans, setting.width, setting.sheet.options)


def _flow(setting: Setting, role: str) -> list[Line]:
    """Break inline text into lines; a tab in it is one space."""
    return lay_out_flow(setting.inline.text.replace("\t", " "), setting.inline.spans, role, setting.width)


def _title(setting: Setting) -> list[Line]:
    """Set the first line of a callout, or of what folds."""
    return lay_out_title(setting.block, setting.inline, setting.sheet.above(setting.number), setting.width)


def _term(setting: Setting) -> list[Line]:
    """Set a term of a definition list."""
    return _flow(setting, "term")


def _math(setting: Setting) -> list[Line]:
    """Set displayed mathematics, its line ends kept; rows too wide are panned, or on paper, said in one line."""
    inline, sheet = setting.inline, setting.sheet
    if not is_too_wide(inline, setting.width):
        return _as_it_stands(setting, "math", inline.spans)
    if sheet.arrangement.is_paper:
        return lay_out_flat(inline, setting.width)
    return lay_out_panned(inline, setting.width, sheet.shift_of(setting.number))


def _definition(setting: Setting) -> list[Line]:
    """Set a term on a line of its own, and what is said of it below, indented."""
    text, split = setting.inline.text.replace("\t", " "), setting.block.level
    styled = Styled.of(text, setting.inline.spans, "text")
    term = wrap(text[:split].rstrip(), setting.width) if split else []
    begin = len(text) - len(text[split:].lstrip())
    indent = Run(" " * _TERM_INDENT) if setting.width > _ROOMY else Run("")
    room, options = setting.width - len(indent.text), setting.sheet.options
    body = break_running(text[begin:], room, options) if begin < len(text) else []
    ranges = [*term, *(moved(at, begin) for at in body)]
    lines = lines_of(ranges or [(0, 0)], styled)
    said = lines[len(term) :]
    if options.justified:
        said = even(said, text, room)
    return lines[: len(term)] + _behind((indent,), (indent,), said)


def _code(setting: Setting) -> list[Line]:
    """Set code."""
    from ketareader.layout.code_label import label_of, language_of  # noqa: PLC0415 (many a first page has no code)

    options, block = setting.sheet.options, setting.block
    listing = Listing(
        setting.inline.text,
        language_of(block.info),
        options.highlighted,
        options.wrapped,
        setting.sheet.shift_of(setting.number),
        _first_line(setting) if options.numbered else None,
        "" if block.joined else label_of(block.info),
    )
    return lay_out_code(listing, setting.width)


def _first_line(setting: Setting) -> int:
    """Return the number of the first line of code, which may go on from the block above."""
    document = setting.sheet.document
    pieces = range(document.first_piece(setting.number), setting.number)
    return 1 + sum(document.blocks[piece].text.count("\n") + 1 for piece in pieces)


def _table(setting: Setting) -> list[Line]:
    """Set a table."""
    sheet, block = setting.sheet, setting.block
    tables, first = sheet.options.tables, sheet.document.first_piece(setting.number)
    whole = (panned_columns_of if tables is Tables.PANNED else columns_of)(sheet.document, first)
    large = Large(tables, sheet.shift_of(setting.number), whole)
    return lay_out_table(setting.inline, block.info, setting.width, headed=not block.joined, large=large)


def _rule(setting: Setting) -> list[Line]:
    """Set a thematic break: three marks in the middle; a short line above what is collected at the end."""
    if setting.block.line == setting.block.end:  # It stands in no line of the source.
        return [Line((Run("─" * min(_SHORT_RULE, setting.width), "rule"),), 0, 0)]
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
    """Set front matter as a byline; where all of it is to be shown quietly, its names a shade apart."""
    document = setting.sheet.document
    if not setting.sheet.arrangement.shows_meta:
        is_said = setting.block.joined or title_heading(document) is not None
        return [] if is_said else lay_out_byline(document, setting.width, titled=False)
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
