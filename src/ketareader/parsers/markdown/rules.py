"""markdown-it-py, set up so that it drops nothing and takes no longer than it has to.

Past `maxNesting` its block parser skips the rest of the text in silence; here the rest becomes one literal block.
"""

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from ketareader.parsers.markdown.dialect import CONSTRUCTS, add_rules
from ketareader.parsers.markdown.dialect.fences import fenced
from ketareader.parsers.markdown.inline_rules import add_inline_rules
from ketareader.parsers.markdown.labels import HELPERS, LinearInline
from ketareader.parsers.markdown.rulers import BlockRuler
from ketareader.parsers.markdown.underlines import LinesState, underlined_heading

_ENCODED: Final = re.compile(
    r"(?:https?://[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}+(?=[/#?]|\Z))?(?!//)[\w./#-]*+", re.ASCII
)
"""An address that is encoded as it is: with letters, figures and the plainest marks, and no name longer than any."""
MAX_NESTING = 60
"""Containers within containers that are still set as such: more than any screen can show, and a depth that Python's
stack stands."""


class LosslessBlocks(ParserBlock):
    """The block parser, which keeps what is nested too deep as it stands."""

    def __init__(self) -> None:
        """Take markdown-it's rules, and those of the dialect."""
        super().__init__()
        rules, self.ruler = self.ruler.__rules__, BlockRuler()
        self.ruler.__rules__ = rules
        self.ruler.at("lheading", underlined_heading)  # type: ignore[arg-type]
        self.ruler.at("fence", fenced, {"alt": ["paragraph", "reference", "blockquote", "list"]})
        add_rules(self.ruler)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token]:  # noqa: N803 (as below)
        """Append the tokens of a text to `outTokens`."""
        state = LinesState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 (markdown-it's names)
        """Parse lines `startLine` to `endLine`, or keep them literally where they are nested too deep."""
        if state.level < MAX_NESTING:
            super().tokenize(state, startLine, endLine)
            return
        line = state.skipEmptyLines(startLine)
        if line > startLine and (line >= endLine or state.sCount[line] < state.blkIndent):
            state.line = min(line, endLine)  # Nothing stands in it.
            return
        startLine, end = line, line + 1  # noqa: N806 (as above)
        while end < endLine and (state.isEmpty(end) or state.sCount[end] >= state.blkIndent):
            end += 1
        while state.isEmpty(end - 1):
            end -= 1
        token = state.push("too_deep", "", 0)
        token.map = [startLine, end]
        token.content = state.getLines(startLine, end, state.blkIndent, False)  # noqa: FBT003
        state.line = end


class _MarkdownIt(MarkdownIt):
    """markdown-it, without a second look at addresses in which there is nothing to encode, or anything to decode."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (as above)
        """Return an address as it may stand in a link: most are what they were."""
        return url if _ENCODED.fullmatch(url) else super().normalizeLink(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 (as above)
        """Return an address as it is shown: as its author has it, for decoded it may look like another."""
        return link


def make_markdown_it() -> MarkdownIt:
    """Return a markdown-it for CommonMark with GFM's tables and strikethrough, one token for each reference."""
    markdown_it = _MarkdownIt("zero")
    markdown_it.block = LosslessBlocks()
    markdown_it.inline = LinearInline()
    markdown_it.helpers = HELPERS  # type: ignore[assignment]
    markdown_it.configure("commonmark", {"maxNesting": MAX_NESTING + 1, "inline_definitions": True})
    add_inline_rules(markdown_it.inline)
    return markdown_it.enable(["table", "strikethrough", *(row.name for row in CONSTRUCTS)])
