"""Words in a formula."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ketareader.parsers.markdown.tex import macros
from ketareader.parsers.markdown.tex.atoms import NOTHING, Atom, Kind, UnknownError, ordinary, part, space, word
from ketareader.parsers.markdown.tex.labels import REFERENCES, reference
from ketareader.parsers.markdown.tex.tokens import (
    CELL,
    Node,
    Token,
    arguments_of,
    macro_of,
    nodes_of,
    tokens,
    type_of,
)

SetFormula: TypeAlias = Callable[[Iterable[Token]], str]
"""What sets a formula that stands between words."""


def words(text: str) -> list[Atom]:
    """Return words as one atom, with the spaces at their ends as such."""
    inner = " ".join(text.split())
    before, after = text[:1].isspace(), text[-1:].isspace()
    atom = word(inner, Kind.ORDINARY) if len(inner) > 1 else ordinary(inner)
    return [*[space(1)] * before, *[atom] * bool(inner), *[space(1)] * after] or [NOTHING]


def plain(argument: Node, set_formula: SetFormula) -> str:
    """Return the text of an argument that isn't a formula, though formulas may stand in it. Raises `UnknownError`."""
    return "".join(_plain(node, set_formula) for node in nodes_of(argument))


def _plain(node: Node, set_formula: SetFormula) -> str:
    kind = type_of(node)
    if kind == "LatexCharsNode":
        return str(node.chars)
    if kind == "LatexSpecialsNode" and node.specials_chars != CELL:
        return " " if node.specials_chars == "~" else str(node.specials_chars)
    if kind == "LatexMathNode":
        return set_formula(tokens(node.nodelist))
    if kind == "LatexGroupNode":
        return plain(node, set_formula)
    if kind != "LatexMacroNode":
        raise UnknownError(kind)
    if macro_of(node) in REFERENCES:
        return reference(node)
    is_worded = macro_of(node) in macros.WORDS and arguments_of(node)
    return plain(arguments_of(node)[-1], set_formula) if is_worded else part(macros.symbol(macro_of(node)))
