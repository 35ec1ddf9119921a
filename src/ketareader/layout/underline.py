"""The rules under headings: they tell the first two levels apart from the text, and from each other, without colour."""

from collections.abc import Sequence

from ketareader.layout.lines import Line, Run
from ketareader.layout.ruler import cell_len

_SIGNS = {1: "━", 2: "─"}
"""What the rule is made of, by the heading's level; lower ones are told apart by space, weight and slant."""


def underline(lines: Sequence[Line], level: int) -> list[Line]:
    """Return the rule under a heading's lines, as long as the longest; none under lower levels, or under nothing."""
    cells = max((cell_len(line.text) for line in lines), default=0)
    if level not in _SIGNS or not cells:
        return []
    end = lines[-1].end
    return [Line((Run(_SIGNS[level] * cells, f"heading.{level} heading.rule"),), end, end)]
