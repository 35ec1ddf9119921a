"""The elements of MathML as TeX that means the same.

https://www.w3.org/TR/mathml-core/
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ketareader.parsers.html.text import unescaped
from ketareader.parsers.html.tokens import attributes
from ketareader.parsers.markdown.tex.atoms import Kind, UnknownError, sign
from ketareader.parsers.markdown.tex.macros import FUNCTIONS, LIMITS

TEXTS: Final = frozenset({"annotation", "mi", "mn", "mo", "mtext"})
"""Elements that have text in them, and no elements."""
_ROWS: Final = frozenset({"math", "mpadded", "mrow", "mstyle", "mtd"})
_VARIANTS: Final = {
    "bold": "mathbf",
    "bold-italic": "boldsymbol",
    "double-struck": "mathbb",
    "fraktur": "mathfrak",
    "script": "mathcal",
}
_ESCAPED: Final = {
    **{character: rf"\{character}" for character in "{}%#&$_"},
    **dict.fromkeys("\u2061\u2062\u2063\u2064\u200b", ""),
    "~": "∼",
    "'": "′",
    "\\": r"\backslash",
    "…": r"\ldots",
}
"""Characters that TeX reads as something else, and those that are seen by nobody."""
_APPLIED: Final = "\u2061"
_APART: Final = r"\,"
_OVER: Final = {
    **dict.fromkeys("^ˆ\u0302", "hat"), **dict.fromkeys("~˜\u0303", "tilde"),
    **dict.fromkeys("¯‾―_\u0304\u0305", "overline"), **dict.fromkeys("→⃗", "vec"), "←": "overleftarrow",
    **dict.fromkeys(".˙\u0307", "dot"), **dict.fromkeys("¨\u0308", "ddot"), **dict.fromkeys("ˇ\u030c", "check"),
    **dict.fromkeys("˘\u0306", "breve"), "´": "acute", "`": "grave", "⏞": "overbrace",
}  # fmt: skip
_UNDER: Final = {**dict.fromkeys("_¯\u0332‾", "underline"), "⏟": "underbrace"}
"""Macros of marks over something, and under it."""
_OPENING: Final = frozenset({"(", "[", r"\{", "|", "‖", "⟨"})
_CLOSING: Final = frozenset({")", "]", r"\}", "|", "‖", "⟩"})
_TABLE: Final = r"\begin{aligned}"
_STACK: Final = r"\binom"


@dataclass(frozen=True, slots=True)
class Element:
    """An element, and what is in it; what is built from tags grows until its end tag comes."""

    name: str
    """In lower case."""
    tag: str
    """Its start tag as it is written."""
    words: list[str] = field(default_factory=list)
    """What stands right in it, if it is one that has words."""
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words right in it."""
        return "".join(self.words)

    def said(self, attribute: str, default: str = "") -> str:
        """Return what an attribute says."""
        return unescaped(attributes(self.tag).get(attribute, default))


def tex_of(element: Element) -> str:
    """Return an element as TeX. Raises `UnknownError` for one that is not known, or has other parts than it should."""
    if element.name in _ROWS:
        return _row(element.children)
    if element.name not in _KNOWN:
        raise UnknownError(element.name)
    return _KNOWN[element.name](element)


def _row(elements: Sequence[Element]) -> str:
    """Return elements beside one another, what brackets make one thing of with these."""
    parts = [part for element in elements if (part := tex_of(element))]
    for at, part in enumerate(parts):
        before, after = parts[at - 1] if at else "", parts[at + 1] if at + 1 < len(parts) else ""
        if part.startswith(_STACK) and (before, after) == ("(", ")"):
            parts[at - 1] = parts[at + 1] = ""
        elif part.startswith(_STACK):
            raise UnknownError(part)
        elif part.startswith(_TABLE) and before in _OPENING and after in _CLOSING:
            matrix = part.replace("aligned", "matrix")
            parts[at - 1 : at + 2] = [rf"\left{before}", matrix, rf"\right{after}"]
        elif part.startswith(_TABLE) and before == r"\{" and not after:
            parts[at - 1], parts[at] = "", part.replace("aligned", "cases")
    return _beside(filter(None, parts))


def _beside(parts: Iterable[str]) -> str:
    """Return parts beside one another, two numbers apart."""
    row = ""
    for part in parts:
        is_apart = row[-1:].isdecimal() and part.lstrip("{")[:1].isdecimal()
        row += f"{_APART * is_apart} {part}"
    return row.strip()


def _identifier(element: Element) -> str:
    """Return a variable, or a name."""
    name = element.text.strip()
    if name in FUNCTIONS or name in LIMITS:
        return rf"\{name}"
    is_name = len(name) > 1 and name.isalpha()
    found = rf"\mathrm{{{name}}}" if is_name else _escaped(name)
    variant = _VARIANTS.get(element.said("mathvariant"))
    return rf"\{variant}{{{_escaped(name)}}}" if variant else found


def _operator(element: Element) -> str:
    """Return a sign; what says that a function is applied to what follows keeps a name apart from that."""
    text = element.text.strip()
    if text == _APPLIED:
        return _APART
    return _identifier(element) if len(text) > 1 and text.isalpha() else _escaped(text)


def _number(element: Element) -> str:
    return _escaped(element.text.strip())


