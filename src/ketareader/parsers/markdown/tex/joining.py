"""A row of atoms as one: spaces where TeX has them, and brackets where a line can't say in another way what is one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from ketareader.parsers.markdown.scripts import SCRIPTS
from ketareader.parsers.markdown.tex.atoms import NOTHING, Atom, Kind, Shape, Style, UnknownError, enclosed
from ketareader.parsers.markdown.tex.stacking import beside

_BARS: Final = "|‖"
_WIDE: Final = 2
"""Cells of a space that sets apart what stands on both sides of it."""
_BEFORE_UNARY: Final = frozenset(
    {Kind.BINARY, Kind.RELATION, Kind.FUNCTION, Kind.LARGE, Kind.OPENING, Kind.PUNCTUATION}
)
_AFTER_UNARY: Final = frozenset({Kind.RELATION, Kind.CLOSING, Kind.PUNCTUATION})
_BEFORE_TERM: Final = frozenset({Kind.RELATION, Kind.PUNCTUATION, Kind.OPENING, Kind.LARGE})
_AFTER_TERM: Final = frozenset({Kind.RELATION, Kind.PUNCTUATION, Kind.CLOSING})
_AFTER_ROOT: Final = _AFTER_TERM | {Kind.BINARY, Kind.INNER}
_NAMES: Final = frozenset({Kind.FUNCTION, Kind.LARGE})
_FACTORS: Final = frozenset({Kind.ORDINARY, Kind.OPENING, Kind.CLOSING, Kind.POSTFIX})
_ENDS: Final = frozenset({Kind.ORDINARY, Kind.CLOSING, Kind.POSTFIX})
_APART: Final = frozenset({"mod", "|"})
"""Operators that have spaces around them however small they are."""

_NUMBER: Final = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+"
_SMALL: Final = {mark: frozenset(map(chr, table.values())) for mark, table in SCRIPTS.items()}
_LARGE_SCRIPT: Final = r"[_^][^\s(](?:[\u0300-\u036f\u20d0-\u20ff])*$"
"""A single character that Unicode doesn't have small."""
_LINES: Final = "\N{COMBINING OVERLINE}\N{COMBINING LOW LINE}"


class _Placed(NamedTuple):
    """An atom in its row."""

    atom: Atom
    space: int
    """Cells that are written before it."""


def joined(atoms: Iterable[Atom], style: Style) -> Atom:
    """Return a row of atoms as one. Raises `UnknownError` where it can't be one."""
    row = _stopped(_placed(atoms))
    if not row:
        return NOTHING
    if len(row) == 1:
        return _alone(row[0].atom)
    if any(placed.atom.shape >= Shape.BARE for placed in row[:-1]) or row[-1].atom.shape is Shape.BARE:
        raise UnknownError(row)
    row = _grouped(_signed(_paired(row)))
    gaps = [0, *(_gap(left, right, style) for left, right in pairwise(row))]
    if any(placed.atom.rows for placed in row):
        parts = [part for gap, (atom, _) in zip(gaps, row, strict=True) for part in ((" " * gap,), _lines(atom))]
        return replace(NOTHING, shape=Shape.ROW, rows=beside(parts))
    text = "".join(" " * gap + placed.atom.text for gap, placed in zip(gaps, row, strict=True))
    return _whole(text, [placed.atom for placed in row], gaps)


def _lines(atom: Atom) -> tuple[str, ...]:
    return atom.rows or (atom.text,)


def _placed(atoms: Iterable[Atom]) -> list[_Placed]:
    """Return atoms with the spaces that are written before them; nothing counts where the row begins."""
    row: list[_Placed] = []
    width = 0
    for atom in atoms:
        if atom.left is Kind.SPACE:
            width = max(width, len(atom.text)) if width < _WIDE else width + len(atom.text)
        elif atom != NOTHING or not row:
            row.append(_Placed(atom, width if row else 0))
            width = 0
    return row


def _stopped(row: list[_Placed]) -> list[_Placed]:
    """Return a row in which a full stop or a comma behind a bracket that isn't closed is what ends the last line."""
    if len(row) > 1 and row[-2].atom.shape is Shape.OPEN and row[-1].atom.text in {".", ","}:
        opened, space = row[-2]
        row[-2:] = [_Placed(replace(opened, text=opened.text + row[-1].atom.text), space)]
    return row


