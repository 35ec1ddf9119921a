"""Containers at one width: the bars of quotes, the markers of items, and the space between blocks."""

from ketareader.document.block import Block, Callout, Container, Frame, Item, Kind, Quote
from ketareader.layout.lines import Run
from ketareader.layout.ruler import cell_len

Prefix = tuple[Run, ...]

LEAST = 4
"""Cells that are left for text, however narrow the page."""
_BULLETS = "•◦▪"
_NARROWEST_TEXT = 12
"""Cells that containers leave for the text where there are as many, whatever the containers' number."""
_ROOMY = 8
"""One part in so many of the width may be used before lists stand close."""
_BAR = Run("▎ ", "quote.bar")
_INDENT = Run("  ")
_ABOVE_HEADING = (0, 3, 2, 2, 1, 1, 1)
"""Blank lines above a heading, by its level."""
_CLOSE_ABOVE_HEADING = frozenset({Kind.HEADING, Kind.META})
_RUN_IN = 4
"""The highest level of headings that stand right on their text."""


def prefixes(frame: Frame, before: Frame, width: int) -> tuple[Prefix, Prefix, int]:
    """Return what stands before a block's first line and before its other lines, and the cells they take.

    Containers that are not in `before`, the frame of the block above, begin here: their markers are drawn.
    Where there is no room for all, the outermost are kept, and the marker of one that begins.
    """
    if not frame:
        return (), (), 0
    first: list[Run] = []
    rest: list[Run] = []
    room = width - max(min(_NARROWEST_TEXT, width // 2), LEAST)
    shared = shared_containers(before, frame)
    used = lists = 0
    for depth, container in enumerate(frame):
        head, tail = _drawn(container, lists, roomy=used < width // _ROOMY)
        if used + cell_len(tail.text) > room:
            begun = _begun(frame, max(depth, shared), width - LEAST - used)
            first += begun
            rest += [Run(" " * cell_len(head.text)) for head in begun]
            used += sum(cell_len(head.text) for head in begun)
            break
        first.append(head if depth >= shared else tail)
        rest.append(tail)
        used += cell_len(tail.text)
        lists += isinstance(container, Item)
    return tuple(first), tuple(rest), used


def _begun(frame: Frame, start: int, room: int) -> list[Run]:
    """Return the marker of the first item from `frame[start]` on, where there is room for it."""
    for depth in range(start, len(frame)):
        container = frame[depth]
        if isinstance(container, Item):
            lists = sum(isinstance(outer, Item) for outer in frame[:depth])
            head, _ = _drawn(container, lists, roomy=False)
            return [head] if cell_len(head.text) <= room else []
    return []


def _drawn(container: Container, lists: int, *, roomy: bool) -> tuple[Run, Run]:
    """Return what stands for a container in `lists` lists: on the line where it begins, and on the lines below."""
    if isinstance(container, Quote | Callout):
        return _BAR, _BAR
    if not isinstance(container, Item):
        return _INDENT, _INDENT
    lead = "  " if roomy else ""
    head = f"{lead}{_marker(container, lists)} "
    role = "list.marker" if container.done is None else "task.done" if container.done else "task.open"
    return Run(head, role), Run(" " * cell_len(head))


def _marker(item: Item, lists: int) -> str:
    """Return an item's marker, as wide as the widest of its list: a bullet of its depth, its number, or its box."""
    bullet = item.marker == "•"
    marker = _BULLETS[lists % len(_BULLETS)] if bullet else item.marker.rjust(item.list.widest)
    if item.done is None:
        return marker
    box = "☑" if item.done else "☐"
    return box if bullet else f"{marker} {box}"


def gap(above: Block | None, block: Block) -> int:
    """Return the number of blank lines between two blocks."""
    if above is None or block.joined:
        return 0
    if block.kind is Kind.HEADING:
        return 1 if block.frame or above.kind in _CLOSE_ABOVE_HEADING else _ABOVE_HEADING[block.level]
    if above.kind is Kind.HEADING and above.level >= _RUN_IN and block.kind is Kind.PARAGRAPH and not block.frame:
        return 0
    if above.kind is Kind.REFERENCE and block.kind is Kind.REFERENCE:
        return 0
    return 0 if above.kind is block.kind is Kind.PARAGRAPH and _in_tight_list(above.frame, block.frame) else 1


def shared_containers(above: Frame, frame: Frame) -> int:
    """Return how many containers two neighbours share."""
    shared = 0
    for other, mine in zip(above, frame, strict=False):
        if other is not mine:
            break
        shared += 1
    return shared


def _in_tight_list(above: Frame, frame: Frame) -> bool:
    """Tell whether two neighbours are parts of one tight list: items of it, or an item's text and the list in it."""
    shared = shared_containers(above, frame)
    if any(isinstance(container, Quote) for container in (*above[shared:], *frame[shared:])):
        return False
    other, mine = next(iter(above[shared:]), None), next(iter(frame[shared:]), None)
    if isinstance(other, Item) and isinstance(mine, Item):
        return mine.list is other.list and mine.list.tight
    outer = frame[shared - 1] if shared else None
    return isinstance(outer, Item) and outer.list.tight and mine is not None


def bars(frame: Frame, above: Frame, width: int) -> Prefix:
    """Return what stands on the blank lines between two blocks: the bars of the quotes that hold both."""
    shared = frame[: shared_containers(above, frame)]
    if not any(isinstance(container, Quote) for container in shared):
        return ()
    return prefixes(shared, shared, width)[1]
