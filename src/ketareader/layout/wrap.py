"""Breaking text into lines.

Lines are ranges of the text: nothing is copied, and nothing but the spaces at a line's end stands in no range.
"""

from collections.abc import Iterator

from ketareader.layout.ruler import cell_len, graphemes, is_narrow

Range = tuple[int, int]

_NOT_FIRST = frozenset("、。，．：；！？）」』】〉》〕］｝…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々,.:;!?)]}%”’»")
"""Characters that begin no line (UAX #14 classes CL, CP, EX, IS, NS, CJ)."""
_NOT_LAST = frozenset("（「『【〈《〔［｛([{“‘«$£¥￥")
"""Characters that end no line (UAX #14 classes OP, PR)."""


def wrap(text: str, width: int, first: int | None = None) -> list[Range]:
    """Break `text` into lines of at most `width` cells (at least one grapheme each); newlines always break.

    `first` is the width of the first line where it differs. There is at least one range.
    """
    width = max(width, 1)
    lines: list[Range] = []
    start = 0
    while True:
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        limit = max(first, 1) if first is not None and not lines else width
        lines.extend(_wrap_line(text, start, stop, width, limit))
        if end < 0:
            return lines
        start = end + 1


def _wrap_line(text: str, start: int, stop: int, width: int, first: int) -> Iterator[Range]:
    """Break the part `start:stop` of `text`, which holds no newline."""
    part = text[start:stop]
    if is_narrow(part):
        yield from _wrap_narrow(text, start, stop, width, first)
    else:
        yield from _wrap_wide(part, start, width, first)


def _wrap_narrow(text: str, start: int, stop: int, width: int, limit: int) -> Iterator[Range]:
    """Break text in which each character takes one cell."""
    while stop - start > limit:
        space = text.rfind(" ", start, start + limit + 1)
        if space > start and text[start:space].strip(" "):
            yield start, _without_spaces(text, start, space)
            start = space
            while start < stop and text[start] == " ":
                start += 1
        else:
            yield start, start + limit
            start += limit
        limit = width
    yield start, stop


def _without_spaces(text: str, start: int, end: int) -> int:
    """Move `end` back over the spaces before it."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _wrap_wide(part: str, shift: int, width: int, limit: int) -> Iterator[Range]:
    """Break text by grapheme clusters; between wide ones, too, where Unicode allows it."""
    start = used = 0
    chance, chance_used = 0, 0
    before = ""
    for begin, end, size in graphemes(part):
        cluster = part[begin:end]
        if begin > start and _may_break(before, cluster):
            chance, chance_used = begin, used
        if used + size > limit and cluster != " " and begin > start:
            if chance <= start:
                chance, chance_used = begin, used
            yield start + shift, _without_spaces(part, start, chance) + shift
            start, used, limit = chance, used - chance_used, width
            chance_used = 0
        used += size
        before = cluster
    yield start + shift, max(_without_spaces(part, start, len(part)), start) + shift


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two clusters."""
    if before == " ":
        return after != " "
    if after == " " or after[0] in _NOT_FIRST or before[-1:] in _NOT_LAST:
        return False
    return _is_ideographic(before) or _is_ideographic(after)


def _is_ideographic(cluster: str) -> bool:
    """Tell whether a cluster is of a script written without spaces."""
    return "\u2e80" <= cluster[0] <= "\ua4cf" or "\uac00" <= cluster[0] <= "\ud7a3" or "\uf900" <= cluster[0] <= "\U0003ffff" and cell_len(cluster) == 2  # noqa: PLR2004
