"""Room for quotes, lists and the like: how much of a page they may take, and how far a list stands in another."""

LEAST = 4
"""Cells that are left for text, however narrow the page."""
_WORDS, _LEVELS = 24, 18
"""Cells in which most words are whole, and in which eight lists in one another are: pages that have room for both."""
_DEEPEST = 8
"""Lists in one another each of which stands further in than the one around it, as far as can be."""
_STEP = 2
"""Cells by which they stand further in where they can't by all of a marker: as bullets do anywhere."""
_ROOMY = 4
"""One part in so many of the room may be used before lists stand close."""


def is_roomy(used: int, width: int) -> bool:
    """Tell whether so little of a page is used for containers that one more can be set apart."""
    return used < room(width) // _ROOMY


def room(width: int) -> int:
    """Return the cells of a page that containers may take: no more than half, and less where words need the rest."""
    return width - max(width // 2, min(_WORDS, width - _LEVELS), LEAST)


def room_for_lists(lists: int, width: int) -> int:
    """Return the cells that containers may take up to a list in so many, which only says its level by where it stands.

    That goes for as many lists as there are in what people write; more take no more than other containers.
    """
    return width - max(width * 2 // 5, LEAST) if lists <= _DEEPEST else room(width)


def room_at_most(width: int) -> int:
    """Return the cells of a page that containers may take where what begins would else be lost: two in three."""
    return width - max(width // 3, LEAST)


def step(hang: int, left: int, lists: int) -> int:
    """Return the cells by which a list, the innermost but `lists`, stands further in than the item that it is in.

    That is by the `hang` cells of the item's marker, unless too few of the `left` cells would remain for what is in it.
    """
    further = max(_DEEPEST - lists, 0)
    share = -(-left // (further + 1))
    return min(max(left - _STEP * further, share, 1), hang)