def _words(element: Element) -> str:
    """Return words, with the spaces at their ends."""
    if not element.text.strip():
        return _APART if element.text else ""
    if "\\" in element.text:
        raise UnknownError(element.text)
    return r"\text{" + re.sub("[{}%#&$_]", r"\\\g<0>", element.text) + "}"


def _escaped(text: str) -> str:
    """Return text whose characters are nothing but themselves."""
    if "^" in text:
        raise UnknownError(text)
    return "".join(_ESCAPED.get(character, character) for character in text)


def _of_count(element: Element, count: int) -> Sequence[Element]:
    """Return the parts of an element. Raises `UnknownError` where it has more or fewer."""
    if len(element.children) != count:
        raise UnknownError(element.name)
    return element.children


def _with_scripts(base: str, marks: str, elements: Sequence[Element]) -> str:
    """Return a base and what stands behind it, each below or above as its mark says."""
    scripts = zip(marks, map(tex_of, elements), strict=True)
    return base + "".join(f"{mark}{{{script}}}" for mark, script in scripts if script)


def _scripted(marks: str) -> Callable[[Element], str]:
    """Return what makes TeX of a base and so many scripts; but for a sign or a name, the base is in braces."""

    def tex(element: Element) -> str:
        first, *scripts = _of_count(element, len(marks) + 1)
        base = tex_of(first)
        return _with_scripts(base if first.name in {"mi", "mo"} else f"{{{base}}}", marks, scripts)

    return tex


def _set_at(marks: str) -> Callable[[Element], str]:
    """Return what makes TeX of a base and what stands under and over it: a sum's limits, accents, or more."""

    def tex(element: Element) -> str:
        first, *beside = _of_count(element, len(marks) + 1)
        base = tex_of(first)
        if _has_limits(first) or base.startswith((r"\underbrace", r"\overbrace")):
            return _with_scripts(base, marks, beside)
        for mark, child in zip(marks, beside, strict=True):
            base = _marked(base, mark, child)
        return base

    return tex


def _marked(base: str, mark: str, element: Element) -> str:
    """Return what has something over it or under it."""
    macros, otherwise = (_OVER, "overset") if mark == "^" else (_UNDER, "underset")
    if macro := macros.get(element.text.strip()):
        return rf"\{macro}{{{base}}}"
    return rf"\{otherwise}{{{tex_of(element)}}}{{{base}}}"


def _has_limits(element: Element) -> bool:
    """Tell whether what stands over and under a sign are its limits."""
    text = element.text.strip()
    return text in LIMITS or (len(text) == 1 and sign(text).left is Kind.LARGE)


def _fraction(element: Element) -> str:
    above, below = map(tex_of, _of_count(element, 2))
    is_stack = re.match(r"\s*0*\.?0*(?![\d.])", element.said("linethickness", "1")) and element.said("linethickness")
    return (_STACK if is_stack else r"\frac") + f"{{{above}}}{{{below}}}"


def _root(element: Element) -> str:
    radicand, index = map(tex_of, _of_count(element, 2))
    if "]" in index:
        raise UnknownError(index)
    return rf"\sqrt[{index}]{{{radicand}}}"


def _square_root(element: Element) -> str:
    return rf"\sqrt{{{_row(element.children)}}}"


def _fenced(element: Element) -> str:
    """Return elements in brackets, with commas between them; of other separators the last is said again."""
    separators = "".join(element.said("separators", ",").split())
    row = [Element("mo", "", [element.said("open", "(")])]
    for at, child in enumerate(element.children):
        if at and separators:
            row.append(Element("mo", "", [separators[min(at, len(separators)) - 1]]))
        row.append(child)
    return _row([*row, Element("mo", "", [element.said("close", ")")])])


def _table(element: Element) -> str:
    r"""Return rows of cells; `\relax` keeps a bracket that a row begins with from being said of the row before."""
    rows = [[tex_of(cell) for cell in row.children if _is(cell, "mtd")] for row in element.children if _is(row, "mtr")]
    return _TABLE + r" \\ \relax ".join(" & ".join(row) for row in rows) + r"\end{aligned}"


def _is(element: Element, name: str) -> bool:
    """Tell that an element is the one it should be. Raises `UnknownError` otherwise."""
    if element.name != name:
        raise UnknownError(element.name)
    return True


def _semantics(element: Element) -> str:
    """Return what is shown of a formula that is there in other forms, too."""
    if not element.children:
        raise UnknownError(element.name)
    for other in element.children[1:]:
        _is(other, "annotation")
    return tex_of(element.children[0])


def _space(element: Element) -> str:
    return "" if element.said("width").strip().startswith(("-", "0em", "0px")) else _APART


_KNOWN: Final[Mapping[str, Callable[[Element], str]]] = {
    "mfenced": _fenced,
    "mfrac": _fraction,
    "mi": _identifier,
    "mn": _number,
    "mo": _operator,
    "mover": _set_at("^"),
    "mroot": _root,
    "mspace": _space,
    "msqrt": _square_root,
    "msub": _scripted("_"),
    "msubsup": _scripted("_^"),
    "msup": _scripted("^"),
    "mtable": _table,
    "mtext": _words,
    "munder": _set_at("_"),
    "munderover": _set_at("_^"),
    "semantics": _semantics,
}
