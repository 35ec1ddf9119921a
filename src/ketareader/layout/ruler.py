"""The ruler: how many cells text takes. Rich's tables, by grapheme cluster."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

__all__ = ["cell_len", "fit", "graphemes", "is_narrow"]

_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u2190-\u2211\u2500-\u25fc]*"
)
"""Text of one-cell characters only, none of them combining: what most articles are made of."""


def is_narrow(text: str) -> bool:
    """Tell, for certain, that each character of `text` takes one cell; False where it would take a closer look."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield `(start, end, cells)` for each grapheme cluster of `text`, in order and without gaps."""
    return iter(split_graphemes(text)[0])


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
