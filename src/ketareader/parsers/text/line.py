"""What one line looks like: the marks that writers of plain text have always used."""

import re
from typing import NamedTuple

BULLET = "•"
"""The marker of an item that has no number."""
BREAKS = "\f␌"
"""A page break, as it stands in the file and as the cleaner shows it."""
_TAB = 8
_RULE = frozenset("-=~_*#+^·•─━═")
_UNDERLINE = _RULE | frozenset("`:.'\"<>")
_SHORTEST = 3
"""Marks that a rule or an underline is made of, at least."""
_BULLET = re.compile(r"([ \t]*)(?:[-*+•◦▪▫●○■□‣⁃∙·–]|(?<=[ \t])o(?= ))([ \t]+)(?=\S)")
_ORDERED = re.compile(
    r"([ \t]*)(\d{1,4}[.)]|\(\d{1,4}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}\)|[ivx]{2,5}\.|\([ivx]{1,5}\))([ \t]+)(?=\S)"
)
_DECIMAL = re.compile(r"([ \t]+)(\d{1,2}(?:\.\d{1,2}){1,4})\.?([ \t]+)(?=\S)")
_QUOTE = re.compile(r" {0,3}(>(?: ?>)*) ?")
_FOOTER = re.compile(
    r"\[page\s+[\divxlc]+\]\s*\Z|\A\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*\Z",
    re.IGNORECASE,
)
_SHORT_FOOTER = 80
"""Characters that a page number alone on its line, however far it is indented, has less of."""
_HEADER = re.compile(r"(?:RFC \d+|Internet[- ]Draft)\s.*\s\d{4}\s*\Z")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,30}):(?:\s|\Z)")
_KNOWN_FIELDS = frozenset(
    {"from", "to", "cc", "bcc", "subject", "date", "sent", "reply-to", "message-id", "newsgroups"}
)
_LABEL = re.compile(r"\s*(?:[\dA-Z]{1,3}(?:\.\d{1,3})*[.):]?|[-*+•o]|\[\w{1,12}\])\s+")
"""A number or a bullet, and the gap after it, which divides no columns."""
_COLUMNS = re.compile(r"\S(?: {3,}|[ ]*\t[ \t]*)\S")
_SETTING = re.compile(r" *[a-z][\w.-]*:(?: [^\s.!?][^.!?]*| *)\Z")
_NUMERAL = "0123456789ivxlcIVXLC"
_DRAWN = re.compile(r"[─-╿▀-▟]")
_ROW = re.compile(r"\s*(?:\+[-=+]{2,}|\|.*\|\s*\Z)")
_PLAIN = re.compile(
    r" {0,3}(?!o \S|o  |\w{1,5}\)|[a-z][ivx]{0,4}\.\s|RFC |Internet|[Pp]age\b|[\w-]+:(?:\s|\Z))[^\W\d_][^\t]*\Z"
)


class Marker(NamedTuple):
    """What makes a line the first of a list's item."""

    indent: int
    """Columns before it."""
    text: str
    """`BULLET` for any bullet, else the number as it stands: "12.", "(a)"."""
    length: int
    """Characters up to the item's text."""


def indent_of(line: str) -> int:
    """Count the columns before a line's first mark."""
    if line[0] not in " \t":
        return 0
    bare = line.lstrip(" \t")
    space = line[: len(line) - len(bare)]
    return len(space.expandtabs(_TAB)) if "\t" in space else len(space)


def marker_of(line: str) -> Marker | None:
    """Return the marker of the list item that a line begins."""
    if found := _BULLET.match(line):
        return Marker(indent_of(line), BULLET, found.end())
    if found := _ORDERED.match(line):
        return Marker(indent_of(line), found[2], found.end())
    return None


def next_marker_of(line: str, last: Marker) -> Marker | None:
    """Return the marker of the item that a line begins right below the item that `last` marks.

    "1.1" is one only where it numbers on, and "b." only after "a." or farther left: running text begins so, too.
    """
    found = _DECIMAL.match(line)
    marker = Marker(indent_of(line), found[2], found.end()) if found else marker_of(line)
    if not marker or marker.indent < last.indent:
        return marker
    if found:
        return marker if _numbers_on(last.text, marker.text) else None
    if marker.text in {"a.", "i."} or marker.text[1:] != "." or marker.text[0].isdigit():
        return marker
    return marker if last.text[1:] == "." and ord(last.text[0]) + 1 == ord(marker.text[0]) else None


