"""Running text: what stands between the tags, as the source of inline Markdown that reads the same."""

import re
import sys
from html import unescape
from typing import Final, NamedTuple

from ketareader.parsers.html.tokens import attributes
from ketareader.text import UNKNOWN, clean

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_MARKUP: Final = re.compile(r"[\\`*_\[\]~$<]|=(?==)|(?<==)=")
_ENTITY: Final = r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31});"
"""A character by its number in hexadecimal or in decimal, or by its name (CommonMark section 2.5)."""
_NOWHERE: Final = r"\s*(?:javascript|vbscript|file|data):"
"""What begins an address that Markdown makes no link of."""
_GAP: Final = " "
_FOLLOWING_ON: Final = (".", ",", ";", ":", "!", "?", ")")
_DATA: Final = "data:"
"""What an address begins with that is all of what it leads to."""
_LINE_END: Final = "<br>"
_MOST_OPEN: Final = 16
"""Inline elements that are begun again in the next block, where a block ended within them."""


class Text(NamedTuple):
    """One block's text."""

    markdown: str
    line: int
    """The line of its first word in the source, from 1."""
    end: int
    """The line after that of its last."""
    is_markup: bool
    """Whether there is nothing in it but tags that are unknown."""


class RunningText:
    """Collects the text of one block after the other."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._parts: list[str] = []
        self._open: list[tuple[str, str]] = []
        """Inline elements that are open: their names and tags."""
        self._line = 0
        self._end = 0
        self._spaced = True
        """Whether white space that comes next is none."""
        self._has_words = False
        self.seen = 0
        """How many times something came that can be seen."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing that can be seen has come in this block."""
        return not self._line

    def add(self, text: str, line: int) -> None:
        """Add text, which begins on this line of the source."""
        if words := text.strip():
            before = text[: text.index(words[0])]
            self._seen(line + before.count("\n"), words)
            self._has_words = True
        if self._parts and self._parts[-1] == _GAP and text.startswith(_FOLLOWING_ON):
            self._parts.pop()
        spaced = _SPACE.sub(_one, escaped(text))
        self._parts.append(spaced.lstrip(" \n") if self._spaced else spaced)
        self._spaced = spaced[-1:] in {" ", "\n"} if words else self._spaced or bool(spaced)

    def literally(self, source: str, line: int) -> None:
        """Add a tag to be read as it stands."""
        self._seen(line, source)
        self._parts.append(source)
        self._spaced = False

    def markdown(self, source: str, line: int) -> None:
        """Add inline Markdown."""
        self._seen(line, source)
        self._has_words = True
        self._parts.append(source)
        self._spaced = False

    def end_line(self) -> None:
        """End a line; the block's first and last line end anyway."""
        if self._line:
            self._parts.append(_LINE_END)

    def gap(self) -> None:
        """Part what comes from what has come, unless a sign holds them together."""
        if not (self._spaced or self._parts[-1].endswith("(")):
            self._parts.append(_GAP)
            self._spaced = True

    def begin(self, name: str, source: str) -> None:
        """Add an inline element's start tag."""
        self._parts.append(source)
        if name != "wbr" and not source.endswith("/>"):
            self._open.append((name, source))

    def end(self, name: str, source: str) -> None:
        """Add its end tag, before a space that ends the text so far; that of none which is open is left out."""
        at = next((at for at in range(len(self._open) - 1, -1, -1)[:_MOST_OPEN] if self._open[at][0] == name), None)
        if at is not None:
            self._parts.insert(len(self._parts) - (self._parts[-1:] == [_GAP]), source)
            del self._open[at]

    def take(self) -> Text | None:
        """Return the block's text, if there is any, and begin another, in the same inline elements."""
        text = self._whole() if self._line else None
        self._parts = [tag for _, tag in self._open[-_MOST_OPEN:]]
        self._line = self._end = 0
        self._spaced, self._has_words = True, False
        return text

    def _whole(self) -> Text:
        while self._parts[-1].strip() in {"", _LINE_END}:
            self._parts.pop()
        closed = "".join(f"</{name}>" for name, _ in reversed(self._open[-_MOST_OPEN:]))
        words = "".join(self._parts).rstrip(" \n")
        return Text(words + closed, self._line, self._end, not self._has_words)

    def forget(self) -> None:
        """Close the inline elements that are open."""
        self._open.clear()
        self._parts.clear()
        self._spaced = True

    def _seen(self, line: int, words: str) -> None:
        """Take note of where words stand."""
        self.seen += 1
        self._line = self._line or line
        self._end = line + words.count("\n") + 1


def escaped(text: str) -> str:
    """Return text with what would be markup in Markdown made literal; entities stay."""
    return _MARKUP.sub(r"\\\g<0>", text)


def unescaped(text: str) -> str:
    """Return text with its entities read, and cleaned."""
    return clean(re.sub(_ENTITY, _character, text))


def image(tag: str) -> str:
    """Return an image's tag as Markdown."""
    found = attributes(tag)
    words = escaped(" ".join(found.get("alt", "").split()))
    return f"!{_link(words, found.get('src', ''))}" if _leads(found.get("src", "")) else words or "image"


def medium(tag: str) -> str:
    """Return a link to what is played or shown in a frame as Markdown, "" where there is no telling."""
    name, source = said_of_medium(tag)
    return _link(escaped(name), source) if _leads(source) else escaped(name)


def said_of_medium(tag: str) -> tuple[str, str]:
    """Return what a tag calls what is played or shown in a frame, by its title or address, and the address."""
    found = attributes(tag)
    source = found.get("src") or found.get("data", "")
    is_in_tag = source.strip()[: len(_DATA)].lower() == _DATA
    return " ".join((found.get("title") or ("media" if is_in_tag else source)).split()), source


def box_of(tag: str) -> str:
    """Return the box that an input is, ticked or not; "" where it is another kind of input."""
    found = attributes(tag)
    if found.get("type", "").lower() != "checkbox":
        return ""
    return "☑" if "checked" in found else "☐"


def _leads(source: str) -> bool:
    return bool(source.strip()) and not re.match(_NOWHERE, source, re.IGNORECASE)


def _link(words: str, target: str) -> str:
    target = re.sub(r"[\\<>]", r"\\\g<0>", "".join(target.strip().splitlines()))
    return f"[{words}](<{target}>)"


def _character(entity: re.Match[str]) -> str:
    if not (entity[1] or entity[2]):
        return unescape(entity[0])
    code = int(entity[1], 16) if entity[1] else int(entity[2])
    return chr(code) if 0 < code <= sys.maxunicode else UNKNOWN


def _one(space: re.Match[str]) -> str:
    return "\n" if "\n" in space[0] else " "
