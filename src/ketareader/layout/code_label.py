"""What an info string says of code (CommonMark section 4.5): its language, its file's name, its caption.

https://pandoc.org/MANUAL.html#extension-fenced_code_attributes
https://vitepress.dev/guide/markdown#line-numbers
https://yihui.org/knitr/options/#plots
"""

import re
from collections.abc import Iterator
from typing import Final

_QUOTED: Final = r"\"[^\"]*\"|'[^']*'"
_ATTRIBUTE: Final = rf"(?<![\w.-])[\w.-]++(?:\s*+=\s*+(?:{_QUOTED})|=[^\s,}}]*+)"
_NAMED: Final = (
    r"(?<![\w.-])(?:title|file(?:name)?|(?:lst-)?caption|(?:fig|tbl)[.-]cap)"
    rf"(?:\s*+=\s*+(?P<quoted>{_QUOTED})|=(?P<word>[^\s,}}]++))"
)
_BRACKETED: Final = r"\s\[([^\[\]]+)\]\Z"
"""VitePress has the name in brackets: `sh [npm]`."""
_DIRECTIVE: Final = r"\{[^\W\d][\w:.-]*\}[ \t]+(?=\S)"
"""What has its words behind it, as MyST has it: `{versionadded} 1.2`."""
_LINES: Final = r":(?:no-)?line-numbers\b\S*"
"""VitePress has it right behind the language, where others have a file's name: `ts:line-numbers`, `js:app.js`."""


def language_of(info: str) -> str:
    """Return the language that an info string names: its first word, up to a comma, but for a name in links.

    A title or another attribute is none; in braces, where they may stand in any order, they are passed over.
    """
    in_braces = info.lstrip().startswith("{")
    words = re.sub(_ATTRIBUTE, " " if in_braces else "=", re.sub(_LINES, "", info))
    found = (word for word in re.split(r"[\s,{}]+", words) if word.strip(".") and not word.startswith("#"))
    first = next(found, "")
    if not in_braces:
        first = first.partition(":")[0]
    return "" if "=" in first or first.isdecimal() else first.lstrip(".").lower()


def label_of(info: str) -> str:
    """Return what is said of code that an info string describes: its language, its file's name, its caption."""
    return " · ".join(filter(None, (language_of(info), title_of(info))))


def title_of(info: str) -> str:
    """Return the name of code's file, its title or its caption, or some of these; "" where an info string has none."""
    return " · ".join(dict.fromkeys(filter(None, (" ".join(title.split()) for title in _titles(info)))))


def _titles(info: str) -> Iterator[str]:
    """Yield what an info string has that is to be read, besides the language."""
    if directive := re.match(_DIRECTIVE, info):
        yield re.sub(rf"{_ATTRIBUTE}|\{{[^{{}}]*\}}", "", info[directive.end() :])
    elif name := re.match(r"[^\s:,{}=]+:([^\s{}=]+)", re.sub(_LINES, "", info)):
        yield name[1]
    for found in re.finditer(_NAMED, info):
        yield found["word"] or found["quoted"][1:-1]
    if bracketed := re.search(_BRACKETED, info):
        yield bracketed[1]
