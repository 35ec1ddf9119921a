"""Tokens: raw HTML cut into tags, text and what isn't shown, in time linear in its length.

The grammar is CommonMark's (section 6.6). What it takes for no tag is text: nothing is dropped, and nothing raises.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_START = re.compile(
    r"<([A-Za-z][A-Za-z0-9-]*+)"
    r"(?:\s++[A-Za-z_:][A-Za-z0-9:._-]*+(?>\s*+=\s*+(?:[^\"'=<>`\s]++|'[^']*+'|\"[^\"]*+\"))?+)*+"
    r"\s*+/?>"
)
_END = re.compile(r"</([A-Za-z][A-Za-z0-9-]*+)\s*+>")
_ATTRIBUTE = re.compile(r"\s([A-Za-z_:][A-Za-z0-9:._-]*+)(?>\s*+=\s*+([^\"'=<>`\s]++|'[^']*+'|\"[^\"]*+\"))?+")
_RAW = frozenset({"script", "style"})
"""Elements in which nothing is markup."""


class Sort(Enum):
    """What a token is."""

    START = auto()
    END = auto()
    TEXT = auto()
    CDATA = auto()
    FORMULA = auto()
    """One in MathML, with all that is in it."""
    HIDDEN = auto()
    """A comment, the document's type."""
    RAW = auto()
    """A script or a style sheet, with all that is in it."""
    OTHER = auto()
    """A processing instruction or a declaration."""


class HtmlToken(NamedTuple):
    """A stretch of HTML. The tokens' sources, put together, are the whole of it."""

    sort: Sort
    source: str
    name: str = ""
    """A tag's name, or that of what is raw, in lower case."""


def tokenize(html: str) -> Iterator[HtmlToken]:
    """Yield the tokens of a fragment. Text that is divided only by signs that turn out to be no tags is one token."""
    scanner = _Scanner(html)
    done, at = 0, html.find("<")
    while at >= 0:
        token = scanner.token(at)
        if token is None:
            at = html.find("<", at + 1)
            continue
        if at > done:
            yield HtmlToken(Sort.TEXT, html[done:at])
        yield token
        done = at + len(token.source)
        at = html.find("<", done)
    if done < len(html):
        yield HtmlToken(Sort.TEXT, html[done:])


def attributes(tag: str) -> dict[str, str]:
    """Return a start tag's attributes as they are written, by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), value[1:-1] if value[:1] in {'"', "'"} else value)
    return found


def is_unfinished(token: HtmlToken) -> bool:
    """Tell whether a fragment's first token opens something that is never closed: a comment, a script ..."""
    opens = token.sort is Sort.TEXT and token.source.lstrip().startswith(("<!", "<?"))
    return opens or (token.sort is Sort.START and token.name in _RAW)


class _Scanner:
    """Finds what begins at a "<". What has no end is looked for once only."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._missing: set[str] = set()
        """Ends that don't stand in what is left."""

    def token(self, at: int) -> HtmlToken | None:
        """Return the token that begins with the "<" at `at`, None where it is text."""
        following = self._html[at + 1 : at + 2]
        if following == "/":
            tag = _END.match(self._html, at)
            return HtmlToken(Sort.END, tag[0], tag[1].lower()) if tag else None
        if following == "!":
            return self._declaration(at)
        if following == "?":
            return self._until("?>", at, at + 2, Sort.OTHER)
        tag = _START.match(self._html, at)
        return self._element(tag, tag[1].lower()) if tag else None

    def _element(self, tag: re.Match[str], name: str) -> HtmlToken:
        """Return a start tag, or a whole element in which nothing is markup."""
        if name in _RAW and name not in self._missing:
            if end := re.compile(rf"</{name}\s*>", re.ASCII | re.IGNORECASE).search(self._html, tag.end()):
                return HtmlToken(Sort.RAW, self._html[tag.start() : end.end()], name)
            self._missing.add(name)
        return HtmlToken(Sort.START, tag[0], name)

    def _declaration(self, at: int) -> HtmlToken | None:
        """Return a comment, CDATA or a declaration."""
        html = self._html
        if html.startswith("<!--", at):
            return self._until("-->", at, at + 2, Sort.HIDDEN)
        if html.startswith("<![CDATA[", at):
            return self._until("]]>", at, at + 9, Sort.CDATA)
        name = html[at + 2 : at + 9]
        if not (name[:1].isascii() and name[:1].isalpha()):
            return None
        return self._until(">", at, at + 3, Sort.HIDDEN if name.lower() == "doctype" else Sort.OTHER)

    def _until(self, end: str, at: int, start: int, sort: Sort) -> HtmlToken | None:
        """Return the token from `at` to the first `end` from `start` on."""
        found = -1 if end in self._missing else self._html.find(end, start)
        if found < 0:
            self._missing.add(end)
            return None
        return HtmlToken(sort, self._html[at : found + len(end)])
