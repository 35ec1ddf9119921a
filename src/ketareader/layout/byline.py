"""The byline: what an article says of itself, in a quiet line or two."""

from collections.abc import Iterator

from ketareader.document.batch import Meta
from ketareader.document.document import Document
from ketareader.document.pace import minutes_to_read
from ketareader.layout.lines import Line, Run
from ketareader.layout.wrap import wrap

_BETWEEN = " · "


def lay_out_byline(document: Document, width: int, *, titled: bool) -> list[Line]:
    """Lay out the byline of an article; nothing where it says nothing of itself that belongs there.

    Unless the article is `titled` by a heading, the title comes first. None of it is the article's text: that is the
    front matter, which stands for it.
    """
    meta = document.meta
    title = "" if titled else meta.title
    # Where a tag has several words, a space alone would not tell where the next begins.
    between = _BETWEEN if any(" " in tag for tag in meta.tags) else " "
    tags = between.join(f"#{tag}" for tag in meta.tags)
    parts = ((title, "heading.1"), (_BETWEEN.join(_facts(document, meta)), "byline"), (tags, "byline"))
    return [line for text, role in parts if text for line in _set(text, width, role)]


def _facts(document: Document, meta: Meta) -> Iterator[str]:
    """Yield who wrote the article, when, and how long it takes to read: that is known once all of it is."""
    yield from filter(None, (meta.author, meta.date))
    takes = minutes_to_read(document)
    if takes and (meta.title or meta.author or meta.date or meta.tags):
        yield f"{takes} min"


def _set(text: str, width: int, role: str) -> Iterator[Line]:
    """Yield the lines of a text that is an ornament."""
    return (Line((Run(text[start:end], role),), 0, 0) for start, end in wrap(text, width))
