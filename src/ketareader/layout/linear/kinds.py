"""How each kind of block is said. A new kind is one function and one row of `_KINDS`."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from ketareader.document.block import Block, Callout, Kind
from ketareader.document.document import Document
from ketareader.document.inline import Inline
from ketareader.layout.code import language_of
from ketareader.layout.linear.counting import count_lines, is_last_piece
from ketareader.layout.linear.rows import Table, table_lines
from ketareader.layout.linear.text import Links, spoken


class Speech(NamedTuple):
    """What a block is said with."""

    document: Document
    at: int
    """Index of the block in `Document.blocks`."""
    links: Links
    """Those of its section."""
    table: Table
    """The table that it is, or goes on with."""

    @property
    def block(self) -> Block:
        """The block."""
        return self.document.blocks[self.at]

    @property
    def inline(self) -> Inline:
        """Its text as read."""
        return self.document.inline(self.at)


def lines_of(speech: Speech) -> list[str]:
    """Return the lines that a block is said in, its containers left out."""
    return _KINDS[speech.block.kind](speech)


def counted(number: int, name: str) -> str:
    """Return a number of things, by the name of one: "1 row", "2 rows"."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _flow(speech: Speech) -> list[str]:
    """Say text, a line for each of its own."""
    text = spoken(speech.inline, speech.links)
    return [line.strip(" ") for line in text.split("\n")] if text else []


def _one_line(speech: Speech) -> str:
    return " ".join(_flow(speech))


def _heading(speech: Speech) -> list[str]:
    """Say a heading, with its level and its number."""
    if speech.block.joined:
        return _flow(speech)
    section = speech.document.section_at(speech.at)
    number = speech.document.sections[section].number if section else ""
    return [f"Heading level {speech.block.level}{number and f', number {number}'}: {_one_line(speech)}".rstrip()]


def _title(speech: Speech) -> list[str]:
    """Say a title, unless it says only what kind of thing it is on, which was said before it."""
    around = speech.block.frame[-1] if speech.block.frame else None
    repeats = isinstance(around, Callout) and speech.inline.text.strip().lower() == around.kind
    return [] if repeats else _flow(speech)


def _term(speech: Speech) -> list[str]:
    return [f"Term: {_one_line(speech)}"]


def _rule(_speech: Speech) -> list[str]:
    return ["Separator"]


def _reference(speech: Speech) -> list[str]:
    """Say a reference that nothing uses."""
    first, *rest = speech.inline.text.split("\n")
    return [f"Reference: {first}", *rest]


def _code(speech: Speech) -> list[str]:
    """Say code as it stands, its language and length before it."""
    language = _name_of(language_of(speech.block.info))
    return _between(speech, f"Code in {language}" if language else "Code", "code")


def _html(speech: Speech) -> list[str]:
    """Say raw HTML as the code that it is."""
    return _between(speech, "Code in HTML", "code")


def _meta(speech: Speech) -> list[str]:
    return _between(speech, "Front matter", "front matter")


def _math(speech: Speech) -> list[str]:
    """Say a formula; one that takes several lines, with their number."""
    text = speech.inline.text
    is_line = "\n" not in text and not speech.block.joined and is_last_piece(speech.document, speech.at)
    return [f"Formula: {text}"] if is_line else _between(speech, "Formula", "formula")


def _table(speech: Speech) -> list[str]:
    """Say a table row by row, each cell after its column's name."""
    inline, columns = speech.inline, max(len(speech.block.info), 1)
    if speech.block.joined:
        return _ended(speech, table_lines(inline, speech.table, speech.links), "table")
    names, *rows = table_lines(inline, speech.table.begin(), speech.links)
    lines = count_lines(speech.document, speech.at)
    size = "many rows" if lines is None else counted(lines - 1, "row")
    return _ended(speech, [f"Table, {counted(columns, 'column')}, {size}: {names}", *rows], "table")


def _between(speech: Speech, name: str, short: str) -> list[str]:
    """Return a block's lines as they stand; before them what and how many they are, after them that they end."""
    lines = speech.inline.text.split("\n") if speech.inline.text else []
    if not speech.block.joined:
        number = count_lines(speech.document, speech.at) if lines else 0
        lines.insert(0, f"{name}, {'many lines' if number is None else counted(number, 'line')}:")
    return _ended(speech, lines, short)


def _ended(speech: Speech, lines: Iterable[str], name: str) -> list[str]:
    """Add that a block ends, after the last of its pieces."""
    return [*lines, *([f"End of {name}"] if is_last_piece(speech.document, speech.at) else [])]


@lru_cache(64)
def _name_of(language: str) -> str:
    """Return what a language is called; as it was written, where Pygments doesn't know it."""
    if not language:
        return ""
    from pygments.lexers import get_all_lexers  # noqa: PLC0415 (no article without code waits for it)

    known = (name for name, aliases, _, _ in get_all_lexers(plugins=False) if language in aliases)
    return next(known, language)


_KINDS: Final[dict[Kind, Callable[[Speech], list[str]]]] = {
    Kind.HEADING: _heading,
    Kind.PARAGRAPH: _flow,
    Kind.CODE: _code,
    Kind.TABLE: _table,
    Kind.RULE: _rule,
    Kind.HTML: _html,
    Kind.DEFINITION: _flow,
    Kind.VERSE: _flow,
    Kind.REFERENCE: _reference,
    Kind.META: _meta,
    Kind.TITLE: _title,
    Kind.TERM: _term,
    Kind.MATH: _math,
}