def _alone(atom: Atom) -> Atom:
    """Return an atom that is a group of its own, which makes a relation or an operator a plain sign."""
    is_group = (atom.left, atom.right) == (Kind.OPENING, Kind.CLOSING)
    return atom if is_group or atom.left in _NAMES else replace(atom, left=Kind.ORDINARY, right=Kind.ORDINARY)


def _paired(row: list[_Placed]) -> list[_Placed]:
    """Return a row whose bars, where each has another, open and close in turn."""
    for bar in _BARS:
        at = [i for i, (atom, _) in enumerate(row) if atom.left is Kind.ORDINARY and atom.text.startswith(bar)]
        for number, i in enumerate(at if len(at) % 2 == 0 else ()):
            kind = Kind.CLOSING if number % 2 else Kind.OPENING
            row[i] = _Placed(replace(row[i].atom, left=kind, right=kind), row[i].space)
    return row


def _signed(row: list[_Placed]) -> list[_Placed]:
    """Return a row whose operators with nothing to join are signs (The TeXbook, chapter 17)."""
    before: Kind | None = None
    for i, (atom, space) in enumerate(row):
        after = row[i + 1].atom.left if i + 1 < len(row) else None
        if atom.left is Kind.BINARY and (
            before is None or before in _BEFORE_UNARY or after is None or after in _AFTER_UNARY
        ):
            row[i] = _Placed(replace(atom, left=Kind.ORDINARY, right=Kind.ORDINARY), space)
        before = row[i].atom.right
    return row


def _grouped(row: list[_Placed]) -> list[_Placed]:
    """Return a row whose fractions and roots are in brackets where what is beside them could be read into them."""
    found = list(row)
    for i, (atom, space) in enumerate(row):
        before = row[i - 1] if i else None
        after = row[i + 1] if i + 1 < len(row) else None
        stands = {Shape.FRACTION: _is_term, Shape.ROOT: _is_factor}.get(atom.shape)
        if stands and not stands(before, row[i], after):
            found[i] = _Placed(enclosed(atom), max(space, int(_is_taken_with(before, row[i], after))))
        elif before and before.atom.right is Kind.FUNCTION and atom.left is Kind.OPENING and space < _WIDE:
            found[i] = _Placed(atom, 0)
    return found


def _is_taken_with(before: _Placed | None, this: _Placed, after: _Placed | None) -> bool:
    """Tell whether a function takes what follows, too: brackets that touched its name would be all that it takes."""
    return before is not None and before.atom.right in _NAMES and not _ends(this, after)


def _is_term(before: _Placed | None, this: _Placed, after: _Placed | None) -> bool:
    """Tell whether a fraction stands by itself, or behind a whole number."""
    ends = _ends(this, after)
    if before is None or before.atom == NOTHING:
        return ends
    if _is_mixed(before.atom, this.atom):
        if not ends:
            raise UnknownError(this.atom.text)
        return True
    return ends and (before.atom.right in _BEFORE_TERM or before.atom.is_additive or _is_apart(before, this))


def _ends(this: _Placed, after: _Placed | None) -> bool:
    """Tell whether a term ends with an atom."""
    return after is None or after.atom.left in _AFTER_TERM or after.atom.is_additive or _is_apart(this, after)


def _is_mixed(before: Atom, fraction: Atom) -> bool:
    """Tell whether a fraction of numbers stands behind a whole one."""
    return bool(re.fullmatch("[0-9]", before.text) and re.fullmatch("[0-9]+/[0-9]+", fraction.text))


def _is_factor(before: _Placed | None, this: _Placed, after: _Placed | None) -> bool:
    """Tell whether nothing that stands behind a root reads as if it were under it, nor what is before as its index."""
    has_index = this.atom.text[0] in _SMALL["^"]
    begins = before is None or not has_index or before.atom.right not in _ENDS or this.space > 0
    return begins and (after is None or after.atom.left in _AFTER_ROOT or _is_apart(this, after))


def _is_apart(left: _Placed, right: _Placed) -> bool:
    """Tell whether a wide space, or words, set two atoms apart."""
    is_worded = right.space and any(
        placed.atom.shape is Shape.WORD and placed.atom.left is Kind.ORDINARY for placed in (left, right)
    )
    return right.space >= _WIDE or bool(is_worded)


