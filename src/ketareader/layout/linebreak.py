"""Where lines may end: the rules of UAX #14, and what a book does otherwise.

Text is turned into a string of class letters; a pair of letters decides, but for the few pairs at which more has to be
looked at. Classes and verdicts are worked out when they are first met. The text holds no line end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from ketareader.layout.line_break_classes import RANGES

Verdict = bool | Callable[[str, int], bool]
"""Whether a line may end between two classes; or what tells it, given the letters and the place between them."""

_FIRSTS, _LASTS, _RANGED = zip(*RANGES, strict=True)
_TOLD: Final = ("AL", "H2", "H3", "AL-CM", "WJ-SP")
"""Classes without ranges. `AL-CM` is a mark with nothing to stand on, `WJ-SP` a space that no line ends beside."""
_NAMES: Final = {chr(ord("À") + number): name for number, name in enumerate((*dict.fromkeys(_RANGED), *_TOLD))}
_LETTERS: Final = {name: letter for letter, name in _NAMES.items()}
_EAST_ASIAN: Final = frozenset(("ID", "H2", "H3", *(name for name in _RANGED if name.endswith("-EA"))))
_HANGUL: Final = range(0xAC00, 0xD7A4)
_VOWELLED: Final = 28
"""Every so many Hangul syllables there is one that ends with its vowel."""


_WORD: Final = r"[^\s\u200b\u2e80-\U0010ffff]+"


def opportunities(text: str) -> list[int]:
    """Return the places before which a line may begin, as a book would have it.

    UAX #14, but: a line begins with no dash; none ends with a dash, hyphen or ellipsis that begins a word; words in
    scripts written with spaces are broken after hyphens, dashes, ellipses and the slash of "and/or" only, addresses and
    paths nowhere; a space parts a word from any other but a mark that closes and stands alone; no mark leaves its
    space, and no skin tone its emoji. Words of Thai, Lao, Khmer and Burmese, which a dictionary alone tells apart, are
    not told apart.
    """
    places = _places(text, _WELL_SET)
    trails = [match.span() for match in re.finditer(_WORD, text) if is_trail(match[0])] if "/" in text else []
    for start, end in trails:
        places[bisect_right(places, start) : bisect_left(places, end)] = []
    return places


def last_opportunities(text: str, last: int) -> Iterator[int]:
    """Yield the `opportunities` of narrow text (`ruler.is_narrow`) up to `last`, the last first.

    Each is looked for when it is asked for: of a line full of marks, the last few are.
    """
    if text.isascii() and not text.isprintable():
        yield from (place for place in reversed(opportunities(text)) if place <= last)
        return
    letters, words = _with_glue(_codes(text)), text.replace("\xa0", " ")
    last = min(last, len(text) - 1)
    while found := _last_end().match(letters, 0, last):
        place = found.end()
        start, end = words.rfind(" ", 0, place) + 1, words.find(" ", place)
        if start < place != end and is_trail(words[start : end if end >= 0 else len(words)]):
            last = start
            continue
        if _may_part(letters, place, _WELL_SET):
            yield place
        last = place - 1


def unicode_opportunities(text: str) -> list[int]:
    """Return the places before which a line may begin by the rules of UAX #14 (revision 55) alone."""
    return _places(text, _UNICODE)


def _places(text: str, verdicts: "_Verdicts") -> list[int]:
    codes = _codes(text)
    combined, places = _combined(codes)
    letters = _with_glue(combined)
    found = [
        index
        for index, pair in enumerate(pairwise(letters), 1)
        if (verdict := verdicts[pair]) and (verdict is True or verdict(letters, index))
    ]
    if places is None:
        return found
    # LB8a: nothing is parted from the joiner before it.
    return [place for index in found if codes[(place := places[index]) - 1] != _LETTERS["ZWJ"]]


def _may_part(letters: str, index: int, verdicts: "_Verdicts") -> bool:
    """Tell whether a line may end before the letter at `index`."""
    verdict = verdicts[letters[index - 1], letters[index]]
    return verdict if isinstance(verdict, bool) else verdict(letters, index)


