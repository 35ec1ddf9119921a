"""The text of an article as read, for a thread of its own."""

from typing import Final

from ketareader.document.document import Document

MOST: Final = 64_000_000
"""Characters kept at the most."""


class Texts:
    """Each block's plain text, parsed once and then kept.

    Apart from what `Document.inline` keeps, so that a worker may search while the screen paints the same document. One
    thread at a time may use it.
    """

    def __init__(self, document: Document, most: int = MOST) -> None:
        """Parse nothing yet; keep at most `most` characters."""
        self._document = document
        self._kept: dict[int, str] = {}
        self._room = self._most = most
        self._references = 0

    def text(self, index: int) -> str:
        """Return block `index`'s text, kept or not."""
        text = self.kept(index)
        return self.parse(index) if text is None else text

    def kept(self, index: int) -> str | None:
        """Return block `index`'s text where it is kept; links are by every reference known so far."""
        if self._document.references.version != self._references:
            self._forget()
        return self._kept.get(index)

    def parse(self, index: int) -> str:
        """Parse block `index`'s text, and keep it where there is room."""
        text = self._document.read_inline(index).text
        if len(text) <= self._room:
            self._kept[index] = text
            self._room -= len(text)
        return text

    def _forget(self) -> None:
        """Drop every text: what was in brackets may be a link now."""
        self._references = self._document.references.version
        self._room = self._most
        self._kept.clear()
