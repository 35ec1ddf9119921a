"""Text with nothing in it but plain emphasis and code: most of what has any markup, read without tokens.

Plain emphasis begins behind a space and before a letter, or the like: where a mark can't but open, and the next one
can't but close what it opened (CommonMark section 6.2). Whatever isn't so plain is left to markdown-it.
"""

import re
from typing import Final, TypeAlias

from ketareader.document.inline import Span
from ketareader.parsers.markdown.builder import InlineBuilder

_WRAPPED: Final = re.compile(
    r"([`*_])(?:(?<=`)(?<!``)(?!`)([^`\n]++)`(?![`{])"
    r"|(?<!`)(?<![^ (\"'“‘].)(\1?)(?=[^\W_])([^`*_]++)"
    r"(?:(?<=[^\W_])\1\3(?![^ .,;:!?)\"'’”])|(?<=[.,;:!?)\"'])\1\3(?![^ ])))"
)
"""Code, or what is emphasised, behind its first mark and its second if there are two."""
_FORMULA: Final = 2
"""Dollars that a formula may be made of, whatever is between them."""

Parts: TypeAlias = list[str]
"""A stretch that is outside; then five in turn: the first mark, code, the second mark, what is emphasised, outside."""


def parts_of(text: str) -> Parts:
    """Split a text, which is clean and begins with no space, at its plain emphasis and code."""
    if "](" in text or text.count("$") >= _FORMULA:
        return [text]
    return _WRAPPED.split(text)


def outside_code(parts: Parts) -> str:
    """Return what may have more markup in it."""
    return " ".join(parts[::5] + list(filter(None, parts[4::5])))


def built(parts: Parts) -> InlineBuilder:
    """Build a text from its parts."""
    texts = [parts[0]]
    spans: list[Span] = []
    prose = [(0, len(parts[0]))]
    end = len(parts[0])
    for code, second, words, outside in zip(parts[2::5], parts[3::5], parts[4::5], parts[5::5], strict=True):
        text = words or _unpadded(code)
        begin, end = end, end + len(text)
        texts += text, outside
        spans.append(Span(begin, end, "code" if code else "strong" if second else "emphasis"))
        if words:
            prose.append((begin, end))
        begin, end = end, end + len(outside)
        prose.append((begin, end))
    return InlineBuilder.of(texts, spans, prose)


def _unpadded(code: str) -> str:
    """Return what is between backticks, without the space that may keep it apart from them."""
    return code[1:-1] if code[0] == code[-1] == " " and code.strip(" ") else code
