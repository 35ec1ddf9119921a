"""Copying."""

from asyncio import to_thread
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ketareader.document.anchor import Anchor
from ketareader.document.block import Block, Kind
from ketareader.sources.excerpt import read_lines_again
from ketareader.ui.clipboard import put
from ketareader.ui.following import goal_of
from ketareader.ui.keys import with_keys
from ketareader.ui.link import FOLD, Link
from ketareader.ui.preview import Preview, preview_in
from ketareader.ui.selection import Selection, as_read, text_of, whole

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen

_NAMES = {
    Kind.CODE: "the code block",
    Kind.DEFINITION: "the paragraph",
    Kind.MATH: "the formula",
    Kind.META: "the front matter",
}
"""What to call a block whose kind has no name of its own."""


def copy(screen: "ReadingScreen") -> None:
    """Copy what is in hand: the selection, the link, else the block with the current hit or that is being read.

    Of a heading, what stands below it is copied, where that is in sight.
    """
    page = screen.page
    if page.selection:
        copy_selection(screen)
    elif page.held and page.held.target != FOLD:
        _copy_link(screen, page.held)
    elif page.document.blocks:
        index = screen.search.current.block if screen.search.current else page.sight.reading[-1]
        block = page.document.blocks[index]
        all_of_it = whole(page.document, index)
        put(screen, _without_marker(screen, all_of_it), _NAMES.get(block.kind, f"the {block.kind}"))


def _copy_link(screen: "ReadingScreen", link: Link) -> None:
    """Copy where a link leads; of a note's mark the note, of an abbreviation what it stands for."""
    goal = goal_of(screen, link.target)
    note = preview_in(screen.article.document, goal) if goal and goal.note else None
    if goal and goal.meaning:
        put(screen, as_read(goal.meaning), "the abbreviation's meaning")
    elif note:
        put(screen, _text_of_note(screen, note), "the note")
    else:
        put(screen, link.target, "the link")


def _text_of_note(screen: "ReadingScreen", note: Preview) -> str:
    """Return a note as it is read, its number not before it."""
    first, last = note.blocks[0], note.blocks[-1]
    text = _without_marker(screen, Selection(Anchor(first), Anchor(last, len(note.document.inline(last).text))))
    return text.removeprefix(f"{note.title.removeprefix('Note ')}. ")


def copy_selection(screen: "ReadingScreen") -> None:
    """Copy what was selected."""
    if screen.page.selection:
        put(screen, _text_of(screen, screen.page.selection), "the selection")
    else:
        none = "Nothing is selected by dragging over it"
        screen.say(with_keys(none, screen.commands, copy="copies what is read", quit="quits"))


def copy_section(screen: "ReadingScreen") -> None:
    """Copy the section that is being read as it stands in its source; else as it is read."""
    screen.run_worker(_copy_section(screen), group="copying")


async def _copy_section(screen: "ReadingScreen") -> None:
    document = screen.article.document
    section = document.section_at(screen.page.current_block)
    first = document.sections[0].block if document.sections else len(document.blocks)
    indices = range(first) if section is None else document.extent(section)
    if not indices:
        screen.say("There is nothing to copy")
        return
    source = await to_thread(read_lines_again, document.source, _lines(document.blocks[indices.start : indices.stop]))
    if source is not None:
        put(screen, source, "the section's source")
    else:
        end = Anchor(indices.stop - 1, len(document.inline(indices.stop - 1).text))
        text = _text_of(screen, Selection(Anchor(indices.start), end))
        why = "the file has changed" if document.source.path else "no source is kept"
        put(screen, text, "the section as read", f"; {why}")


def _lines(blocks: Sequence[Block]) -> range:
    """Return the lines of a section's source. What was collected from above it, as notes are, is no part of that."""
    start = blocks[0].line
    return range(start, max(block.end for block in blocks if block.line >= start))


def _text_of(screen: "ReadingScreen", selection: Selection) -> str:
    sheet = screen.page.viewport.page.sheet
    return text_of(screen.article.document, selection, lambda block: not sheet.is_hidden(block))


def _without_marker(screen: "ReadingScreen", block: Selection) -> str:
    """Return a block's text alone, whatever list it is in."""
    start, end = block
    document = screen.article.document
    if start.block == end.block:
        return as_read(document.inline(start.block).text)
    return _text_of(screen, block)
