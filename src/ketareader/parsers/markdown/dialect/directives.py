"""Directives in a fence, or between colons, as MyST has them: asides, pictures, formulas, and code with options.

Of any other the text is code, and what stands behind its name is the code's label.

https://mystmd.org/guide/directives
https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import dropwhile
from typing import Final, NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ketareader.document.block import Kind
from ketareader.parsers.markdown.dialect.openers import Headline, Opener, headline_of
from ketareader.parsers.markdown.dialect.options import NO_OPTIONS, Options, options_in
from ketareader.parsers.markdown.dialect.tokens import container, fill, leaf, rest_of

_HEAD: Final = r"\{([A-Za-z][\w:-]*)\}[ \t]*(.*)"
_COLONS: Final = 3
_TITLES: Final = ("filename", "caption")
"""The options of code that are to be read."""
_MARKUP: Final = r"[\\`*_\[\]<>&~!$:=]"
"""What may be markup in a picture's words, which are none."""


class _Directive(NamedTuple):
    """A directive and its text."""

    name: str
    words: str
    """What stands behind its name."""
    options: Options
    lines: tuple[str, ...]
    """Those of its text, below its options."""
    fence: Token
    """The code that it would be."""

    @property
    def first(self) -> int:
        """The line that its text begins on, if it has any."""
        return self.start + 1 + self.options.lines

    @property
    def start(self) -> int:
        """The line that it opens on."""
        return (self.fence.map or [0])[0]

    @property
    def end(self) -> int:
        """The line after it."""
        return (self.fence.map or [0, 0])[1]


def directed(state: StateBlock, fence: Token) -> bool:
    """Make of the fenced block that was just taken what its directive says it is; tell whether it does."""
    found = re.fullmatch(_HEAD, fence.info.strip())
    make = _DIRECTIVES.get(found[1], _aside if _headline(found[1]).title else None) if found else None
    if not found or not make:
        return False
    lines = fence.content.removesuffix("\n").split("\n") if fence.content else []
    options = options_in(lines)
    state.tokens.pop()
    make(state, _Directive(found[1], found[2].strip(), options, tuple(lines[options.lines :]), fence))
    return True


def directed_in_colons(state: StateBlock, start: int, close: int) -> bool:
    """Make of a container between two lines what its directive says it is; tell whether it is more than one."""
    info = rest_of(state, start).strip(":").strip()
    found = re.fullmatch(_HEAD, info)
    if not found or found[1] not in _DIRECTIVES:
        return False
    fence = state.push("fence", "code", 0)
    fence.info, fence.map = info, [start, close + 1]
    fence.content = state.getLines(start + 1, close, state.sCount[start], True)  # noqa: FBT003 (with the lines' ends)
    state.line = close + 1
    return directed(state, fence)


def _headline(name: str, words: str = "", options: Options = NO_OPTIONS) -> Headline:
    """Return what a directive begins with: it has a title of its own where its name is an aside's."""
    return headline_of(Opener(_COLONS, "", name, words), options)


def _aside(state: StateBlock, directive: _Directive) -> None:
    """Make what a container of that name would be."""
    headline = _headline(directive.name, directive.words, directive.options)
    with container(state, directive.start, *headline.containers) as token:
        token.meta["name"] = directive.options.name
        leaf(state, Kind.TITLE, headline.title, (directive.start, directive.start + 1))
        _fill(state, directive)


def _code(state: StateBlock, directive: _Directive) -> None:
    """Make code in the language behind the directive's name; blank lines above it only part it from that."""
    lines = list(dropwhile(lambda line: not line.strip(), directive.lines))
    values = directive.options.values
    titles = (f"{key}={_quoted(values[key])}" for key in _TITLES if values.get(key))
    with _together(state, directive):
        token = state.push("fence", "code", 0)
        token.content, token.info = "\n".join(lines), " ".join((directive.words, *titles))
        # The code stands on the line below the first, as any other.
        token.map = [directive.first - 1 + len(directive.lines) - len(lines), directive.end]


def _formula(state: StateBlock, directive: _Directive) -> None:
    """Make a formula, its label behind it."""
    tex = "\n".join(filter(None, (directive.words, *directive.lines)))
    name = directive.options.name
    shown = rf"{tex} \qquad \text{{({name})}}" if name else tex
    leaf(state, Kind.MATH, shown, (directive.start, directive.end), name).meta["name"] = name


def _figure(state: StateBlock, directive: _Directive) -> None:
    """Make a picture, what is said of it below."""
    words = re.sub(_MARKUP, r"\\\g<0>", directive.options.values.get("alt", ""))
    file = re.sub(r"[<>\\]", r"\\\g<0>", directive.words)
    with _together(state, directive):
        lines = [directive.start, directive.first]
        state.push("paragraph_open", "p", 1).map = lines
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = f"![{words}](<{file}>)", lines, []
        state.push("paragraph_close", "p", -1)
        _fill(state, directive)


@contextmanager
def _together(state: StateBlock, directive: _Directive) -> Iterator[None]:
    """Let what is added meanwhile be one block to whatever divides a text."""
    group = state.push("markup_open", "", 1)
    group.meta["name"] = directive.options.name
    yield
    state.push("markup_close", "", -1)
    group.map = [directive.start, state.line]


def _fill(state: StateBlock, directive: _Directive) -> None:
    """Parse the directive's text as Markdown."""
    last = directive.first + len(directive.lines)
    fill(state, directive.first, last, 0)
    if state.line >= last:
        state.line = directive.end


def _quoted(words: str) -> str:
    """Return words as an info string's attribute has them."""
    return f'"{words}"' if '"' not in words else "'{}'".format(words.replace("'", "’"))


_DIRECTIVES: Final[dict[str, Callable[[StateBlock, _Directive], None]]] = {
    "code": _code,
    "code-block": _code,
    "code-cell": _code,
    "sourcecode": _code,
    "math": _formula,
    "figure": _figure,
    "image": _figure,
}
