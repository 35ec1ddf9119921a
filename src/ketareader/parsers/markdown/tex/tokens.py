"""What pylatexenc reads of TeX, as what a formula is set from: a token for each character, macro and group."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pylatexenc.latexwalker import LatexWalker, get_default_latex_context_db
from pylatexenc.macrospec import EnvironmentSpec, MacroSpec

from ketareader.parsers.markdown.tex.atoms import Atom, Kind, UnknownError, sign, space

if TYPE_CHECKING:
    from pylatexenc.macrospec import LatexContextDb

Node: TypeAlias = Any
"""A node of pylatexenc, which has no types."""
Token: TypeAlias = Atom | Node
"""An atom, a mark (a string), or the node of a group, a macro or an environment."""

MARKS: Final = frozenset({"^", "_", "'"})
CELL: Final = "&"
LINE: Final = "\\\\"
_LINE_ENDS: Final = frozenset({"\\", "cr", "newline"})

_ARGUMENTS: Final = {
    "{": "tag operatorname mathop mathbin mathrel mathopen mathclose mathord mathinner mathpunct"
    " boldsymbol bm pmb mathnormal mathring dddot widecheck underbar boxed substack pmod pod"
    " xLeftarrow xRightarrow xmapsto xleftrightarrow hspace textnormal hbox cancel"
    " phantom hphantom vphantom label ref eqref",
    "{{": "dfrac tfrac cfrac sfrac binom dbinom tbinom overset underset stackrel",
}
"""Macros that pylatexenc doesn't know the arguments of, by what these are."""
_OPTIONAL: Final = ("xLeftarrow", "xRightarrow", "xmapsto", "xleftrightarrow", "cfrac")
_STARRED: Final = ("tag", "operatorname", "hspace")
_WITH_COLUMNS: Final = ("alignat", "alignat*", "alignedat", "xalignat", "subarray")
_SILENT: Final = frozenset(
    {
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "scriptscriptstyle",
        "limits",
        "nolimits",
        "nonumber",
        "notag",
        "vphantom",
    }
    | {"big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr", "bigm", "Bigm"}
    | {"rm", "it", "mathstrut", "strut", "allowbreak", "nobreak", "relax", "color", "!", "/", "displaylimits"}
)
"""Macros that say where or how something is set, not what it is."""


_COMMENT: Final = r"(\\.)|(?<![0-9])%[^\n]*"
"""What is no comment, though it may look like one; or a comment. A number's sign may be a percentage's."""


def read(tex: str) -> list[Token]:
    """Return the tokens of TeX. Raises pylatexenc's `LatexWalkerError` for what isn't well formed."""
    nodes, _, _ = LatexWalker(without_comments(tex), latex_context=_macros(), tolerant_parsing=False).get_latex_nodes()
    return tokens(nodes)


def without_comments(tex: str) -> str:
    """Return TeX without its comments. In a single line, there is no telling one from a percentage."""
    return re.sub(_COMMENT, r"\1", tex) if "%" in tex and "\n" in tex else tex


def takes_argument(name: str) -> bool:
    """Tell whether a macro that is known takes what stands behind it."""
    parser = getattr(_macros().get_macro_spec(name), "args_parser", None)
    return "{" in (getattr(parser, "argspec", None) or "")


def tokens(nodes: Iterable[Node]) -> list[Token]:
    """Return the tokens of nodes. Raises `UnknownError`."""
    return [token for node in nodes for token in _tokens(node)]


def cells_of(found: Iterable[Token]) -> list[list[list[Token]]]:
    """Return tokens divided into rows, and these into cells."""
    table: list[list[list[Token]]] = [[[]]]
    for token in found:
        if isinstance(token, str) and token == LINE:
            table.append([[]])
        elif isinstance(token, str) and token == CELL:
            table[-1].append([])
        else:
            table[-1][-1].append(token)
    return table


def type_of(node: Node) -> str:
    """Return the name of a node's type."""
    return str(node.nodeType().__name__)


def macro_of(token: Token) -> str:
    """Return the name of the macro that a token is, an empty one for other tokens."""
    return str(getattr(token, "macroname", ""))


def arguments_of(node: Node) -> list[Node | None]:
    """Return the arguments of a macro or an environment; None for each that isn't given."""
    return list(node.nodeargd.argnlist or ()) if node.nodeargd else []


def nodes_of(argument: Node) -> list[Node]:
    """Return what stands in an argument."""
    is_group = type_of(argument) == "LatexGroupNode"
    return list(argument.nodelist) if is_group else [argument]


def _tokens(node: Node) -> Iterator[Token]:
    kind = type_of(node)
    if kind == "LatexCharsNode":
        yield from _characters(node.chars)
    elif kind == "LatexSpecialsNode":
        signs = str(node.specials_chars)
        yield from [CELL] if signs == CELL else [space(1)] if signs == "~" else _characters(signs)
    elif kind == "LatexCommentNode":
        if node.comment.strip():
            raise UnknownError(kind)
    elif macro_of(node) in _LINE_ENDS:
        yield LINE
    elif macro_of(node) not in _SILENT:
        yield node


def _characters(text: str) -> Iterator[Token]:
    """Yield the characters of a formula; TeX pays no heed to spaces, but for what a dot, a comma or a colon is."""
    for at, character in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if character in MARKS:
            yield character
        elif character in ",." and after.isdecimal() and (character == "." or before.isdecimal()):
            yield Atom(character, Kind.ORDINARY, Kind.ORDINARY)
        elif character == "." or (character == ":" and after.isspace() and before.strip()):
            yield Atom(character, Kind.PUNCTUATION, Kind.PUNCTUATION)
        elif not character.isspace():
            yield sign("−" if character == "-" else character)


@lru_cache(1)
def _macros() -> "LatexContextDb":
    """Return what pylatexenc knows of macros' arguments, and what it doesn't."""
    macros = get_default_latex_context_db()
    specs = []
    for arguments, names in _ARGUMENTS.items():
        for name in names.split():
            before = "[" if name in _OPTIONAL else "*" if name in _STARRED else ""
            specs.append(MacroSpec(name, before + arguments))
    environments = [EnvironmentSpec(name, "{", is_math_mode=True) for name in _WITH_COLUMNS]
    macros.add_context_category("more", macros=specs, environments=environments, prepend=True)
    return macros
