"""From inline tokens to plain text and spans."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Self

from markdown_it.token import Token

from ketareader.document.inline import Inline, Span
from ketareader.parsers.autolink import find_links
from ketareader.parsers.markdown.edits import Edit, edited
from ketareader.parsers.markdown.prose import Prose
from ketareader.parsers.markdown.scripts import in_script
from ketareader.parsers.markdown.shown import GONE, NEW_LINE, SHOWN, SPAN_CLOSE, SPAN_OPEN
from ketareader.parsers.markdown.unspaced import is_unspaced_around, may_be_unspaced
from ketareader.text import clean

_TEXT: Final = frozenset({"text", "text_special"})
_OPENERS: Final = {"em_open": "emphasis", "strong_open": "strong", "link_open": "link"}
_CLOSERS: Final = frozenset({"em_close", "strong_close", "link_close", SPAN_CLOSE})
_LITERAL: Final = frozenset({"code", "keyboard"})
"""The roles of text that is as it has to be typed."""
_SIGNS: Final = {"superscript": "^", "subscript": "_"}
"""What stands before text that is raised and lowered, where Unicode hasn't its characters in small."""
_WHOLE: Final = r"\S|\[[^\[\]]*\]|\([^()]*\)"
_SIZE: Final = r"\|\d+(?:x\d+)?\Z"
"""What says behind an image's text how large it is."""
_MARK: Final = "note.mark"
_BETWEEN_MARKS: Final = "·"


class _Opened(NamedTuple):
    """A span that is open."""

    start: int
    role: str
    target: str
    title: str
    part: int
    """How many parts of the text stand before it."""


