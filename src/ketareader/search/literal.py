"""Words as they are read, made patterns: what is typed plainly stands for all that it may look like in print.

Patterns are left to be compiled where they are used: a class of many characters takes its time, and the screen shows
itself before anyone searches.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Final
from unicodedata import combining, normalize

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Accents and points, which stand after the letter they belong to."""
_UNSEEN: Final = "\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f"
"""What takes no room within a word: the soft hyphen, zero-width spaces and joiners, variation selectors."""
_PRINTED: Final = {"'": "’‘‛ʼ′", '"': "“”„‟″", "-": "‐‑‒–—―−"}
"""What print has for what a keyboard has."""
_LIGATURES: Final = {
    "...": "…", "---": "—", "--": "–", "ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ", "ss": "ß",
    "ae": "æ", "oe": "œ",
}  # fmt: skip
"""What print has for several keys; the longer ones first."""
_STROKED: Final = {"d": "đ", "h": "ħ", "i": "ı", "l": "ł", "o": "ø", "t": "ŧ", "σ": "ς", "ς": "σ"}
"""Letters and their forms that Unicode doesn't take apart."""
_ACCENTED: Final = (range(0xB5, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
"""Latin, Greek and Cyrillic: the scripts in which a letter is the same letter with and without an accent."""
_SMALL: Final = (
    range(0xB2, 0xB4),
    range(0x2B0, 0x2E5),
    range(0x1D2C, 0x1DC0),
    range(0x2070, 0x209D),
    range(0x2C7C, 0x2C7E),
)
"""Letters and figures that are raised or lowered."""

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0003ffff"
"""Scripts that are written without spaces: every place in them is the edge of a word."""
_LETTER: Final = rf"[^\W{_UNSPACED}¹²³⁰⁴-⁹]"
"""A letter or figure of a word; raised figures are a note's behind it, or a power."""

_UNSURE: Final = (
    r"[&%x!\[$\\<:](?:(?<=&)(?:#|[a-z]\w*;)|(?<=%)[0-9a-f]{2}|(?<=x)n--|(?<=[!\[])\[|(?<=\[)\^|(?<=\$)[^$]*\$"
    r"|(?<=\\)\(|(?<=<)(?:[!?]|img|script|style|template|rp)|(?<=:)(?<![\w:]:)[a-z0-9_+-]+:(?!:))"
)
"""Where letters as read need not stand in the source, or not in one word: entities, encoded addresses, images shown by
their name, wiki links, marks of notes, formulas, what isn't shown, emoji. The first character is looked for by itself,
which takes half the time."""
_MARKUP: Final = r"(?:[^\w\]<]|_|<(?:[^<>]*+>)?+)*+"
"""What may stand in the source between two letters that are neighbours as read, but for the end of a link's text."""
_SKETCHED: Final = 12
"""Letters that settle whether a block is worth a closer look."""

_CHARACTER: Final = rf"\s+|\S[{_MARKS}]*"


def ascii_pattern(text: str) -> str:
    """Return the pattern of `text` in ASCII texts; it matches nothing where `text` has what no ASCII text has."""
    characters = _characters(text)
    return "".join(map(_escaped, characters)) if all(map(str.isascii, characters)) else "(?!)"


def folded_pattern(text: str) -> str:
    """Return the pattern of `text` in texts of every script."""
    characters = _characters(text)
    fold = _exact if any(map(combining, normalize("NFD", text))) else _accented
    patterns = []
    position = 0
    while position < len(characters):
        ligature = _ligature_at(characters, position)
        end = position + max(len(ligature), 1)
        pattern = "".join(map(fold, characters[position:end]))
        patterns.append(f"(?:{pattern}|{_LIGATURES[ligature]})" if ligature else pattern)
        position = end
    return "".join(patterns)


def with_edges(pattern: str, text: str) -> str:
    """Ask that what matches `pattern`, made of `text`, neither begins nor ends within a word.

    An end of `text` that is no letter is an edge wherever it stands: "C++" is found in "C++17".
    """
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, text) else ""
    after = rf"(?!{_LETTER})" if re.search(rf"{_LETTER}[{_MARKS}{_UNSEEN}]*\Z", text) else ""
    return f"{before}{pattern}{after}"


def sketch(text: str) -> str:
    """Return the pattern of what the source, in lower case, of every block holds whose text holds `text`.

    It matches the beginning of the longest word in `text` with any markup within it, or as much of the word as stands
    at the end of a link's text; everywhere, where there is no word.
    """
    characters = _characters(text.lower())
    words = "".join(char if char[0].isalnum() else " " for char in characters).split()
    if not words:
        return ""  # It matches everywhere.
    letters = [_letter(char) for char in _characters(max(words, key=len))[:_SKETCHED]]
    pattern = letters.pop()
    while letters:
        pattern = rf"{letters.pop()}{_MARKUP}(?:\]|{pattern})"
    found = filter(None, (_ligature_at(characters, position) for position in range(len(characters))))
    return "|".join((_UNSURE, *{_LIGATURES[keys]: None for keys in found}, pattern))


def _characters(text: str) -> list[str]:
    """Return the characters that `text` is read as: letters with their marks, runs of white space."""
    return re.findall(_CHARACTER, normalize("NFC", re.sub(f"[{_UNSEEN}]", "", text)))


def _ligature_at(characters: Sequence[str], position: int) -> str:
    """Return the characters from `position` on that print may have as one; "" where there are none."""
    return next((keys for keys in _LIGATURES if characters[position : position + len(keys)] == list(keys)), "")


def _escaped(character: str) -> str:
    return r"\s+" if character.isspace() else re.escape(character)


def _accented(character: str) -> str:
    """Return the pattern of a character with any accents or none."""
    if character.isspace():
        return rf"\s(?-i:[\s{_UNSEEN}]*+)"
    return f"{_letter(character)}(?-i:[{_MARKS}{_UNSEEN}]*+)"


def _exact(character: str) -> str:
    """Return the pattern of a character with its own accents and no other, however Unicode writes them."""
    if character.isspace() or character in _PRINTED:
        return _accented(character)
    return f"{_forms(character)}(?-i:[{_UNSEEN}]*+(?![{_MARKS}]))"


def _letter(character: str) -> str:
    """Return the pattern of a character without its accents, which may follow it; of a Hangul syllable, all of it."""
    base, rest = normalize("NFD", character)[0], normalize("NFD", character)[1:]
    if not all(map(combining, rest)):
        return _forms(character)
    members = {base, character[0], *_PRINTED.get(base, ""), *_accents().get(base, ())}
    return f"[{''.join(map(re.escape, sorted(members)))}]" if len(members) > 1 else re.escape(base)


def _forms(character: str) -> str:
    """Return the pattern of all the ways in which Unicode writes a character."""
    parts = normalize("NFD", character)
    forms = {normalize("NFC", parts[:n]) + parts[n:] for n in range(1, len(parts) + 1)}
    return f"(?:{'|'.join(map(re.escape, sorted(forms)))})"


@cache
def _accents() -> dict[str, list[str]]:
    """Return the characters that are a letter with accents, or in an old or a symbol's form, by the letter."""
    accents: dict[str, list[str]] = {}
    for code in chain.from_iterable((*_ACCENTED, *_SMALL)):
        parts = normalize("NFKD", chr(code))
        if parts != chr(code) and all(map(combining, parts[1:])):
            # A raised capital has no lower case of its own.
            for letter in {parts[0], parts[0].lower()} if chr(code).lower() == chr(code) else parts[0]:
                accents.setdefault(letter, []).append(chr(code))
    for letter, stroked in _STROKED.items():
        accents.setdefault(letter, []).append(stroked)
        accents.setdefault(letter.upper(), []).append(stroked.upper())
    return accents
