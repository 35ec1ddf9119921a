"""Markdown right below a tag that says so: `<figure markdown>`, `markdown="1"`, `markdown="span"`, `markdown="block"`.

https://python-markdown.github.io/extensions/md_in_html/
"""

from itertools import islice
from typing import Final

from ketareader.parsers.html.tokens import Sort, attributes, tokenize
from ketareader.parsers.markdown.dialect.tokens import fill, indented, rest_of
from ketareader.parsers.markdown.underlines import LinesState

_ELEMENTS: Final = frozenset(
    "article aside blockquote center details div fieldset figcaption figure footer header main nav p section".split()  # noqa: SIM905 (words read best in a row)
)
"""Elements that hold paragraphs."""
_VALUES: Final = frozenset({"", "1", "span", "block"})
_MOST_INDENTED: Final = 4


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a tag alone on its line as raw HTML, and what is indented below it, by a level at most, as if it weren't."""
    if not _holds_markdown(rest_of(state, start)):
        return False
    if silent:
        return True
    column = state.sCount[start] - state.blkIndent
    first, after = indented(state, start, end, column + 1)
    group = state.push("markup_open", "", 1)
    tag = state.push("html_block", "", 0)
    tag.content, tag.map = state.getLines(start, start + 1, state.blkIndent, True), [start, start + 1]  # noqa: FBT003 (with its end)
    state.line = start + 1
    if first < after:
        fill(state, start + 1, after, min(state.sCount[first] - state.blkIndent, column + _MOST_INDENTED))
    state.push("markup_close", "", -1)
    group.map = [start, state.line]
    return True


def _holds_markdown(line: str) -> bool:
    """Tell whether a line is a start tag, and nothing else, which says that there is Markdown in its element."""
    tag, *others = islice(tokenize(line), 2)
    is_start = tag.sort is Sort.START and tag.name in _ELEMENTS and not others
    return is_start and attributes(line).get("markdown") in _VALUES
