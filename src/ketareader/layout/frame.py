"""Containers at one width: the bars of quotes, the markers of items, and the space between blocks."""

from collections.abc import Callable, Iterable

from ketareader.document.block import Block, Callout, Container, Fold, Frame, Item, Kind, Meaning, Note, Quote
from ketareader.layout.lines import Run
from ketareader.layout.room import LEAST, is_roomy, room, room_at_most, room_for_lists, step
from ketareader.layout.ruler import cell_len

Prefix = tuple[Run, ...]
Drawn = tuple[Run, Run]
"""What stands for a container: on the line where it begins, and on the lines below."""

_BULLETS = "•◦▪"
_FEW = 2
"""Lists in one another whose items have what is in them stand right below their text, where there is room."""
_BAR = Run("▎ ", "quote.bar")
_MEANING = 4
"""Cells that what is said of a term is indented by."""
_ABOVE_HEADING = (0, 3, 2, 2, 1, 1, 1)
"""Blank lines above a heading, by its level."""
_CLOSE_ABOVE_HEADING = frozenset({Kind.HEADING, Kind.META})
_RUN_IN = 4
"""The highest level of headings that stand right on their text."""


Marks = Callable[[Fold | Note | Meaning], str]
"""What stands before a summary, "▾" or "▸", before a note, its number, and before a meaning among others: a dash."""


def prefixes(frame: Frame, before: Frame, width: int, marks: Marks = lambda _: "▾") -> tuple[Prefix, Prefix, int]:
    """Return what stands before a block's first line and before its other lines, and the cells they take.

    Containers that are not in `before`, the frame of the block above, begin here: their markers are drawn.
    Where there is no room for all, the outermost are kept, and the marker of one that begins.
    """
    if not frame:
        return (), (), 0
    shared = shared_containers(before, frame)
    drawn = _fitting(frame, shared, width, marks)
    if len(drawn) < len(frame):
        drawn = _with_begun(drawn, _begun(frame, shared, len(drawn)), width)
    return tuple(head for head, _ in drawn), tuple(tail for _, tail in drawn), _cells(drawn)


def _fitting(frame: Frame, shared: int, width: int, marks: Marks) -> list[Drawn]:
    """Return what is drawn of the outermost containers, as many as there is room for."""
    drawn: list[Drawn] = []
    used = lists = 0
    for depth, container in enumerate(frame):
        closer = _closer(frame[depth - 1], container, used, lists, width) if 0 < depth <= shared else 0
        head, tail = _drawn(container, lists, marks, roomy=is_roomy(used - closer, width))
        used += cell_len(tail.text) - closer
        if used > _room_for(frame, depth, lists, width):
            break
        if closer:
            drawn[-1] = _narrowed(drawn[-1], closer)
        drawn.append((head if depth >= shared else tail, tail))
        lists += isinstance(container, Item)
    return drawn


def _room_for(frame: Frame, depth: int, lists: int, width: int) -> int:
    """Return the cells that the containers of a frame may take up to the one at `depth`, which stands in so many lists.

    A bar, and what begins behind it, shows a level of its own, which where a list stands shows only beside others.
    """
    if isinstance(frame[depth], Item) and (not lists or isinstance(frame[depth - 1], Item)):
        return room_for_lists(lists + 1, width)
    return room_at_most(width) if lists else room(width)


def _closer(outer: Container, inner: Container, used: int, lists: int, width: int) -> int:
    """Return the cells by which a list stands less far in than the text, `used` cells in, of the item that it is in."""
    if not isinstance(outer, Item) or not isinstance(inner, Item):
        return 0
    if lists <= _FEW and used + _hang(inner) <= room(width):
        return 0
    hang = _hang(outer)
    left = room_for_lists(lists, width) - (used - hang) - max(hang, _hang(inner))
    return hang - step(hang, left, lists)


def _hang(item: Item) -> int:
    """Return the cells that an item's text stands behind the start of its marker."""
    return cell_len(_marker(item, 0)) + 1


def _narrowed(drawn: Drawn, cells: int) -> Drawn:
    """Return a container that began above with fewer cells."""
    head, tail = (run._replace(text=run.text[cells:]) for run in drawn)
    return head, tail


