"""Containers at one width: the bars of quotes, the markers of items, and the space between blocks."""

from ketareader.document.block import Block, Frame, Item, Kind, Quote
from ketareader.layout.lines import Run
from ketareader.layout.ruler import cell_len

Prefix = tuple[Run, ...]

_BULLETS = "•◦▪"
_NARROWEST_TEXT = 12
"""Cells that containers leave for the text, whatever their number."""


def prefixes(frame: Frame, before: Frame, width: int) -> tuple[Prefix, Prefix, int]:
    """Return what stands before a block's first line and before its other lines, and the cells they take.

    Containers that are not in `before`, the frame of the block above, begin here: their markers are drawn.
    Containers for which there is no room are left out, the outermost first to be kept.
    """
    first: list[Run] = []
    rest: list[Run] = []
    used = 0
    lists = 0
    for depth, container in enumerate(frame):
        begins = depth >= len(before) or before[depth] is not container
        if isinstance(container, Quote):
            cells, head, tail = 2, Run("▎ ", "quote.bar"), Run("▎ ", "quote.bar")
        else:
            cells, head, tail = _item(container, lists)
            lists += 1
        if used + cells > width - _NARROWEST_TEXT:
            if isinstance(container, Item) and begins:
                head = Run(_marker(container, lists - 1).strip() + " ", "list.marker")
                if cell_len(head.text) < width - used:
                    first.append(head)
                    rest.append(Run(" " * cell_len(head.text)))
                    used += cell_len(head.text)
            break
        first.append(head if begins else tail)
        rest.append(tail)
        used += cells
    return tuple(first), tuple(rest), used


def _item(item: Item, lists: int) -> tuple[int, Run, Run]:
    """Return an item's width in cells, its marker, and the space below its marker."""
    cells = max(item.list.widest, 1) + 1 + (2 if item.done is not None else 0)
    marker = _marker(item, lists)
    role = "list.marker" if item.done is None else "task.done" if item.done else "task.open"
    return cells + 2, Run("  " + marker.rjust(cells - 1) + " ", role), Run(" " * (cells + 2))


def _marker(item: Item, lists: int) -> str:
    """Return an item's marker: a bullet of its depth, its number, or its box."""
    if item.done is not None:
        return "☑" if item.done else "☐"
    return _BULLETS[lists % len(_BULLETS)] if item.marker == "•" else item.marker


def gap(above: Block | None, block: Block) -> int:
    """Return the number of blank lines between two blocks."""
    if above is None or block.joined:
        return 0
    if block.kind is Kind.HEADING:
        return 2 if block.level <= 2 and above.kind is not Kind.HEADING else 1  # noqa: PLR2004
    shared = _shared(above.frame, block.frame)
    if above.kind is Kind.REFERENCE and block.kind is Kind.REFERENCE:
        return 0
    if _in_tight_list(above.frame, block.frame, shared):
        return 0
    return 1


def _shared(above: Frame, frame: Frame) -> int:
    """Return how many containers two neighbours share."""
    shared = 0
    for mine, other in zip(above, frame, strict=False):
        if mine is not other:
            break
        shared += 1
    return shared


def _in_tight_list(above: Frame, frame: Frame, shared: int) -> bool:
    """Tell whether two neighbours are parts of one tight list: items of it, or an item's text and the list in it."""
    mine = frame[shared] if shared < len(frame) else None
    other = above[shared] if shared < len(above) else None
    if isinstance(mine, Item) and isinstance(other, Item) and mine.list is other.list:
        return mine.list.tight
    outer = frame[shared - 1] if shared else None
    if isinstance(outer, Item) and outer.list.tight:
        return isinstance(mine or other, Item)
    return False


def bars(frame: Frame, above: Frame, width: int) -> Prefix:
    """Return what stands on the blank lines between two blocks: the bars of the quotes that hold both."""
    shared = frame[: _shared(above, frame)]
    _, rest, _ = prefixes(shared, shared, width)
    return rest if any(isinstance(container, Quote) for container in shared) else ()
