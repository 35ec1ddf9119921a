"""Lists with letters and Roman numerals: `a. `, `B) `, `(iv) `, as Pandoc's fancy lists; and numbers in brackets.

Two items in order make a list: a single line that begins so is a paragraph, as CommonMark has it.
https://pandoc.org/MANUAL.html#extension-fancy_lists
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from ketareader.parsers.markdown.dialect.tokens import UNDECIDED, fill, first_line
from ketareader.parsers.markdown.underlines import LinesState

_MARKER = re.compile(r"(?:\(\d{1,4}\)|\([a-z]{1,6}\)|\([A-Z]{1,6}\)|(?:[a-z]{1,6}|[A-Z]{1,6})[.)])(?=[ \t]+\S)")
_MOST_LINES = 100
"""Lines of the first item."""
_DEEPEST = 8
"""Columns that an item's text is indented by, at the most."""
_ROMAN = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Item(NamedTuple):
    """An item's first line, and what it begins with."""

    line: int
    end: int
    """The line after it, as far as is known."""
    marker: str
    behind: int
    """The place behind the marker."""

    def is_before(self, other: "_Item") -> bool:
        """Tell whether another item is the next after this one, in letters, in numerals or in numbers."""
        counts = zip(_numbers(self.marker), _numbers(other.marker), strict=True)
        return any(mine and mine + 1 == its for mine, its in counts)


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a list that begins with this line. It may end an item's paragraph, if it begins at the beginning."""
    two = list(islice(_items(state, start, end), 2))
    if len(two) < 2 or (silent and 1 not in _numbers(two[0].marker)):  # noqa: PLR2004 (a list's least)
        return False
    if silent:
        return True
    items = list(_items(state, start, end))
    token = state.push("lettered_open", "", 1)
    token.meta = {"markers": [item.marker for item in items], "tight": _take(state, items)}
    state.push("lettered_close", "", -1)
    token.map = [start, state.line]
    return True


def _items(state: LinesState, start: int, end: int) -> Iterator[_Item]:
    """Yield the items of a list, each once it is known where it ends; but one, or none, where there is no list."""
    item = _item(state, start)
    if not item:
        return
    numbers, is_blank = 1, False
    for line in range(start + 1, end):
        other = None
        if state.isEmpty(line):
            is_blank = True
        elif state.sCount[line] >= state.blkIndent + _indent(state, item):
            is_blank = False
        elif state.sCount[line] < state.blkIndent or (
            not (other := _like(state, line, item, apart=is_blank)) and is_blank
        ):
            yield item._replace(end=line)
            return
        if other:
            if numbers == 1 and not item.is_before(other):
                return
            yield item._replace(end=line)
            item, numbers, is_blank = other, numbers + 1, False
        elif numbers == 1 and line - start > _MOST_LINES:
            return
    if numbers == 1 and not state.level:
        # What follows the text may be the second item.
        state.env.setdefault(UNDECIDED, start)
    yield item._replace(end=end)


def _item(state: LinesState, line: int) -> _Item | None:
    """Return the item that begins on a line."""
    at = state.bMarks[line] + state.tShift[line]
    found = _MARKER.match(state.src, at, state.eMarks[line])
    return _Item(line, line + 1, found[0], found.end()) if found and any(_numbers(found[0])) else None


def _like(state: LinesState, line: int, item: _Item, *, apart: bool) -> _Item | None:
    """Return the item that begins on a line, if its marker is like another's; and apart from it, the next."""
    other = _item(state, line)
    is_like = other and _shape(other.marker) == _shape(item.marker) and (not apart or item.is_before(other))
    return other if is_like else None


def _indent(state: LinesState, item: _Item) -> int:
    """Return the columns from the list's edge to an item's text."""
    column = state.sCount[item.line] - state.blkIndent
    return column + min(len(item.marker) + state.skipSpaces(item.behind) - item.behind, _DEEPEST)


def _take(state: LinesState, items: Sequence[_Item]) -> bool:
    """Take the items, up to one that ends before it should; tell whether no blank line is between or in them."""
    tight, around = (
        not any(state.isEmpty(other.line - 1) for _, other in pairwise(items)),
        (state.tight, state.listIndent),
    )
    for item in items:
        indent = _indent(state, item)
        token = state.push("list_item_open", "", 1)
        state.tight, state.listIndent = True, state.blkIndent
        with first_line(state, item.line, item.behind, indent):
            fill(state, item.line, item.end, indent)
        tight = tight and state.tight
        token.map = [item.line, state.line]
        state.push("list_item_close", "", -1)
        if state.line < item.end:
            break
    state.tight, state.listIndent = around
    return tight


def _shape(marker: str) -> tuple[str, bool, bool, bool]:
    """Return what the markers of one list share."""
    return marker[-1], marker[0] == "(", marker.isupper(), marker.strip("().").isdigit()


def _numbers(marker: str) -> tuple[int, int]:
    """Return which letter a marker is and which Roman numeral, 0 for none; a number is no letter."""
    text = marker.strip("().").lower()
    if text.isdigit():
        return 0, int(text)
    letter = ord(text) - ord("a") + 1 if len(text) == 1 else 0
    worths = [_WORTH[sign] for sign in text] if _ROMAN.fullmatch(text) else []
    return letter, sum(-worth if worth < after else worth for worth, after in pairwise([*worths, 0]))
