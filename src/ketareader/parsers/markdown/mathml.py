"""MathML in running text: set from the TeX that it was made from, or from its elements.

https://www.w3.org/TR/mathml-core/
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.document.macros import Macro
from ketareader.parsers.html.elements import CODE
from ketareader.parsers.html.text import unescaped
from ketareader.parsers.html.tokens import HtmlToken, Sort, attributes, tokenize
from ketareader.parsers.markdown.shown import show
from ketareader.parsers.markdown.tex import NO_MACROS, unicode_math
from ketareader.parsers.markdown.tex.atoms import UnknownError
from ketareader.parsers.markdown.tex.from_mathml import TEXTS, Element, tex_of

_LONGEST: Final = 1 << 14
_DEEPEST: Final = 32
"""Characters, and elements within elements, of a formula that is read at all: of more, the words are shown."""
_START: Final = r"(?i)<math[\s>]"
_END: Final = r"(?i)</math\s*>"
_TEX: Final = r"(?i)\s*(?:application/)?(?:x-)?(?:la)?tex\s*"
"""What an annotation says that it is written in."""


def mathml(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a formula; one that can't be set is left to be read as tags and words."""
    if not re.compile(_START).match(state.src, state.pos, state.posMax):
        return False
    end = re.compile(_END).search(state.src, state.pos, min(state.posMax, state.pos + _LONGEST))
    text = _formula(state.src[state.pos : end.end()], state.env["macros"]) if end else None
    if not end or text is None:
        return False
    if not silent:
        show(state, "; ".join(text.split("\n")), "math")
    state.pos = end.end()
    return True


def with_formulas(tokens: Sequence[HtmlToken]) -> Iterator[HtmlToken]:
    """Yield a fragment's tokens, one for all of a formula that can be set and isn't in code."""
    rest, is_code = iter(tokens), False
    for token in rest:
        if token.name in CODE:
            is_code = token.sort is Sort.START
        found = [token]
        if token.name == "math" and token.sort is Sort.START and not is_code:
            for inner in rest:
                found.append(inner)
                if inner.name == "math":
                    break
        source = "".join(part.source for part in found)
        is_formula = len(found) > 1 and len(source) <= _LONGEST and _formula(source, NO_MACROS) is not None
        yield from [HtmlToken(Sort.FORMULA, source)] if is_formula else found


def _formula(source: str, macros: Mapping[str, Macro]) -> str | None:
    """Return a formula as it is shown in running text; None where it can't be set without a word being lost."""
    try:
        root = _element(tokenize(source))
        tex = _annotated(root)
        text = unicode_math(tex, macros) if tex else None
        return text or unicode_math(tex_of(root))
    except UnknownError:
        return None


def _annotated(root: Element) -> str:
    """Return the TeX that a formula says it was made from, if it does."""
    for semantics in root.children:
        for element in semantics.children if semantics.name == "semantics" else ():
            if element.name == "annotation" and re.fullmatch(_TEX, attributes(element.tag).get("encoding", "")):
                return element.text.strip()
    return ""


def _element(tokens: Iterable[HtmlToken]) -> Element:
    """Return the one element that tokens are of. Raises `UnknownError` where they are of more or less than one."""
    around = Element("", "")
    open_elements = [around]
    for token in tokens:
        top = open_elements[-1]
        if token.sort is Sort.START and top.name not in TEXTS and len(open_elements) <= _DEEPEST:
            element = Element(token.name, token.source)
            top.children.append(element)
            if not token.source.endswith("/>"):
                open_elements.append(element)
        elif token.sort is Sort.END and token.name == top.name:
            open_elements.pop()
        elif token.sort is Sort.TEXT and (top.name in TEXTS or not token.source.strip()):
            top.words.append(unescaped(token.source))
        elif token.sort is not Sort.HIDDEN:
            raise UnknownError(token.source)
    if len(open_elements) > 1 or len(around.children) != 1:
        raise UnknownError("math")
    return around.children[0]