def _numbers_on(last: str, number: str) -> bool:
    """Tell whether "1.1" follows "1.", and "1.2" follows "1.1"."""
    parts = last.strip("(.)").split(".")
    if not all(map(str.isdigit, parts)):
        return False
    before = list(map(int, parts))
    steps = [[*before, 1], *([*before[:end], before[end] + 1] for end in range(len(before)))]
    return list(map(int, number.split("."))) in steps


def is_marked(line: str) -> bool:
    """Tell whether a line is no running text: an item, a quote, a rule, a row of a table."""
    return bool(marker_of(line) or quoting(line)[0] or ornament_of(line) or is_fixed(line))


def quoting(line: str) -> tuple[int, int]:
    """Return how deep a line is quoted, as mail quotes, and the characters that say so; `(0, 0)` where it isn't."""
    found = _QUOTE.match(line)
    return (found[1].count(">"), found.end()) if found else (0, 0)


def ornament_of(line: str) -> str:
    """Return the one mark that a line repeats, three times or more and perhaps spaced, and nothing else; else ""."""
    mark = line.strip()[:1]
    if mark not in _RULE or line.count(mark) < _SHORTEST:
        return ""
    return "" if line.strip(mark + " \t") else mark


def may_underline(line: str) -> bool:
    """Tell whether a line begins as a row of marks does."""
    return line.lstrip(" ")[:1] in _UNDERLINE


def underline_of(line: str, title: str) -> str:
    """Return the mark that a line underlines the line `title` with; "" where it does not."""
    row = line.strip()
    mark = row[:1]
    if mark not in _UNDERLINE or len(row) < _SHORTEST or row.strip(mark):
        return ""
    text = title.strip()
    if not text or is_fixed(title) or not any(map(str.isalnum, text)):
        return ""
    length = len(text)
    near = 2 * len(row) >= length if mark in "=-" else abs(len(row) - length) < _SHORTEST
    return mark if near else ""


def is_plain(line: str) -> bool:
    """Tell, faster than by asking for each of them, that a line has no mark of any kind."""
    return "   " not in line.lstrip(" ") and "[" not in line and bool(_PLAIN.match(line))


def is_page_number(line: str) -> bool:
    """Tell whether a line is what a page has at its foot."""
    return ("[" in line or len(line) < _SHORT_FOOTER) and bool(_FOOTER.search(line))


def is_page_header(line: str) -> bool:
    """Tell whether a line is what each page of an RFC has at its head."""
    return bool(_HEADER.match(line))


def field_of(line: str) -> str:
    """Return the name, in lower case, of the mail header field that a line is; else ""."""
    found = _FIELD.match(line)
    return found[1].lower() if found else ""


def is_known_field(name: str) -> bool:
    """Tell whether mail has a header field of this name (RFC 5322 section 3.6, RFC 5536 section 3)."""
    return name in _KNOWN_FIELDS


def is_setting(line: str) -> bool:
    """Tell whether a line is a name in small letters and a value, as in a file of settings: "kind: Service"."""
    return bool(_SETTING.match(line))


def has_columns(line: str) -> bool:
    """Tell whether a line has a gap within it that sets columns apart, or the dots that lead to a page number."""
    if "   " not in line and "\t" not in line:
        return has_leader(line)
    label = _LABEL.match(line)
    return bool(_COLUMNS.search(line, label.end() if label else 0)) or has_leader(line)


def has_leader(line: str) -> bool:
    """Tell whether a line ends in the dots that lead to a page number."""
    return line.rstrip().rstrip(_NUMERAL).rstrip().endswith(("....", ". . ."))


def is_fixed(line: str) -> bool:
    """Tell whether a line is drawn with boxes or set in columns: a row of a table, a part of a figure."""
    return bool(_DRAWN.search(line) or _ROW.match(line)) or has_columns(line)
