"""Definition lists, as Pandoc and PHP Markdown Extra have them: terms, and below them what they mean behind colons.

https://pandoc.org/MANUAL.html#definition-lists
https://michelf.ca/projects/php-markdown/extra/#def-list
"""

from bisect import bisect_right

from markdown_it.rules_block import StateBlock

from ketareader.document.block import Kind, Meaning
from ketareader.parsers.markdown.dialect.tokens import container, fill, first_line, leaf, rest_of
from ketareader.parsers.markdown.underlines import MEANING, MOST_TERMS, LinesState

_LONGEST_TERM = 60
"""Characters of each of several terms: lines of prose are longer."""
_DEEPEST = 4
"""Columns that the text of a meaning is indented by, at the most."""


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take terms and their meanings. A list of several such entries is as many lists: they look alike."""
    if silent or not (line := _first_meaning(state, start, end)):
        return False
    token = state.push("definitions_open", "", 1)
    for term in range(start, line):
        if not state.isEmpty(term):
            leaf(state, Kind.TERM, rest_of(state, term), (term, term + 1))
    while line < end and _is_meaning(state, line):
        line = _meaning(state, line, end)
    state.line = line
    state.push("definitions_close", "", -1)
    token.map = [start, line]
    return True


def _first_meaning(state: LinesState, start: int, end: int) -> int:
    """Return the line of the first meaning, if lines of terms are all that stands above it; else 0."""
    after = bisect_right(state.meanings, start)
    line = state.meanings[after] if after < len(state.meanings) else end
    terms = line - start
    if line >= end or terms > MOST_TERMS or not _is_meaning(state, line):
        return 0
    if terms == 1 or (terms == 2 and state.isEmpty(start + 1)):  # noqa: PLR2004 (a term and a blank line)
        return line
    are_terms = all(_may_be_one_of_several(state, term) for term in range(start, line))
    return line if are_terms and _is_one_paragraph(state, start, line) else 0


def _may_be_one_of_several(state: StateBlock, line: int) -> bool:
    """Tell whether a line may be a term that has others beside it."""
    text = rest_of(state, line)
    is_apart = state.sCount[line] < state.blkIndent or state.is_code_block(line)
    return 0 < len(text) <= _LONGEST_TERM and text[-1] not in ".,;:" and not is_apart


def _is_one_paragraph(state: StateBlock, start: int, end: int) -> bool:
    """Tell whether lines would be one paragraph: none underlines those above it, or begins a block of its own."""
    rules = state.md.block.ruler.getRules("paragraph")
    kind, state.parentType = state.parentType, "paragraph"
    ends = (
        line
        for line in range(start + 1, end)
        if not rest_of(state, line).strip("-=") or any(rule(state, line, state.lineMax, True) for rule in rules)  # noqa: FBT003 (markdown-it's)
    )
    is_one = next(ends, None) is None
    state.parentType = kind
    return is_one


def _is_meaning(state: StateBlock, line: int) -> bool:
    """Tell whether a meaning begins on a line."""
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    return text.startswith(MEANING) and bool(text[1:].strip())


def _meaning(state: StateBlock, line: int, end: int) -> int:
    """Take the meaning that begins on a line, and return the line after it and the blank lines below it."""
    marker = state.bMarks[line] + state.tShift[line]
    column = state.sCount[line] - state.blkIndent
    indent = column + min(state.skipSpaces(marker + 1) - marker, _DEEPEST)
    with container(state, line, (Meaning,)), first_line(state, line, marker + 1, indent):
        fill(state, line, _end(state, line, end, indent), indent)
    return state.line


def _ends_lazy(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether a line is a meaning or has one below it."""
    return any(_is_meaning(state, near) for near in range(line, min(line + 2, end)))


def _end(state: StateBlock, line: int, end: int, indent: int) -> int:
    """Return the line after a meaning: what isn't indented goes on its paragraph, unless it is another's term."""
    is_blank = False
    for after in range(line + 1, end):
        if state.isEmpty(after):
            is_blank = True
        elif state.sCount[after] >= state.blkIndent + indent:
            is_blank = False
        elif is_blank or _ends_lazy(state, after, end):
            return after
    return end