class InlineBuilder:
    """Collects plain text and spans from one text's tokens."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        """Take all tokens in."""
        self.spans: list[Span] = []
        """Of those over the same text, the one that was closed last is the outermost."""
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_Opened] = []
        self._links = 0
        self._breaks: list[int] = []
        """Where soft line breaks stand, as spaces."""
        self._edits: list[Edit] = []
        self._names: list[Edit] = []
        """What puts emoji's names in their places."""
        self._prose: list[tuple[int, int]] = []
        self._literal: list[tuple[int, int]] = []
        self._running: list[str] = []
        """Text that has come and may go on: an address is looked for in all of it."""
        self._special: list[tuple[int, int]] = []
        """Where in it an escape or an entity stands."""
        self._line_due = False
        """Whether what comes next begins a line."""
        self._gone = False
        """Whether what came last is not shown."""
        self._take_all(tokens)

    @classmethod
    def of(cls, texts: list[str], spans: list[Span], prose: list[tuple[int, int]]) -> Self:
        """Take a text that needs no tokens: in stretches, with its spans, and what of it is prose."""
        builder = cls(())
        builder._parts, builder.spans, builder._prose = texts, spans, prose
        builder._length = sum(map(len, texts))
        return builder

    @property
    def text(self) -> str:
        """The text, clean."""
        return clean("".join(self._parts))

    def prose(self) -> Prose:
        """Return what of the text is prose."""
        return Prose(self._length, self._prose, self._literal)

    def inline(self, text: str, edits: Iterable[Edit] = ()) -> Inline:
        """Return the text and its spans, with changes made to it besides those that the tokens ask for."""
        spans = self.spans[::-1]
        spans.sort(key=lambda span: (span.start, -span.end))
        changes = [*edits, *self._edits, *(self._needless(text) if self._breaks or self._gone else ())]
        inline = edited(text, spans, changes) if changes else Inline(text, tuple(spans))
        return inline._replace(spelled=edited(text, (), self._names).text) if self._names else inline

    def _take_all(self, tokens: Iterable[Token]) -> None:
        """Add what the tokens say."""
        length = 0
        for token in tokens:
            if token.type in _TEXT:
                self._running.append(token.content)
                begin, length = length, length + len(token.content)
                if token.type != "text":
                    self._special.append((begin, length))
            else:
                self._end_text()
                self._take(token)
                length = 0
        self._end_text()

    def _take(self, token: Token) -> None:
        """Add what one token other than text says."""
        kind = token.type
        if kind == "code_inline" and not self._line_due:
            self._add(token.content, "code")
        elif kind in _CLOSERS:
            self._close(kind, token.info)
        elif kind == GONE:
            self._gone = True
        elif kind == "softbreak":
            self._soft_break()
        elif kind == NEW_LINE:
            self._line_due = True
            if token.content:
                self._begin_line()
                self._add(token.content)
        else:
            self._begin_line()
            self._add_markup(kind, token)

    def _add_markup(self, kind: str, token: Token) -> None:
        """Add what is shown in a look of its own, or begins a span."""
        if kind in _OPENERS:
            self._begin(_OPENERS[kind], token)
        elif kind == SPAN_OPEN:
            self._begin(token.info, token)
        elif kind == "code_inline":
            self._add(token.content, "code")
        elif kind == "image":
            self._image(token)
        elif kind == "hardbreak":
            self._add("\n")
        elif kind == SHOWN:
            self._shown(token)
        else:
            self._add(token.content, "html")

    def _end_text(self) -> None:
        """Add the text that has come, and the bare links in it."""
        if not self._running:
            return
        if self._line_due:
            self._begin_line()
        whole = "".join(self._running)
        self._running.clear()
        text = whole.lstrip(" ") if whole[:1] == " " and self._is_spaced() else whole
        start = self._length
        self._prose.append((start, start + len(text)))
        if self._special:
            begin = start - len(whole) + len(text)
            self._literal.extend((begin + first, begin + last) for first, last in self._special)
            self._special.clear()
        if not self._links and _may_have_link(text):
            self._link_addresses(text, start)
        self._add(text)

    def _link_addresses(self, text: str, start: int) -> None:
        """Make links of the bare addresses in text that stands at `start`."""
        for first, last, target in find_links(text):
            self.spans.append(Span(start + first, start + last, "link", target))
            self._literal.append((start + first, start + last))

    def _begin(self, role: str, token: Token) -> None:
        """Begin a span; of a link, the token says where it leads."""
        self._links += role == "link"
        target, title = _target(token, "href"), _target(token, "title")
        self._open.append(_Opened(self._length, role, target, " ".join(title.split()), len(self._parts)))

    def _close(self, kind: str, info: str) -> None:
        """End the span that was begun last."""
        opened = self._open.pop()
        self._links -= opened.role == "link"
        if opened.role in _SIGNS:
            opened = opened._replace(role=self._set_script(opened))
        if kind == SPAN_CLOSE and self._length == opened.start:
            self._gone = True
        else:
            self.spans.append(Span(opened.start, self._length, opened.role, opened.target, opened.title))
        if opened.role in _LITERAL or info == "auto":
            self._literal.append((opened.start, self._length))

    def _set_script(self, opened: _Opened) -> str:
        """Set what was raised or lowered in small characters, or put a sign before it; return its role.

        What begins a line is raised or lowered from nothing: it is only meant to be small.
        """
        text = "".join(self._parts[opened.part :])
        sign = _SIGNS[opened.role]
        if in_script(text, sign) is not None:
            self._parts[opened.part :] = [in_script(part, sign) or "" for part in self._parts[opened.part :]]
        elif not opened.part or self._parts[opened.part - 1] == "\n":
            return "small"
        elif text.strip():
            whole = re.fullmatch(_WHOLE, text)
            self._edits.insert(0, Edit(opened.start, opened.start, sign if whole else f"{sign}("))
            self._edits.append(Edit(self._length, self._length, "" if whole else ")", closes=True))
        return opened.role

    def _shown(self, token: Token) -> None:
        """Add what is shown in another form than it is written in."""
        follows_mark = self.spans and self.spans[-1].role == _MARK and self.spans[-1].end == self._length
        if token.info == _MARK and follows_mark:
            self._add(_BETWEEN_MARKS)
        if token.markup:
            self._names.append(Edit(self._length, self._length + len(token.content), token.markup))
        self._add(token.content, token.info, _target(token, "href"))

    def _image(self, token: Token) -> None:
        """Add an image's alternative text, or its name where it has none, and its title, which is its caption."""
        target = _target(token, "src")
        builder = InlineBuilder(map(_unmarked, token.children)) if token.children else None
        alternative = re.sub(_SIZE, "", builder.inline(builder.text).text if builder else clean(token.content))
        name = "" if target.startswith("data:") else target.rpartition("/")[2]
        title = clean(str(token.attrGet("title") or ""))
        words = alternative or (name if not title else "") or ("" if title else "image")
        start = self._length
        self._add(" – ".join(dict.fromkeys(filter(None, (words, title)))), "image", target)
        has_code = builder is not None and any(span.role in _LITERAL for span in builder.spans)
        if (alternative or title) and not has_code:
            self._prose.append((start, self._length))

    def _soft_break(self) -> None:
        """Add a line end as a space, unless the line has ended, or a space stands there already."""
        if not self._line_due and not self._is_spaced():
            self._breaks.append(self._length)
            self._add(" ")

    def _begin_line(self) -> None:
        """Begin the line that is due."""
        if self._line_due:
            self._line_due = False
            if not self._is_line_start():
                self._add("\n")

    def _is_spaced(self) -> bool:
        """Tell whether a space that comes next is none."""
        return self._is_line_start() or (self._gone and self._parts[-1].endswith(" "))

    def _is_line_start(self) -> bool:
        """Tell whether what comes next begins a line."""
        return not self._parts or self._parts[-1] == "\n"

    def _add(self, content: str, role: str = "", target: str = "") -> None:
        if not content:
            return
        start = self._length
        self._parts.append(content)
        self._length += len(content)
        self._gone = False
        if role:
            self.spans.append(Span(start, self._length, role, target))

    def _needless(self, text: str) -> Iterator[Edit]:
        """Yield the removal of spaces that stand for nothing: between Han, and before what isn't shown at the end."""
        if may_be_unspaced(text):
            yield from (Edit(at, at + 1, "") for at in self._breaks if is_unspaced_around(text, at))
        if self._gone and text.endswith(" "):
            yield Edit(len(text.rstrip(" ")), len(text), "")


def _unmarked(token: Token) -> Token:
    """Return a token, but for a note's mark one of what isn't shown: nothing leads on from an image's words."""
    return Token(GONE, "", 0) if token.type == SHOWN and token.info == _MARK else token


def _target(token: Token, attribute: str) -> str:
    """Return where a link or an image leads, or its title, clean; "" where it has none.

    In targets, markdown-it has percent-encoded spaces and line ends.
    """
    return clean(str(token.attrGet(attribute) or "")) if token.attrs else ""


def _may_have_link(text: str) -> bool:
    """Tell at a glance whether a text may have a bare address in it."""
    return "@" in text or "://" in text or "www." in text.lower()
