"""How each kind of block is said. A new kind is one function and one row of `_KINDS`."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from ketareader.document.block import Block, Callout, Fold, Kind, Note
from ketareader.document.document import Document
from ketareader.document.inline import Inline
from ketareader.layout.code_label import language_of, title_of
from ketareader.layout.linear.byline import byline_instead
from ketareader.layout.linear.counting import count_lines, counted, is_last_piece, number_of
from ketareader.layout.linear.mentions import Mentions
from ketareader.layout.linear.rows import Table, table_lines
from ketareader.layout.linear.text import spoken

_FOLDED: Final = "details"
"""What something is called that folds, and a summary that its author didn't write."""
_WORD: Final = r"[\w+#-]+"


class Speech(NamedTuple):
    """What a block is said with."""

    document: Document
    at: int
    """Index of the block in `Document.blocks`."""
    mentions: Mentions
    """Those of its section so far."""
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


def _flow(speech: Speech) -> list[str]:
    """Say text, a line for each of its own."""
    text = spoken(speech.inline, speech.mentions)
    return [line.strip(" ") for line in text.split("\n")] if text else []


def _one_line(speech: Speech) -> str:
    return " ".join(_flow(speech))


def _heading(speech: Speech) -> list[str]:
    """Say a heading, with its level and its number."""
    if speech.block.joined:
        return _flow(speech)
    number = number_of(speech.document, speech.at)
    return [f"Heading level {speech.block.level}{number and f', number {number}'}: {_one_line(speech)}".rstrip()]


def _title(speech: Speech) -> list[str]:
    """Say a title, unless it says only what kind of thing it is on, which was said before it."""
    return [] if speech.inline.text.strip().lower() == _kind_said(speech) else _flow(speech)


def _kind_said(speech: Speech) -> str:
    """Return what was said where the container began that a title is on: of a callout that folds, the callout."""
    outer, inner = (None, None, *speech.block.frame)[-2:]
    if isinstance(inner, Fold):
        above = speech.document.blocks[speech.at - 1].frame if speech.at else ()
        return outer.said.lower() if isinstance(outer, Callout) and outer not in above else _FOLDED
    return inner.said.lower() if isinstance(inner, Callout) else ""


def _term(speech: Speech) -> list[str]:
    return [f"Term: {_one_line(speech)}"]


def _rule(speech: Speech) -> list[str]:
    """Say a separator; where it is above what is collected at the end, and stands in no line of the source, what."""
    block, after = speech.block, speech.document.blocks[speech.at + 1 :][:1]
    if block.line < block.end or not after:
        return ["Separator"]
    return ["Notes:" if any(isinstance(container, Note) for container in after[0].frame) else "Abbreviations:"]


def _reference(speech: Speech) -> list[str]:
    """Say a reference that nothing uses."""
    first, *rest = speech.inline.text.split("\n")
    return [f"Reference: {first}", *rest]


def _code(speech: Speech) -> list[str]:
    """Say code as it stands, its language, its file's name and its length before it."""
    language, title = language_of(speech.block.info), title_of(speech.block.info)
    name = f"Code in {_name_of(language)}" if language and not _is_named_above(speech, language) else "Code"
    return _between(speech, f"{name}, {title}" if title else name, "code")


def _html(speech: Speech) -> list[str]:
    """Say raw HTML as the code that it is."""
    return _between(speech, "Code in HTML", "code")


def _meta(speech: Speech) -> list[str]:
    """Say what front matter tells of the article; all of it is for its end, or to be asked for."""
    return byline_instead(speech.document, speech.at)


def meta_as_it_stands(speech: Speech) -> list[str]:
    """Say front matter, every word of it."""
    return _between(speech, "Front matter", "front matter")


def _math(speech: Speech) -> list[str]:
    """Say a formula as running text has it, with nothing drawn; one of several lines, with their number."""
    if speech.block.joined or not is_last_piece(speech.document, speech.at):
        return _between(speech, "Formula", "formula")
    first, *rest = (speech.inline.flat or speech.inline.text).split("\n")
    size = counted(1 + len(rest), "line")
    return [f"Formula, {size}:", first, *rest, "End of formula"] if rest else [f"Formula: {first}"]


def _table(speech: Speech) -> list[str]:
    """Say a table row by row, each cell after its column's name."""
    inline, columns = speech.inline, max(len(speech.block.info), 1)
    if speech.block.joined:
        table = speech.table.go_on(speech.document, speech.at)
        return _ended(speech, table_lines(inline, table, speech.mentions), "table")
    names, *rows = table_lines(inline, speech.table.begin(speech.at), speech.mentions)
    lines = count_lines(speech.document, speech.at)
    size = "many rows" if lines is None else counted(lines - 1, "row")
    width = f"{counted(columns, 'column')}{'' if names else ' without names'}"
    return _ended(speech, [f"Table, {width}, {size}{names and f': {names}'}", *rows], "table")


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


def _is_named_above(speech: Speech, language: str) -> bool:
    """Tell whether the title right above code names its language: "Diagram (Mermaid)"."""
    above = speech.document.blocks[speech.at - 1] if speech.at else None
    if above is None or above.kind is not Kind.TITLE or above.frame != speech.block.frame:
        return False
    names = {language, _lexer_of(language).lower()}
    return not names.isdisjoint(re.findall(_WORD, speech.document.inline(speech.at - 1).text.lower()))


def _name_of(language: str) -> str:
    """Return what a language is called, where Pygments' name for it is the author's word in full; else that word.

    "js" stands for JavaScript, and "cpp" for C++; but R is another language than S, which Pygments takes it for.
    """
    name = _lexer_of(language)
    letters = iter(_in_letters(name))
    return name if " " not in name and all(letter in letters for letter in _in_letters(language)) else language


def _in_letters(name: str) -> str:
    """Return a language's name as it is typed where it has signs."""
    return name.lower().replace("+", "p").replace("#", "sharp")


@lru_cache(64)
def _lexer_of(language: str) -> str:
    """Return what Pygments calls a language; "" where it doesn't know it."""
    from pygments.lexers import get_all_lexers  # noqa: PLC0415 (no article without code waits for it)

    return next((name for name, aliases, _, _ in get_all_lexers(plugins=False) if language in aliases), "")


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
