"""Containers between lines of colons: `::: note Title`, as Pandoc, VuePress, Docusaurus and MyST have them.

https://pandoc.org/MANUAL.html#divs-and-spans
https://docusaurus.io/docs/markdown-features/admonitions
https://github.com/remarkjs/remark-directive
https://mystmd.org/guide/admonitions
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from markdown_it.token import Token

from ketareader.document.block import Kind
from ketareader.parsers.markdown.dialect.heading_names import named
from ketareader.parsers.markdown.dialect.openers import Opener, headline_of, read_opener
from ketareader.parsers.markdown.dialect.options import NO_OPTIONS, Options, options_in
from ketareader.parsers.markdown.dialect.tokens import container, fill, leaf, rest_of
from ketareader.parsers.markdown.dividing import AGAIN
from ketareader.parsers.markdown.underlines import LinesState

_CLOSER: Final = re.compile(r":{3,}")
_SIGNS: Final = frozenset({":::", "```", "~~~"})
"""What a line that counts begins with."""
_DEEPEST: Final = 64
"""Containers in one another that are told apart."""
_FENCE: Final = re.compile(r"(`{3,}|~{3,})(.*)")


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a container that begins with this line, up to the colons that close it, or else to its parent's end."""
    if not (opener := read_opener(rest_of(state, start))):
        return False
    if silent:
        return True
    close, is_closed = _end(state, start, end)
    if is_closed and opener.is_directive and _is_more(state, start, close):
        return True
    options = _options(state, opener, start, close)
    headline = headline_of(opener, options)
    with container(state, start, *headline.containers) as token:
        if not is_closed:
            # A title is passed over where the rest goes on.
            token.meta[AGAIN] = f"{':' * opener.colons} note"
        if name := opener.id or options.name:
            token.meta["name"] = name
        title = leaf(state, Kind.TITLE, headline.title, (start, start + 1)) if headline.title else None
        first = len(state.tokens)
        fill(state, start + 1 + options.lines, close, 0)
        if title and headline.heading:
            _entitle(title, headline.heading, state.tokens, first)
        if is_closed and state.line >= close:
            state.line = close + 1
    return True


def _is_more(state: LinesState, start: int, close: int) -> bool:
    """Take a directive that is more than a container: a picture, a formula, code."""
    from ketareader.parsers.markdown.dialect.directives import directed_in_colons  # noqa: PLC0415 (few articles have any)

    return directed_in_colons(state, start, close)


def _options(state: LinesState, opener: Opener, start: int, close: int) -> Options:
    """Return the options below the line that opens a directive; none of any other container's."""
    return options_in(rest_of(state, line) for line in range(start + 1, close)) if opener.is_directive else NO_OPTIONS


def _entitle(title: Token, heading: str, tokens: list[Token], first: int) -> None:
    """Make a title of the heading that a container begins with, if it does: the token at the index `first`."""
    if first >= len(tokens) or tokens[first].type != "heading_open" or not tokens[first + 1].content:
        return
    opener, inline = tokens[first : first + 2]
    words, name = named(inline.content)
    title.content, title.map = heading.replace("{}", words), opener.map
    if name := name or opener.meta.get("name", ""):
        title.meta["name"] = name
    del tokens[first : first + 3]


def _end(state: LinesState, start: int, end: int) -> tuple[int, bool]:
    """Return the line on which a container is closed, and that it is; or the line after it, which nothing closes.

    The containers in one are come through with it, and what is found of them is kept for when it is their turn.
    """
    known: dict[tuple[int, int], tuple[int, bool]] = state.env.setdefault("containers", {})
    if (start, state.blkIndent) not in known:
        known.update({(line, state.blkIndent): (last, closed) for line, last, closed in _ends(state, start, end)})
    close, is_closed = known[start, state.blkIndent]
    return min(close, end), is_closed and close < end


def _ends(state: LinesState, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield where a container begins and ends, and whether it is closed there, and where those in it do."""
    opened: list[tuple[int, int]] = []
    fence = ""
    for line in range(start, end):
        at = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            end = line
            break
        # What is indented further stands in an item, and so does what it opens.
        if state.src[at : at + 3] not in _SIGNS or state.sCount[line] > state.sCount[start] + 1:
            continue
        text = rest_of(state, line)
        if fence:
            fence = "" if text.startswith(fence) and not text.strip(fence[0]) else fence
        elif found := _FENCE.fullmatch(text):
            fence = found[1] if found[1][0] == "~" or "`" not in found[2] else ""
        elif _CLOSER.fullmatch(text):
            closed = _closed(opened, len(text))
            yield from ((inner, line, number == 0) for number, (inner, _) in enumerate(opened[closed:]))
            del opened[closed:]
            if not opened:
                return
        elif opener := read_opener(text):
            opened.append((line, opener.colons))
    yield from ((line, end, False) for line, _ in opened)


def _closed(opened: list[tuple[int, int]], colons: int) -> int:
    """Return the index of the container that is closed: the innermost of as many colons, or else of fewer."""
    nearest = range(len(opened) - 1, max(len(opened) - _DEEPEST, 0) - 1, -1)
    alike = (index for index in nearest if opened[index][1] == colons)
    fewer = (index for index in nearest if opened[index][1] < colons)
    return next(chain(alike, fewer), len(opened))
