r"""Displayed mathematics: TeX between lines of `$$`, or `\[` and `\]`, its number or its name behind it.

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
_LABEL = re.compile(r"(?:\(([^()\s$]+)\))?")
_TEX = re.compile(r"[\\^={}<>+]")
r"""What a formula on the line of its `\[` has in it, and a word in escaped brackets hasn't."""


class _Label(NamedTuple):
    """What a formula is called; "" where it isn't."""

    number: str = ""
    """As it is shown beside it."""
    name: str = ""
    """In links."""


def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a formula that begins with this line."""
    at = state.bMarks[start] + state.tShift[start]
    opener = state.src[at : at + 2]
    first = state.src[at + 2 : state.eMarks[start]]
    lines: list[str] = []
    for line in range(start, min(end, start + _MOST_LINES)):
        text = first if line == start else _line(state, line)
        if line > start and (not text.strip() or state.sCount[line] < state.blkIndent):
            return False
        tex, closer, after = text.rpartition(_CLOSERS[opener])
        if closer and (label := _label(after.strip())):
            return _take(state, (start, line + 1), [*lines, tex], label, silent=silent)
        if opener in text or (line == start and text.strip() and not _TEX.search(text)):
            return False
        lines.append(text)
    if (not state.level or state.parentType == "table") and end - start <= _MOST_LINES:
        # What follows the text may end the formula; a table's row may be what begins it.
        state.env.setdefault(UNDECIDED, start)
    return False


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


def _take(state: StateBlock, lines: tuple[int, int], tex: list[str], label: _Label, *, silent: bool) -> bool:
    """Make a block of a formula, its label behind it, unless `silent`; tell whether it is one."""
    text = "\n".join(line.rstrip() for line in tex).strip("\n").strip(" \t")
    in_brackets = state.src.startswith("\\", state.bMarks[lines[0]] + state.tShift[lines[0]])
    if not text or "$$" in text or (in_brackets and len(tex) == 1 and not _TEX.search(text)):
        return False
    if silent:
        return True
    number = label.number
    token = leaf(state, Kind.MATH, rf"{text} \qquad \text{{({number})}}" if number else text, lines, number)
    token.meta["name"] = label.name
    state.line = lines[1]
    return True
