"""The text of an article as read, for a thread of its own."""

from typing import Final

from ketareader.document.document import Document

KEPT: Final = 64_000_000
"""Characters kept at the most."""


class Texts:
    """Each block's plain text, parsed when it is first asked for and then kept.

    Apart from what `Document.inline` keeps, so that a worker may search while the screen paints the same document. One
    thread at a time may use it.
    """

    def __init__(self, document: Document, kept: int = KEPT) -> None:
        """Parse nothing yet; keep at most `kept` characters."""
        self.document = document
        self._kept: dict[int, str] = {}
        self._room = self._most = kept
        self._references = 0

    def text(self, index: int) -> str:
        """Return block `index`'s text as read, by every reference known so far."""
        if len(self.document.references) != self._references:
            self._forget()
        if (text := self._kept.get(index)) is None:
            text = self.document.read_inline(index).text
            if len(text) <= self._room:
                self._kept[index] = text
                self._room -= len(text)
        return text

    def _forget(self) -> None:
        """Drop every text: what was in brackets may be a link now."""
        self._references = len(self.document.references)
        self._room = self._most
        self._kept.clear()
