"""What is raised and lowered behind an atom, and the marks over and under it."""

from dataclasses import replace
from typing import Final, NamedTuple
from unicodedata import normalize

from ketareader.parsers.markdown.scripts import SCRIPTS
from ketareader.parsers.markdown.tex.atoms import (
    NOTHING,
    Atom,
    Kind,
    Shape,
    UnknownError,
    clusters,
    enclosed,
    ordinary,
    part,
)
from ketareader.parsers.markdown.tex.stacking import beside

PRIMES: Final = ("", "′", "″", "‴", "⁗")
_MOST_MARKS: Final = 2
"""Marks on a character that can carry one more."""
_FIRM: Final = frozenset({Shape.SYMBOL, Shape.WORD})
_ABOVE_SIGNS: Final = {("def", "="): "≝", ("?", "="): "≟", ("∘", "="): "≗", ("△", "="): "≜", ("Δ", "="): "≜"}


class Scripts(NamedTuple):
    """What stands behind an atom, raised and lowered."""

    primes: int = 0
    above: Atom | None = None
    below: Atom | None = None

    def primed(self) -> "Scripts":
        """Return the scripts with one more prime."""
        return self._replace(primes=self.primes + 1)

    def added(self, mark: str, atom: Atom) -> "Scripts":
        """Return the scripts with what follows a mark. Raises `UnknownError` where the mark's place is taken."""
        if atom == NOTHING:
            return self
        is_above = mark == "^"
        if not atom.text or atom.shape > Shape.ROW or (self.above if is_above else self.below) is not None:
            raise UnknownError(mark)
        if is_above and atom.text in PRIMES:
            return self._replace(primes=self.primes + PRIMES.index(atom.text))
        return self._replace(above=atom) if is_above else self._replace(below=atom)

    def text(self) -> str:
        """Return the scripts as they are written: primes, what is lowered, what is raised.

        Each is in small letters where Unicode has them all, and nothing that is not is before it.
        """
        if self.primes >= len(PRIMES):
            raise UnknownError("'")
        below, is_small = _script("_", self.below, may_be_small=True)
        above, _ = _script("^", self.above, may_be_small=is_small)
        return PRIMES[self.primes] + below + above


def scripted(base: Atom, scripts: Scripts) -> Atom:
    """Return an atom with its scripts."""
    text = scripts.text()
    if not text:
        return base
    if base.rows:
        return _tall(base, scripts)
    if base.shape not in _FIRM or (" " in base.text and base.shape is Shape.WORD and base.left is Kind.ORDINARY):
        base = replace(enclosed(base), left=Kind.ORDINARY)
    return replace(base, text=base.text + text, shape=Shape.SCRIPTED)


def accented(atom: Atom, mark: str) -> Atom:
    """Return an atom with a mark over it: several characters are in brackets, and the mark on the last."""
    base = part(atom)
    is_group = len(_unburdened(base)) > 1
    base = enclosed(atom).text if is_group and not base.endswith(")") else base
    text = normalize("NFC", base + mark)
    return Atom(text, Kind.OPENING, Kind.CLOSING) if is_group else ordinary(text)


def lined(atom: Atom, mark: str) -> Atom:
    """Return an atom with a line over or under all of it."""
    found = _unburdened(part(atom))
    text = "".join(cluster + mark for cluster in found)
    return ordinary(text, Shape.SYMBOL if len(found) == 1 else max(atom.shape, Shape.PRODUCT))


def _unburdened(text: str) -> list[str]:
    """Return the characters of text with the marks on them. Raises `UnknownError` where these can't be told apart."""
    found = clusters(text)
    if any(len(cluster) > _MOST_MARKS for cluster in found):
        raise UnknownError(text)
    return found


def set_over(above: Atom, base: Atom) -> Atom:
    """Return an operator or a relation with something over it. Raises `UnknownError` for anything else."""
    if sign := _ABOVE_SIGNS.get((above.text, base.text)):
        return replace(base, text=sign)
    return _on_operator(base, Scripts().added("^", above))


def set_under(below: Atom, base: Atom) -> Atom:
    """Return an operator or a relation with something under it. Raises `UnknownError` for anything else."""
    return _on_operator(base, Scripts().added("_", below))


def _on_operator(base: Atom, scripts: Scripts) -> Atom:
    if base.left not in {Kind.RELATION, Kind.BINARY, Kind.LARGE, Kind.FUNCTION}:
        raise UnknownError(base)
    return scripted(base, scripts)


def _script(mark: str, atom: Atom | None, *, may_be_small: bool) -> tuple[str, bool]:
    """Return what follows a mark, and whether it is in small letters."""
    if atom is None:
        return "", may_be_small
    text = atom.text
    if mark == "^" and text == "∘":
        return "°", may_be_small
    table = SCRIPTS[mark]
    if may_be_small and all(ord(character) in table for character in text):
        return text.translate(table), True
    return (mark + text if len(clusters(text)) == 1 else f"{mark}({text})"), False


def _tall(base: Atom, scripts: Scripts) -> Atom:
    """Return what takes several rows with its scripts behind the first and the last."""
    above, _ = _script("^", scripts.above, may_be_small=True)
    below, _ = _script("_", scripts.below, may_be_small=True)
    lines = [PRIMES[scripts.primes] + above, *[""] * (len(base.rows) - 2), below]
    widest = max(map(len, lines))
    return replace(base, rows=beside([base.rows, [line.ljust(widest) for line in lines]]))
