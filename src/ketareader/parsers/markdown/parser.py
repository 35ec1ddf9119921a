"""The Markdown parser: batches of blocks, exactly those of one whole parse."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ketareader.document.batch import Batch
from ketareader.document.block import CELL, LEAD, LINE, LISTING, RETURN, Block, Kind
from ketareader.document.inline import Inline, Span
from ketareader.document.outline import title_of
from ketareader.document.references import References
from ketareader.document.source import Piece
from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown.cells import as_code, beneath, hanging, in_cell
from ketareader.parsers.markdown.inline import parse_inline
from ketareader.parsers.markdown.rules import make_markdown_it
from ketareader.parsers.markdown.runs import Runs
from ketareader.parsers.markdown.usage import unused_references
from ketareader.text import clean

if TYPE_CHECKING:
    from ketareader.document.macros import Macro

_LEADS = ((LEAD, hanging), (LISTING, as_code))
"""What a line's source stands behind in a cell, and how it is set then."""
_LITERAL = frozenset({Kind.CODE, Kind.HTML, Kind.RULE, Kind.REFERENCE, Kind.META})


class Markdown:
    """CommonMark 0.31 with what GitHub, Pandoc, Obsidian and others add to it."""

    def __init__(self, punctuation: Punctuation = Punctuation.WRITTEN) -> None:
        """Set markdown-it up; parsing changes nothing in it, so that threads may share one."""
        self._markdown_it = make_markdown_it()
        self._punctuation = punctuation

    def parse(self, pieces: Iterator[Piece], size: int) -> Iterator[Batch]:
        """Yield the article's blocks; see `Parser.parse`."""
        batches = Runs(self._markdown_it, pieces, size).batches()
        return batches if self._punctuation is Punctuation.WRITTEN else map(_printed, batches)

    def inline(self, block: Block, references: References) -> Inline:
        """Parse one block's text; see `Parser.inline`."""
        if block.kind in _LITERAL:
            return Inline(block.text)
        references = references.at_line(block.line)
        if block.kind is Kind.TABLE:
            return self._table(block.text, references)
        if block.kind is Kind.MATH:
            return _formula(block.text, references.macros)
        inline = parse_inline(self._markdown_it, block.text.strip(), references, self._punctuation)
        is_dashed = block.kind is Kind.HEADING and "--" in block.text and self._punctuation is Punctuation.PRINTED
        return self._spelled(inline, block, references) if is_dashed else inline

    def unused(self, blocks: list[Block], references: References) -> frozenset[str]:
        """Find the references that no block uses; see `Parser.unused`."""
        return unused_references(blocks, references, self.inline)

    def _spelled(self, inline: Inline, heading: Block, references: References) -> Inline:
        """Have a heading's text know the hyphens that its dashes are written with, for they are part of its slug."""
        written = parse_inline(self._markdown_it, heading.text.strip(), references)
        return inline._replace(spelled=written.spelled or title_of(written))

    def _table(self, text: str, references: References) -> Inline:
        """Parse a table's cells one by one."""
        parts: list[str] = []
        spans: list[Span] = []
        length = 0
        for number, row in enumerate(text.split("\n")):
            for column, cell in enumerate(row.split(CELL)):
                if number or column:
                    parts.append("\t" if column else "\n")
                    length += 1
                inline = self._cell(cell, references)
                spans.extend(s._replace(start=s.start + length, end=s.end + length) for s in inline.spans)
                parts.append(inline.text)
                length += len(inline.text)
        return Inline("".join(parts), tuple(spans))

    def _cell(self, text: str, references: References) -> Inline:
        """Parse a cell's lines one by one."""
        if LINE in text:
            return beneath([self._cell(line, references) for line in text.split(LINE)])
        for mark, set_behind in _LEADS:
            if mark in text:
                lead, _, line = text.partition(mark)
                return set_behind(lead, self._cell(line, references))
        source = text.replace(RETURN, "\n")
        return in_cell(parse_inline(self._markdown_it, source, references, self._punctuation))


def _printed(batch: Batch) -> Batch:
    """Return a batch, what its front matter says of the article set as in print."""
    if not batch.meta:
        return batch
    from ketareader.parsers.markdown.typography import printed  # noqa: PLC0415 (few articles have any)

    title, author, description = map(printed, (batch.meta.title, batch.meta.author, batch.meta.description))
    return replace(batch, meta=batch.meta._replace(title=title, author=author, description=description))


def _formula(tex: str, macros: Mapping[str, "Macro"]) -> Inline:
    """Return displayed mathematics as it reads, or as it stands."""
    from ketareader.parsers.markdown.formulas import formula  # noqa: PLC0415 (few articles have any)
    from ketareader.parsers.markdown.tex import unicode_math  # noqa: PLC0415 (as above)

    text = formula(tex, macros)
    shown, role = (tex, "math.source") if text is None else (clean(text), "math")
    flat = clean(unicode_math(tex.strip(), macros) or tex) if text and "\n" in text else ""
    return Inline(shown, (Span(0, len(shown), role),) if shown else (), flat=flat)
