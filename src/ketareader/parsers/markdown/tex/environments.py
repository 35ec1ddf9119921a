"""Formulas of several rows: matrices, cases, equations below one another."""

from collections.abc import Sequence
from typing import Final

from ketareader.parsers.markdown.tex.atoms import (
    NOTHING,
    Atom,
    Kind,
    Shape,
    Style,
    bracketed,
    enclosed,
    ordinary,
    part,
)
from ketareader.parsers.markdown.tex.stacking import beside, block, columns, fence, width

MATRICES: Final = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "array": ("", ""),
    "subarray": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}
"""What stands on both sides of them."""
CASES: Final = frozenset({"cases", "dcases"})
ROWS: Final = frozenset(
    {name + star for name in ("align", "gather", "equation", "eqnarray", "multline", "alignat") for star in ("", "*")}
    | {"aligned", "gathered", "split", "alignedat", "flalign", "flalign*", "xalignat"}
)
_BETWEEN: Final = "    "
"""What stands between two equations of a row."""

Cells = Sequence[Sequence[Atom]]


def rows(cells: Cells, style: Style) -> Atom:
    """Return rows of equations, whose every other column ends where the next begins."""
    if style is not Style.DISPLAYED:
        return ordinary("\n".join(_equation([cell.text for cell in row]) for row in cells), Shape.BARE)
    if any(cell.rows for row in cells for cell in row):
        lines = [line for row in cells for line in beside([part for cell in row for part in (_lines(cell), (" ",))])]
    else:
        count = max(map(len, cells))
        widths = [max(width(row[i].text) for row in cells if i < len(row)) for i in range(count)]
        lines = [_equation([_justified(cell.text, widths, i) for i, cell in enumerate(row)]) for row in cells]
    return Atom("", Kind.ORDINARY, Kind.ORDINARY, Shape.ROW, block(lines))


def matrix(name: str, cells: Cells, style: Style) -> Atom:
    """Return a matrix: in one line, its rows end with semicolons."""
    opening, closing = MATRICES[name]
    if style is not Style.DISPLAYED or len(cells) == 1:
        text = "; ".join(" ".join(_cell(cell) for cell in row) for row in cells)
        return bracketed(text, opening, closing) if opening else ordinary(text, Shape.BARE)
    return _fenced(opening, [[_one_line(cell) for cell in row] for row in cells], closing)


def cases(cells: Cells, style: Style) -> Atom:
    """Return cases: in one line, nothing can follow them."""
    if style is not Style.DISPLAYED or len(cells) == 1:
        text = "; ".join(", ".join(part(cell).removesuffix(",") for cell in row) for row in cells)
        return ordinary("{" + text, Shape.OPEN)
    widths = [max(width(_one_line(row[i])) for row in cells if i < len(row)) for i in range(max(map(len, cells)))]
    padded = [
        [text + " " * (room - width(text)) for text, room in zip(map(_one_line, row), widths, strict=False)]
        for row in cells
    ]
    return _fenced("{", padded, "")


def _equation(texts: Sequence[str]) -> str:
    """Return the cells of a row of equations, two for each."""
    pairs = [" ".join(filter(None, texts[i : i + 2])) for i in range(0, len(texts), 2)]
    return _BETWEEN.join(pairs).rstrip()


def _justified(text: str, widths: Sequence[int], column: int) -> str:
    room = " " * (widths[column] - width(text))
    return text + room if column % 2 or len(widths) == 1 else room + text


def _fenced(opening: str, texts: Sequence[Sequence[str]], closing: str) -> Atom:
    inner = block(["  ".join(row) for row in columns(texts)])
    height = len(inner)
    sides = (fence(opening, height), inner, fence(closing, height))
    return Atom("", Kind.ORDINARY, Kind.ORDINARY, Shape.SYMBOL, beside(sides))


def _cell(atom: Atom) -> str:
    """Return a cell that stands beside others."""
    return enclosed(atom).text if " " in atom.text and atom.shape is not Shape.SYMBOL else _one_line(atom)


def _one_line(atom: Atom) -> str:
    return atom.text if atom == NOTHING else part(atom)


def _lines(atom: Atom) -> tuple[str, ...]:
    return atom.rows or (atom.text,)
