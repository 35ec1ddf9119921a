"""The atoms of a formula: text, and how it holds together with what stands beside it.

After chapters 17 and 18 of The TeXbook, whose classes say where spaces stand, and UnicodeMath (Unicode Technical Note
28), which says where a formula in one line needs brackets.
"""

import unicodedata
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import Final


class UnknownError(Exception):
    """Something in a formula that can't be set, or not without being read as something else."""


class Kind(Enum):
    """What an atom is to what stands beside it."""

    ORDINARY = auto()
    FUNCTION = auto()
    """A function's name, which takes the one thing that follows it."""
    LARGE = auto()
    """A sum, an integral, a limit: of all that follows up to the next term."""
    BINARY = auto()
    RELATION = auto()
    OPENING = auto()
    CLOSING = auto()
    POSTFIX = auto()
    PUNCTUATION = auto()
    INNER = auto()
    """Dots, which stand for what is left out."""
    SPACE = auto()


class Shape(IntEnum):
    """How firmly an atom holds together, the firmest first."""

    SYMBOL = 0
    """A sign, a number, or what stands in brackets."""
    WORD = 1
    SCRIPTED = 2
    """One that has something raised or lowered behind it."""
    PRODUCT = 3
    ROOT = 4
    FRACTION = 5
    ROW = 6
    BARE = 7
    """Several rows in one line, with nothing around them: no part of another formula."""
    OPEN = 8
    """What has a bracket before it and none behind: nothing can follow it."""


class Style(Enum):
    """Where a formula stands."""

    DISPLAYED = auto()
    """In a block of its own, where it may take several rows."""
    INLINE = auto()
    SMALL = auto()
    """In a fraction, a root or a script, where TeX has no spaces around operators."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a formula, set."""

    text: str
    """In one line; empty for what has rows."""
    left: Kind
    """What it is to what stands before it."""
    right: Kind
    """What it is to what stands behind it."""
    shape: Shape = Shape.SYMBOL
    rows: tuple[str, ...] = ()
    """Lines of equal width, for what takes several."""

    @property
    def is_bracket(self) -> bool:
        """Whether it is a bracket that was written as such, by itself."""
        return self.left is self.right and self.left in {Kind.OPENING, Kind.CLOSING}

    @property
    def is_additive(self) -> bool:
        """Whether it is a sign that binds no tighter than a sum's."""
        return self.text in _ADDITIVE


HELD: Final = "\N{NO-BREAK SPACE}"
"""A cell that is left free for what isn't shown."""
NOTHING: Final = Atom("", Kind.ORDINARY, Kind.ORDINARY)

_ADDITIVE: Final = frozenset("+−±∓")
_OPENING: Final = frozenset("([{⟨⌈⌊⟦⟮⌜⌞")
_CLOSING: Final = frozenset(")]}⟩⌉⌋⟧⟯⌝⌟")
_LARGE: Final = frozenset("∏∐∑∫∬∭∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨄⨆⨏⨖")
_INNER: Final = frozenset("…⋯⋮⋱⋰")
_BINARY: Final = frozenset("+−±∓*·×÷∗∘∙⋅•∔∖∧∨∩∪∸≀⊌⊍⊎⊓⊔⊕⊖⊗⊘⊙⊚⊛⊝⊞⊟⊠⊡⊺⊻⊼⊽⋄⋆⋇⋉⋊⋋⋌⋎⋏⋒⋓†‡⨿⌅⌆△▽◯○")
_PUNCTUATION: Final = frozenset(",;")
_ORDINARY: Final = frozenset("∀∁∂∃∄∅∆∇∎√∛∜∞∟∠∡∢⊤")
_RELATIONS: Final = ((0x2190, 0x2200), (0x2200, 0x2300), (0x27F0, 0x2980), (0x2A66, 0x2B00))
"""Half-open ranges of arrows and mathematical signs: but for the ones above, relations."""
_ALSO_RELATIONS: Final = frozenset("=<>:⟂⌢⌣▷◁⟸⟹⟺≔")

_KINDS: Final = {
    **dict.fromkeys(_OPENING, Kind.OPENING),
    **dict.fromkeys(_CLOSING, Kind.CLOSING),
    **dict.fromkeys(_LARGE, Kind.LARGE),
    **dict.fromkeys(_INNER, Kind.INNER),
    **dict.fromkeys(_BINARY, Kind.BINARY),
    **dict.fromkeys(_PUNCTUATION, Kind.PUNCTUATION),
    **dict.fromkeys(_ORDINARY, Kind.ORDINARY),
    **dict.fromkeys(_ALSO_RELATIONS, Kind.RELATION),
    "!": Kind.POSTFIX,
}


def sign(character: str) -> Atom:
    """Return a single sign as an atom."""
    kind = _KINDS.get(character)
    if kind is None:
        is_relation = any(first <= ord(character) < last for first, last in _RELATIONS)
        kind = Kind.RELATION if is_relation else Kind.ORDINARY
    return Atom(character, kind, kind)


def ordinary(text: str, shape: Shape = Shape.SYMBOL) -> Atom:
    """Return text that stands for something as an atom."""
    return Atom(text, Kind.ORDINARY, Kind.ORDINARY, shape)


def word(text: str, kind: Kind) -> Atom:
    """Return a name of several letters as an atom."""
    return Atom(text, kind, kind, Shape.WORD)


def space(width: int) -> Atom:
    """Return a space of some cells as an atom."""
    return Atom(" " * width, Kind.SPACE, Kind.SPACE)


def bracketed(text: str, opening: str = "(", closing: str = ")") -> Atom:
    """Return text in brackets as an atom."""
    return Atom(f"{opening}{text}{closing}", Kind.OPENING, Kind.CLOSING)


def enclosed(atom: Atom) -> Atom:
    """Return an atom in brackets. Raises `UnknownError` for what brackets don't make one thing of."""
    return bracketed(part(atom))


def part(atom: Atom) -> str:
    """Return the text of an atom as a part of another. Raises `UnknownError` where it can't be."""
    if not atom.text or atom.shape > Shape.ROW:
        raise UnknownError(atom.shape.name)
    return atom.text


def clusters(text: str) -> list[str]:
    """Return the characters of text, each with the marks on it."""
    found: list[str] = []
    for character in text:
        if found and is_mark(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def is_mark(character: str) -> bool:
    """Tell whether a character stands on the one before it."""
    return unicodedata.category(character) in {"Mn", "Me"}
