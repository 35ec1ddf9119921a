"""Meanings of a term: where it has several, a dash before each tells where one ends and the next begins."""

from collections.abc import Sequence

from ketareader.document.block import Block, Frame, Meaning
from ketareader.layout.frame import shared_containers

_FAR = 64
"""Blocks within which another meaning is looked for."""


def meaning_mark(blocks: Sequence[Block], index: int, meaning: Meaning) -> str:
    """Return what stands before a meaning, with block `index` in it: a dash if its term has others, else nothing."""
    above, below = range(index - 1, max(index - _FAR, 0) - 1, -1), range(index + 1, min(index + _FAR, len(blocks)))
    inside = blocks[index].frame[: blocks[index].frame.index(meaning) + 1]
    return "–" if any(_leads_to_another(blocks, way, inside) for way in (above, below)) else ""


def _leads_to_another(blocks: Sequence[Block], way: range, inside: Frame) -> bool:
    """Tell whether the first block on the way out of a meaning, the innermost container of a frame, is in another."""
    frames = (blocks[place].frame for place in way)
    outside = next((frame for frame in frames if shared_containers(frame, inside) < len(inside)), ())
    is_near = shared_containers(outside, inside) == len(inside) - 1
    return is_near and any(isinstance(container, Meaning) for container in outside[len(inside) - 1 : len(inside)])
