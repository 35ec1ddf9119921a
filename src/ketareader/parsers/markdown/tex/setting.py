"""A formula's tokens as atoms, and these as one."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ketareader.parsers.markdown.tex import environments, macros
from ketareader.parsers.markdown.tex.atoms import (
    HELD,
    NOTHING,
    Atom,
    Kind,
    Shape,
    Style,
    UnknownError,
    ordinary,
    part,
    space,
    word,
)
from ketareader.parsers.markdown.tex.built import BUILT, binomial, fenced, fraction
from ketareader.parsers.markdown.tex.joining import joined
from ketareader.parsers.markdown.tex.labels import labelled, labels_last
from ketareader.parsers.markdown.tex.scripting import Scripts, scripted
from ketareader.parsers.markdown.tex.stacking import width
from ketareader.parsers.markdown.tex.tokens import (
    CELL,
    LINE,
    MARKS,
    Node,
    Token,
    arguments_of,
    cells_of,
    macro_of,
    nodes_of,
    tokens,
    type_of,
)
from ketareader.parsers.markdown.tex.words import plain, words

_DIVIDERS = {"over": fraction, "choose": binomial}
"""What divides all that stands around it."""


def set_formula(tex: Sequence[Token], style: Style) -> tuple[str, ...]:
    """Return the lines of a formula. Raises `UnknownError` for what can't be set."""
    found = labels_last(tex)
    has_rows = any(isinstance(token, str) and token in {CELL, LINE} for token in found)
    atom = environments.rows(_table(found, style), style) if has_rows else set_row(found, style)
    return atom.rows or tuple(atom.text.split("\n"))


def set_row(found: Iterable[Token], style: Style) -> Atom:
    """Return tokens as one atom."""
    return joined(_all(found, style), style)


def _all(found: Iterable[Token], style: Style) -> list[Atom]:
    """Return the atoms of tokens."""
    queue = deque(found)
    if any(macro_of(token) in _DIVIDERS for token in queue):
        return [_divided(list(queue))]
    atoms = _atoms(queue, style)
    if queue:
        raise UnknownError("right")
    return atoms


def _atoms(queue: deque[Token], style: Style) -> list[Atom]:
    """Return the atoms of tokens, which are taken, up to where a bracket closes that grows with what is in it."""
    atoms: list[Atom] = []
    while queue and macro_of(queue[0]) != "right":
        base = [NOTHING] if _is_mark(queue[0]) else _set(queue, style)
        scripts = _scripts(queue)
        if scripts is None:
            atoms += base
        else:
            atoms.append(scripted(joined(base, style) if len(base) != 1 else base[0], scripts))
    return atoms


def _is_mark(token: Token) -> bool:
    return isinstance(token, str) and token in MARKS


def _scripts(queue: deque[Token]) -> Scripts | None:
    """Take the scripts that stand next; None where there are none."""
    if not queue or not _is_mark(queue[0]):
        return None
    scripts = Scripts()
    while queue and _is_mark(queue[0]):
        mark = str(queue.popleft())
        if mark == "'":
            scripts = scripts.primed()
        elif not queue or isinstance(queue[0], str):
            raise UnknownError(mark)
        else:
            scripts = scripts.added(mark, joined(_set(queue, Style.SMALL), Style.SMALL))
    return scripts


def _set(queue: deque[Token], style: Style) -> list[Atom]:
    """Take the next token, and what belongs to it, as atoms."""
    token = queue.popleft()
    if isinstance(token, Atom):
        return [token]
    if isinstance(token, str):
        raise UnknownError(token)
    kind = type_of(token)
    if kind == "LatexGroupNode":
        return _group(token, style)
    if kind == "LatexEnvironmentNode":
        return [_environment(token, style)]
    if kind != "LatexMacroNode":
        raise UnknownError(kind)
    if macro_of(token) == "left":
        return [_fenced(queue, style)]
    if macro_of(token) == "middle":
        return [Atom(_fence_of(queue), Kind.RELATION, Kind.RELATION)]
    return _macro(token, style)


def _group(node: Node, style: Style) -> list[Atom]:
    """Return what stands in braces: one atom as an ordinary one, several as they are."""
    atoms = _all(tokens(nodes_of(node)), style)
    return atoms if len(atoms) > 1 else [joined(atoms, style)]


def _fenced(queue: deque[Token], style: Style) -> Atom:
    r"""Take what stands between \left and \right."""
    opening = _fence_of(queue)
    inner = joined(_atoms(queue, style), style)
    if not queue:
        raise UnknownError("left")
    queue.popleft()
    return fenced(opening, inner, _fence_of(queue))


def _fence_of(queue: deque[Token]) -> str:
    r"""Take the bracket behind \left or \right; an empty one stands for none."""
    token = queue.popleft() if queue else None
    if isinstance(token, Atom):
        return macros.FENCES.get(token.text, token.text)
    name = macro_of(token)
    return macros.FENCES.get(name) or macros.symbol(name).text


