"""The byline in words: who wrote an article and when, how long it takes to read, and what it is about."""

from collections.abc import Iterator

from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.document.pace import minutes_to_read
from ketareader.layout.linear.counting import counted


def byline_under(document: Document, title: int) -> list[str]:
    """Return the byline where block `title` is the article's title, right below the front matter; else nothing."""
    is_below = title > 0 and document.blocks[title - 1].kind is Kind.META
    return list(_said(document)) if is_below and _is_title(document, title) else []


def byline_instead(document: Document, front_matter: int) -> list[str]:
    """Return what is said where front matter stands: the title and the byline, unless a title below has them."""
    after = front_matter + 1
    if after < len(document.blocks) and (document.blocks[after].joined or _is_title(document, after)):
        return []
    title = document.meta.title
    return [*([f"Title: {title}"] if title else []), *_said(document)]


def _is_title(document: Document, index: int) -> bool:
    block = document.blocks[index]
    return block.kind is Kind.HEADING and block.level == 1


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
