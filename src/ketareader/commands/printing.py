"""`ketareader print`: an article, or a section of it, laid out for a file, a pipe or the terminal's own scrolling."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ketareader.commands.output import is_terminal, write_lines
from ketareader.commands.settled import has_all_references, settled_blocks
from ketareader.document.block import Kind
from ketareader.layout import export
from ketareader.layout.hyperlink import knows_links
from ketareader.layout.lines import BLANK, Line
from ketareader.layout.ornaments import drawn_in
from ketareader.layout.page import Page
from ketareader.layout.sheet import Arrangement, Options
from ketareader.pipeline import Article, open_article, open_to_read

WIDTH: Final = 72
"""Cells in a line, where standard output is no terminal."""
WIDEST: Final = 80
"""Cells in a line at the most, where it is one."""


def print_article(options: Namespace) -> int:
    """Print an article, or a section with its subsections, as it is laid out or read out. Raises `KetaError`.

    With colours it has the screen's punctuation; plain text is for programs too, and has the author's characters.
    """
    if options.linear:
        write_lines(_lines_read_out(open_article(options.where), options))
        return 0
    styled = _styling(options.format)
    is_plain = styled is export.plain
    article = open_article(options.where) if is_plain else open_to_read(options.where)
    manner = Options(highlighted=not is_plain)
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
    from ketareader.commands.sections import section_blocks  # noqa: PLC0415 (a whole article needs none)

    blocks = section_blocks(article, wanted)
    yield from page.lines(blocks.start)[page.top_of(blocks.start).row :]
    for block in blocks[1:]:
        yield from page.lines(block)


def _all_lines(article: Article, page: Page) -> Iterator[Line]:
    """Yield an article's lines, each as soon as nothing that is still to be read can change it."""
    blocks = article.document.blocks
    for block in settled_blocks(article, lambda index: has_all_references(blocks[index])):
        yield from page.lines(block)
    if blocks and blocks[0].kind is Kind.META:
        yield BLANK
        yield from _front_matter(page)


def _front_matter(page: Page) -> Iterable[Line]:
    """Return the lines of the front matter as it stands: at the top there is only what makes a byline."""
    arrangement = Arrangement(is_paper=True)
    arrangement.is_meta_shown = True
    return Page(page.document, page.width, page.sheet.options, arrangement).lines(0)


def _lines_read_out(article: Article, options: Namespace) -> Iterator[str]:
    """Return an article's lines as it is read out, or a section's; whole ones, unless a width is asked for."""
    from ketareader.layout.linear.reading import read_out  # noqa: PLC0415 (few ask for it)
    from ketareader.layout.linear.wrapped import wrapped  # noqa: PLC0415

    lines = read_out(article.document, _blocks_to_read_out(article, options.section))
    return lines if options.width is None else wrapped(lines, options.width)


def _blocks_to_read_out(article: Article, section: str | None) -> Iterable[int]:
    """Return the blocks of an article, or of a section. Raises `SectionError`."""
    from ketareader.commands.sections import section_blocks  # noqa: PLC0415 (a whole article needs none)
    from ketareader.layout.linear.counting import is_counted  # noqa: PLC0415 (few ask for it)

    if section is not None:
        return section_blocks(article, section)
    document = article.document
    return settled_blocks(
        article, lambda index: has_all_references(document.blocks[index]) and is_counted(document, index)
    )