def _macro(node: Node, style: Style) -> list[Atom]:
    """Return what a macro and its arguments stand for."""
    name, arguments = macro_of(node), arguments_of(node)
    given = [argument for argument in arguments if argument is not None]
    if not given:
        return [macros.symbol(name)]
    if build := BUILT.get(name):
        return [build(name, [_argument(argument) for argument in arguments])]
    if name not in _SET:
        raise UnknownError(name)
    return _SET[name](name, given, style)


def _argument(argument: Node | None) -> Atom:
    return NOTHING if argument is None else set_row(tokens(nodes_of(argument)), Style.SMALL)


def _in_style(name: str, arguments: list[Node], style: Style) -> list[Atom]:
    """Return atoms in letters of a style."""
    letters = macros.STYLES[name]
    atoms = _all(tokens(nodes_of(arguments[-1])), style)
    return [replace(atom, text=macros.styled(atom.text, letters)) for atom in atoms]


def _transparent(name: str, arguments: list[Node], style: Style) -> list[Atom]:
    """Return atoms as they are, and letters that are set upright as a word."""
    atoms = _all(tokens(nodes_of(arguments[-1])), style)
    text = "".join(atom.text for atom in atoms)
    is_word = name in macros.UPRIGHT and text.isalpha() and all(atom.left is Kind.ORDINARY for atom in atoms)
    return [word(text, Kind.ORDINARY)] if is_word and len(text) > 1 else atoms or [NOTHING]


def _stacked(_: str, arguments: list[Node], style: Style) -> list[Atom]:
    """Return lines below a sum, in one."""
    rows = cells_of(tokens(nodes_of(arguments[-1])))
    if any(len(row) > 1 for row in rows):
        raise UnknownError(rows)
    return [ordinary(",".join(part(set_row(cell, style)) for (cell,) in rows), Shape.ROW)]


def _tagged(_: str, arguments: list[Node], __: Style) -> list[Atom]:
    """Return the number of an equation; with a star, it has no brackets."""
    text = " ".join(_plain(arguments[-1]).split())
    return [space(macros.SPACES["quad"]), ordinary(text if len(arguments) > 1 else f"({text})")]


def _left_out(_: str, arguments: list[Node], style: Style) -> list[Atom]:
    """Return the room that a formula would take; there is none in what is small."""
    if style is Style.SMALL:
        return [NOTHING]
    atom = set_row(tokens(nodes_of(arguments[-1])), style)
    cells = width(atom.rows[0] if atom.rows else atom.text)
    return [ordinary(HELD * cells)] if style is Style.DISPLAYED else [space(cells)]


def _spaced(name: str, _: list[Node], __: Style) -> list[Atom]:
    return [space(macros.SPACES[name])]


def _plain(argument: Node) -> str:
    """Return the text of an argument that isn't a formula."""
    return plain(argument, lambda found: part(set_row(found, Style.INLINE)))


def _words(_: str, arguments: list[Node], __: Style) -> list[Atom]:
    return words(_plain(arguments[-1]))


def _environment(node: Node, style: Style) -> Atom:
    name, inner = str(node.environmentname), tokens(node.nodelist)
    if name in environments.ROWS:
        return environments.rows(_table(labels_last(inner), style), style)
    if name in environments.CASES:
        return environments.cases(_table(inner, Style.INLINE), style)
    if name not in environments.MATRICES or "|" in "".join(map(_plain, filter(None, arguments_of(node)))):
        raise UnknownError(name)
    return environments.matrix(name, _table(inner, Style.SMALL), style)


def _table(found: Iterable[Token], style: Style) -> list[list[Atom]]:
    """Return rows of cells, set; what is right of an ampersand goes on from what is left of it."""
    table = [
        [_continued(cell, style) if column % 2 else set_row(cell, style) for column, cell in enumerate(row)]
        for row in cells_of(found)
        if any(row)
    ]
    if not table:
        raise UnknownError
    return table


def _continued(cell: Sequence[Token], style: Style) -> Atom:
    """Return a cell whose first sign, if it is an operator, joins it to what is left of it."""
    atom = set_row([NOTHING, *cell], style)
    return replace(atom, text=atom.text.lstrip(" "))


def _divided(found: list[Token]) -> Atom:
    r"""Return what \over and \choose make of all that stands around them."""
    at = [i for i, token in enumerate(found) if macro_of(token) in _DIVIDERS]
    if len(at) > 1:
        raise UnknownError(at)
    above, below = (set_row(half, Style.SMALL) for half in (found[: at[0]], found[at[0] + 1 :]))
    return _DIVIDERS[macro_of(found[at[0]])](above, below)


_SET: Mapping[str, Callable[[str, list[Node], Style], list[Atom]]] = {
    **dict.fromkeys(macros.WORDS, _words),
    **dict.fromkeys(macros.STYLES, _in_style),
    **dict.fromkeys(macros.UPRIGHT | {"textcolor", "boxed", "ensuremath"}, _transparent),
    "substack": _stacked,
    "tag": _tagged,
    **dict.fromkeys(("label", "ref", "eqref"), labelled),
    **dict.fromkeys(("phantom", "hphantom"), _left_out),
    "hspace": _spaced,
}
"""What macros that say how something looks make of their arguments."""