def is_trail(word: str) -> bool:
    """Tell whether a word is an address, a path, a fraction: what has a slash that is no "or"."""
    return "/" in word and not _slashed().fullmatch(word)


@cache
def _slashed() -> re.Pattern[str]:
    """Return what finds words that may be broken after their slash."""
    return re.compile(r"\W*[^\W\d_]{2,}/[^\W\d_]{2,}\W*")


class _Classes(dict[int, str]):
    """The letter of each character's class, looked up once."""

    def __missing__(self, code: int) -> str:
        at = bisect_right(_FIRSTS, code) - 1
        if code in _HANGUL:
            name = "H3" if (code - _HANGUL.start) % _VOWELLED else "H2"
        else:
            name = _RANGED[at] if code <= _LASTS[at] else "AL"
        letter = self[code] = _LETTERS[name]
        return letter


_CLASSES: Final = _Classes()


def _codes(text: str) -> str:
    """Return the letters of the characters' classes."""
    if text.isascii():  # Bytes are translated twenty times as fast.
        return text.encode().translate(_ascii_classes()).decode("latin-1")
    return text.translate(_CLASSES)


@cache
def _ascii_classes() -> bytes:
    return bytes(ord(_CLASSES[code & 0x7F]) for code in range(0x100))


def _any(names: str) -> str:
    """Return the letters of some classes, each with its variants."""
    wanted = names.split()
    return "".join(letter for name, letter in _LETTERS.items() if name in wanted or name.partition("-")[0] in wanted)


_MARKS: Final = _any("CM ZWJ")
_LONE_MARK: Final = f"(?:^|(?<=[{_any('SP ZW')}]))[{_MARKS}]"
_LOOKED_ACROSS: Final = [letter + _LETTERS["SP"] for letter in _any("ZW OP QU-PI CL CP B2")]
"""How spaces begin that the rules may look across."""


@cache
def _spaces() -> re.Pattern[str]:
    """Return what finds the spaces that the rules look across. Few texts have any, and it takes its time."""
    names = {
        "S": "SP", "Z": "ZW", "O": "OP", "Q": "QU-PI", "U": "QU", "G": "GL", "C": "CL CP", "N": "NS", "B": "B2",
    }  # fmt: skip
    # LB8; LB14; LB15a, after what may stand before a quotation mark that opens; LB16; LB17.
    pattern = "S(?:(?<=[ZO]S)|(?<=^QS)|(?<=[OUGSZ]QS)|(?<=[C]S)(?=S*[N])|(?<=BS)(?=S*B))S*"
    return re.compile(pattern.translate({ord(letter): _any(classes) for letter, classes in names.items()}))


def _combined(codes: str) -> tuple[str, list[int] | None]:
    """Take marks to what they stand on (LB9, LB10); return the letters left and their places, None if all are left."""
    if not any(mark in codes for mark in _MARKS):
        return codes, None
    codes = re.sub(_LONE_MARK, _LETTERS["AL-CM"], codes)
    places = [place for place, letter in enumerate(codes) if letter not in _MARKS]
    return "".join([codes[place] for place in places]), places


def _with_glue(letters: str) -> str:
    """Put glue in the place of the spaces that the rules look across."""
    for pair in _LOOKED_ACROSS:
        if pair in letters:
            return _spaces().sub(_glued, letters)
    return letters


def _glued(match: re.Match[str]) -> str:
    """Return what spaces count as that the rules look across: what they stand after, or glue."""
    before = match.string[match.start() - 1]
    return (before if before == _LETTERS["ZW"] else _LETTERS["WJ-SP"]) * len(match[0])


def _is(letters: str, index: int, names: str) -> bool:
    """Tell whether the letter at `index`, if there is one, is of some classes."""
    return 0 <= index < len(letters) and letters[index] in _any_cached(names)


_any_cached = cache(_any)


def _after_number(letters: str, index: int) -> bool:
    """Tell whether a line may end before a unit or digit, not being of the number before it (LB25)."""
    at = index - 1
    if _is(letters, at, "CL CP"):
        at -= 1
    while _is(letters, at, "SY IS"):
        at -= 1
    return not _is(letters, at, "NU")


