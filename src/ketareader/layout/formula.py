"""Formulas on several rows, none of which can be broken: panned, or on paper, in the lines that running text has."""

from ketareader.document.inline import Inline
from ketareader.layout.lines import ORNAMENT, Line, Run, Styled
from ketareader.layout.pan import window
from ketareader.layout.rows import lay_out_rows
from ketareader.layout.ruler import cell_len

_HANGING = Run("  ")
"""What stands before the rest of a line too long for the page."""


def is_too_wide(inline: Inline, width: int) -> bool:
    """Tell whether a formula takes several rows, and one of them more than `width` cells."""
    return bool(inline.flat) and width_of_rows(inline.text) > width


def width_of_rows(text: str) -> int:
    """Return the cells that the longest row takes."""
    return max(map(cell_len, text.split("\n")))


def lay_out_panned(inline: Inline, width: int, shift: int) -> list[Line]:
    """Lay out what a window of `width` cells shows of a formula's rows, from `shift` cells on."""
    styled = Styled.of(inline.text, inline.spans, "math")
    return [window(line, shift, width) for line in lay_out_rows(styled, width_of_rows(inline.text), _HANGING)]


def lay_out_flat(inline: Inline, width: int) -> list[Line]:
    """Lay out a formula as in running text, whose characters have no places in the formula's rows."""
    return [_placeless(line) for line in lay_out_rows(Styled.of(inline.flat, (), "math"), width, _HANGING)]


def _placeless(line: Line) -> Line:
    return Line(tuple(run._replace(start=ORNAMENT) for run in line.runs), 0, 0)
