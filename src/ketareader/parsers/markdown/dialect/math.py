r"""Displayed mathematics: TeX between lines of `$$`, `\[` and `\]`, or an environment's, its number or name behind it.

https://pandoc.org/MANUAL.html#extension-raw_tex
https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
https://lierdakil.github.io/pandoc-crossref/#equation-labels
"""

import re
from typing import NamedTuple

from markdown_it.rules_block import StateBlock

from ketareader.document.block import Kind
from ketareader.parsers.markdown.dialect.tokens import UNDECIDED, leaf

_MOST_LINES = 200
"""Lines within which a formula has to end."""
_CLOSERS = {"$$": "$$", r"\[": r"\]"}
_ENVIRONMENT = re.compile(
    r"\\begin\{((?:align|alignat|equation|eqnarray|flalign|gather|multline)\*?|aligned|alignedat|gathered|split)\}"
)
_LABEL = re.compile(r"(?:\(([^()\s$]+)\))?")
_TEX = re.compile(r"[\\^={}<>+]")
r"""What a formula on the line of its `\[` has in it, and a word in escaped brackets hasn't."""
_WORD = re.compile(r"[^\W\d_]{2}")


_NAMED = re.compile(r"\\label\s*\{([^{}]+)\}")
_EQUATION = ("eq-", "eq:")
"""What the names of formulas begin with that the text speaks of: `@eq-mean`."""


class _Label(NamedTuple):
    """What a formula is called; "" where it isn't."""

    number: str = ""
    """As it is shown beside it."""
    name: str = ""
    """In links."""


def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a formula that begins with this line."""
    at = state.bMarks[start] + state.tShift[start]
    if not (around := _around(state.src, at)):
        return False
    opener, closer = around
    first = state.src[at + len(opener) : state.eMarks[start]]
    lines: list[str] = []
    for line in range(start, min(end, start + _MOST_LINES)):
        text = first if line == start else _line(state, line)
        if line > start and (not text.strip() or state.sCount[line] < state.blkIndent):
            return False
        tex, ends, after = text.rpartition(closer)
        if ends and (label := _label(after.strip())):
            return _take(state, (start, line + 1), _text(around, [*lines, tex]), label, silent=silent)
        if opener in text or (line == start and opener in _CLOSERS and text.strip() and not _TEX.search(text)):
            return False
        lines.append(text)
    if (not state.level or state.parentType == "table") and end - start <= _MOST_LINES:
        # What follows the text may end the formula; a table's row may be what begins it.
        state.env.setdefault(UNDECIDED, start)
    return False


def labels_in(tex: str) -> list[str]:
    """Return what a formula calls its equations."""
    return [name.strip() for name in _NAMED.findall(tex)]


def _around(text: str, at: int) -> tuple[str, str] | None:
    """Return what begins a formula at a place, and what will end it."""
    if found := _ENVIRONMENT.match(text, at):
        return found[0], rf"\end{{{found[1]}}}"
    opener = text[at : at + 2]
    return (opener, _CLOSERS[opener]) if opener in _CLOSERS else None


def _label(after: str) -> _Label | None:
    """Return what stands behind a formula's end; None where that is no label."""
    if after.startswith("{"):
        from ketareader.parsers.markdown.attribute_lists import is_list, name_in  # noqa: PLC0415 (few formulas have one)

        return _Label(name=name_in(after)) if is_list(after) else None
    found = _LABEL.fullmatch(after)
    return _Label(found[1] or "") if found else None


def _line(state: StateBlock, line: int) -> str:
    """Return a line without the markers of the containers it is in."""
    return state.getLines(line, line + 1, state.blkIndent, False)  # noqa: FBT003 (without the line's end)


def _text(around: tuple[str, str], lines: list[str]) -> str:
    """Return the TeX on a formula's lines; an environment is part of it. "" for what is no formula."""
    opener, closer = around
    text = "\n".join(line.rstrip() for line in lines)
    if opener not in _CLOSERS:
        is_prose = _WORD.search(text) and not _TEX.search(text) and "&" not in text
        return "" if is_prose else text.join(around)
    text = text.strip("\n").strip(" \t")
    is_plain = opener == r"\[" and len(lines) == 1 and not _TEX.search(text)
    return "" if is_plain or "$$" in text or closer in text else text


def _take(state: StateBlock, lines: tuple[int, int], text: str, label: _Label, *, silent: bool) -> bool:
    """Make a block of a formula, its label behind it, unless `silent`; tell whether it is one."""
    if not text or silent:
        return bool(text)
    number, name = label
    if number:
        text = rf"{text} \qquad \text{{({number})}}"
    elif name.startswith(_EQUATION):
        text = rf"{text} \label{{{name}}}"
    token = leaf(state, Kind.MATH, text, lines, number)
    token.meta["name"] = "" if name in labels_in(text) else name or ("" if number.isdecimal() else number)
    state.line = lines[1]
    return True
