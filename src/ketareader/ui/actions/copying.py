"""Copying."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def copy(screen: "ReadingScreen") -> None:
    """Copy the block with the current hit, else the first on the page."""
    block = screen.search.current.block if screen.search.current else screen.page.first_block
    _copy(screen, range(block, block + 1), str(screen.article.document.blocks[block].kind))


def copy_section(screen: "ReadingScreen") -> None:
    """Copy the section that is being read."""
    document = screen.article.document
    section = document.section_at(screen.page.current_block)
    blocks = range(document.sections[0].block if document.sections else len(document.blocks))
    _copy(screen, blocks if section is None else document.extent(section), "section")


def _copy(screen: "ReadingScreen", blocks: range, what: str) -> None:
    text = "\n\n".join(screen.article.document.read_inline(block).text for block in blocks)
    screen.app.copy_to_clipboard(text)
    screen.say(f"Copied the {what}: {len(text)} characters")
