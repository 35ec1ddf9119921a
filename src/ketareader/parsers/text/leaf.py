"""What is no heading and no quote: paragraphs, terms and what is said of them, verse, code, rules."""

from collections.abc import Iterator
from textwrap import dedent

from ketareader.document.block import Block, Frame, Kind
from ketareader.parsers.cut import cut
from ketareader.parsers.text.segment import Form, Segment
from ketareader.parsers.text.term import term_of

PAGE = "page"
"""The `info` of a paragraph that is what a page has at its head or foot."""
_LITERAL = {Form.VERSE: Kind.VERSE, Form.FIXED: Kind.CODE}


def leaf_of(segment: Segment, before: Segment | None, after: Segment | None, frame: Frame) -> Iterator[Block]:
    """Yield the block that a segment is, in pieces where it is too long; `before` and `after` are its neighbours."""
    kind, text, level = Kind.PARAGRAPH, segment.text, 0
    if segment.form in _LITERAL:
        kind, text = _LITERAL[segment.form], dedent(segment.text)
    elif segment.form is Form.RULE:
        kind = Kind.RULE
    elif segment.form is Form.TERM:
        kind, text, level = _definition(text, text.index("\n"))
    elif (term := term_of(text)) and any(is_like(segment, beside) for beside in (before, after)):
        kind, text, level = _definition(text, len(term))
    info = PAGE if segment.form is Form.PAGE else ""
    joined = segment.joined and before is not None and before.form is segment.form
    return cut(Block(kind, text, segment.line, segment.end, frame, level, info, joined))


def _definition(text: str, length: int) -> tuple[Kind, str, int]:
    """Return a definition's kind, text and level: the length of its term, in which no spaces are left to collapse."""
    term = " ".join(text[:length].split())
    return Kind.DEFINITION, term + text[length:], len(term)


def is_like(segment: Segment, beside: Segment | None) -> bool:
    """Tell whether a segment's neighbour is of its form, and begins with a term too."""
    return beside is not None and beside.form is segment.form and bool(term_of(beside.text))
