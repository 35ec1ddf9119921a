"""The markers of HTML's lists (HTML section 4.4.5)."""

import re
from typing import Final

from ketareader.document.block import Item, List

_BULLET: Final = "•"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN: Final = 3999
_NUMBER: Final = r"\s*(-?\d{1,9})(?!\d)"


class Numbering:
    """Counts the items of one list."""

    def __init__(self, name: str, attributes: dict[str, str], items: int, *, tight: bool) -> None:
        """Begin a list of about so many items; `attributes` are its tag's."""
        self._ordered = name == "ol"
        self._type = attributes.get("type", "1")
        self._next = integer(attributes.get("start", ""), 1)
        last = range(self._next, self._next + items)[-1:]
        widest = max(map(len, map(self._marker, {self._next, *last, *_long_romans(self._type, last)})))
        self._list = List(tight, widest)

    def item(self, attributes: dict[str, str], done: bool | None) -> Item:  # noqa: FBT001 (as the item's own)
        """Return the next item; `attributes` are its tag's."""
        number = integer(attributes.get("value", ""), self._next)
        self._next = number + 1
        return Item(self._marker(number), self._list, done)

    def _marker(self, number: int) -> str:
        return f"{_written(number, self._type)}." if self._ordered else _BULLET


def integer(text: str, otherwise: int) -> int:
    """Read a whole number."""
    found = re.match(_NUMBER, text, re.ASCII)
    return int(found[1]) if found else otherwise


def _long_romans(kind: str, last: range) -> tuple[int, ...]:
    """Return the number up to the last that is the longest in Roman numerals, or nearly so."""
    return tuple(n for n in (8, 18, 28, 38, 88, 288, 388, 888) if n <= last[-1]) if kind in {"i", "I"} and last else ()


def _written(number: int, kind: str) -> str:
    """Write a number in letters, in Roman numerals or in digits."""
    if kind in {"a", "A"} and number > 0:
        letters = _letters(number)
    elif kind in {"i", "I"} and 0 < number <= _MOST_ROMAN:
        letters = _roman(number)
    else:
        return str(number)
    return letters if kind.islower() else letters.upper()


def _letters(number: int) -> str:
    written = ""
    while number:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
