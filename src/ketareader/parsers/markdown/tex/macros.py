"""What macros stand for: signs that pylatexenc has otherwise or not at all, names of functions, styles of letters."""

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final

from pylatexenc.latex2text import fmt_math_text_style, get_default_latex_context_db

from ketareader.parsers.markdown.tex.atoms import Atom, Kind, UnknownError, is_mark, sign, space, word

FUNCTIONS: Final = frozenset(
    {"sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "arccot"}
    | {"arcsinh", "arccosh", "arctanh", "tg", "ctg", "cosec", "sh", "ch", "th", "exp", "ln", "log", "lg"}
    | {"arg", "deg", "dim", "hom", "ker"}
)
LIMITS: Final = {
    **{name: name for name in ("lim", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin")},
    "limsup": "lim sup",
    "liminf": "lim inf",
    "injlim": "inj lim",
    "projlim": "proj lim",
}
SPACES: Final = {
    **dict.fromkeys((",", ";", ":", ">", " ", "\n", "enspace", "enskip", "thinspace", "hspace", "space"), 1),
    "quad": 2,
    "qquad": 4,
}
"""Cells that stand for spaces."""
FENCES: Final = {"<": "⟨", ">": "⟩", "lt": "⟨", "gt": "⟩", ".": ""}
"""What signs are as the bracket behind \\left and \\right."""
ACCENTS: Final = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304", "breve": "\u0306",
    "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db", "mathring": "\u030a", "check": "\u030c",
    "widecheck": "\u030c", "acute": "\u0301", "grave": "\u0300", "vec": "\u20d7", "overrightarrow": "\u20d7",
    "overleftarrow": "\u20d6", "overleftrightarrow": "\u20e1",
}  # fmt: skip
LINES: Final = {"overline": "\u0305", "underline": "\u0332", "underbar": "\u0332", "cancel": "\u0336"}
ARROWS: Final = {
    "xrightarrow": ("─", "→"), "xleftarrow": ("←", "─"), "xRightarrow": ("═", "⇒"), "xLeftarrow": ("⇐", "═"),
    "xmapsto": ("├", "→"), "xleftrightarrow": ("←", "→"),
}  # fmt: skip
"""What stands before and behind what is written on an arrow."""
STYLES: Final = {
    "mathbb": "doublestruck", "mathcal": "script", "mathscr": "script", "mathfrak": "fraktur",
    **dict.fromkeys(("mathbf", "boldsymbol", "bm", "pmb"), "bold"),
}  # fmt: skip
UPRIGHT: Final = frozenset({"mathrm", "mathit", "mathsf", "mathtt", "mathnormal"})
WORDS: Final = frozenset(
    {"text", "textrm", "textnormal", "textbf", "textit", "textsf", "texttt", "textsc", "textup", "textsl", "textmd"}
    | {"mbox", "hbox", "emph"}
)
CLASSES: Final = {
    "mathop": Kind.LARGE,
    "mathbin": Kind.BINARY,
    "mathrel": Kind.RELATION,
    "mathopen": Kind.OPENING,
    "mathclose": Kind.CLOSING,
    "mathord": Kind.ORDINARY,
    "mathinner": Kind.INNER,
    "mathpunct": Kind.PUNCTUATION,
}
_NAMES: Final = {"doublestruck": "DOUBLE-STRUCK"}
_SIGNS: Final = (
    "ne≠ neq≠ land∧ lor∨ gets← lt< gt> implies⟹ impliedby⟸ iff⟺ lnot¬ neg¬ Re ℜ Im ℑ models⊨ vDash⊨ prime′ triangle△"
    " bigoplus⨁ bigotimes⨂ bigodot⨀ biguplus⨄ bigsqcup⨆ diamond⋄ Diamond◇ Box□ colon: coloneqq≔ owns∋ bot⊥"
    " imathı jmathȷ leadsto⇝ cdotp· ldotp. degree° lbrack[ rbrack] lbrace{ rbrace} dashrightarrow⇢ dashleftarrow⇠"
    " upharpoonright↾ restriction↾ checkmark✓ clubsuit♣ diamondsuit♢ heartsuit♡ spadesuit♠ ddag‡ ddagger‡ Vert‖ |‖"
    " vert| lvert| rvert| lVert‖ rVert‖ mid| lgroup⟮ rgroup⟯ llbracket⟦ rrbracket⟧ backslash\\ eth∂ bigstar★"
    " hbarℏ doublecap⋒ doublecup⋓ thicksim∼ thickapprox≈ varpropto∝ eqsim≂ nsim≁ ncong≇ Doteq≑"
    " longleftrightarrow⟷ hookrightarrow↪ square□ complement∁ nsubset⊄ nsupset⊅ nequiv≢ Join⋈ unlhd⊴ unrhd⊵ lhd⊲ rhd⊳"
    " triangleright▷ triangleleft◁ bigcirc◯ circledR® maltese✠ Game⅁ Finv Ⅎ S§ P¶ copyright© pounds£ %%"
)
_AS: Final = {
    **dict.fromkeys(("lvert", "lVert"), Kind.OPENING),
    **dict.fromkeys(("rvert", "rVert"), Kind.CLOSING),
    **dict.fromkeys(("bot", "eth", "square", "triangle", "degree"), Kind.ORDINARY),
    "mid": Kind.RELATION,
    "colon": Kind.PUNCTUATION,
    "ldotp": Kind.PUNCTUATION,
    "backslash": Kind.ORDINARY,
}
"""What macros are where it isn't what their signs are."""


def symbol(name: str) -> Atom:
    """Return the atom that a macro without arguments stands for. Raises `UnknownError`."""
    if name in SPACES:
        return space(SPACES[name])
    if name in FUNCTIONS:
        return word(name, Kind.FUNCTION)
    if name in LIMITS:
        return word(LIMITS[name], Kind.LARGE)
    if name in {"bmod", "mod"}:
        return word("mod", Kind.BINARY)
    character = _signs().get(name) or _known(name)
    kind = _AS.get(name)
    return Atom(character, kind, kind) if kind else sign(character)


def sign_as_written(atom: Atom) -> Atom:
    """Return what stands alone in an argument as what it is outside of one."""
    return sign(atom.text) if len(atom.text) == 1 else atom


def styled(text: str, style: str) -> str:
    """Return text in letters of a style. Raises `UnknownError` where Unicode hasn't all of them."""
    return "".join(_styled(character, style) for character in text)


def _styled(character: str, style: str) -> str:
    found = str(fmt_math_text_style(character, style))
    if found != character or not character.isalnum():
        return found
    plain = re.sub("GREEK |LATIN |LETTER ", "", unicodedata.name(character, ""))
    try:
        return unicodedata.lookup(f"MATHEMATICAL {_NAMES.get(style, style)} {plain}")
    except KeyError:
        raise UnknownError(character) from None


@lru_cache(1)
def _signs() -> dict[str, str]:
    """Return signs by the names of their macros."""
    parts = _SIGNS.replace("Re ", "Re").replace("Im ", "Im").replace("Finv ", "Finv").split()
    return {part[:-1]: part[-1] for part in parts}


def _known(name: str) -> str:
    """Return the one character that pylatexenc has for a macro. Raises `UnknownError`."""
    text = getattr(_table().get_macro_spec(name), "simplify_repl", None)
    if not isinstance(text, str) or len(text) != 1 or not text.isprintable() or is_mark(text):
        raise UnknownError(name)
    return text


@lru_cache(1)
def _table() -> Any:  # noqa: ANN401 (pylatexenc has no types)
    return get_default_latex_context_db()
