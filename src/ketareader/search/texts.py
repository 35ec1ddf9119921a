"""The text of an article as read, for a thread of its own."""

from typing import Final, NamedTuple

from ketareader.document.document import Document

MOST: Final = 64_000_000
"""Characters kept at the most."""
_BRACKET: Final = "["
"""What no text is without whose reading depends on the rest of the article: CommonMark's links, and notes' marks."""
_NOTE: Final = "^"


class _Unsettled(NamedTuple):
    """What a text's reading will depend on, should it come to be defined."""

    missing: frozenset[str]
    """Labels of links."""
    numbering: int | None
    """The numbering of notes that it was read with; None where it has none."""


class Texts:
    """Each block's plain text, parsed once and then kept, until a definition makes it read in another way.

    Apart from what `Document.inline` keeps, so that a worker may search while the screen paints the same document. One
    thread at a time may use it.
    """

    def __init__(self, document: Document, most: int = MOST) -> None:
        """Parse nothing yet; keep at most `most` characters."""
        self._document = document
        self._kept: dict[int, str] = {}
        self._room = most
        self._unsettled: dict[int, _Unsettled] = {}

    def text(self, index: int) -> str:
        """Return block `index`'s text, kept or not."""
        text = self.kept(index)
        return self.parse(index) if text is None else text

    def kept(self, index: int) -> str | None:
        """Return block `index`'s text where it is kept and nothing defined since makes it read in another way."""
        return None if self._is_outdated(index) else self._kept.get(index)

    def parse(self, index: int) -> str:
        """Parse block `index`'s text, and keep it where there is room."""
        self._room += len(self._kept.pop(index, ""))
        text = self._read(index)
        if len(text) <= self._room:
            self._kept[index] = text
            self._room -= len(text)
        return text

    def outdated(self) -> list[int]:
        """Return the blocks that read in another way than when they were parsed, in order."""
        return sorted(filter(self._is_outdated, self._unsettled))

    def _read(self, index: int) -> str:
        """Parse a block's text, and remember what it asked for in vain."""
        source = self._document.blocks[index].text
        if _BRACKET not in source:
            return self._document.read_inline(index).text
        references, asked = self._document.references.recording()
        numbering = references.numbering if _NOTE in source else None
        text = self._document.read_inline(index, references).text
        if asked.missing or numbering is not None:
            self._unsettled[index] = _Unsettled(frozenset(asked.missing), numbering)
        else:
            self._unsettled.pop(index, None)
        return text

    def _is_outdated(self, index: int) -> bool:
        if (unsettled := self._unsettled.get(index)) is None:
            return False
        references = self._document.references
        renumbered = unsettled.numbering is not None and unsettled.numbering != references.numbering
        return renumbered or any(label in references for label in unsettled.missing)
