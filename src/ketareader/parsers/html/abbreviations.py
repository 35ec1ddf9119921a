"""Abbreviations whose tags say what they stand for: `<abbr title="World Health Organization">WHO</abbr>`.

HTML section 4.5.9.
"""

import re
from collections.abc import Iterator
from typing import Final

from ketareader.document.block import WITHOUT_INLINE, Block
from ketareader.parsers.html.text import unescaped
from ketareader.parsers.html.tokens import HtmlToken, Sort, attributes, tokenize
from ketareader.parsers.markdown.back_matter import Abbreviation
from ketareader.text import clean_line

_ELEMENTS: Final = frozenset({"abbr", "acronym"})
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def abbreviations_in(block: Block) -> Iterator[Abbreviation]:
    """Yield the abbreviations that tags in a block of Markdown explain, as the Markdown that they are."""
    if "<" not in block.text or block.kind in WITHOUT_INLINE:
        return
    opened: HtmlToken | None = None
    parts: list[str] = []
    line = begins = block.line
    for token in tokenize(_CODE.sub(_no_more_than_lines, block.text)):
        if opened and token.sort is Sort.END and token.name == opened.name:
            meaning, short = _title(opened), " ".join("".join(parts).split())
            if meaning and short:
                yield Abbreviation(short, meaning, begins)
            opened = None
        elif token.sort is Sort.START and token.name in _ELEMENTS:
            opened, parts, begins = token, [], line
        else:
            parts.append(token.source)
        line += token.source.count("\n")


def _no_more_than_lines(code: re.Match[str]) -> str:
    return "\n" * code[0].count("\n") or " "


def _title(tag: HtmlToken) -> str:
    return clean_line(unescaped(attributes(tag.source).get("title", "")))
