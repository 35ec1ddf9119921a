"""The ruler: how many cells text takes. Rich's tables, by grapheme cluster; a soft hyphen takes none."""

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import rich.cells
from rich._unicode_data import load

if TYPE_CHECKING:
    import regex

SOFT_HYPHEN: Final = "\xad"

Grapheme = tuple[int, int, int]
"""Start, end and cells of a grapheme cluster."""

_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u2190-\u2211\u2500-\u25fc]*"
)
"""Text of one-cell characters only, none of them combining: what most articles are made of."""
_COMPLEX = (
    "[\u0600-\u06dd\u070f-\u109f\u1100-\u11ff\u1700-\u1cff\ua800-\uabff\U00010a00-\U00011fff\U0001f1e6-\U0001f1ff]"
)
"""The scripts, and the letters of flags, in which Rich's clusters are not Unicode's."""


def cell_len(text: str) -> int:
    """Return the cells that `text` takes; it holds no tab and no newline."""
    if text.isascii():
        return len(text)
    return cell_edges(text)[-1] if SOFT_HYPHEN in text else rich.cells.cell_len(text)


def is_narrow(text: str) -> bool:
    """Tell, for certain, that each character of `text` takes one cell; False where it would take a closer look."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def graphemes(text: str) -> list[Grapheme]:
    """Return the grapheme clusters of `text`, in order and without gaps."""
    if re.search(_COMPLEX, text):
        edges = cell_edges(text)
        return [(*match.span(), edges[match.end()] - edges[match.start()]) for match in _cluster().finditer(text)]
    clusters = rich.cells.split_graphemes(text)[0]
    if SOFT_HYPHEN not in text:
        return clusters
    return [(start, end, cells - text.count(SOFT_HYPHEN, start, end)) for start, end, cells in clusters]


class _Cells(dict[str, int]):
    """The cells of each character, looked up once."""

    def __missing__(self, character: str) -> int:
        cells = self[character] = 0 if character == SOFT_HYPHEN else rich.cells.get_character_cell_size(character)
        return cells


_CELLS = _Cells()
_JOINING = "[\u200d\ufe0f]"
"""What changes the cells of the characters beside it."""


def cell_edges(text: str) -> list[int]:
    """Return the cells before each character of `text`, and those of all of it last."""
    cells = [_CELLS[character] for character in text]
    if re.search(_JOINING, text):
        _join(text, cells)
    return list(accumulate(cells, initial=0))


def _join(text: str, cells: list[int]) -> None:
    """Take the cells off what a joiner joins, and widen the symbols that a selector makes emoji, as Rich does."""
    joined = widened = -1
    for match in re.finditer(_JOINING, text):
        at = match.start()
        if at in {joined, 0}:
            continue
        if match[0] == "\u200d":
            joined = at + 1
            cells[joined : joined + 1] = [0] * (joined < len(text))
            continue
        while at >= 0 and not cells[at]:
            at -= 1
        if at >= 0 and at != widened and text[at] in load("auto").narrow_to_wide:
            cells[at] += 1
            widened = at


@cache
def _cluster() -> "regex.Pattern[str]":
    from regex import compile as compiled  # noqa: PLC0415 (few articles need it, none for its first picture)

    return compiled(r"\X")


def cluster_edge(text: str, start: int, full: int) -> int:
    """Return the last end of a grapheme cluster (UAX #29) from `start` to `full`; of the first if it goes beyond."""
    if start < full <= len(text) and is_narrow(text[start : full + 1]):
        return full
    edge = start
    for match in _cluster().finditer(text, start):
        if match.end() > full and edge > start:
            break
        edge = match.end()
    return edge


def fit(text: str, cells: int) -> str:
    """Cut `text`, its soft hyphens left out, to at most `cells` cells, an ellipsis in the last where it is cut."""
    text = text.replace(SOFT_HYPHEN, "")
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
