"""The byline: what an article says of itself, in a quiet line or two."""

import re
from collections.abc import Iterable, Iterator

from ketareader.document.batch import Meta
from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.document.outline import slug_of, title_of
from ketareader.document.pace import minutes_to_read
from ketareader.layout.lines import Line, Run
from ketareader.layout.underline import underline
from ketareader.layout.wrap import wrap

_BETWEEN = " · "
_FARTHEST = 1_000
"""Characters that may stand above a heading which says the title: a picture, some badges, a line or two."""


def title_heading(document: Document) -> int | None:
    """Return the block that is the heading with the byline below it; None where the front matter makes it all.

    It says the front matter's title, near the top; where that names none, it is a heading of level 1 at the very top.
    """
    if not (document.blocks and document.blocks[0].kind is Kind.META and document.sections):
        return None
    section = document.sections[0]
    top = next(index for index, block in enumerate(document.blocks) if block.kind is not Kind.META)
    if document.blocks[section.block].frame:
        return None
    if not document.meta.title:
        return section.block if section.block == top and section.level == 1 else None
    is_near = document.weight(range(top, section.block)) <= _FARTHEST
    return section.block if is_near and _says_title(document, section.block) else None


def _says_title(document: Document, heading: int) -> bool:
    """Tell whether a heading, as it is read or written, says the front matter's title, but for case and punctuation.

    It may say more than that, or leave out some words of it: pages have shorter and longer titles.
    """
    title = _words(document.meta.title)
    said = (_words(title_of(document.inline(heading))), _words(document.blocks[heading].text))
    return any(_has(words, title) or (_has(title, words) and 2 * len(words) >= len(title)) for words in said)


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case; where it has none, the text."""
    return re.findall(r"[^\W_]+", slug_of(text)) or [text]


def _has(words: Iterable[str], some: Iterable[str]) -> bool:
    """Tell whether some words are among others, in the same order."""
    rest = iter(words)
    return all(word in rest for word in some)


def lay_out_byline(document: Document, width: int, *, titled: bool) -> list[Line]:
    """Lay out the byline of an article; nothing where it says nothing of itself that belongs there.

    Unless the article is `titled` by a heading, the title comes first. None of it is the article's text: that is the
    front matter, which stands for it.
    """
    meta = document.meta
    title = [] if titled else list(_set(meta.title, width, "heading.1"))
    # Where a tag has several words, a space alone would not tell where the next begins.
    between = _BETWEEN if any(" " in tag for tag in meta.tags) else " "
    tags = between.join(f"#{tag}" for tag in meta.tags)
    parts = (_BETWEEN.join(_facts(document, meta)), tags)
    said = [line for text in parts for line in _set(text, width, "byline")]
    blank = [Line((), 0, 0)] if title and said else []
    return [*title, *underline(title, 1), *blank, *said]


def _facts(document: Document, meta: Meta) -> Iterator[str]:
    """Yield who wrote the article, when, and how long it takes to read: that is known once all of it is."""
    yield from filter(None, (meta.author, meta.date))
    takes = minutes_to_read(document)
    if takes and (meta.title or meta.author or meta.date or meta.tags):
        yield f"{takes} min"


def _set(text: str, width: int, role: str) -> Iterator[Line]:
    """Yield the lines of a text that is an ornament; none of an empty one."""
    return (Line((Run(text[start:end], role),), 0, 0) for start, end in wrap(text, width) if text)
