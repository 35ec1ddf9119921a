"""From markdown-it's inline tokens to plain text and spans."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ketareader.document.inline import Inline, Span
from ketareader.document.references import References
from ketareader.parsers.autolink import find_links
from ketareader.text import clean

_MARKUP = re.compile(r"[\\`*_\[<&~@\n]|://|[wW]{3}\.")
"""What a text must hold to differ, as read, from its source by more than its soft line breaks."""
_HARD_BREAKS = ("  \n", "\\\n")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_UNSPACED = (
    r"[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
"""A character of a script written without spaces, its punctuation too; Hangul is none. For `re` to compile when it is
first wanted, as it takes its time over it."""
_FIRST_UNSPACED = "\u2e80"
_TEXT = {"text", "text_special"}
_BREAKING_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_OPENERS = {"em_open": "emphasis", "strong_open": "strong", "s_open": "strike", "link_open": "link"}
_CLOSERS = {"em_close", "strong_close", "s_close", "link_close"}


def parse_inline(markdown_it: MarkdownIt, text: str, references: References) -> Inline:
    """Parse inline Markdown (CommonMark section 6)."""
    if "\n" in text and not _breaks_matter(text):
        text = _SOFT_BREAK.sub(" ", text)
    if not _MARKUP.search(text):
        return Inline(text)
    tokens: list[Token] = []
    try:
        markdown_it.inline.parse(text, markdown_it, {"references": _References(references)}, tokens)
    except RecursionError:
        return Inline(text)
    return _Builder(tokens).inline()


def _breaks_matter(text: str) -> bool:
    """Tell whether any line break may mean more than a space would: then markdown-it has to see them."""
    return "<" in text or any(mark in text for mark in _HARD_BREAKS) or _may_be_unspaced(text)


def _may_be_unspaced(text: str) -> bool:
    """Tell at a glance whether a text, not empty, may be in a script written without spaces."""
    return not text.isascii() and max(text) >= _FIRST_UNSPACED


class _References:
    """References in the form that markdown-it looks them up in."""

    def __init__(self, references: References) -> None:
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
        self._breaks: list[int] = []
        """Where soft line breaks stand, as spaces."""
        self._running: list[str] = []
        """Text that has come and may go on: an address is looked for in all of it."""
        for token in tokens:
            if token.type in _TEXT:
                self._running.append(token.content)
            else:
                self._end_text()
                self._take(token)
        self._end_text()

    def inline(self) -> Inline:
        text = clean("".join(self._parts))
        # Of spans over the same text, the one that was closed last is the outermost.
        spans = self._spans[::-1]
        spans.sort(key=lambda span: (span.start, -span.end))
        unspaced = self._breaks and _may_be_unspaced(text)
        needless = [at for at in self._breaks if _is_needless(text, at)] if unspaced else []
        return _without(needless, text, spans) if needless else Inline(text, tuple(spans))

    def _take(self, token: Token) -> None:
        """Add what one token says."""
        kind = token.type
        if kind == "softbreak":
            self._soft_break()
        elif kind in _OPENERS:
            self._links += kind == "link_open"
            self._open.append((self._length, _OPENERS[kind], _target(token, "href")))
        elif kind in _CLOSERS:
            self._links -= kind == "link_close"
            start, role, target = self._open.pop()
            self._spans.append(Span(start, self._length, role, target))
        elif kind == "code_inline":
            self._add(token.content, "code")
        elif kind == "image":
            self._image(token)
        elif kind == "hardbreak" or _BREAKING_TAG.fullmatch(token.content):
            self._add("\n")
        else:
            self._add(token.content, "html")

    def _end_text(self) -> None:
        """Add the text that has come, and the bare links in it."""
        if not self._running:
            return
        text = "".join(self._running)
        self._running.clear()
        if self._is_line_start():
            text = text.lstrip(" ")
        if not self._links and _may_have_link(text):
            for start, end, target in find_links(text):
                self._spans.append(Span(self._length + start, self._length + end, "link", target))
        self._add(text)

    def _image(self, token: Token) -> None:
        """Add an image's alternative text, or its name where it has none."""
        target = _target(token, "src")
        alternative = _Builder(token.children or ()).inline().text
        name = "" if target.startswith("data:") else target.rpartition("/")[2]
        self._add(alternative or name or "image", "image", target)

    def _soft_break(self) -> None:
        """Add a line end as a space, unless the line has ended."""
        if not self._is_line_start():
            self._breaks.append(self._length)
            self._add(" ")

    def _is_line_start(self) -> bool:
        """Tell whether what comes next begins a line."""
        return not self._parts or self._parts[-1] == "\n"

    def _add(self, content: str, role: str = "", target: str = "") -> None:
        start = self._length
        self._parts.append(content)
        self._length += len(content)
        if role and content:
            self._spans.append(Span(start, self._length, role, target))


def _target(token: Token, attribute: str) -> str:
    """Return where a link or an image leads, clean; markdown-it has percent-encoded spaces and line ends in it."""
    return clean(str(token.attrGet(attribute) or ""))


def _may_have_link(text: str) -> bool:
    """Tell at a glance whether a text may have a bare address in it."""
    return "@" in text or "://" in text or "www." in text.lower()


def _is_needless(text: str, at: int) -> bool:
    """Tell whether the space at `at` stands between two characters of scripts written without spaces."""
    return all(re.match(_UNSPACED, text[beside : beside + 1]) for beside in (at - 1, at + 1))


def _without(spaces: Sequence[int], text: str, spans: Sequence[Span]) -> Inline:
    """Take the spaces at these places, in order, out of a text, and move the spans over it."""
    edges = zip([-1, *spaces], [*spaces, len(text)], strict=True)
    moved = (
        Span(start - bisect_left(spaces, start), end - bisect_left(spaces, end), role, target)
        for start, end, role, target in spans
    )
    return Inline("".join(text[start + 1 : end] for start, end in edges), tuple(moved))
