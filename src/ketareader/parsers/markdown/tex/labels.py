r"""What an equation is called: `\label{eq:one}`, which stands in place of its number, and `\eqref{eq:one}`."""

from collections.abc import Iterable, Sequence
from typing import Final

from ketareader.parsers.markdown.tex.atoms import Atom, Style, ordinary, space
from ketareader.parsers.markdown.tex.macros import SPACES
from ketareader.parsers.markdown.tex.tokens import LINE, Node, Token, arguments_of, macro_of, nodes_of

_LABEL: Final = "label"
REFERENCES: Final = frozenset({"ref", "eqref"})
"""What speaks of an equation by its label."""


def labels_last(found: Iterable[Token]) -> list[Token]:
    """Return tokens with each row's labels at its end, but where a tag is its number."""
    rows: list[list[Token]] = [[]]
    for token in found:
        if isinstance(token, str) and token == LINE:
            rows += [[token], []]
        else:
            rows[-1].append(token)
    return [token for row in rows for token in _labels_last(row)]


def _labels_last(row: list[Token]) -> list[Token]:
    labels = [token for token in row if macro_of(token) == _LABEL]
    others = [token for token in row if macro_of(token) != _LABEL]
    return others if any(macro_of(token) == "tag" for token in others) else others + labels


def labelled(name: str, arguments: Sequence[Node], _: Style) -> list[Atom]:
    """Return a label as an equation's number, or where another equation is spoken of by it."""
    label = _text(arguments[-1])
    atom = ordinary(label if name == "ref" else f"({label})")
    return [space(SPACES["quad"]), atom] if name == _LABEL else [atom]


def reference(node: Node) -> str:
    """Return what speaks of an equation between words."""
    (atom,) = labelled(macro_of(node), arguments_of(node), Style.INLINE)
    return atom.text


def _text(argument: Node) -> str:
    return "".join(node.latex_verbatim() for node in nodes_of(argument)).strip()
