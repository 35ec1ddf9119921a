"""From a place to a document: open the source, find its format, parse it as far as is asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from ketareader.document.batch import Batch
from ketareader.document.document import Document
from ketareader.document.source import Piece
from ketareader.parsers.base import Parser, Punctuation
from ketareader.parsers.formats import format_of, parser_of
from ketareader.sources import open_source


class Article(NamedTuple):
    """An article that is open: its document, and the batches that are still to come."""

    document: Document
    batches: Iterator[Batch]
    """May be consumed in another thread; `Document.extend` takes each where the document is used."""
    parser: Parser

    def unused(self) -> frozenset[str]:
        """Find the references that nothing uses, once every batch is in the document."""
        return self.parser.unused(self.document.blocks, self.document.references)


def open_article(where: str, punctuation: Punctuation = Punctuation.WRITTEN) -> Article:
    """Open the article at `where`, a path or "-" for standard input; nothing of it is parsed yet.

    Raises `SourceError` with one sentence where it can't be opened.
    """
    opened = open_source(where, format_of)
    parser = parser_of(opened.source.format, punctuation)
    document = Document(opened.source, parser.inline)
    return Article(document, parser.parse(_watched(opened.pieces(), document), opened.source.size), parser)


def open_to_read(where: str) -> Article:
    """Open an article to be read on the screen: with quotation marks, dashes and ellipses as a printer sets them."""
    return open_article(where, Punctuation.PRINTED)


def _watched(pieces: Iterator[Piece], document: Document) -> Iterator[Piece]:
    """Pass pieces on, and have the document know how many bytes of them were no text in the source's encoding."""
    for piece in pieces:
        document.repaired += piece.repaired
        yield piece


def read_article(where: str) -> Document:
    """Open an article and read all of it. Raises `SourceError`."""
    article = open_article(where)
    for batch in article.batches:
        article.document.extend(batch)
    article.document.conclude(article.unused() if article.document.references else frozenset())
    return article.document
