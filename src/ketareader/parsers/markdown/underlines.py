"""What depends on the lines below: headings that are underlined, looked for only where an underline follows.

markdown-it reads every paragraph twice: as such a heading, up to its end, and then as a paragraph.
"""

import re
from bisect import bisect_right

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, lheading
from markdown_it.token import Token
from markdown_it.utils import EnvType

MOST_TERMS = 8
"""Lines of terms, or blank ones, above a meaning."""
MEANING = (": ", ":\t", "~ ", "~\t")
"""What a term's meaning begins with."""

_LETTERED = r"\(?\w{1,6}[.)]"
_ENDS_UNDERLINE, _BEGINS_MEANING = frozenset("-= \t"), frozenset(":~ \t>")
_ENDS_LETTER, _IN_NUMERAL = frozenset(".)"), frozenset("ivxlcIVXLC")


class LinesState(StateBlock):
    """Where the block parser is in a text, and the lines of it that may say what those above them are."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        """Find the lines that end as an underline does, and those that begin as a meaning, in whatever container."""
        super().__init__(src, md, env, tokens)
        lines = src.split("\n")
        # One character tells most lines apart, in a third of the time.
        ends = (number for number, line in enumerate(lines) if line[-1:] in _ENDS_UNDERLINE)
        self.underlines = [number for number in ends if lines[number].rstrip(" \t").endswith(("-", "="))]
        """Numbers of lines, from 0."""
        begins = (number for number, line in enumerate(lines) if line[:1] in _BEGINS_MEANING)
        self.meanings = [number for number in begins if lines[number].lstrip(" \t>").startswith(MEANING)]
        """Those of lines that may say what the term above them means."""

    def may_be_term(self, line: int) -> bool:
        """Tell whether a line is so near above a meaning that it may be a term."""
        after = bisect_right(self.meanings, line)
        return after < len(self.meanings) and self.meanings[after] - line <= MOST_TERMS

    def may_be_lettered(self, line: int) -> bool:
        """Tell whether a line may begin with a letter or a numeral that counts."""
        at = self.bMarks[line] + self.tShift[line]
        begin = self.src[at : at + 8]
        if begin[1:2] in _ENDS_LETTER:
            return True
        return (begin[1:2] in _IN_NUMERAL or begin[0] == "(") and re.match(_LETTERED, begin) is not None


def underlined_heading(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a heading that is underlined (CommonMark section 4.3), where a line up to `end` may be its underline."""
    after = bisect_right(state.underlines, start)
    if after < len(state.underlines) and state.underlines[after] < end:
        return lheading(state, start, end, silent)
    # Where markdown-it's own rule finds no heading, it leaves this behind, and lists look at it.
    state.parentType = "paragraph"
    return False
