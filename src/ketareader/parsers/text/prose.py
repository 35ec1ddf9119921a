"""Running text, verse or code: what a few unmarked lines are, by where they end and what they are made of."""

from collections.abc import Iterator, Sequence

from ketareader.parsers.text.line import indent_of, is_fixed
from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.segment import Form
from ketareader.parsers.text.shape import Shape, fits

_CODE_INDENT = 4
_FAR = 24
"""Columns before what is set against the right edge, beside columns."""
_LONGEST_TERM = 60
_STEP = 2
"""Columns that the first line of a paragraph is indented by, at least, where that is what begins it."""

_FEW_LETTERS = 0.4
"""The share of letters among its marks that running text has at least."""
_MANY_LETTERS = 0.75
"""The share that all but text full of figures and names has."""

Part = tuple[Form, int, int]
"""A form, and the half-open range of the lines that have it."""


def is_preformatted(lines: Sequence[str]) -> bool:
    """Tell whether lines are a table, a figure or code."""
    count = len(lines)
    fixed = sum(map(is_fixed, lines))
    if fixed:
        fixed += sum(indent_of(line) >= _FAR and not is_fixed(line) for line in lines)
    if count == 1 or 2 * fixed >= count:
        return 2 * fixed >= count
    ends = sum(line.rstrip().endswith(("{", "}", ";")) for line in lines)
    if 2 * ends >= count and any(mark in line for line in lines for mark in "{}=()"):
        return True
    return _letters(lines) < _FEW_LETTERS


def is_code(lines: Sequence[str]) -> bool:
    """Tell whether indented lines are code rather than a quotation, verse or a centred line."""
    indents = [indent_of(line) for line in lines]
    if min(indents) < _CODE_INDENT:
        return False
    if _letters(lines) < _MANY_LETTERS or lines[0].lstrip().startswith(("$ ", "# ", "% ", ">>> ")):
        return True
    rest = set(indents[1:])
    if len(rest) > 1:
        return not all(line.lstrip()[:1].isupper() for line in lines)
    return len(lines) == 1 and not lines[0].lstrip()[:1].isupper() and not is_closed(lines[0].rstrip())


def split_prose(lines: Sequence[str], shape: Shape) -> Iterator[Part]:
    """Split unmarked lines into paragraphs and verse."""
    last = len(lines) - 1
    early = [fits(line, following, shape.width) for line, following in zip(lines, lines[1:], strict=False)]
    if _is_term(lines, shape):
        yield Form.TERM, 0, last + 1
    elif not any(early) and not _may_begin_inside(lines):
        yield Form.PROSE, 0, last + 1
    elif 2 * sum(early) < last or (last > 1 and _is_narrow(lines)):
        yield from _paragraphs(lines, early, shape)
    elif _is_column_of_paragraphs(lines, shape):
        yield from ((Form.PROSE, index, index + 1) for index in range(last + 1))
    else:
        yield Form.VERSE, 0, last + 1


def is_stanza(lines: Sequence[str]) -> bool:
    """Tell whether lines that stand together, where other paragraphs are a line each, are verse or an address."""
    if len(lines) <= 2 or max(map(len, lines)) > 60:
        return False
    return 2 * sum(is_closed(line.rstrip()) for line in lines) < len(lines)


def _letters(lines: Sequence[str]) -> float:
    """Return the share of letters among the characters that aren't spaces."""
    marks = letters = 0
    for line in lines:
        for word in line.split():
            marks += len(word)
            letters += len(word) if word.isalpha() else sum(map(str.isalpha, word))
    return letters / max(marks, 1)


def _may_begin_inside(lines: Sequence[str]) -> bool:
    """Tell whether a line within is indented more than the one before it."""
    indents = [indent_of(line) for line in lines]
    return any(after >= before + _STEP for before, after in zip(indents, indents[1:], strict=False))


def _is_term(lines: Sequence[str], shape: Shape) -> bool:
    """Tell whether a term stands above what is said of it, which is indented."""
    first = lines[0].strip()
    indent, *rest = map(indent_of, lines)
    if not rest or indent < shape.margin or len(first) > _LONGEST_TERM or is_closed(first) or first.isupper():
        return False
    return min(rest) >= indent + _STEP and max(rest) - min(rest) < _STEP


def _is_narrow(lines: Sequence[str]) -> bool:
    """Tell whether lines are wrapped, if narrower than the text around them."""
    own = max(len(line.rstrip()) for line in lines)
    early = sum(fits(line, following, own) for line, following in zip(lines, lines[1:], strict=False))
    capitals = sum(line.lstrip(" \t\"'“‘(")[:1].isupper() for line in lines)
    return 3 * early < len(lines) - 1 and 5 * capitals < 4 * len(lines)


def _is_column_of_paragraphs(lines: Sequence[str], shape: Shape) -> bool:
    """Tell whether each line is a paragraph, or a heading above one."""
    closed = sum(is_closed(line.rstrip()) for line in lines)
    heads = len(lines) == 2 and 4 * len(lines[1].rstrip()) >= 3 * shape.width
    return 5 * closed >= 3 * len(lines) or (heads and is_closed(lines[1].rstrip()))


def _paragraphs(lines: Sequence[str], early: Sequence[bool], shape: Shape) -> Iterator[Part]:
    """Split wrapped lines where a paragraph ends early, or where one begins indented; a heading may stand above."""
    base = min(map(indent_of, lines))
    start = 0
    for index, ends_early in enumerate(early):
        line = lines[index].rstrip()
        short = ends_early and 4 * len(line) < 3 * shape.width
        fresh = short and not lines[index + 1].lstrip()[:1].islower()
        heads = fresh and index == 0 and not any(early[1:2])
        ends = fresh and is_closed(line)
        begins = indent_of(lines[index + 1]) >= max(base, indent_of(line)) + _STEP and is_closed(line)
        if heads or ends or begins:
            yield Form.PROSE, start, index + 1
            start = index + 1
    yield Form.PROSE, start, len(lines)
