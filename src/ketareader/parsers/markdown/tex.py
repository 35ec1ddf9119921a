"""Mathematics: TeX as Unicode, in one line or, where it has several, in several.

pylatexenc reads the TeX and knows the symbols; what it takes to set a formula in a terminal's cells is here.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ketareader.parsers.markdown.scripts import SCRIPTS

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexNode
    from pylatexenc.macrospec import LatexContextDb

_LONGEST: Final = 4_096
_DEEPEST: Final = 24
"""Characters, and groups within groups, of a formula that is read at all: more is shown as it stands."""

_ROOTS: Final = {"": "√", "3": "∛", "4": "∜"}
_UPRIGHT: Final = frozenset(
    {"text", "textrm", "textnormal", "mathrm", "operatorname", "textbf", "textit", "mathbf", "mathit", "boldsymbol"}
    | {"mathsf", "mathtt", "texttt", "textsf", "mbox", "hbox", "displaystyle", "textstyle", "limits", "nolimits"}
)
"""Macros that say only in what letters their argument is set, which the page settles."""
_FENCES: Final = frozenset({"left", "right", "middle", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg"})
_SPACES: Final = {
    ",": " ",
    ";": " ",
    ":": " ",
    " ": " ",
    "!": "",
    "quad": "  ",
    "qquad": "    ",
    "\\": "\n",
    **dict.fromkeys(("nonumber", "notag", "label", "tag"), ""),
}
"""Macros for spaces, line ends and numbering."""
_MATRICES: Final = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "array": ("", ""),
    "cases": ("{", ""),
}
_ROWS: Final = frozenset(
    {"aligned", "align", "align*", "gather", "gather*", "gathered", "split", "equation", "equation*"}
)


class _UnknownError(Exception):
    """Something in a formula that can't be set."""


@lru_cache(512)
def unicode_math(tex: str) -> str | None:
    """Return a formula in Unicode; None where it holds something that can't be set so, or isn't well formed."""
    if len(tex) > _LONGEST or tex.count("{") > _LONGEST // _DEEPEST or _depth(tex) > _DEEPEST:
        return None
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerError  # noqa: PLC0415 (only where there is a formula)

    try:
        nodes, _, _ = LatexWalker(tex, latex_context=_macros(), tolerant_parsing=False).get_latex_nodes()
        return _tidied(_joined(nodes))
    except (LatexWalkerError, _UnknownError):
        return None


@lru_cache(1)
def _macros() -> "LatexContextDb":
    """Return what pylatexenc knows of macros' arguments, and what it doesn't."""
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415 (only where there is a formula)
    from pylatexenc.macrospec import std_macro  # noqa: PLC0415

    macros = get_default_latex_context_db()
    two = [std_macro(name, "{{") for name in ("binom", "dbinom", "tbinom", "cfrac", "sfrac")]
    macros.add_context_category("more", macros=[*two, std_macro("operatorname", "*{")], prepend=True)
    return macros


def _depth(tex: str) -> int:
    """Return how deep the groups and environments of a formula nest, at the most."""
    deepest = depth = 0
    for sign in re.findall(r"\\[{}]|[{}\[\]]|\\(?:begin|left|end|right)(?![a-zA-Z])", tex):
        depth += 1 if sign in {"{", "[", r"\begin", r"\left"} else -1 if sign in {"}", "]", r"\end", r"\right"} else 0
        deepest = max(deepest, depth)
    return deepest


