"""Drawings in a line of text, and formulas that can't be set, `<svg>` and `<math>`: their text alone is shown."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it.token import Token

from ketareader.parsers.markdown.shown import GONE

_START: Final = re.compile(r"<(svg|math)\b(?![^>]*/>\Z)", re.IGNORECASE | re.DOTALL)
_WORDS: Final = frozenset({"text", "text_special"})


def without_drawings(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield inline tokens with nothing in the place of a drawing's tags but spaces between its texts."""
    last = _last_ends(tokens)
    end, has_words = "", False
    for index, token in enumerate(tokens):
        is_tag = token.type == "html_inline"
        if not end and is_tag and last.get(begun := _end_of(token), -1) > index:
            end, has_words = begun, False
            yield _token(GONE)
        elif not end or not is_tag:
            has_words = has_words or token.type in _WORDS
            yield token
        elif token.content.lower().startswith(end):
            end = ""
            yield _token(GONE)
        elif has_words and not token.content.startswith("</"):
            has_words = False
            yield from map(_token, (GONE, "softbreak", GONE))
        else:
            yield _token(GONE)


def _end_of(tag: Token) -> str:
    """Return what the end of the drawing begins with that a tag begins; "" where it begins none."""
    start = _START.match(tag.content)
    return f"</{start[1].lower()}" if start else ""


def _last_ends(tokens: Sequence[Token]) -> dict[str, int]:
    """Return where the last end tags are of drawings and of formulas."""
    ends = ((index, token.content.lower()) for index, token in enumerate(tokens) if token.type == "html_inline")
    return {end[: end.index(">")].rstrip(): index for index, end in ends if end.startswith(("</svg", "</math"))}


def _token(kind: str) -> Token:
    return Token(kind, "", 0)