def _cells(drawn: Iterable[Drawn]) -> int:
    return sum(cell_len(tail.text) for _, tail in drawn)


def _begun(frame: Frame, shared: int, depth: int) -> list[Drawn]:
    """Return what is drawn of the first item that begins, where there is no room from `frame[depth]` on.

    That is nothing where another begins for which there is room.
    """
    items = (place for place in range(shared, len(frame)) if isinstance(frame[place], Item))
    first = next(items, 0)
    container = frame[first]
    if first < depth or not isinstance(container, Item):
        return []
    return [_item(container, sum(isinstance(outer, Item) for outer in frame[:first]), roomy=False)]


def _with_begun(drawn: list[Drawn], begun: list[Drawn], width: int) -> list[Drawn]:
    """Return containers with one that begins in them: where there is no room for it, in the place of the innermost.

    It takes that of others, too, only where it would leave less than a third of the page.
    """
    used, more = _cells(drawn), _cells(begun)
    most = max(room(width), used)
    while begun and drawn and used + more > most:
        used -= _cells(drawn[-1:])
        drawn = drawn[:-1]
        most = room_at_most(width)
    return [*drawn, *begun] if used + more <= width - LEAST else drawn


def _drawn(container: Container, lists: int, marks: Marks, *, roomy: bool) -> Drawn:
    """Return what stands for a container in `lists` lists: on the line where it begins, and on the lines below."""
    match container:
        case Item():
            return _item(container, lists, roomy=roomy)
        case Quote():
            return _BAR, _BAR
        case Callout():
            bar = Run("┃ ", f"callout.{container.kind}")
            return bar, bar
        case Meaning():
            return _hanging(f"{marks(container)} ".rjust(_MEANING if roomy else _MEANING // 2), "list.marker")
        case Fold():
            return _hanging(f"{marks(container)} ", "fold.marker")
        case Note():
            return _hanging(f"{marks(container):>2}. ", "note.number")


def _hanging(head: str, role: str) -> Drawn:
    """Return a marker, and the space below it."""
    return Run(head, role), Run(" " * cell_len(head))


def _item(container: Item, lists: int, *, roomy: bool) -> Drawn:
    """Return what stands before a list item."""
    lead = "  " if roomy else ""
    head = f"{lead}{_marker(container, lists)} "
    role = "list.marker" if container.done is None else "task.done" if container.done else "task.open"
    return _hanging(head, role)


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
    if _stands_on(above, block) or _are_entries(above, block):
        return 0
    return 0 if above.kind is block.kind is Kind.PARAGRAPH and _in_tight_list(above.frame, block.frame) else 1


def _stands_on(above: Block, block: Block) -> bool:
    """Tell whether a block is one that a title or a term stands right on: what it is the title or the term of."""
    if above.kind is Kind.TITLE:
        return above.frame[-1:] == block.frame[len(above.frame) - 1 : len(above.frame)]
    inner = block.frame[len(above.frame) : len(above.frame) + 1]
    return above.kind is Kind.TERM and (block.kind is Kind.TERM or any(isinstance(own, Meaning) for own in inner))


def _are_entries(above: Block, block: Block) -> bool:
    """Tell whether two neighbours belong to two meanings of a term, or to two notes, each of a paragraph."""
    if not above.frame or not block.frame or above.kind is not block.kind:
        return False
    other, mine = above.frame[-1], block.frame[-1]
    return other is not mine and type(other) is type(mine) and isinstance(mine, Meaning | Note)


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
    if any(isinstance(container, Quote | Callout) for container in (*above[shared:], *frame[shared:])):
        return False
    other, mine = next(iter(above[shared:]), None), next(iter(frame[shared:]), None)
    if isinstance(other, Item) and isinstance(mine, Item):
        return mine.list is other.list and mine.list.tight
    outer = frame[shared - 1] if shared else None
    return isinstance(outer, Item) and outer.list.tight and mine is not None


def bars(frame: Frame, above: Frame, width: int) -> Prefix:
    """Return what stands on the blank lines between two blocks: the bars of the quotes that hold both."""
    shared = frame[: shared_containers(above, frame)]
    if not shared or not any(isinstance(container, Quote | Callout) for container in shared):
        return ()
    return prefixes(shared, shared, width)[1]
