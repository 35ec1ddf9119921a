"""Where Python's regular expressions and those of the engine that matches them differ: what is quoted, and counted."""

import re
from typing import Final

_PART: Final = r"""(?xs)
      (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<whole> \\N\{[^}]*\} | \\. | \(\?\#[^)]*\) | \(\?P=\w+\) )
    | (?P<open> \( (?: \? (?: P<\w+> | <?[=!] | > | \(\w+\) | [aiLmsux-]*: ) )? )
    | (?P<close> \) )
    | (?P<repeat> \{ (?: (?P<least>[0-9]+) (?: ,[0-9]* )? | ,[0-9]* ) \} )
    | (?P<brace> \{ )
    | .
    """
"""The parts of an expression that is known to be right."""


def as_python_reads_it(pattern: str) -> str:
    """Quote what stands for itself in Python and means something to the engine: `{e<=1}` and `[[:alpha:]]`.

    `pattern` is one that Python compiles.
    """
    return re.sub(_PART, _quoted, pattern)


def written_out(pattern: str) -> int:
    """Count an expression's characters, sets and signs, repeats as often as they have to be: 6 in `(ab){2,}[cd]{2}`.

    `pattern` is one that Python compiles.
    """
    sizes = [0]
    last = 0
    for part in re.finditer(_PART, pattern):
        match part.lastgroup:
            case "open":
                sizes.append(0)
                last = 0
            case "close":
                last = sizes.pop() if len(sizes) > 1 else 1
                sizes[-1] += last
            case "repeat":
                more = last * (max(int(part["least"] or 1), 1) - 1)
                sizes[-1] += more
                last += more
            case _:
                last = 1
                sizes[-1] += 1
    return sum(sizes)


def _quoted(part: re.Match[str]) -> str:
    match part.lastgroup:
        case "brace":
            return r"\{"
        case "set":
            return part[0][0] + re.sub(r"(?s)(\\.)|\[", lambda inner: inner[1] or r"\[", part[0][1:])
    return part[0]
