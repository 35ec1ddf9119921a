"""Running text, verse or code: what a few unmarked lines are, by where they end and what they are made of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ketareader.parsers.text.line import indent_of, is_fixed, marker_of, quoting
from ketareader.parsers.text.look import is_closed
from ketareader.parsers.text.marked import number_of
from ketareader.parsers.text.segment import Form
from ketareader.parsers.text.shape import Shape, fits

CODE_INDENT = 4
"""Columns before a line that is code, where nothing but its indentation says so."""
_FAR = 24
"""Columns before what is set against the right edge, beside columns."""
_LONGEST_TERM = 60
_WIDEST_STANZA = 60
_NARROW = 60
"""Characters that a full line has more of where paragraphs are written rather than verse."""
_FIXED = re.compile(r"\S {3}|\t|\||\+[-=+]|[─-╿]|\.{4}|\. \. \.")
"""What lines must hold for any of them to be fixed."""
_PROMPTS = ("$ ", "# ", "% ", ">>> ")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEW_LETTERS = 0.4
"""The share of letters among its marks that running text has at least."""
_MANY_LETTERS = 0.75
"""The share that all but text full of figures and names has."""
_STEP = 2
"""Columns that the first line of a paragraph is indented by, at least, where that is what begins it."""

Part = tuple[Form, int]
"""A form, and the index of the line after those that have it."""


def is_preformatted(lines: Sequence[str]) -> bool:
    """Tell whether lines are a table, a figure or code."""
    count = len(lines)
    fixed = sum(map(is_fixed, lines)) if _FIXED.search("\n".join(lines)) else 0
    if fixed:
        fixed += sum(indent_of(line) >= _FAR and not is_fixed(line) for line in lines)
    if count == 1 or 2 * fixed >= count:
        return 2 * fixed >= count
    ends = sum(line.rstrip().endswith(("{", "}", ";")) for line in lines)
    if 2 * ends >= count and any(mark in line for line in lines for mark in "{}=()"):
        return True
    return _letters(lines) < _FEW_LETTERS and not marker_of(lines[0]) and not quoting(lines[0])[0]


def is_code(lines: Sequence[str]) -> bool:
    """Tell whether indented lines are code rather than a quotation, verse or a centred line."""
    if any(indent_of(line) < CODE_INDENT for line in lines):
        return False
    if _letters(lines) < _MANY_LETTERS or lines[0].lstrip().startswith(_PROMPTS):
        return True
    capital = lines[0].lstrip()[0].isupper()
    if len({indent_of(line) for line in lines[1:]}) > 1:
        return not all(line.lstrip()[0].isupper() for line in lines)
    return len(lines) == 1 and not capital and not is_closed(lines[0].rstrip())


def is_stanza(lines: Sequence[str]) -> bool:
    """Tell whether lines that stand together, where other paragraphs are a line each, are verse or an address."""
    if not lines[2:] or max(map(len, lines)) > _WIDEST_STANZA:
        return False
    return 2 * sum(is_closed(line.rstrip()) for line in lines) < len(lines)


def split_prose(lines: Sequence[str], shape: Shape) -> Iterator[Part]:
    """Split unmarked lines into paragraphs and verse."""
    count = len(lines)
    if _has_numbered_head(lines, shape):
        yield Form.PROSE, 1
        yield from ((form, end + 1) for form, end in split_prose(lines[1:], shape))
        return
    indents = [indent_of(line) for line in lines]
    early = [_ends_early(line, following, shape) for line, following in pairwise(lines)]
    if _hangs(indents):
        yield from _hanging(lines, indents, shape)
    elif not any(early) and not any(after >= before + _STEP for before, after in pairwise(indents)):
        yield Form.PROSE, count
    elif 2 * sum(early) < count - 1 or (early[1:] and _is_narrow(lines)):
        yield from _paragraphs(lines, early, indents, shape)
    elif _is_column_of_paragraphs(lines, shape):
        yield from ((Form.PROSE, end) for end in range(1, count + 1))
    else:
        yield Form.VERSE, count


def _has_numbered_head(lines: Sequence[str], shape: Shape) -> bool:
    """Tell whether a heading with a number of more than one part stands right above text: "2.1 Scope"."""
    head, *text = lines[:2]
    if (
        not text
        or is_closed(head.rstrip())
        or not fits(head, text[0], shape.width)
        or not text[0].lstrip()[0].isupper()
    ):
        return False
    numbered = None if number_of(text[0].strip()) else number_of(head.strip())
    return numbered is not None and numbered.depth > 1 and numbered.title[:1].isupper()


def _letters(lines: Sequence[str]) -> float:
    """Return the share of letters among the characters that aren't spaces."""
    text = " ".join(lines)
    marks = sum(map(len, text.split()))
    return sum(map(len, _LETTERS.findall(text))) / max(marks, 1)


def _ends_early(line: str, following: str, shape: Shape) -> bool:
    """Tell whether a line ends where its writer wanted: short, or with room that the next sentence leaves."""
    if not fits(line, following, shape.width):
        return False
    return not following.lstrip()[0].islower() or 5 * len(line.rstrip()) < 3 * shape.width


def _hangs(indents: Sequence[int]) -> bool:
    """Tell whether all lines but the first are indented, and alike."""
    rest = indents[1:]
    return bool(rest) and min(rest) >= indents[0] + _STEP and max(rest) - min(rest) < _STEP


def _hanging(lines: Sequence[str], indents: Sequence[int], shape: Shape) -> Iterator[Part]:
    """Split lines of which the first hangs out: it is a heading, or a term that the others explain, or neither."""
    first = lines[0].strip()
    if is_closed(first) or len(first) > _LONGEST_TERM:
        yield Form.PROSE, len(lines)
    elif lines[1].isupper():
        yield Form.VERSE, len(lines)
    elif first.isupper() or indents[0] < shape.margin:
        yield Form.PROSE, 1
        yield Form.PROSE, len(lines)
    else:
        yield Form.TERM, len(lines)


def _is_narrow(lines: Sequence[str]) -> bool:
    """Tell whether lines are wrapped, if narrower than the text around them."""
    own = max(len(line.rstrip()) for line in lines)
    early = sum(fits(line, following, own) for line, following in pairwise(lines))
    capitals = sum(line.lstrip(" \t\"'“‘(")[:1].isupper() for line in lines)
    return 3 * early < len(lines) - 1 and 5 * capitals < 4 * len(lines)


def _is_column_of_paragraphs(lines: Sequence[str], shape: Shape) -> bool:
    """Tell whether each line is a paragraph, or a heading above one."""
    if shape.width < _NARROW:
        return False
    closed = sum(is_closed(line.rstrip()) for line in lines)
    below = lines[1].rstrip()
    heads = not lines[2:] and 4 * len(below) >= 3 * shape.width and is_closed(below)
    return heads or 5 * closed >= 3 * len(lines)


def _paragraphs(lines: Sequence[str], early: Sequence[bool], indents: Sequence[int], shape: Shape) -> Iterator[Part]:
    """Split wrapped lines where a paragraph ends early, or where one begins indented; a heading may stand above."""
    base = min(indents)
    for index, ends_early in enumerate(early):
        line = lines[index].rstrip()
        fresh = ends_early and 4 * len(line) < 3 * shape.width and not lines[index + 1].lstrip()[0].islower()
        heads = index == 0 and not any(early[1:2])
        begins = indents[index + 1] >= max(base, indents[index]) + _STEP
        if (fresh and (heads or is_closed(line))) or (begins and is_closed(line)):
            yield Form.PROSE, index + 1
    yield Form.PROSE, len(lines)