def _before_number(letters: str, index: int) -> bool:
    """Tell whether a line may end before a bracket that opens, no number standing in it (LB25)."""
    return not _is(letters, index + 1 + _is(letters, index + 1, "IS"), "NU")


def _after_hyphen(letters: str, index: int) -> bool:
    """Tell whether a line may end after a hyphen: not at a word's beginning (LB20a), nor of a Hebrew one (LB21a)."""
    if _is(letters, index, "AL HL") and (index == 1 or _is(letters, index - 2, "SP WJ-SP ZW CB GL")):
        return False
    return not _is(letters, index - 2, "HL") or _is(letters, index, "HL")


def _before_closing_quote(letters: str, index: int) -> bool:
    """Tell whether a line may begin with a quotation mark that closes: where a word follows (LB15b)."""
    return index + 1 < len(letters) and not _is(letters, index + 1, "SP GL WJ CL QU CP EX IS SY ZW")


def _in_east_asian(letters: str, index: int) -> bool:
    """Tell whether what comes after the mark at `index` is East Asian (LB19a)."""
    return index + 1 < len(letters) and _NAMES[letters[index + 1]] in _EAST_ASIAN


def _out_of_east_asian(letters: str, index: int) -> bool:
    """Tell whether what comes before the mark that ends at `index` is East Asian (LB19a)."""
    return index > 1 and _NAMES[letters[index - 2]] in _EAST_ASIAN


def _between_flags(letters: str, index: int) -> bool:
    """Tell whether an even number of regional indicators comes before `index` (LB30a)."""
    flags = letters[:index]
    return (len(flags) - len(flags.rstrip(_LETTERS["RI"]))) % 2 == 0


def _before_number_sign(letters: str, index: int) -> bool:
    """Tell whether a decimal point begins a number (LB15c)."""
    return _is(letters, index + 1, "NU")


def _after_virama(letters: str, index: int) -> bool:
    """Tell whether no syllable goes on after a virama (LB28a)."""
    return not _is(letters, index - 2, "AK AL-DOT AS")


def _before_final(letters: str, index: int) -> bool:
    """Tell whether no virama that ends a syllable comes after the next letter (LB28a)."""
    return not _is(letters, index + 1, "VF")


_RULES: Final[tuple[tuple[str, str, Verdict], ...]] = (
    ("", "SP ZW", False),  # LB7
    ("ZW", "", True),  # LB8
    ("", "WJ", False),  # LB11
    ("WJ GL", "", False),  # LB11, LB12; LB14 to LB17
    ("^SP BA HY HH", "GL", False),  # LB12a
    ("", "CL CP EX SY", False),  # LB13
    ("OP", "", False),  # LB14
    ("SP", "QU-PF", _before_closing_quote),  # LB15b
    ("SP", "IS", _before_number_sign),  # LB15c
    ("", "IS", False),  # LB15d
    ("CL CP", "NS", False),  # LB16
    ("B2", "B2", False),  # LB17
    ("SP", "", True),  # LB18
    ("", "QU-N QU-PF", False),  # LB19
    ("QU-N QU-PI", "", False),
    ("^EA", "QU-PI", False),  # LB19a
    ("EA", "QU-PI", _in_east_asian),
    ("QU-PF", "^EA", False),
    ("QU-PF", "BA HY HH NS IN", False),  # LB21 and LB22, which the next would hide.
    ("QU-PF", "EA", _out_of_east_asian),
    ("CB", "", True),  # LB20
    ("", "CB", True),
    ("", "BA HY HH NS", False),  # LB21
    ("BB", "", False),
    ("", "IN", False),  # LB22
    ("HY", "NU", False),  # LB25
    ("HY HH", "", _after_hyphen),  # LB20a, LB21a
    ("SY", "HL", False),  # LB21b
    ("AL HL", "NU", False),  # LB23
    ("NU", "AL HL", False),
    ("PR", "ID EB EM", False),  # LB23a
    ("ID EB EM", "PO", False),
    ("PR PO", "AL HL", False),  # LB24
    ("AL HL", "PR PO", False),
    ("CL CP SY IS", "PO PR", _after_number),  # LB25
    ("SY", "NU", _after_number),
    ("NU", "PO PR NU", False),
    ("PO PR", "OP", _before_number),
    ("PO PR IS", "NU", False),
    ("JL", "JL JV H2 H3", False),  # LB26
    ("JV H2", "JV JT", False),
    ("JT H3", "JT", False),
    ("JL JV JT H2 H3", "PO", False),  # LB27
    ("PR", "JL JV JT H2 H3", False),
    ("AL HL", "AL HL", False),  # LB28
    ("AP", "AK AL-DOT AS", False),  # LB28a
    ("AK AL-DOT AS", "VF VI", False),
    ("VI", "AK AL-DOT", _after_virama),
    ("AK AL-DOT AS", "AK AL-DOT AS", _before_final),
    ("IS", "AL HL", False),  # LB29
    ("AL HL NU", "OP-N", False),  # LB30
    ("CP-N", "AL HL NU", False),
    ("RI", "RI", _between_flags),  # LB30a
    ("EB ID-CN", "EM", False),  # LB30b
)
"""The rules of UAX #14: classes before and after, and the verdict. The first that fits counts; LB31 allows the rest.

None stands for all classes, ^ for all but these, EA for all East Asian ones, and OP-N for those of OP that are not.
"""


