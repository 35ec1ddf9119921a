"""What has to be known of a fragment before its blocks are made: how long its lists are."""

from collections.abc import Sequence
from typing import NamedTuple

from ketareader.parsers.html.elements import LISTS
from ketareader.parsers.html.tokens import HtmlToken, Sort, attributes

_BEFORE_BOX = 6
"""Tokens after an item's tag of which one may be its box's."""


class Measure(NamedTuple):
    """What is known of a list."""

    items: int = 0
    tight: bool = False
    """Whether its items are lines of text: none has paragraphs, and Markdown stands in none."""


class Survey:
    """Looks through a fragment's tokens once."""

    def __init__(self, tokens: Sequence[HtmlToken]) -> None:
        """Take a fragment's tokens."""
        self.at = 0
        """The index of the token that is being read."""
        self._tokens = tokens
        self._lists: dict[int, Measure] = {}
        """The lists, by the index of their tags."""
        self._open_lists: list[tuple[int, bool]] = []
        """Of the lists that are open, their index, and whether paragraphs stand in them."""
        for index, token in enumerate(tokens):
            if token.sort is Sort.START:
                self._start(index, token.name)
            elif token.sort is Sort.END:
                self._end(token.name)

    def measure(self) -> Measure:
        """Return what is known of the list whose tag is being read."""
        return self._lists.get(self.at, Measure())

    def ticked(self) -> bool | None:
        """Tell whether the box of the item whose tag is being read is ticked; None where it has none."""
        for token in self._tokens[self.at + 1 : self.at + _BEFORE_BOX]:
            if token.name == "input":
                found = attributes(token.source)
                return "checked" in found if found.get("type", "").lower() == "checkbox" else None
            if token.name not in {"label", "p"} and token.source.strip():
                break
        return None

    def _start(self, index: int, name: str) -> None:
        if name in LISTS:
            self._open_lists.append((index, False))
            self._lists[index] = Measure()
        elif self._open_lists and name == "li":
            at, _ = self._open_lists[-1]
            self._lists[at] = self._lists[at]._replace(items=self._lists[at].items + 1)
        elif self._open_lists and name == "p":
            self._open_lists[-1] = (self._open_lists[-1][0], True)

    def _end(self, name: str) -> None:
        if self._open_lists and name in LISTS:
            at, loose = self._open_lists.pop()
            self._lists[at] = self._lists[at]._replace(tight=not loose)