def _tidied(text: str) -> str | None:
    """Return a formula with single spaces, line by line; None where nothing is left of it."""
    lines = (re.sub(r"(?<=\S) {2,}(?=\S)", " ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines)) or None


def _joined(nodes: "Sequence[LatexNode]") -> str:
    """Return nodes as text: what follows ^ or _ is raised or lowered."""
    parts: list[str] = []
    script = ""
    for text, is_whole in _atoms(nodes):
        if script:
            if not text.strip() and not is_whole:
                continue
            base = parts.pop().rstrip() if parts else ""
            parts.append(base + _script(script, text))
            script = ""
        elif text in SCRIPTS and not is_whole:
            script = text
        else:
            parts.append(text)
    return "".join(parts) + script


def _atoms(nodes: "Sequence[LatexNode]") -> Iterator[tuple[str, bool]]:
    """Yield the text of nodes: each group or macro as a whole, and other text a character at a time."""
    fence = False
    for node in nodes:
        name = node.nodeType().__name__
        if name != "LatexCharsNode":
            macro = getattr(node, "macroname", "")
            fence = fence_after = macro in _FENCES
            if not fence_after:
                yield _text_of(node, name), True
            continue
        for character in node.chars:
            if not (fence and character == "."):
                yield "−" if character == "-" else character, False
            fence = False


def _text_of(node: "LatexNode", name: str) -> str:
    """Return a node other than plain characters as text. Raises `_UnknownError`."""
    if name == "LatexGroupNode":
        opening, closing = ("", "") if node.delimiters[0] == "{" else node.delimiters
        return f"{opening}{_joined(node.nodelist)}{closing}"
    if name == "LatexMacroNode":
        return _macro(node)
    if name == "LatexEnvironmentNode":
        return _environment(node)
    if name == "LatexSpecialsNode":
        return " " if node.specials_chars == "~" else str(node.specials_chars)
    if name == "LatexCommentNode":
        return ""
    raise _UnknownError(name)


def _macro(node: "LatexNode") -> str:
    """Return a macro as text."""
    name = str(node.macroname)
    if name in _SPACES:
        return _SPACES[name]
    arguments = [argument for argument in (node.nodeargd.argnlist if node.nodeargd else ()) if argument is not None]
    if name in _UPRIGHT:
        return "".join(_plain(argument, name) for argument in arguments)
    build = _BUILT.get(name)
    return build([_joined([argument]) for argument in arguments]) if build and arguments else _symbol(node, name)


def _fraction(arguments: Sequence[str]) -> str:
    return "/".join(map(_grouped, arguments))


def _binomial(arguments: Sequence[str]) -> str:
    return f"({' choose '.join(arguments)})"


def _overlined(arguments: Sequence[str]) -> str:
    return "".join(f"{character}\N{COMBINING OVERLINE}" for character in "".join(arguments))


def _root(arguments: Sequence[str]) -> str:
    """Return a root; its index, where there is one, comes first."""
    index = "".join(arguments[:-1]).strip("[]")
    return (_ROOTS.get(index) or f"{_script('^', index)}√") + _grouped(arguments[-1])


_BUILT: Final[Mapping[str, Callable[[Sequence[str]], str]]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "sfrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    "overline": _overlined,
    "sqrt": _root,
}
"""What macros make of their arguments."""


def _plain(node: "LatexNode", macro: str) -> str:
    """Return the argument of a macro that sets words: in text, spaces count."""
    text = _joined([node])
    return text.replace("−", "-") if macro.startswith(("text", "mbox", "hbox")) else text


def _symbol(node: "LatexNode", name: str) -> str:
    """Return what pylatexenc makes of a macro. Raises `_UnknownError` where it doesn't know it."""
    converter = _converter()
    known = converter.latex_context.get_macro_spec(name)
    if known is None or not known.macroname:
        raise _UnknownError(name)
    text = str(converter.node_to_text(node))
    if not text.strip():
        raise _UnknownError(name)
    is_word = text.isalpha() and text.isascii() and len(text) > 1
    return f"{text} " if node.macro_post_space or is_word else text


@lru_cache(1)
def _converter() -> "LatexNodes2Text":
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 (only where there is a formula)

    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False)


def _environment(node: "LatexNode") -> str:
    """Return an environment as text: a line for each of its rows. Raises `_UnknownError` for one that isn't known."""
    name = str(node.environmentname)
    rows = [re.sub(r"\s+", " ", row).strip() for row in _joined(node.nodelist).split("\n")]
    if name in _ROWS:
        return "\n".join(re.sub(r" ?& ?", " ", row).strip() for row in rows)
    if name not in _MATRICES:
        raise _UnknownError(name)
    opening, closing = _MATRICES[name]
    cells = [[cell.strip() for cell in row.split("&")] for row in rows if row]
    if name == "cases":
        return opening + " ; ".join(", ".join(filter(None, row)).replace(",,", ",") for row in cells)
    return opening + "; ".join(" ".join(row) for row in cells) + closing


def _grouped(text: str) -> str:
    """Put a part of a formula in brackets, unless it can't be misread without."""
    text = text.strip()
    return text if re.fullmatch(r"[\w.∞′]+|\([^()]*\)", text) else f"({text})"


def _script(sign: str, text: str) -> str:
    """Raise or lower text, in small letters where Unicode has them all."""
    table: Mapping[int, int] = SCRIPTS[sign]
    text = text.strip()
    if text and all(ord(character) in table for character in text):
        return text.translate(table)
    if not text:
        return sign
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
