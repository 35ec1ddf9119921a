"""Attribute lists behind what they are of: `[a](b){ .c }`, `![a](b){: width="9" }`, `**a**{#b key=value}`, `[a]{.c}`.

None of it is shown but a link's title, or an image's; nor are brackets that only say what a list is of: what is in
them is underlined or marked, if the list says so. Braces with anything else in them stay.

https://python-markdown.github.io/extensions/attr_list/
https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
https://pandoc.org/MANUAL.html#extension-link_attributes
https://pandoc.org/MANUAL.html#extension-bracketed_spans
"""

import re
from collections.abc import Iterator
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ketareader.document.block import Name
from ketareader.parsers.markdown.shown import SHOWN, SPAN_CLOSE, SPAN_OPEN

ATTRIBUTE: Final = (
    r"(?:(?:[.#][^\W\d][\w:-]*+)++"
    r"|[A-Za-z_][\w:.-]++=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s{}\"'<>=`]++)"
    r"|data-[\w-]++)"
)
"""Names and classes, a key and its value, or a key of a page's own. A key of one letter is a formula's: `{n=1}`."""
WORD: Final = r"[A-Za-z][\w-]*+(?=[\s}])"
"""What may stand beside attributes: an attribute without a value, the name of a list of them."""
ENDING: Final = r"[ \t]*+\}"
_LIST: Final = rf"\{{:?[ \t]*+{ATTRIBUTE}(?:[ \t]++(?:{ATTRIBUTE}|{WORD}))*+{ENDING}"
_BEHIND: Final = ")]>*_~=`:"
"""What ends with one of these may have a list behind it."""
_NAMING: Final = rf"(?<=[{re.escape(_BEHIND)}]){_LIST}"
_QUOTED: Final = r"\"[^\"]*\"|'[^']*'"
_NAME: Final = r"#([^\W\d][\w:-]*)"
_TITLE: Final = r"""\btitle=(?:"([^"]*)"|'([^']*)'|(\S+?)(?=[\s}]))"""
_LOOK: Final = r"\.(mark|ul|underline)(?![\w:-])"
_ROLES: Final = {"mark": "marked", "ul": "underline", "underline": "underline"}
"""What the text in brackets is, by the classes that Pandoc has for it."""
_ICON: Final = r":[a-z][a-z0-9_+-]{0,62}:\Z"
_LONGEST_ICON: Final = 66
_INDEXED: Final = r"[\w\])#\\]"
"""Brackets right behind one of these are an index, or the label of a link to nowhere (CommonMark, section 6.3)."""
_TYPE: Final = "attributes"
_WHOLE: Final = frozenset({"code_inline", "image", SHOWN})
_TITLED: Final = frozenset({"link_open", "image"})


def attribute_list(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take what may be a list; whether it is one is known when all emphasis is."""
    if state.src[state.pos - 1 : state.pos] not in _BEHIND or not state.pos:
        return False
    if not (found := re.compile(_LIST).match(state.src, state.pos, state.posMax)):
        return False
    if not silent:
        state.push(_TYPE, "", 0).content = found[0]
    state.pos = found.end()
    return True


def resolve(state: StateInline) -> None:
    """Take the lists out that stand behind something that may have one; others are text."""
    opened: list[Token] = []
    brackets = _Brackets()
    before: Token | None = None
    kept: list[Token] = []
    for token in state.tokens:
        if token.type == _TYPE and before:
            _entitle(before, token.content)
            continue
        # What a title says is shown on links alone.
        if token.type == _TYPE and "title=" not in token.content and (pair := brackets.take_last()):
            if role := _role_in(token.content):
                _mark(kept, pair, role)
            continue
        if token.type == _TYPE:
            token.type = "text"
        kept.append(token)
        brackets.look_at(token)
        if token.nesting > 0:
            opened.append(token)
        if token.type != "text" or token.content:
            before = opened.pop() if token.nesting < 0 else token if _may_have_list(token) else None
    state.tokens[:] = kept


class _Brackets:
    """The brackets in a text's tokens so far, each pair within one and the same construct."""

    def __init__(self) -> None:
        """Begin before the first token."""
        self._open: list[list[tuple[Token, int]]] = [[]]
        """Those that wait for their other half, by the construct that they stand in: where each stands."""
        self._last: tuple[Token, int, Token] | None = None
        """The pair that the last token ends."""

    def look_at(self, token: Token) -> None:
        """Take note of the brackets in a token."""
        self._last = None
        if token.nesting > 0:
            self._open.append([])
        elif token.nesting < 0 and len(self._open) > 1:
            self._open.pop()
        elif token.type == "text":
            for found in re.finditer(r"[\[\]]", token.content):
                self._take(token, found.start())

    def take_last(self) -> tuple[Token, int] | None:
        """Take the pair out that the last token ends, if it ends one; return where its first half stood."""
        if self._last is None:
            return None
        first, start, last = self._last
        last.content = last.content[:-1]
        first.content = first.content[:start] + first.content[start + 1 :]
        self._last = None
        return first, start

    def _take(self, token: Token, position: int) -> None:
        opened = self._open[-1]
        if token.content[position] == "[":
            opened.append((token, position))
        elif opened:
            first, start = opened.pop()
            text, ends = first.content, position == len(token.content) - 1
            is_span = ends and not re.match(_INDEXED, text[max(start - 1, 0) : start]) and text[start + 1 :][:1] != " "
            self._last = (first, start, token) if is_span else None


def _role_in(attributes: str) -> str:
    """Return the role that a list's classes give to a text; "" for none."""
    found = re.search(_LOOK, re.sub(_QUOTED, "", attributes))
    return _ROLES[found[1]] if found else ""


def _mark(tokens: list[Token], begin: tuple[Token, int], role: str) -> None:
    """Give a role to all that stands in tokens from a place in one of them on."""
    first, start = begin
    at = next(at for at in range(len(tokens) - 1, -1, -1) if tokens[at] is first)
    rest = Token("text", "", 0, content=first.content[start:], level=first.level)
    first.content = first.content[:start]
    tokens[at + 1 : at + 1] = [Token(SPAN_OPEN, "", 1, info=role), rest]
    tokens.append(Token(SPAN_CLOSE, "", -1))


def leading_list(text: str) -> str:
    """Return the list that a list item's text begins with, and the space behind it; "" where it begins with none."""
    found = re.match(rf"(?={{:){_LIST}[ \t]++", text)
    return found[0] if found else ""


def is_list(text: str) -> bool:
    """Tell whether a text is a list, and nothing else."""
    return re.fullmatch(_LIST, text) is not None


def name_in(attributes: str) -> str:
    """Return the name that a list gives; "" where it gives none."""
    found = re.search(_NAME, re.sub(_QUOTED, "", attributes))
    return found[1] if found else ""


def names_within(text: str) -> Iterator[Name]:
    """Yield the names that lists in a text give to what stands before them, whether they are lists or stand in code."""
    for found in re.finditer(_NAMING, text):
        if name := name_in(found[0]):
            yield Name(name, found.end())


def _may_have_list(token: Token) -> bool:
    """Tell whether a list may stand behind a token that closes nothing; an icon's name is text to this reader."""
    if token.type == "text":
        return re.search(_ICON, token.content[-_LONGEST_ICON:]) is not None
    return token.type in _WHOLE


def _entitle(token: Token, attributes: str) -> None:
    """Give a link or an image the title that a list has, unless it has one."""
    if token.type in _TITLED and "title=" in attributes and (found := re.search(_TITLE, attributes)):
        token.attrs.setdefault("title", next(filter(None, found.groups()), ""))
