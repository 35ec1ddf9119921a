"""Headings that are underlined, looked for only where an underline follows.

markdown-it reads every paragraph twice: as such a heading, up to its end, and then as a paragraph.
"""

from bisect import bisect_right

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, lheading
from markdown_it.token import Token
from markdown_it.utils import EnvType


class UnderlinedState(StateBlock):
    """Where the block parser is in a text, and the lines of it that may underline a heading."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        """Find the lines that end as an underline does, whatever container they are in."""
        super().__init__(src, md, env, tokens)
        lines = enumerate(src.split("\n"))
        self.underlines = [number for number, line in lines if line.rstrip(" \t").endswith(("-", "="))]
        """Their numbers, from 0."""


def underlined_heading(state: UnderlinedState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a heading that is underlined (CommonMark section 4.3), where a line up to `end` may be its underline."""
    after = bisect_right(state.underlines, start)
    if after < len(state.underlines) and state.underlines[after] < end:
        return lheading(state, start, end, silent)
    # Where markdown-it's own rule finds no heading, it leaves this behind, and lists look at it.
    state.parentType = "paragraph"
    return False
