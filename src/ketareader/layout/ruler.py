"""The ruler: how many cells text takes. Rich's tables, by grapheme cluster."""

import re

import rich.cells

Grapheme = tuple[int, int, int]
"""Start, end and cells of a grapheme cluster."""

_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u2190-\u2211\u2500-\u25fc]*"
)
"""Text of one-cell characters only, none of them combining: what most articles are made of."""


def cell_len(text: str) -> int:
    """Return the cells that `text` takes; it holds no tab and no newline."""
    return len(text) if text.isascii() else rich.cells.cell_len(text)


def is_narrow(text: str) -> bool:
    """Tell, for certain, that each character of `text` takes one cell; False where it would take a closer look."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def graphemes(text: str) -> list[Grapheme]:
    """Return the grapheme clusters of `text`, in order and without gaps."""
    return rich.cells.split_graphemes(text)[0]


def fit(text: str, cells: int) -> str:
    """Cut `text` to at most `cells` cells, an ellipsis in the last where something is left out."""
    if cell_len(text) <= cells:
        return text
    if cells < 1:
        return ""
    end, used = 0, 0
    for _start, stop, size in graphemes(text[: cells * 32]):
        if used + size > cells - 1:
            break
        end, used = stop, used + size
    return text[:end] + "…"
