"""Running text, verse or code: what a few unmarked lines are, by where they end and what they are made of."""

from collections.abc import Iterator, Sequence

from ketareader.parsers.text.line import has_columns, has_leader, indent_of, is_fixed
from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.segment import Form
from ketareader.parsers.text.shape import Shape, fits

_CODE_INDENT = 4
_STEP = 2
"""Columns that the first line of a paragraph is indented by, at least, where that is what begins it."""

Part = tuple[Form, int, int]
"""A form, and the half-open range of the lines that have it."""


def is_preformatted(lines: Sequence[str]) -> bool:
    """Tell whether lines are a table, a figure or code."""
    count = len(lines)
    fixed = sum(map(is_fixed, lines))
    if count == 1:
        return fixed == 1 and (has_leader(lines[0]) or not has_columns(lines[0]) or indent_of(lines[0]) > 0)
    if 2 * fixed >= count:
        return True
    if 2 * sum(line.rstrip().endswith(("{", "}", ";")) for line in lines) >= count:
        return True
    return _letters(lines) < 0.4


def is_code(lines: Sequence[str]) -> bool:
    """Tell whether indented lines are code rather than a quotation, verse or a centred line."""
    indents = [indent_of(line) for line in lines]
    if min(indents) < _CODE_INDENT:
        return False
    if _letters(lines) < 0.75 or lines[0].lstrip().startswith(("$ ", "# ", "% ", ">>> ")):
        return True
    rest = set(indents[1:])
    if len(rest) > 1:
        return not all(line.lstrip()[:1].isupper() for line in lines)
    return len(lines) == 1 and not lines[0].lstrip()[:1].isupper() and not is_closed(lines[0].rstrip())


def split_prose(lines: Sequence[str], shape: Shape) -> Iterator[Part]:
    """Split unmarked lines into paragraphs and verse."""
    last = len(lines) - 1
    early = [fits(line, following, shape.width) for line, following in zip(lines, lines[1:], strict=False)]
    if not any(early) and not _may_begin_inside(lines):
        yield Form.PROSE, 0, last + 1
    elif 2 * sum(early) < last or (last > 1 and _is_narrow(lines)):
        yield from _paragraphs(lines, early, shape)
    elif _is_column_of_paragraphs(lines):
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


def _is_narrow(lines: Sequence[str]) -> bool:
    """Tell whether lines are wrapped, if narrower than the text around them."""
    own = max(len(line.rstrip()) for line in lines)
    early = sum(fits(line, following, own) for line, following in zip(lines, lines[1:], strict=False))
    capitals = sum(line.lstrip(" \t\"'“‘(")[:1].isupper() for line in lines)
    return 3 * early < len(lines) - 1 and 5 * capitals < 4 * len(lines)


def _is_column_of_paragraphs(lines: Sequence[str]) -> bool:
    """Tell whether each line is a paragraph, or a heading above one."""
    closed = sum(is_closed(line.rstrip()) for line in lines)
    return 5 * closed >= 3 * len(lines) or (len(lines) == 2 and is_closed(lines[1].rstrip()))


def _paragraphs(lines: Sequence[str], early: Sequence[bool], shape: Shape) -> Iterator[Part]:
    """Split wrapped lines where a paragraph ends early, or where one begins indented; a heading may stand above."""
    base = min(map(indent_of, lines))
    start = 0
    for index, ends_early in enumerate(early):
        line = lines[index].rstrip()
        ends = ends_early and 4 * len(line) < 3 * shape.width and is_closed(line)
        heads = ends_early and index == 0 and not any(early[1:2])
        begins = indent_of(lines[index + 1]) >= max(base, indent_of(line)) + _STEP and is_closed(line)
        if heads or begins or (ends and not lines[index + 1].lstrip()[:1].islower()):
            yield Form.PROSE, start, index + 1
            start = index + 1
    yield Form.PROSE, start, len(lines)
