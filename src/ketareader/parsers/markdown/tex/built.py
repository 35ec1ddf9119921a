"""What macros make of their arguments: fractions, roots, marks over letters."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from ketareader.parsers.markdown.scripts import SUBSCRIPTS, SUPERSCRIPTS
from ketareader.parsers.markdown.tex import macros
from ketareader.parsers.markdown.tex.atoms import (
    NOTHING,
    Atom,
    Kind,
    Shape,
    UnknownError,
    bracketed,
    enclosed,
    ordinary,
    part,
    word,
)
from ketareader.parsers.markdown.tex.scripting import Scripts, accented, lined, scripted, set_over, set_under
from ketareader.parsers.markdown.tex.stacking import beside, fence

Build: TypeAlias = Callable[[str, Sequence[Atom]], Atom]
"""A macro's name and its arguments as an atom; an argument that isn't given is empty."""

_DIGITS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵏᵐ"
_DIFFERENTIAL: Final = rf"[d∂][{_DIGITS}]*(?:[^\W\d_][\u0300-\u036f\u20d0-\u20ff]*[′{_DIGITS}₀-₉ᵢⱼₖₙₘ]*)?"
_INDEXED: Final = rf"[^\W_][{''.join(map(chr, SUBSCRIPTS.values()))}]+"
_ROOTS: Final = {"": "√", "3": "∛", "4": "∜"}


def fraction(numerator: Atom, denominator: Atom) -> Atom:
    """Return a fraction in one line: a product may stand before the stroke as it is, behind it only what is firmer."""
    above = _operand(numerator, Shape.PRODUCT)
    is_derivative = above[0] in "d∂" and re.fullmatch(_DIFFERENTIAL, denominator.text)
    is_plain = is_derivative or (denominator.shape is Shape.ROOT and denominator.text[0] in _ROOTS.values())
    below = denominator.text if is_plain else _operand(denominator, Shape.SCRIPTED)
    return ordinary(f"{above}/{below}", Shape.FRACTION)


def binomial(above: Atom, below: Atom) -> Atom:
    """Return a binomial coefficient."""
    return bracketed(f"{part(above)} choose {part(below)}")


def fenced(opening: str, inner: Atom, closing: str) -> Atom:
    """Return what stands between brackets that grow with it; an empty one is seen only by what it belongs to."""
    if inner.rows:
        height = len(inner.rows)
        return replace(NOTHING, rows=beside([fence(opening, height), inner.rows, fence(closing, height)]))
    if inner.shape is Shape.OPEN or (opening and not closing and inner.shape is not Shape.BARE):
        raise UnknownError(opening)
    if not closing:
        return ordinary(opening + inner.text, Shape.OPEN)
    text = inner.text if opening or inner.shape <= Shape.SCRIPTED else enclosed(inner).text
    return bracketed(text, opening, closing)


def _operand(atom: Atom, loosest: Shape) -> str:
    """Return what stands beside a stroke, in brackets where it is looser than may be, or has spaces in it."""
    is_plain = atom.shape <= loosest and not (atom.shape is not Shape.SYMBOL and " " in _outside_brackets(atom.text))
    return part(atom) if is_plain else enclosed(atom).text


def _outside_brackets(text: str) -> str:
    """Return text without what its innermost brackets hold, which can't be read apart from them."""
    return re.sub(r"[([{][^()[\]{}]*[)\]}]", "", text)


def _fraction(_: str, arguments: Sequence[Atom]) -> Atom:
    return fraction(*arguments[-2:])


def _binomial(_: str, arguments: Sequence[Atom]) -> Atom:
    return binomial(*arguments)


def _root(_: str, arguments: Sequence[Atom]) -> Atom:
    index, radicand = arguments
    sign = _ROOTS.get(index.text)
    if sign is None:
        if not index.text or any(ord(character) not in SUPERSCRIPTS for character in index.text):
            raise UnknownError(index.text)
        sign = index.text.translate(SUPERSCRIPTS) + "√"
    is_plain = radicand.shape is Shape.SYMBOL or re.fullmatch(_INDEXED, radicand.text)
    return ordinary(sign + (part(radicand) if is_plain else enclosed(radicand).text), Shape.ROOT)


def _accent(name: str, arguments: Sequence[Atom]) -> Atom:
    return accented(arguments[0], macros.ACCENTS[name])


def _line(name: str, arguments: Sequence[Atom]) -> Atom:
    return lined(arguments[0], macros.LINES[name])


def _negated(_: str, arguments: Sequence[Atom]) -> Atom:
    (negated,) = arguments
    atom = macros.sign_as_written(negated)
    found = accented(atom, "\N{COMBINING LONG SOLIDUS OVERLAY}")
    return Atom(found.text, atom.left, atom.right)


def _braced(name: str, arguments: Sequence[Atom]) -> Atom:
    """Return what has a brace over or under it; a script that follows stands at the brace."""
    return bracketed(part(arguments[0]), "⏞(" if name == "overbrace" else "⏟(")


def _arrow(name: str, arguments: Sequence[Atom]) -> Atom:
    """Return an arrow with something written on it; what is written below it is lowered."""
    below, above = arguments
    before, behind = macros.ARROWS[name]
    text = f"{before}{above.text or before}{behind}" if above.shape <= Shape.ROW else part(above)
    return scripted(Atom(text, Kind.RELATION, Kind.RELATION), Scripts().added("_", below))


def _over(_: str, arguments: Sequence[Atom]) -> Atom:
    above, base = arguments
    return set_over(above, macros.sign_as_written(base))


def _under(_: str, arguments: Sequence[Atom]) -> Atom:
    below, base = arguments
    return set_under(below, macros.sign_as_written(base))


def _operator(_: str, arguments: Sequence[Atom]) -> Atom:
    star, name = arguments
    return word(part(name), Kind.LARGE if star.text else Kind.FUNCTION)


def _of_class(name: str, arguments: Sequence[Atom]) -> Atom:
    kind = macros.CLASSES[name]
    return Atom(part(arguments[0]), kind, kind, arguments[0].shape)


def _modulo(name: str, arguments: Sequence[Atom]) -> Atom:
    text = part(arguments[0])
    return bracketed(text if name == "pod" else f"mod {text}", " (")


def _bra(_: str, arguments: Sequence[Atom]) -> Atom:
    return bracketed(part(arguments[0]), "⟨", "|")


def _ket(_: str, arguments: Sequence[Atom]) -> Atom:
    return bracketed(part(arguments[0]), "|", "⟩")


BUILT: Final[Mapping[str, Build]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    **dict.fromkeys(macros.ACCENTS, _accent),
    **dict.fromkeys(macros.LINES, _line),
    **dict.fromkeys(("underbrace", "overbrace"), _braced),
    **dict.fromkeys(macros.ARROWS, _arrow),
    **dict.fromkeys(("overset", "stackrel"), _over),
    **dict.fromkeys(macros.CLASSES, _of_class),
    **dict.fromkeys(("pmod", "pod"), _modulo),
    "underset": _under,
    "operatorname": _operator,
    "sqrt": _root,
    "not": _negated,
    "bra": _bra,
    "ket": _ket,
}
"""What macros with arguments are, but for those that only say how these look."""
