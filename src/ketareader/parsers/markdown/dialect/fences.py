"""Fenced blocks that are no code to be read: formulas, directives, and diagrams, which fold under a title that says so.

https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
"""

import re

from markdown_it.rules_block import StateBlock, fence
from markdown_it.token import Token

from ketareader.document.block import Fold, Kind
from ketareader.parsers.markdown.dialect.tokens import container, leaf

_DIAGRAMS = {
    "mermaid": "Mermaid",
    "dot": "Graphviz",
    "graphviz": "Graphviz",
    "plantuml": "PlantUML",
    "puml": "PlantUML",
    "d2": "D2",
    "ditaa": "Ditaa",
    "nomnoml": "Nomnoml",
    "vega-lite": "Vega-Lite",
    "vega": "Vega",
}
_MOST_OPEN = 12
"""Lines of a diagram's source that is unfolded at first."""
_LONGEST = 16_384
"""Characters of a formula or a diagram: what is longer is code, and may be divided as such."""
_AROUND = " \t\"'"
_TITLE = r"""(?m)^[ \t]*(?:(?:pie[ \t]+(?:showData[ \t]+)?)?title:?[ \t]+|accTitle:[ \t]*)(\S.*)$"""


def fenced(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a fenced block (CommonMark section 4.5), and make of it what its info string says it is."""
    if not fence(state, start, end, silent):
        return False
    if not silent and (info := state.tokens[-1].info):
        _adapt(state, state.tokens[-1], info.strip().partition(" ")[0].strip("{}.").lower())
    return True


def _adapt(state: StateBlock, token: Token, language: str) -> None:
    """Make a formula, a diagram or what a directive says of the fenced block that was just taken."""
    if len(token.content) > _LONGEST or (token.info.lstrip().startswith("{") and _is_directed(state, token)):
        return
    if language == "math":
        _formula(state, token)
    elif language in _DIAGRAMS:
        _diagram(state, token, _DIAGRAMS[language])


def _is_directed(state: StateBlock, token: Token) -> bool:
    """Make of a fenced block what its directive says it is, if it says so."""
    from ketareader.parsers.markdown.dialect.directives import directed  # noqa: PLC0415 (few articles have any)

    return directed(state, token)


def _formula(state: StateBlock, token: Token) -> None:
    start, end = token.map or (0, 0)
    state.tokens.pop()
    leaf(state, Kind.MATH, token.content.strip("\n"), (start, end))


def _diagram(state: StateBlock, token: Token, name: str) -> None:
    """Put a diagram's source into what folds, under a title."""
    start, end = token.map or (0, 0)
    state.tokens.pop()
    title = re.search(_TITLE, token.content)
    with container(state, start, (Fold, token.content.count("\n") <= _MOST_OPEN)):
        caption = f"Diagram ({name})"
        leaf(state, Kind.TITLE, f"{caption}: {title[1].strip(_AROUND)}" if title else caption, (start, start + 1))
        token.level = state.level
        state.tokens.append(token)
        state.line = end
