"""Ornaments in an encoding that lacks them: rules, bars, bullets and boxes in ASCII, each as wide as it was."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from ketareader.layout.lines import ORNAMENT, Line, Run

_ASCII: Final = {
    "━": "=",
    "─": "-",
    "│": "|",
    "┼": "+",
    "┿": "+",
    "▎": "|",
    "•": "*",
    "◦": "o",
    "▪": "+",
    "☑": "x",
    "☐": "_",
    "⁂": "*",
    "↪": ">",
    "…": "~",
    "–": "-",
}
"""What the layout draws, and the one cell that stands for each."""
_INDENTED: Final = {"☑": "[x]", "☐": "[ ]"}
"""What stands for a box where the two cells more can be taken from its indentation."""
_TAKEN: Final = "  "


def drawn_in(encoding: str) -> Callable[[Line], Line]:
    """Return what draws a line's ornaments in `encoding`, as wide as they are. The article's own text is left alone."""
    lacking = {ord(mark): plain for mark, plain in _ASCII.items() if not _has(encoding, mark)}
    return partial(_redrawn, lacking) if lacking else _unchanged


def _unchanged(line: Line) -> Line:
    return line


def _redrawn(lacking: Mapping[int, str], line: Line) -> Line:
    return line._replace(runs=tuple(_run(lacking, run) for run in line.runs))


def _run(lacking: Mapping[int, str], run: Run) -> Run:
    if run.start != ORNAMENT or run.text.isascii():
        return run
    text = run.text
    for box, wide in _INDENTED.items():
        if text.startswith(_TAKEN) and box in text and ord(box) in lacking:
            text = text.removeprefix(_TAKEN).replace(box, wide)
    return run._replace(text=text.translate(lacking))


def _has(encoding: str, mark: str) -> bool:
    try:
        mark.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
