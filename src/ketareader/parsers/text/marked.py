"""Headings that say so themselves: chapters, numbers, capitals."""

import re
from dataclasses import dataclass

from ketareader.parsers.text.line import has_leader

_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the \\w+"
_NUMERAL = rf"(?:\d{{1,4}}|[IVXLCDMivxlcdm]{{1,9}}|[A-Z]|(?i:{_NUMBER_WORDS}))"
_CHAPTER = re.compile(
    rf"(?P<word>(?i:chapter|book|part|volume|act|scene|canto|stave|letter))\s+{_NUMERAL}(?P<stop>[.:—–-]*)"
    r"(?P<rest>\s+\S.*)?\Z"
)
_UPPER_PARTS = frozenset({"book", "part", "volume", "act"})
_NUMBERED = re.compile(
    r"(?P<word>(?i:appendix|section)\s+)?(?P<number>(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*|[IVXLC]{1,7})(?P<stop>[.:)]?)"
    r"(?:\s+(?P<title>\S.*))?\Z"
)
_FEWEST_CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a line says that begins a chapter."""

    whole: bool
    """Whether its title stands on the line too."""
    upper: bool
    """Whether it is a part that has chapters: a book, a volume, an act."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered line."""

    style: str
    """What it is numbered with first: "digits", "roman" or "letters"; "word" for "Appendix A" and the like."""
    depth: int
    """Numbers in its number: 2 for "2.1"."""
    first: int
    """The first of them; for a letter or a roman numeral 0."""
    stopped: bool
    """Whether a stop or a bracket closes the number, or a word stands before it."""
    title: str
    """What follows the number; "" where a word before it is all there is."""


def chapter_of(line: str) -> Chapter | None:
    """Tell whether a line begins a chapter: "CHAPTER I.", "Part Two: The Return"."""
    found = _CHAPTER.match(line)
    if not found or not line[0].isupper() or has_leader(line):
        return None
    rest = (found["rest"] or "").strip()
    if rest and (rest[:1].islower() or (not found["stop"] and rest.endswith((".", ",", ";")))):
        return None
    return Chapter(bool(rest), found["word"].lower() in _UPPER_PARTS)


def number_of(line: str) -> Numbered | None:
    """Tell how a line is numbered: "2.1 Scope", "Appendix B.", "IV. The Sea"."""
    found = _NUMBERED.match(line)
    if not found or not (found["word"] or found["title"]) or has_leader(line):
        return None
    parts = found["number"].split(".")
    first = int(parts[0]) if parts[0].isdigit() else 0
    style = "word" if found["word"] else _style(parts)
    return Numbered(style, len(parts), first, bool(found["stop"] or found["word"]), found["title"] or "")


def _style(parts: list[str]) -> str:
    """Return what a number of these parts is written in."""
    if parts[0].isdigit():
        return "digits"
    return "roman" if len(parts) == 1 and set(parts[0]) <= set("IVX") else "letters"


def in_capitals(line: str) -> bool:
    """Tell whether a line is set in capitals, with letters enough to say so."""
    return line.isupper() and line[0].isalnum() and "_" not in line and sum(map(str.isupper, line)) >= _FEWEST_CAPITALS
