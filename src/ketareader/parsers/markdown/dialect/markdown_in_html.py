"""Markdown right below a tag that says so: `<figure markdown>`, `markdown="1"`, `markdown="span"`, `markdown="block"`.

https://python-markdown.github.io/extensions/md_in_html/
"""

from itertools import takewhile
from typing import Final

from ketareader.parsers.html.tokens import Sort, attributes, tokenize
from ketareader.parsers.markdown.dialect.tokens import fill, indented, rest_of
from ketareader.parsers.markdown.underlines import LinesState

_ELEMENTS: Final = frozenset(
    "article aside blockquote center details div fieldset figcaption figure footer header main nav p section".split()  # noqa: SIM905 (words read best in a row)
)
"""Elements that hold paragraphs."""
_TITLES: Final = ("summary", "figcaption")
"""Elements that come first in others, and stand apart from the Markdown below them."""
_VALUES: Final = frozenset({"", "1", "span", "block"})
_MOST_INDENTED: Final = 4
_TALLEST: Final = 8
"""Lines of a title."""


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a tag alone on its line as raw HTML, and what is indented below it, by a level at most, as if it weren't."""
    if not _holds_markdown(rest_of(state, start)):
        return False
    if silent:
        return True
    column = state.sCount[start] - state.blkIndent
    group = state.push("markup_open", "", 1)
    _take(state, start, start + 1)
    first, after = indented(state, start, end, column + 1)
    if (below := _after_title(state, first, end)) > first:
        _take(state, first, below)
        if first < after or not state.isEmpty(below):
            first, after = indented(state, below - 1, end, column + 1)
    if first < after:
        fill(state, below, after, min(state.sCount[first] - state.blkIndent, column + _MOST_INDENTED))
    state.push("markup_close", "", -1)
    group.map = [start, state.line]
    return True


def _take(state: LinesState, start: int, end: int) -> None:
    """Take lines as raw HTML."""
    html = state.push("html_block", "", 0)
    html.content, html.map = state.getLines(start, end, state.blkIndent, True), [start, end]  # noqa: FBT003 (with its end)
    state.line = end


def _holds_markdown(line: str) -> bool:
    """Tell whether a line is a start tag, and at most a title, which says that there is Markdown in its element."""
    tag = next(tokenize(line))
    if tag.sort is not Sort.START or tag.name not in _ELEMENTS or attributes(tag.source).get("markdown") not in _VALUES:
        return False
    rest = line[len(tag.source) :].strip()
    return not rest or _ends_title(rest, _title(rest))


def _after_title(state: LinesState, start: int, end: int) -> int:
    """Return the line after a title's last, which has nothing behind it; `start` where none begins there."""
    name = _title(rest_of(state, start)) if start < end and state.sCount[start] >= state.blkIndent else ""
    lines = takewhile(lambda line: not state.isEmpty(line), range(start, min(end, start + _TALLEST)))
    return next((line + 1 for line in lines if _ends_title(rest_of(state, line), name)), start)


def _title(line: str) -> str:
    """Return the name of the title that a line begins with, "" for none."""
    tag = next(tokenize(line))
    return tag.name if tag.sort is Sort.START and tag.name in _TITLES else ""


def _ends_title(line: str, name: str) -> bool:
    """Tell whether a line ends with a title's end."""
    return name != "" and line.lower().endswith(f"</{name}>")
