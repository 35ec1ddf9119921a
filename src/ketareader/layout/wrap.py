"""Breaking text into lines.

Lines are ranges of the text: nothing is copied, and nothing but the spaces at a line's end stands in no range. A line
that ends with a soft hyphen, or that is `Hyphenated`, is drawn with a hyphen, for which there is room.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from ketareader.layout.ruler import SOFT_HYPHEN, cell_edges, cell_len, cluster_edge, is_narrow

Range = tuple[int, int]

Hyphens = Callable[[str], Sequence[int]]
"""Tells before which of its letters a word may be divided, in order."""


class Hyphenated(NamedTuple):
    """A range at whose end a hyphen is drawn that is no part of the text."""

    start: int
    end: int


_WIDE = 2
"""Cells that a grapheme takes at the most."""
_WHOLE = r"[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\U0003ffff]+"
"""Text that no line break divides. For `re` to compile when it is first wanted, as it takes its time over it."""
_INSIDE: Final = "-/|‐‒–—―…"
"""What narrow text may be broken after inside a word."""
_BEFORE_SPACE: Final = frozenset(" ([{«‹“‘„")
_AFTER_SPACE: Final = frozenset(" !?;:,.)]}»›”’/")
"""What stands beside a space that narrow text may not be broken at, and other spaces."""
_AHEAD, _BEHIND = 64, 8
"""Characters that are looked at past where the line is full, and before it begins."""
_PARTING = r"(?<=[:=&|;])(?![/:=&|;])|(?<=//)(?!/)|(?<![/:\s])(?=/)|(?<=[^\s.,_?#%~=&-])(?=[.,_?#%~=&-])"
"""Where a word that is too long for a line is best broken, as the Chicago Manual of Style (14.18) breaks addresses.

After a colon or a double slash; before a single slash, a stop or any other mark; before or after = and &.
"""
_MARK = r"[:=&|;/.,_?#%~-]"
_ADDRESS = r"[!-~]+"
_LEAST = 4
"""Characters of an address that are worth a line's end."""
_HYPHENABLE = r"[(\[{«‹“‘„¿¡]*([^\W\d_]{5,})(?![\w/@.:-]*[/@\xad])"
"""A word that may be hyphenated: of five letters or more, and no part of an address."""
_EMPTY = 5
"""A word is hyphenated where more than one part in so many of the line would be left empty."""
_GAPING = 3
"""An address too long for any line begins on this one where more than one part in so many would be left empty."""


def moved(at: Range, shift: int) -> Range:
    """Return a range that stands further on in the text."""
    start, end = at[0] + shift, at[1] + shift
    return Hyphenated(start, end) if isinstance(at, Hyphenated) else (start, end)


def longest_part(text: str) -> int:
    """Return the cells of the widest part of `text` that is broken only for want of room; hyphens don't divide it."""
    if is_narrow(text):
        return max(map(len, text.split()), default=1)
    return max((_WIDE, *map(cell_len, re.findall(_WHOLE, text))))


def wrap(text: str, width: int, first: int | None = None, hyphens: Hyphens | None = None) -> list[Range]:
    """Break `text` into lines of at most `width` cells (at least one grapheme each); newlines always break.

    `first` is the width of the first line where it differs; `hyphens` divides words where lines would be left too
    empty, and makes the lines that end so `Hyphenated`. There is at least one range.
    """
    width = max(width, 1)
    limit = width if first is None else max(first, 1)
    if len(text) <= limit and "\n" not in text and is_narrow(text):
        return [(0, len(text))]
    lines: list[Range] = []
    start = 0
    for part in text.split("\n"):
        blank = _blank_lines(part, width, limit)
        lines += [moved(at, start) for at in blank]
        if blank:
            _, begin = blank[-1]
            part, start, limit = part[begin:], start + begin, width  # noqa: PLW2901 (what is left of it)
        break_up = _wrap_narrow if is_narrow(part) else _wrap_wide
        lines += break_up(part, start, width, limit, hyphens)
        start += len(part) + 1
        limit = width
    return lines


def _blank_lines(part: str, width: int, limit: int) -> list[Range]:
    """Return the lines that the spaces before the first word fill, of which each has more after it."""
    if part[:1] != " ":
        return []
    word = len(part) - len(part.lstrip(" "))
    edges = (0, *range(limit, word, width))
    return list(pairwise(edges))


