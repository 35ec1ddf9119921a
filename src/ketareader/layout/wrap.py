"""Breaking text into lines.

Lines are ranges of the text: nothing is copied, and nothing but the spaces at a line's end stands in no range.
"""

import re

from ketareader.layout.ruler import Grapheme, cell_len, graphemes, is_narrow

Range = tuple[int, int]

_NOT_FIRST = frozenset(
    "、。，．：；！？）」』】〉》〕］｝…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々,.:;!?)]}%”’»"
)
"""Characters that begin no line (UAX #14 classes CL, CP, EX, IS, NS, CJ)."""
_NOT_LAST = frozenset("（「『【〈《〔［｛([{“‘«$£¥￥")
"""Characters that end no line (UAX #14 classes OP, PR)."""
_UNSPACED = "\u2e80"
"""The first character of a script written without spaces: lines may end between such characters."""
_PARTING = frozenset("/-._,;:?&=|")
"""Characters after which a word that is too long for a line is best broken."""
_WIDE = 2
"""Cells that a grapheme takes at the most."""
_WHOLE = r"[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\U0003ffff]+"
"""Text that no line break divides. For `re` to compile when it is first wanted, as it takes its time over it."""


def longest_part(text: str) -> int:
    """Return the cells of the widest part of `text` that no line break divides, while there is room for it."""
    if is_narrow(text):
        return max(map(len, text.split()), default=1)
    return max((_WIDE, *map(cell_len, re.findall(_WHOLE, text))))


def wrap(text: str, width: int, first: int | None = None) -> list[Range]:
    """Break `text` into lines of at most `width` cells (at least one grapheme each); newlines always break.

    `first` is the width of the first line where it differs. There is at least one range.
    """
    width = max(width, 1)
    limit = width if first is None else max(first, 1)
    lines: list[Range] = []
    start = 0
    for part in text.split("\n"):
        break_up = _wrap_narrow if is_narrow(part) else _wrap_wide
        lines += break_up(part, start, width, limit)
        start += len(part) + 1
        limit = width
    return lines


def _wrap_narrow(part: str, shift: int, width: int, limit: int) -> list[Range]:
    """Break text in which each character takes one cell; `shift` is added to all ranges."""
    lines: list[Range] = []
    start, stop = 0, len(part)
    while stop - start > limit:
        end = part.rfind(" ", start + 1, start + limit + 1)
        if end < 0 or (part[start] == " " and part[start:end].isspace()):
            end = after = _parting(part, start, start + limit)
        else:
            end, after = _around_spaces(part, end)
        lines.append((start + shift, end + shift))
        start, limit = after, width
    if start < stop or not lines:
        lines.append((start + shift, stop + shift))
    return lines


def _parting(part: str, start: int, end: int) -> int:
    """Return where a word too long is broken: after a slash or a stop in its second half, else at `end`."""
    for at in range(end, start + (end - start) // 2, -1):
        if part[at - 1] in _PARTING:
            return at
    return end


def _around_spaces(part: str, at: int) -> tuple[int, int]:
    """Return where the spaces begin that `part` has at `at`, and where they end."""
    end, after = at, at + 1
    while part[end - 1] == " ":
        end -= 1
    while after < len(part) and part[after] == " ":
        after += 1
    return end, after


def _wrap_wide(part: str, shift: int, width: int, limit: int) -> list[Range]:
    """Break text by grapheme clusters; between wide ones, too, where Unicode allows it."""
    clusters = graphemes(part)
    lines: list[Range] = []
    index = 0
    while index < len(clusters):
        begin = clusters[index][0]
        index = _end_of_line(part, clusters, index, limit)
        end = clusters[index - 1][1]
        end = begin + len(part[begin:end].rstrip(" "))
        if end > begin or not lines:
            lines.append((begin + shift, end + shift))
        limit = width
    return lines


def _end_of_line(part: str, clusters: list[Grapheme], first: int, limit: int) -> int:
    """Return the index of the cluster after those that the line takes which begins with cluster `first`."""
    used, chance, parting, before = 0, first, first, ""
    for index in range(first, len(clusters)):
        begin, end, cells = clusters[index]
        cluster = part[begin:end]
        if index > first:
            if _may_break(before, cluster):
                chance = index
            if before in _PARTING:
                parting = index
            if used + cells > limit and cluster != " ":
                return next((end for end in (chance, parting) if end > first), index)
        used += cells
        before = cluster
    return len(clusters)


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two clusters."""
    if before == " " or after == " ":
        return before != after and before == " "
    if before < _UNSPACED and after < _UNSPACED:
        return False
    if after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return False
    return _is_unspaced(before) or _is_unspaced(after)


def _is_unspaced(cluster: str) -> bool:
    """Tell whether a cluster is of a script written without spaces, or an emoji."""
    first = cluster[0]
    return (
        _UNSPACED <= first <= "\ua4cf"
        or "\uac00" <= first <= "\ud7a3"
        or ("\uf900" <= first <= "\U0003ffff" and cell_len(cluster) > 1)
    )
