"""From markdown-it's inline tokens to plain text and spans."""

import re
from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ketareader.document.batch import Reference
from ketareader.document.inline import Inline, Span
from ketareader.parsers.autolink import find_links
from ketareader.text import clean, clean_line

MARKUP = re.compile(r"[\\`*_\[\]<>&~!\n]|https?:|www\.|@")
"""What a text must hold to differ, as read, from its source."""
_OPENERS = {"em_open": "emphasis", "strong_open": "strong", "s_open": "strike", "link_open": "link"}
_CLOSERS = {"em_close", "strong_close", "s_close", "link_close"}


def parse_inline(markdown_it: MarkdownIt, text: str, references: Mapping[str, Reference]) -> Inline:
    """Parse inline Markdown (CommonMark section 6)."""
    if not MARKUP.search(text):
        return Inline(text)
    tokens: list[Token] = []
    try:
        markdown_it.inline.parse(text, markdown_it, {"references": _References(references)}, tokens)
    except RecursionError:
        return Inline(text)
    return _Builder(tokens).inline()


class _References:
    """References in the form that markdown-it looks them up in."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        self._references = references

    def get(self, label: str, default: None = None) -> dict[str, str] | None:
        reference = self._references.get(label)
        return {"href": reference.target, "title": reference.title} if reference else default


class _Builder:
    """Collects plain text and spans from one text's tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._open: list[tuple[int, str, str]] = []
        self._links = 0
        for token in tokens:
            self._take(token)

    def inline(self) -> Inline:
        text = clean("".join(self._parts))
        return Inline(text, tuple(sorted(self._spans, key=lambda span: (span.start, -span.end))))

    def _take(self, token: Token) -> None:
        """Add what one token says."""
        kind = token.type
        if kind in ("text", "text_special"):
            self._text(token.content)
        elif kind == "softbreak":
            self._soft_break()
        elif kind == "hardbreak":
            self._add("\n")
        elif kind in _OPENERS:
            self._links += kind == "link_open"
            self._open.append((self._length, _OPENERS[kind], clean_line(str(token.attrGet("href") or ""))))
        elif kind in _CLOSERS:
            self._links -= kind == "link_close"
            start, role, target = self._open.pop()
            self._spans.append(Span(start, self._length, role, target))
        elif kind == "code_inline":
            self._add(token.content, "code")
        elif kind == "image":
            self._image(token)
        else:
            self._add(token.content, "html")

    def _text(self, content: str) -> None:
        """Add text, and the bare links in it."""
        if not self._links:
            for start, end, target in find_links(content):
                self._spans.append(Span(self._length + start, self._length + end, "link", target))
        self._add(content)

    def _image(self, token: Token) -> None:
        """Add an image's alternative text, or its name where it has none."""
        target = clean_line(str(token.attrGet("src") or ""))
        alternative = _Builder(token.children or ()).inline().text
        self._add(alternative or target.rpartition("/")[2] or "image", "image", target)

    def _soft_break(self) -> None:
        """Make a line end a space, but for one within text that is written without spaces."""
        self._add(" ")

    def _add(self, content: str, role: str = "", target: str = "") -> None:
        start = self._length
        self._parts.append(content)
        self._length += len(content)
        if role and content:
            self._spans.append(Span(start, self._length, role, target))