class _Room(NamedTuple):
    """What a line has room for."""

    start: int
    """Where it begins."""
    full: int
    """The furthest place that it can go to."""
    hyphenated: int
    """The furthest place that it can go to with a hyphen drawn there."""
    width: int
    """Cells of the lines after it."""


class _Break(NamedTuple):
    """Where a line is broken."""

    after: int
    """Where the next line begins."""
    hyphenated: bool = False


def _wrap_narrow(part: str, shift: int, width: int, limit: int, hyphens: Hyphens | None) -> list[Range]:
    """Break text in which each character takes one cell; `shift` is added to all ranges."""
    start, stop = 0, len(part)
    if stop <= limit:
        return [(shift, stop + shift)]
    lines: list[Range] = []
    ended, dashes, least = f"{part} ", [mark for mark in _INSIDE if mark in part], _EMPTY if hyphens else _GAPING
    dash = _dash(part, dashes, 0)
    while stop - start > limit:
        full = start + limit
        end = part.rfind(" ", start + 1, full + 1)
        if dash <= end:
            dash = _dash(part, dashes, end + 1)
        if (
            dash < full
            or ended[end + 1] in _AFTER_SPACE
            or ended[end - 1] in _BEFORE_SPACE
            or full - end > limit // least
        ):
            if dash < start:
                dash = _dash(part, dashes, start)
            room = _Room(start, full, full - 1, width)
            whole = end < 0 and dash >= full
            found = _filled(part, room, 0, 1, hyphens) if whole else _break_narrow(part, room, end, hyphens)
            lines.append(_range(part, start, found, shift))
            start = found.after
        else:
            lines.append((start + shift, end + shift))
            start = end + 1
        limit = width
    if start < stop or not lines:
        lines.append((start + shift, stop + shift))
    return lines


def _dash(part: str, marks: Sequence[str], at: int) -> int:
    """Return where the first of some marks is from `at` on, or a place beyond the text."""
    places = [place for mark in marks if (place := part.find(mark, at)) >= 0]
    return min(places) if places else len(part) + 1


def _break_narrow(part: str, room: _Room, space: int, hyphens: Hyphens | None) -> _Break:
    """Break a line of narrow text that needs a closer look; `space` is the last on it, or negative."""
    after = _plain(part, room, space) if space > room.start else 0
    if not after and space > room.start:
        after = _chosen(part, room, _nearby(part, max(_trimmed(part, room.start, space) - 1, 0), room.full))
    if not after:
        after = _chosen(part, room, _nearby(part, max(room.start - _BEHIND, 0), room.full))
    empty = (room.full - _trimmed(part, room.start, after)) / (room.full - room.start)
    return _filled(part, room, after, empty, hyphens)


def _plain(part: str, room: _Room, space: int) -> int:
    """Return the opportunity by the last space on a line, where at most an address or plain hyphens are peculiar."""
    end, after = _trimmed(part, room.start, space), _past_spaces(part, space)
    if end == space == room.start or part[end - 1] in _BEFORE_SPACE or part[after : after + 1] in _AFTER_SPACE:
        return 0
    stop = part.find(" ", max(room.full, after))
    word = part[after : stop if stop >= 0 else len(part)]
    if "/" in word:
        return after if _is_trail(word) else 0
    if not all(map(str.isalpha, word.rstrip(".,;:!?)”’").split("-"))):
        return 0
    return max(part.rfind("-", after, room.full) + 1, after)


def _nearby(part: str, begin: int, full: int) -> Iterator[int]:
    """Yield the opportunities from `begin` to the first word that begins past `full`, the last first."""
    word = _past_spaces(part, full)
    end = part.find(" ", word + 1, word + _AHEAD)
    text = part[begin : end if end > 0 else word + _AHEAD]
    for place in _last_opportunities()(text, word - begin):
        yield begin + place


def _wrap_wide(part: str, shift: int, width: int, limit: int, hyphens: Hyphens | None) -> list[Range]:
    """Break text whose characters take what cells they may."""
    edges, places = cell_edges(part), _opportunities(part)
    lines: list[Range] = []
    start, stop = 0, len(part)
    while start < stop:
        used = edges[start]
        full = bisect_right(edges, used + limit, start) - 1
        if full == stop:
            found = _Break(stop)
        else:
            room = _Room(start, full, bisect_right(edges, used + limit - 1, start) - 1, width)
            furthest = bisect_right(places, _past_spaces(part, full))
            after = _chosen(part, room, (places[at] for at in range(furthest - 1, -1, -1)))
            empty = 1 - (edges[_trimmed(part, start, after)] - used) / limit
            found = _filled(part, room, after, empty, hyphens)
        lines.append(_range(part, start, found, shift))
        start, limit = found.after, width
    return lines or [(shift, shift)]


