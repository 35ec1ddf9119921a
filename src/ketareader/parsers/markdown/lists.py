"""Lists: what all of a list's items share, and what stands before each of them."""

from collections.abc import Iterator, Sequence
from itertools import count, repeat

from markdown_it.token import Token

from ketareader.document.block import Container, Item, List

Numbering = tuple[List, Iterator[str]]
"""A list, and the markers of its items to come."""

_BULLET = "•"


def list_at(tokens: Sequence[Token], index: int, before: Container | None) -> Numbering:
    """Return the list that is opened at `index`; the first number counts (CommonMark section 5.3).

    It goes on from the item `before`, if that is one.
    """
    token = tokens[index]
    ordered = token.type == "ordered_list_open"
    if isinstance(before, Item):
        found, start = before.list, _number_after(before)
    else:
        items, tight = _items(tokens, index)
        start = int(token.attrs.get("start", 1))
        found = List(tight, len(f"{start + items - 1}.") if ordered else 1)
    return found, _numbered(start, token.markup) if ordered else repeat(_BULLET)


def lettered_list(token: Token) -> Numbering:
    """Return the list whose items say themselves what stands before them."""
    markers: list[str] = token.meta["markers"]
    return List(token.meta["tight"], max(map(len, markers))), iter(markers)


def _items(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Count the items of the list that is opened at `index`, and tell whether it is tight."""
    level = tokens[index].level
    items, tight = 0, True
    for body in range(index + 1, len(tokens)):
        inner = tokens[body]
        if inner.level <= level:
            break
        if inner.level == level + 1:
            items += inner.nesting > 0
        elif inner.level == level + 2 and inner.type == "paragraph_open":
            tight = inner.hidden
    return items, tight


def _numbered(start: int, delimiter: str) -> Iterator[str]:
    """Yield the markers of an ordered list."""
    return (f"{number}{delimiter}" for number in count(start))


def _number_after(item: Item) -> int:
    """Return the number of the item that follows; 1 where there are none."""
    number = item.marker[:-1]
    return int(number) + 1 if number else 1
