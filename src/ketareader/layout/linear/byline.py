"""The byline in words: who wrote an article and when, how long it takes to read, and what it is about."""

from collections.abc import Iterator

from ketareader.document.document import Document
from ketareader.document.pace import minutes_to_read
from ketareader.layout.byline import title_heading
from ketareader.layout.linear.counting import counted


def byline_under(document: Document, heading: int) -> list[str]:
    """Return the byline where block `heading` is the article's title; else nothing."""
    return list(_said(document)) if title_heading(document) == heading else []


def byline_instead(document: Document, front_matter: int) -> list[str]:
    """Return what is said where front matter begins: the title and the byline, unless a heading below has them."""
    if document.blocks[front_matter].joined or title_heading(document) is not None:
        return []
    title = document.meta.title
    return [*([f"Title: {title}"] if title else []), *_said(document)]


def _said(document: Document) -> Iterator[str]:
    """Yield the lines of a byline. How long reading takes is known once all of the article is."""
    meta = document.meta
    by = f"By {meta.author}" if meta.author else ""
    takes = minutes_to_read(document)
    time = f"{counted(takes, 'minute')} to read" if takes and any(meta) else ""
    if facts := ", ".join(filter(None, (by, meta.date, time))):
        yield facts
    if meta.tags:
        yield f"Tags: {', '.join(meta.tags)}"
    if meta.description:
        yield f"Description: {meta.description}"
