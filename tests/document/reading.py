"""Articles from Markdown in memory, for the tests of documents and of what is made from them."""

from collections.abc import Iterable, Iterator

from ketareader.document.batch import Batch
from ketareader.document.block import Block, Callout, Container, Fold, Item, Meaning, Note
from ketareader.document.document import Document
from ketareader.document.source import Piece, Source
from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Options
from ketareader.parsers.markdown import Markdown
from ketareader.text import clean

MARKDOWN = Markdown()


def pieces_of(text: str, ends: Iterable[int] = ()) -> Iterator[Piece]:
    """Cut a text into pieces of whole lines; `ends` are the numbers of lines after which a piece ends."""
    lines = text.splitlines(keepends=True) if text else []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    start, done = 0, 0
    for end in (*sorted({end for end in ends if 0 < end < len(lines)}), len(lines)):
        part = "".join(lines[start:end])
        done += len(part.encode())
        if part:
            yield Piece(part, done, 0)
        start = end


def batches_of(text: str, ends: Iterable[int] = (), parser: Markdown = MARKDOWN) -> list[Batch]:
    """Parse a text, given in pieces."""
    return list(parser.parse(pieces_of(clean(text), ends), len(text.encode())))


def read(text: str, ends: Iterable[int] = (), parser: Markdown = MARKDOWN) -> Document:
    """Read a Markdown article, given in pieces, to its end."""
    return document_of(batches_of(text, ends, parser), parser)


def document_of(batches: Iterable[Batch], parser: Markdown = MARKDOWN) -> Document:
    """Make a document of batches."""
    document = Document(Source("test.md", None, 1, "UTF-8", "markdown"), parser.inline)
    for batch in batches:
        document.extend(batch)
    document.conclude(parser.unused(document.blocks, document.references))
    return document


def lines_at(document: Document, width: int, *, highlighted: bool = False) -> list[str]:
    """Return the lines of a whole article at a width, without the spaces at their ends."""
    page = Page(document, width, Options(highlighted=highlighted))
    return [line.text.rstrip() for _, line in page.rows_from(Place(0))]


def frame_of(block: Block) -> str:
    """Show the containers of a block, outermost first."""
    return " ".join(map(_mark, block.frame))


def _mark(container: Container) -> str:
    """Show a container in a few characters."""
    match container:
        case Item(marker=marker, done=done):
            return marker + {None: "", True: "[x]", False: "[ ]"}[done]
        case Callout(kind=kind):
            return f"!{kind}"
        case Fold(is_open=is_open):
            return "▾" if is_open else "▸"
        case Meaning():
            return ":"
        case Note(label=label):
            return f"[{label}]"
        case _:
            return ">"
