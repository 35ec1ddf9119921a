r"""What formulas define, and what it stands for: `\newcommand`, `\def` and `\DeclareMathOperator`, as MathJax has them.

https://docs.mathjax.org/en/latest/input/tex/macros.html
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ketareader.document.macros import Macro
from ketareader.parsers.markdown.tex.atoms import UnknownError
from ketareader.parsers.markdown.tex.tokens import takes_argument, without_comments

_NAME: Final = r"\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*"
_DEFINES: Final = (
    rf"(?<!\\)\\(?:(?:(?:re)?newcommand|providecommand)\*?{_NAME}(?:\[([0-9])\]\s*(?:\[([^\[\]]*)\]\s*)?)?"
    rf"|def\s*\\([A-Za-z]+)\s*((?:#[1-9])*)\s*|DeclareMathOperator(\*?){_NAME})(?=\{{)"
)
"""What a definition begins with, up to what the macro stands for."""
_DEFINING: Final = frozenset({"newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator"})
_COMMAND: Final = r"(?s)\\([A-Za-z]+|.)"
_ENDS_IN_NAME: Final = r"\\([A-Za-z]+)\s*\Z"
_MOST_STEPS: Final = 256
_LONGEST: Final = 4_096
"""Macros that are put in their places in a formula, and characters that it may come to: more is shown as it stands."""


def definitions_in(tex: str) -> Iterator[Macro]:
    """Yield the macros that TeX defines, but not those that a macro of its own would define."""
    text, at = without_comments(tex), 0
    while (found := re.compile(_DEFINES).search(text, at)) and (group := _group(text, found.end())):
        body, at = group
        if macro := _macro(found, body):
            yield macro


def expanded(tex: str, macros: Mapping[str, Macro]) -> str:
    """Return TeX with what macros stand for in their places, and without its own definitions, from which on they count.

    Raises `UnknownError` where that has no end, or comes to more than is ever set.
    """
    if not macros and not re.search(_DEFINES, tex):
        return tex
    known, done, rest = dict(macros), "", without_comments(tex)
    for _ in range(_MOST_STEPS):
        commands = re.finditer(_COMMAND, rest)
        found = next((found for found in commands if found[1] in known or found[1] in _DEFINING), None)
        if not found:
            return _joined(done, rest)
        done += rest[: found.start()]
        if macro := known.get(found[1]):
            body, end = _body(macro, rest, found.end())
            rest = _joined(f"{{{body}}}" if _wants_argument(done) else body, rest[end:])
        else:
            macro, end = _defined(rest, found.start())
            known[macro.name] = macro
            rest = rest[end:]
        if len(done) + len(rest) > _LONGEST:
            break
    raise UnknownError("macros")


def _defined(tex: str, at: int) -> tuple[Macro, int]:
    """Return what is defined at a place, and the place behind it."""
    found = re.compile(_DEFINES).match(tex, at)
    group = _group(tex, found.end()) if found else None
    macro = _macro(found, group[0]) if found and group else None
    if not group or not macro:
        raise UnknownError(at)
    return macro, group[1]


def _macro(found: re.Match[str], body: str) -> Macro | None:
    """Return the macro that is defined; None where its text has parameters that it hasn't."""
    braced, bare, count, default, plain, signs, star, *operator = found.groups()
    if name := operator[0] or operator[1]:
        return Macro(name, 0, rf"\operatorname{star}{{{body}}}")
    parameters = len(signs) // 2 if plain else int(count or 0)
    if any(int(number) > parameters for number in re.findall("#([0-9])", body)):
        return None
    return Macro(braced or bare or plain, parameters, body, default)


def _body(macro: Macro, tex: str, at: int) -> tuple[str, int]:
    """Return what a macro stands for with the arguments that stand at a place, and the place behind them."""
    arguments: list[str] = []
    for number in range(macro.parameters):
        is_optional = not number and macro.default is not None
        argument, at = _optional(tex, at, macro.default or "") if is_optional else _argument(tex, at)
        arguments.append(argument)
    parts = re.split("#([1-9])", macro.body)
    text = parts[0]
    for number_text, after in zip(parts[1::2], parts[2::2], strict=True):
        text = _joined(_joined(text, arguments[int(number_text) - 1]), after)
    return text, at


def _optional(tex: str, at: int, default: str) -> tuple[str, int]:
    found = re.compile(r"\s*\[([^\[\]]*)\]").match(tex, at)
    return (found[1], found.end()) if found else (default, at)


def _argument(tex: str, at: int) -> tuple[str, int]:
    """Return the argument that stands at a place, a group or a single sign, and the place behind it."""
    found = re.compile(r"(?s)\s*(\\(?:[A-Za-z]+|.)|[^\s}])").match(tex, at)
    if not found:
        raise UnknownError(at)
    if found[1] != "{":
        return found[1], found.end()
    if group := _group(tex, found.start(1)):
        return group
    raise UnknownError(at)


def _group(tex: str, at: int) -> tuple[str, int] | None:
    """Return what stands in the braces that open at a place, and the place behind them; None if they don't close."""
    depth = 0
    for found in re.compile(r"(?s)\\.|[{}]").finditer(tex, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return tex[at + 1 : found.start()], found.end()
    return None


def _joined(before: str, after: str) -> str:
    """Return TeX with more behind it, apart where a name would go on in a letter."""
    is_longer = after[:1].isalpha() and re.search(_ENDS_IN_NAME, before)
    return f"{before} {after}" if is_longer else before + after


def _wants_argument(before: str) -> bool:
    r"""Tell whether what comes next is one thing to what stands before it, as \R is to `x^\R` and `\frac\R`."""
    if before.rstrip()[-1:] in {"^", "_"}:
        return True
    found = re.search(_ENDS_IN_NAME, before)
    return found is not None and takes_argument(found[1])