def _fits(names: str, name: str) -> bool:
    """Tell whether a class is one of some."""
    if not names:
        return True
    if names.startswith("^"):
        return not _fits(names[1:], name)
    base = name.partition("-")[0]
    wanted = names.split()
    return (
        name in wanted
        or base in wanted
        or (name == base and f"{base}-N" in wanted)
        or ("EA" in wanted and name in _EAST_ASIAN)
    )


class _Verdicts(dict[tuple[str, str], Verdict]):
    """The verdict on each pair of letters, found once."""

    def __init__(self, judge: Callable[[str, str], Verdict]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, pair: tuple[str, str]) -> Verdict:
        verdict = self[pair] = self._judge(_NAMES[pair[0]], _NAMES[pair[1]])
        return verdict


def _by_unicode(before: str, after: str) -> Verdict:
    return next((verdict for left, right, verdict in _RULES if _fits(left, before) and _fits(right, after)), True)


_UNICODE: Final = _Verdicts(_by_unicode)

_DASHES: Final = "BA HY HH B2 IN"
_CLOSING: Final = "CL CP EX IS SY QU-PF"
_SPACELESS: Final = "EA ID EB RI CB JL JV JT AK AP AS VI VF NS ZW SP"
"""Classes beside which lines end as UAX #14 has it."""


def _well_set(before: str, after: str) -> Verdict:
    """Judge as a book would have it; see `opportunities`."""
    if before == "SP" and _fits(_CLOSING, after):
        return _before_word
    verdict = _by_unicode(before, after)
    if verdict is False or after in {"EM-EA", "AL-CM", "B2"}:
        return before == "SP" and after == "B2"
    if _fits(_DASHES, before):
        return _after_dash
    return verdict if _fits(f"{_SPACELESS} SY", before) or _fits(_SPACELESS, after) else False


_WELL_SET: Final = _Verdicts(_well_set)


@cache
def _last_end() -> re.Pattern[str]:
    """Return what finds the last letter that a line of narrow text may end after, whatever comes next."""
    return re.compile(f".*[{_any(f'{_SPACELESS} SY {_DASHES}')}]")


def _before_word(letters: str, index: int) -> bool:
    """Tell whether a mark that closes is joined to a word after it, and so begins one."""
    while _is(letters, index, _CLOSING):
        index += 1
    return index < len(letters) and not _is(letters, index, "SP ZW")


def _after_dash(letters: str, index: int) -> bool:
    """Tell whether a word comes before a dash, so that a line may end after it."""
    at = index - 1
    while _is(letters, at, _DASHES):
        at -= 1
    if at < 0 or _is(letters, at, "SP WJ-SP ZW GL OP QU-PI"):
        return False
    verdict = _UNICODE[letters[index - 1], letters[index]]
    return verdict is True or (verdict is not False and verdict(letters, index))
