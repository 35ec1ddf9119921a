"""Counting: things by their name, and ahead: items of a list, lines or rows in the pieces of a long block."""

from collections.abc import Callable, Iterator
from typing import Final

from ketareader.document.block import Block, Frame, Item, Kind, List
from ketareader.document.document import Document
from ketareader.layout.frame import shared_containers

_AHEAD: Final = 2_000
"""Blocks that are looked through at the most: what is longer has no number, and isn't waited for."""
_BEFORE_TITLE: Final = 200
"""Blocks that are looked through for a second title before the first is said."""
_IN_PIECES: Final = frozenset({Kind.CODE, Kind.HTML, Kind.META, Kind.TABLE, Kind.MATH})
"""The kinds whose pieces are counted together, and whose end is said."""


def counted(number: int, name: str) -> str:
    """Return a number of things, by the name of one: "1 row", "2 rows"."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def is_counted(document: Document, index: int) -> bool:
    """Tell whether what is said where a block begins stays as it is, whatever is still to be read."""
    if document.complete:
        return True
    block = document.blocks[index]
    if block.kind is Kind.HEADING and not has_final_number(document, index):
        return False
    if block.kind is Kind.RULE and index + 1 == len(document.blocks):
        return False
    runs = [_list_from(document, index, depth) for depth in _lists_begun(document, index)]
    if block.kind in _IN_PIECES:
        runs.append(_pieces_from(document, index))
    return all(run.stop < len(document.blocks) or len(run) >= _AHEAD for run in runs)


def number_of(document: Document, heading: int) -> str:
    """Return a heading's number, as the contents have it; that of a first title only if another one comes soon."""
    section = document.section_at(heading)
    if section is None or (section == 0 and document.sections[0].level == 1 and not _has_second_title(document)):
        return ""
    return document.sections[section].number


def has_final_number(document: Document, heading: int) -> bool:
    """Tell whether what is said of a heading's number stays as it is: a second title renumbers all."""
    if document.complete or document.sections[0].number != "":
        return True
    return document.section_at(heading) == 0 and len(document.blocks) >= _BEFORE_TITLE


def _has_second_title(document: Document) -> bool:
    """Tell whether a second title comes soon."""
    return any(section.level == 1 and section.block < _BEFORE_TITLE for section in document.sections[1:])


def count_items(document: Document, index: int, depth: int) -> int | None:
    """Count the items from block `index` on of the list that is at `depth` in its frame; None where they are many."""
    run = _list_from(document, index, depth)
    return None if len(run) >= _AHEAD else len({document.blocks[block].frame[depth] for block in run})


def count_items_before(document: Document, index: int, depth: int) -> int:
    """Count the items above block `index`, and not around it, of the list that is at `depth` in its frame."""
    item = document.blocks[index].frame[depth]
    goes_on = _in_list(document.blocks[index], depth)
    items = set()
    for block in range(index - 1, -1, -1):
        if not goes_on(document.blocks[block]):
            break
        items.add(document.blocks[block].frame[depth])
    return len(items - {item})


def count_lines(document: Document, index: int) -> int | None:
    """Count the lines of text in a block and the pieces that are joined to it; None where they are many."""
    run = _pieces_from(document, index)
    return None if len(run) >= _AHEAD else sum(document.blocks[block].text.count("\n") + 1 for block in run)


def is_last_piece(document: Document, index: int) -> bool:
    """Tell whether no other piece is joined to a block."""
    return not (index + 1 < len(document.blocks) and document.blocks[index + 1].joined)


def _list_from(document: Document, index: int, depth: int) -> range:
    """Return the blocks from `index` on, not too many, that are in the list at `depth` in its frame."""
    return _run(document, index, _in_list(document.blocks[index], depth))


def _lists_begun(document: Document, index: int) -> Iterator[int]:
    """Yield the depths, in its frame, of the lists that begin with a block."""
    block, above = document.blocks[index], document.blocks[index - 1] if index else None
    for depth in range(shared_containers(above.frame if above else (), block.frame), len(block.frame)):
        around = list_at(block.frame, depth)
        if around and not (above and list_at(above.frame, depth) is around):
            yield depth


def _pieces_from(document: Document, index: int) -> range:
    """Return a block and those, not too many, that are joined to it."""
    return _run(document, index, lambda block: block.joined)


def _in_list(block: Block, depth: int) -> Callable[[Block], bool]:
    """Return what tells whether another block is in the list that is at `depth` in a block's frame."""
    around = list_at(block.frame, depth)
    return lambda other: list_at(other.frame, depth) is around


def list_at(frame: Frame, depth: int) -> List | None:
    """Return the list that is at `depth` in a frame, if one is."""
    container = frame[depth] if depth < len(frame) else None
    return container.list if isinstance(container, Item) else None


def _run(document: Document, index: int, goes_on: Callable[[Block], bool]) -> range:
    blocks = document.blocks
    most = min(index + _AHEAD, len(blocks))
    return range(index, next((stop for stop in range(index + 1, most) if not goes_on(blocks[stop])), most))
