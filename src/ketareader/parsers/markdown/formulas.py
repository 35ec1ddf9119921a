r"""Formulas in running text: `$...$` by pandoc's rules, `$$...$$`, `\(...\)`, `\[...\]`, and GitHub's in backticks.

https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from markdown_it.rules_inline import StateInline

from ketareader.document.block import WITHOUT_INLINE, Block, Kind
from ketareader.document.macros import Macro
from ketareader.parsers.markdown.shown import show

# For `re` to compile when they are first wanted. What stops at the next sign of its kind takes linear time in all.
_INLINE: Final = r"(?s)\$(?![\s$])((?:[^$\\`]|\\.)++)(?<!\s)\$(?!\$)"
_CODED: Final = r"\$`([^`\n]*[^`\s][^`\n]*)`\$"
_DISPLAYED: Final = r"(?s)\$\$(?!\$)((?:[^$\\`]|\\.|\$(?!\$))*+)\$\$"
_BRACKETED: Final = r"\\\(((?:[^\\`]|\\[^()])*+)\\\)"
_IN_SQUARE: Final = r"\\\[((?:[^\\`]|\\[^\[\]])*+)\\\](?![(\[])"

_CODE: Final = r"(?i)(?<![$`])`+[^`]*`+|<(code|kbd|pre|samp|tt)\b[^<>]*>(?:[^<]++|<(?!/\1\b))*+"

_TEX: Final = r"[\\^{}]|^_"
_SIGNS: Final = r"[\\^_{}=+<>|]"
"""What nothing but TeX has, and what formulas have and sums of money haven't."""
_WORD: Final = r"[^\W\d_]{2}"
_MACRO: Final = r"\\[A-Za-z]"
_SCRIPT: Final = r"[\^_]\{"
_OPERATION: Final = r"[\w)}\]]\s*(?:[=<>+]\s*[-\w({\[]|\^\w)"
_SUMS: Final = r"[0-9](?!.*\\[A-Za-z]+\Z)"
r"""What begins as a price, and ends as what stands between two: `$5 \to US$6`."""
_RELATION: Final = r"[<>≤≥≈±]+"
_IN_WORDS: Final = (
    r"(?:\A(?:\d[\d.,]*+|[A-Z][A-Z0-9]*+_\w++)\s|[^\W\d_]{2}\s|[.,;:!?]\s)\s*+"
    r"(?!(?:mod|gcd|max|min|log|ln|exp|sin|cos|tan)\b)[^\W\d_]{2}"
)
"""Two words in a row, one behind a sentence's punctuation, or behind a price or a variable that all begins with."""


def dollars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a formula between dollar signs; signs that stand together are otherwise text."""
    if state.src[state.pos] != "$":
        return False
    if found := re.compile(_CODED).match(state.src, state.pos, state.posMax):
        if not silent:
            _show(state, found[0], found[1], displayed=False)
        state.pos = found.end()
        return True
    displayed = state.src.startswith("$$", state.pos)
    found = re.compile(_DISPLAYED if displayed else _INLINE).match(state.src, state.pos, state.posMax)
    if found and found[1].strip() and (displayed or _reads_as_formula(found)):
        if not silent:
            _show(state, found[0], found[1], displayed=displayed)
        state.pos = found.end()
        return True
    if not silent:
        state.append_pending("$" * (1 + displayed))
    state.pos += 1 + displayed
    return True


def brackets(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    r"""Parse a formula in `\(` and `\)`, or `\[` and `\]`, which CommonMark (section 2.4) reads as plain brackets."""
    displayed = state.src.startswith(r"\[", state.pos)
    found = re.compile(_IN_SQUARE if displayed else _BRACKETED).match(state.src, state.pos, state.posMax)
    if not found or not _is_formula(state, found[1], displayed=displayed):
        return False
    if not silent:
        before, after = state.src[max(state.pos - 1, 0) : state.pos], state.src[found.end() : found.end() + 1]
        _set_apart(state, needed=displayed and before.strip(" \n([") != "")
        _show(state, found[0], found[1], displayed=displayed)
        _set_apart(state, needed=displayed and after.isalnum())
    state.pos = found.end()
    return True


def formula(tex: str, macros: Mapping[str, Macro]) -> str | None:
    """Return a formula as it is shown in a block of its own; None where it has to be shown as it stands."""
    from ketareader.parsers.markdown.tex import displayed_math  # noqa: PLC0415 (only where there is a formula)

    return displayed_math(tex.strip(), macros)


def macros_in(block: Block) -> Iterator[Macro]:
    """Yield what a block's formulas define, or TeX outside of them, which Pandoc heeds; but not what is code."""
    if "\\" not in block.text or (block.kind is not Kind.MATH and block.kind in WITHOUT_INLINE):
        return
    from ketareader.parsers.markdown.tex.definitions import definitions_in  # noqa: PLC0415 (as above)

    tex = block.text if block.kind is Kind.MATH else re.sub(_CODE, " ", block.text)
    yield from (macro._replace(line=block.line) for macro in definitions_in(tex))


