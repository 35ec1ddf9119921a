"""Mathematics: TeX as Unicode, which means what the TeX means.

pylatexenc reads the TeX and knows most symbols; what it takes to set a formula in a terminal's cells is here. What
can't be set, or not without being read as another formula, isn't.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from textwrap import dedent
from types import MappingProxyType
from typing import Final

from pylatexenc.latexwalker import LatexWalkerError

from ketareader.document.macros import Macro
from ketareader.parsers.markdown.tex.atoms import HELD, Style, UnknownError
from ketareader.parsers.markdown.tex.definitions import expanded
from ketareader.parsers.markdown.tex.setting import set_formula
from ketareader.parsers.markdown.tex.tokens import read

NO_MACROS: Final[Mapping[str, Macro]] = MappingProxyType({})
_LONGEST: Final = 4_096
_DEEPEST: Final = 24
"""Characters, and groups within groups, of a formula that is read at all: more is shown as it stands."""
_NESTING: Final = r"\\[{}]|[{}\[\]]|\\(?:begin|left|end|right)(?![a-zA-Z])"


def unicode_math(tex: str, macros: Mapping[str, Macro] = NO_MACROS) -> str | None:
    """Return a formula in Unicode, a line for each of its equations; `macros` are those known to it, by name.

    None where it holds something that can't be set so, or isn't well formed.
    """
    return _with(macros, tex, Style.INLINE)


def displayed_math(tex: str, macros: Mapping[str, Macro] = NO_MACROS) -> str | None:
    """Return a formula in Unicode that stands in a block of its own: matrices and cases in it have several lines."""
    return _with(macros, tex, Style.DISPLAYED)


def _with(macros: Mapping[str, Macro], tex: str, style: Style) -> str | None:
    """Set a formula once what macros stand for is in their places."""
    if len(tex) > _LONGEST:
        return None
    try:
        return _set(expanded(tex, macros), style)
    except UnknownError:
        return None


@lru_cache(512)
def _set(tex: str, style: Style) -> str | None:
    if _depth(tex) > _DEEPEST:
        return None
    try:
        lines = [line.rstrip() for line in set_formula(read(tex), style)]
    except (LatexWalkerError, UnknownError):
        return None
    return dedent("\n".join(lines)).strip("\n").replace(HELD, " ") or None


def _depth(tex: str) -> int:
    """Return how deep the groups and environments of a formula nest, at the most."""
    deepest = depth = 0
    for found in re.findall(_NESTING, tex):
        depth += 1 if found in {"{", "[", r"\begin", r"\left"} else -1 if found in {"}", "]", r"\end", r"\right"} else 0
        deepest = max(deepest, depth)
    return deepest
