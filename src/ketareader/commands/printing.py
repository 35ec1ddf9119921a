"""`ketareader print`: an article, or a section of it, laid out for a file, a pipe or the terminal's own scrolling."""

import os
import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Final

from ketareader.commands.output import is_terminal, write_lines
from ketareader.document.block import Block, Kind
from ketareader.layout import export
from ketareader.layout.hyperlink import knows_links
from ketareader.layout.lines import Line
from ketareader.layout.ornaments import drawn_in
from ketareader.layout.page import Page
from ketareader.layout.sheet import Arrangement, Options
from ketareader.pipeline import Article, open_article

WIDTH: Final = 72
"""Cells in a line, where standard output is no terminal."""
WIDEST: Final = 80
"""Cells in a line at the most, where it is one."""

_LITERAL: Final = frozenset({Kind.CODE, Kind.HTML, Kind.META, Kind.RULE})
_BY_REFERENCE: Final = re.compile(r"\](?!\()")
"""What stands in every link by reference."""


def print_article(options: Namespace) -> int:
    """Print an article, or a section with its subsections, as it is laid out. Raises `KetaError`."""
    styled = _styling(options.format)
    article = open_article(options.where)
    manner = Options(highlighted=styled is not export.plain)
    page = Page(article.document, options.width or _width(), manner, Arrangement(is_paper=True))
    lines = _all_lines(article, page) if options.section is None else _section_lines(article, page, options.section)
    if options.format is None and not knows_links(os.environ):
        lines = map(export.unlinked, lines)
    write_lines(map(styled, map(drawn_in(sys.stdout.encoding), lines)))
    return 0


def _styling(name: str | None) -> Callable[[Line], str]:
    """Return how lines are written: as is asked for, else coloured on a terminal and plain elsewhere."""
    if name == "plain" or (name is None and not is_terminal()):
        return export.plain
    return export.colourless if os.environ.get("NO_COLOR") else export.coloured


def _width() -> int:
    """Return the terminal's width, up to `WIDEST`, or what suits a file."""
    return min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST) if is_terminal() else WIDTH


def _section_lines(article: Article, page: Page, wanted: str) -> Iterator[Line]:
    """Yield the lines of a section and its subsections. Raises `SectionError`."""
    from ketareader.commands.sections import section_named, with_subsections  # noqa: PLC0415 (a whole article needs none)

    for batch in article.batches:
        article.document.extend(batch)
    article.document.conclude(article.unused())
    blocks = with_subsections(article.document, section_named(article.document.sections, wanted))
    yield from page.lines(blocks.start)[page.top_of(blocks.start).row :]
    for block in blocks[1:]:
        yield from page.lines(block)


def _all_lines(article: Article, page: Page) -> Iterator[Line]:
    """Yield an article's lines, each as soon as nothing that is still to be read can change it."""
    blocks = article.document.blocks
    done = 0
    for batch in article.batches:
        article.document.extend(batch)
        while done < len(blocks) and _is_settled(blocks[done]):
            yield from page.lines(done)
            done += 1
    article.document.conclude(article.unused())
    for block in range(done, len(blocks)):
        yield from page.lines(block)


def _is_settled(block: Block) -> bool:
    """Tell whether a block is laid out alike whatever references are still to come."""
    return block.kind in _LITERAL or not (block.kind is Kind.REFERENCE or _BY_REFERENCE.search(block.text))