def _reads_as_formula(found: re.Match[str]) -> bool:
    """Tell a formula from two sums of money, or from two names of variables, with words between them."""
    tex, before = found[1], found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    stands_by_digit = re.match(r"[0-9]", after) is not None
    if re.search(_MACRO, tex) or re.fullmatch(_RELATION, tex):
        return not (stands_by_digit and re.match(_SUMS, tex))
    if stands_by_digit or re.search(_IN_WORDS, tex):
        return False
    if re.search(_TEX, tex):
        return True
    if before.isascii() and before.isalnum():
        return False
    if not re.search(_WORD, tex):
        return True
    return not after.isalnum() and bool(re.search(_SIGNS, tex) or not re.search(r"\s", tex))


def _is_formula(state: StateInline, tex: str, *, displayed: bool) -> bool:
    """Tell whether what stands in brackets is a formula, and one that can be set."""
    likely = _in_square if displayed else _in_round
    return likely(tex) and _in_text(state, tex) is not None


def _in_round(tex: str) -> bool:
    """Tell a formula from other words in round brackets: it has an operation, or a letter and no word."""
    if re.search(_SIGNS, tex):
        return True
    return re.search(r"[^\W\d_]", tex) is not None and not re.search(_WORD, tex)


def _in_square(tex: str) -> bool:
    r"""Tell a formula from what else stands in square brackets that are escaped, and may be an index: `a\[i+1\]`."""
    if re.search(_MACRO, tex) or re.search(_SCRIPT, tex):
        return True
    is_spaced = tex[:1].isspace() and tex[-1:].isspace()
    return is_spaced and not re.search(_WORD, tex) and re.search(_OPERATION, tex) is not None


def _set_apart(state: StateInline, *, needed: bool) -> None:
    """Put a space between a displayed formula and what is beside it, which on a page would be on another line."""
    if needed:
        state.append_pending(" ")


def _in_text(state: StateInline, tex: str) -> str | None:
    """Return a formula as it is shown in running text; None where it has to be shown as it stands."""
    from ketareader.parsers.markdown.tex import unicode_math  # noqa: PLC0415 (only where there is a formula)

    return unicode_math(tex.strip(), state.env["macros"])


def _show(state: StateInline, source: str, tex: str, *, displayed: bool) -> None:
    """Append a formula as it reads, or its source where it can't be set. What only speaks of another leads to that."""
    from ketareader.parsers.markdown.equations import refers  # noqa: PLC0415 (only where there is a formula)

    if refers(state, tex.strip()):
        return
    text = _in_text(state, tex)
    if text is None:
        show(state, source, "math.source")
    else:
        show(state, text if displayed else "; ".join(text.split("\n")), "math")