def _range(part: str, start: int, found: _Break, shift: int) -> Range:
    """Return the range of a line, without the spaces at its end."""
    end = _trimmed(part, start, found.after) + shift
    return Hyphenated(start + shift, end) if found.hyphenated else (start + shift, end)


def _trimmed(part: str, start: int, end: int) -> int:
    """Return where the spaces begin that `part[start:end]` ends with; `end` if there is nothing else in it."""
    kept = len(part[start:end].rstrip(" "))
    return start + kept if kept else end


@cache
def _last_opportunities() -> Callable[[str, int], Iterator[int]]:
    from ketareader.layout.linebreak import last_opportunities  # noqa: PLC0415 (few first pictures wait for its tables)

    return last_opportunities


def _opportunities(text: str) -> list[int]:
    from ketareader.layout.linebreak import opportunities  # noqa: PLC0415 (as above)

    return opportunities(text)


def _is_trail(word: str) -> bool:
    from ketareader.layout.linebreak import is_trail  # noqa: PLC0415 (as above)

    return is_trail(word)


def _past_spaces(part: str, at: int) -> int:
    """Return where the spaces end that `part` has at `at`, if any."""
    while at < len(part) and part[at] == " ":
        at += 1
    return at


def _to_word(part: str, at: int) -> int:
    """Return where the spaces end that `part` has at `at`, but for one that a mark stands on."""
    end = _past_spaces(part, at)
    if end == at or is_narrow(part[end : end + 1]):
        return end
    edge = cluster_edge(part, at, end)
    return edge if edge <= end else at


def _chosen(part: str, room: _Room, places: Iterable[int]) -> int:
    """Return the last opportunity that the line has room for and that leaves something on it; 0 if there is none.

    `places` are those up to the first word that the line has no room for, the last first.
    """
    full = _past_spaces(part, room.full)
    if full == len(part) and part[room.start :].strip(" "):
        return full
    for place in places:
        if not part[room.start : place].strip(" "):
            break
        if part[place - 1] != SOFT_HYPHEN or place <= room.hyphenated:
            return place
    return 0


def _filled(part: str, room: _Room, after: int, empty: float, hyphens: Hyphens | None) -> _Break:
    """Break a line where `after` has it, or at a better place where that leaves too much empty.

    `after` is 0 where a word is broken for want of room; `empty` is the share of the line that is left.
    """
    begin = after or room.start
    if hyphens and empty * _EMPTY > 1 and (place := _divided(part, begin, room.hyphenated, hyphens)):
        return _Break(place, hyphenated=True)
    if not after:
        after = _parted(part, (room.start + room.full) // 2, room.full) or cluster_edge(part, room.start, room.full)
        return _Break(_to_word(part, after) if part[after - 1] != " " else after)
    if empty * _GAPING > 1 and (address := re.compile(_ADDRESS).match(part, after)) and len(address[0]) > room.width:
        return _Break(max(_parted(part, after + _LEAST, room.full), after))
    return _Break(after)


def _divided(part: str, begin: int, full: int, hyphens: Hyphens) -> int:
    """Return the last place up to `full` at which the word at `begin` may be divided; 0 if there is none."""
    word = re.compile(_HYPHENABLE).match(part, begin)
    places = [word.start(1) + offset for offset in hyphens(word[1])] if word else []
    return max((place for place in places if place <= full), default=0)


def _parted(part: str, begin: int, full: int) -> int:
    """Return the last place up to `full` at which an address is best broken; 0 if there is none."""
    if not _mark().search(part, begin, full + 1):
        return 0
    found = _last_parting().match(part, begin, full + 1)
    return found.end() if found and found.end() > begin else 0


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_MARK)


@cache
def _last_parting() -> re.Pattern[str]:
    return re.compile(f".*(?:{_PARTING})(?=.)")


def divisions(text: str, hyphens: Hyphens) -> list[int]:
    """Return the places at which the words of `text` may be divided."""
    words = (re.compile(_HYPHENABLE).match(text, match.start()) for match in re.finditer(r"\S+", text))
    return [word.start(1) + offset for word in words if word for offset in hyphens(word[1])]