def _gap(left: _Placed, right: _Placed, style: Style) -> int:
    """Return how many cells stand between two atoms."""
    a, b = left.atom, right.atom
    needs = _is_spaced(a, b, style) or _runs_on(a, b)
    return max(int(needs), right.space)


def _is_spaced(a: Atom, b: Atom, style: Style) -> bool:
    """Tell whether TeX has a space between two atoms (The TeXbook, chapter 18)."""
    kinds = {a.right, b.left}
    if a.right in _NAMES:
        is_scope = a.right is Kind.LARGE and a.shape is not Shape.WORD
        is_begun = b.left in _NAMES | {Kind.ORDINARY, Kind.INNER} or (is_scope and b.left is Kind.OPENING)
        return is_begun or _is_operator(b, style)
    if b.left in _NAMES:
        return a.right in _ENDS | {Kind.INNER} or _is_operator(a, style) or a.right is Kind.PUNCTUATION
    if Kind.BINARY in kinds or Kind.RELATION in kinds:
        return (_is_operator(a, style) or _is_operator(b, style)) and (a.right, b.left) != (Kind.RELATION,) * 2
    if style is Style.SMALL or Kind.OPENING is a.right or Kind.CLOSING is b.left or b.left is Kind.PUNCTUATION:
        return False
    return a.right is Kind.PUNCTUATION or Kind.INNER in kinds


def _is_operator(atom: Atom, style: Style) -> bool:
    """Tell whether an atom is an operator or a relation with spaces around it."""
    is_small = style is Style.SMALL and atom.text not in _APART
    return not is_small and (atom.left in {Kind.BINARY, Kind.RELATION})


def _runs_on(a: Atom, b: Atom) -> bool:
    """Tell whether two atoms that touched would read as one."""
    if not a.text or not b.text:
        return False
    if any(a.text[-1] == line and b.text[1:2] == line for line in _LINES):
        return True
    if any(a.text[-1] in small and b.text[0] in small for small in _SMALL.values()):
        return True
    if _is_mixed(a, b) or (b.shape is Shape.WORD and a.right is Kind.CLOSING):
        return True
    is_word = Shape.WORD in {a.shape, b.shape} and a.text[-1].isalnum()
    is_script = a.shape is Shape.SCRIPTED and (a.text.endswith(")") or re.search(_LARGE_SCRIPT, a.text))
    return b.text[0].isalnum() and bool(is_word or is_script)


def _whole(text: str, atoms: Sequence[Atom], gaps: Sequence[int]) -> Atom:
    """Return a row's text as an atom that is as firm as it reads."""
    if re.fullmatch(_NUMBER, text):
        return Atom(text, Kind.ORDINARY, Kind.ORDINARY)
    if atoms[-1].shape is Shape.OPEN:
        return Atom(text, Kind.ORDINARY, Kind.ORDINARY, Shape.OPEN)
    if atoms[0].left is Kind.OPENING and _closes(atoms) == len(atoms) - 1:
        return Atom(text, Kind.OPENING, Kind.CLOSING, atoms[-1].shape)
    shape = Shape.ROW
    if len(atoms) == 2 and atoms[1].left is Kind.POSTFIX and atoms[0].shape <= Shape.WORD:  # noqa: PLR2004 (n!)
        shape = Shape.SCRIPTED
    elif _is_product(atoms, gaps):
        shape = Shape.PRODUCT
    return Atom(text, Kind.ORDINARY, Kind.ORDINARY, shape)


def _closes(atoms: Sequence[Atom]) -> int:
    """Return where the bracket that a row begins with is closed."""
    depth = 0
    for i, atom in enumerate(atoms):
        if atom.is_bracket:
            depth += 1 if atom.left is Kind.OPENING else -1
        if not depth:
            return i
    return len(atoms)


def _is_product(atoms: Sequence[Atom], gaps: Sequence[int]) -> bool:
    """Tell whether a row is of factors that stand close together."""
    depth = 0
    for atom, gap in zip(atoms, gaps, strict=True):
        if atom.is_bracket:
            depth += 1 if atom.left is Kind.OPENING else -1
        elif not depth and (gap or not _is_plain(atom)):
            return False
    return depth == 0


def _is_plain(atom: Atom) -> bool:
    """Tell whether an atom is a factor that nothing beside it can be read into."""
    return atom.left in _FACTORS and atom.shape <= Shape.PRODUCT and not atom.is_additive and atom.text != "/"
