r"""Links to formulas that have a name: `\eqref{eq:one}` and `\ref{eq:one}`, as LaTeX has them, and `@eq-one`.

https://docs.mathjax.org/en/latest/input/tex/eqnumbers.html
https://quarto.org/docs/authoring/cross-references.html#equations
https://lierdakil.github.io/pandoc-crossref/#equation-labels
"""

import re
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.shown import show

_LABELLED: Final = r"\\(?:(eq)ref\{([^{}\\`$\n]+)\}|(?:[Cc]|auto)?ref\{(eq(?![^\W\d_])[^{}\\`$\n]+)\})"
_MENTIONED: Final = r"@(eq[:-][^\W_](?:[\w:.-]*[^\W_])?)"


def labelled(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a label in braces; of what isn't sure to be an equation, it has to begin with "eq"."""
    found = re.compile(_LABELLED).match(state.src, state.pos, state.posMax)
    if found and not silent:
        _lead(state, found)
    state.pos = found.end() if found else state.pos
    return found is not None


def mentioned(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a name behind an at sign, which no address goes on from."""
    found = re.compile(_MENTIONED).match(state.src, state.pos, state.posMax)
    if not found or state.src[max(state.pos - 1, 0) : state.pos].isalnum():
        return False
    if not silent:
        _show(state, found[0], found[1])
    state.pos = found.end()
    return True


def refers(state: StateInline, tex: str) -> bool:
    """Append a formula that is nothing but a label; tell whether it is."""
    found = re.fullmatch(_LABELLED, tex)
    if found:
        _lead(state, found)
    return found is not None


def _lead(state: StateInline, found: re.Match[str]) -> None:
    """Append a label, as its equation shows it."""
    label = (found[2] or found[3]).strip()
    _show(state, f"({label})" if found[1] else label, label)


def _show(state: StateInline, text: str, name: str) -> None:
    """Append text that leads to what has a name, unless it stands in a link."""
    if state.linkLevel:
        show(state, text)
    else:
        show(state, text, "link", state.md.normalizeLink(f"#{name}"))
