"""Rarities: what few articles have in their blocks. It is looked for from the run on that has its sign."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from ketareader.document.block import WITHOUT_INLINE, Block, Name
from ketareader.parsers.cut import cut

if TYPE_CHECKING:
    from ketareader.document.macros import Macro
    from ketareader.parsers.html.tables import Tables
    from ketareader.parsers.markdown.back_matter import Abbreviation

_TABLE: Final = "<table"
"""What a table of raw HTML begins with, in lower case."""
_NAME: Final = r"(?i)\s(?:id|name)\s*="
"""What a tag has in it that gives a name."""
_LISTED: Final = r"\{[^{}\n]*#"
"""What a list of attributes begins with that gives one."""
_ABBREVIATION: Final = ("<abbr", "<acronym")
"""What begins an abbreviation that may say what it stands for, in lower case."""

_MACRO: Final = (r"\newcommand", r"\renewcommand", r"\providecommand", r"\def", r"\DeclareMathOperator")
"""What defines one in a formula."""


class Rarities:
    """What of it has been seen in an article so far: a sign may stand in one run, and what it is of in the next."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tables: Tables | None = None
        """What sets the tables in raw HTML."""
        self._is_named = self._is_listed = self._is_abbreviated = self._is_defining = False

    def look_at(self, run: str) -> None:
        """Look for the signs in a run."""
        if "<" in run:
            small = run.lower()
            self._is_named = self._is_named or re.search(_NAME, run) is not None
            self._is_abbreviated = self._is_abbreviated or any(sign in small for sign in _ABBREVIATION)
            if not self._tables and _TABLE in small:
                from ketareader.parsers.html.tables import Tables  # noqa: PLC0415 (few articles have any)

                self._tables = Tables()
        self._is_defining = self._is_defining or any(sign in run for sign in _MACRO)
        self._is_listed = self._is_listed or ("{" in run and re.search(_LISTED, run) is not None)

    def with_tables(self, blocks: list[Block], *, last: bool) -> list[Block]:
        """Return blocks with the tables of raw HTML in the place of what is in their cells."""
        if not self._tables:
            return blocks
        found = chain(self._tables.among(blocks), self._tables.ending() if last else ())
        return [part for block in found for part in cut(block)]

    def with_names(self, blocks: list[Block]) -> list[Block]:
        """Return blocks with the names that tags and lists of attributes in their lines give."""
        if self._is_named:
            from ketareader.parsers.html import names  # noqa: PLC0415 (as above)

            blocks = [_named(block, "<", names.names_within) for block in blocks]
        if self._is_listed:
            from ketareader.parsers.markdown import attribute_lists  # noqa: PLC0415 (as above)

            blocks = [_named(block, "{", attribute_lists.names_within) for block in blocks]
        return blocks

    def abbreviations(self, blocks: Iterable[Block]) -> Sequence["Abbreviation"]:
        """Return what the tags in blocks say that abbreviations stand for."""
        if not self._is_abbreviated:
            return ()
        from ketareader.parsers.html.abbreviations import abbreviations_in  # noqa: PLC0415 (as above)

        return [found for block in blocks for found in abbreviations_in(block)]

    def macros(self, blocks: Iterable[Block]) -> tuple["Macro", ...]:
        """Return the macros that formulas in blocks define."""
        if not self._is_defining:
            return ()
        from ketareader.parsers.markdown.formulas import macros_in  # noqa: PLC0415 (as above)

        return tuple(macro for block in blocks for macro in macros_in(block))


def _named(block: Block, sign: str, names_within: Callable[[str], Iterator[Name]]) -> Block:
    """Return a block with the names that are given in its lines, by what begins with a sign."""
    if sign not in block.text or block.kind in WITHOUT_INLINE:
        return block
    names = (*names_within(block.text), *block.names)
    return block._replace(names=names) if names else block
