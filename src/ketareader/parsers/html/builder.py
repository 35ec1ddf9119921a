"""From HTML's tags to blocks: fragments come one after the other, and Markdown may stand between them.

In CommonMark an HTML block ends at a blank line (section 4.6). So what a fragment opens stays open: Markdown blocks
below it stand in its containers until a later fragment closes them.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import ClassVar

from ketareader.document.block import Block, Frame, Kind
from ketareader.parsers.html.elements import APART, FOREIGN, HEADINGS, INLINE, KNOWN, SILENT
from ketareader.parsers.html.making import Making
from ketareader.parsers.html.names import names_in
from ketareader.parsers.html.scripts import folded, words
from ketareader.parsers.html.starts import STARTS
from ketareader.parsers.html.survey import Survey
from ketareader.parsers.html.tokens import HtmlToken, Sort, is_unfinished, tokenize
from ketareader.parsers.markdown.elements import MEDIA

_CODE_SPAN = r"(?<!`)(`++)[^`]++\1(?!`)"
"""Code within a line of Markdown (CommonMark section 6.1), unless there are backticks in it."""
_CDATA = len("<![CDATA["), -len("]]>")


class HtmlBuilder:
    """Turns fragments into blocks. Between them it holds which elements are open, and nothing of what is in them."""

    def __init__(self, frame: Frame = (), names: list[str] | None = None) -> None:
        """Begin with no element; what comes stands in the containers of `frame`, and is called by `names`.

        Names that come are added there, for the block that comes next.
        """
        self._making = Making(frame, [] if names is None else names)
        self._survey = Survey(())
        self._unknown: Counter[str] = Counter()
        """Elements that aren't HTML's and are open, by name."""

    @property
    def frame(self) -> Frame:
        """The containers that a Markdown block which comes next stands in."""
        return self._making.open.top.frame

    @property
    def is_open(self) -> bool:
        """Whether any element is open."""
        return len(self._making.open) > 0

    def is_markup(self, text: str) -> bool:
        """Tell whether a paragraph of Markdown is nothing but tags: then it may as well be a fragment."""
        return all(token.sort is not Sort.TEXT or not token.source.strip() for token in tokenize(text))

    def fragment(self, html: str, line: int) -> list[Block]:
        """Return the blocks of the next fragment, which begins on this line of the source, from 1. Never raises."""
        making = self._making
        tokens = tuple(tokenize(html))
        if tokens and is_unfinished(tokens[0]):
            text = html.rstrip("\n")
            making.add(Block(Kind.HTML, text, line, line + text.count("\n") + 1, self.frame))
            return making.taken()
        if not making.code and any(token.name == "math" for token in tokens):
            from ketareader.parsers.markdown.mathml import with_formulas  # noqa: PLC0415 (few articles have any)

            tokens = tuple(with_formulas(tokens))
        self._survey = Survey(tokens)
        making.line = line
        for self._survey.at, token in enumerate(tokens):
            self._TAKE[token.sort](self, token)
            making.line += token.source.count("\n")
        making.line -= html.endswith("\n")
        making.pause()
        return making.taken()

    def interrupt(self) -> list[Block]:
        """Take note that something else follows the last fragment; return what is due before that."""
        self._making.interrupt()
        return self._making.taken()

    def break_off(self) -> None:
        """Take note that a block of Markdown comes next: a row of a table ends there, unless it stands in a cell."""
        self._making.break_off()

    def pass_over(self, text: str) -> None:
        """Close what the tags in a paragraph of Markdown close; what they open ends with it."""
        opened: Counter[str] = Counter()
        for token in tokenize(re.sub(_CODE_SPAN, "", text)):
            if token.sort is Sort.START:
                opened[token.name] += 1
            elif token.sort is Sort.END and opened[token.name]:
                opened[token.name] -= 1
            elif token.sort is Sort.END and token.name in APART:
                self._end_apart(token.name)
        self._making.taken()

    # What comes

    def _text(self, token: HtmlToken) -> None:
        if self._making.code:
            self._making.code.add(token.source)
        else:
            self._making.text.add(token.source, self._making.line)

    def _cdata(self, token: HtmlToken) -> None:
        """Take text in which nothing is markup."""
        self._text(token._replace(source=token.source[slice(*_CDATA)].replace("&", "&amp;")))

    def _formula(self, token: HtmlToken) -> None:
        """Take a formula, which is left to the inline parser."""
        self._making.text.markdown(" ".join(token.source.split()), self._making.line)

    def _hidden(self, token: HtmlToken) -> None:
        """Pass over what isn't shown."""

    def _raw(self, token: HtmlToken) -> None:
        """Fold a script or a style sheet; where it stands in a line of text, it stays there as it is."""
        making = self._making
        if not words(token.source):
            return
        in_line = making.open.top.flat or not (making.text.is_empty or "\n" in token.source)
        if making.code:
            self._as_it_stands(token)
            return
        if in_line:
            making.text.literally(" ".join(token.source.split()), making.line)
            return
        making.clear()
        making.entitle()
        for block in folded(token.name, token.source, making.line, self.frame):
            making.add(block)

    def _as_it_stands(self, token: HtmlToken) -> None:
        """Take what isn't known."""
        if self._making.code:
            self._making.code.add(token.source.replace("&", "&amp;"))
        else:
            self._making.text.literally(token.source, self._making.line)

    def _start(self, token: HtmlToken) -> None:
        """Take a start tag. What came before it may end there, and isn't called by its names."""
        self._begin(token)
        if "=" in token.source:
            self._making.names.extend(names_in(token))

    def _begin(self, token: HtmlToken) -> None:
        """Begin what a start tag begins."""
        making, name = self._making, token.name
        if making.code:
            self._start_in_code(token)
        elif name in INLINE:
            making.text.begin(name, token.source)
        elif begin := STARTS.get(name):
            begin(making, token, self._survey)
        elif making.open.has(FOREIGN):
            making.text.gap()
        elif name not in SILENT:
            self._unknown[name] += 1
            self._as_it_stands(token)

    def _start_in_code(self, token: HtmlToken) -> None:
        """Take a start tag within code, where nothing begins but a line."""
        code = self._making.code
        if code and token.name == "br":
            code.add("\n")
        elif code and token.name == "code":
            code.name(token.source)
        elif token.name not in KNOWN:
            self._as_it_stands(token)

    def _end(self, token: HtmlToken) -> None:
        """Take an end tag."""
        making, name = self._making, token.name
        if name in APART:
            self._end_apart(name)
        elif name in INLINE and not making.code:
            making.text.end(name, token.source)
        elif name in FOREIGN or name in MEDIA:
            making.close(making.open.closed_by(frozenset({name}), name))
        elif name not in KNOWN and not making.open.has(FOREIGN):
            self._end_unknown(token)

    def _end_unknown(self, token: HtmlToken) -> None:
        """Take the end of what isn't HTML's; where it begins a block, it says nothing that its start didn't."""
        is_open = self._unknown[token.name] > 0
        self._unknown[token.name] -= is_open
        if not is_open or self._making.code or not self._making.text.is_empty:
            self._as_it_stands(token)

    def _end_apart(self, name: str) -> None:
        """End what is apart from the text beside it; the end of nothing parts, too."""
        making = self._making
        names = HEADINGS if name in HEADINGS else frozenset({name})
        count = 0 if making.open.passes_over(name) else making.open.closed_by(names, name)
        making.close(count)
        if not count and not making.code:
            making.part()

    # Held by the class: a builder that held its own methods would be garbage that waits to be collected.
    _TAKE: ClassVar[dict[Sort, Callable[["HtmlBuilder", HtmlToken], None]]] = {
        Sort.START: _start,
        Sort.END: _end,
        Sort.TEXT: _text,
        Sort.CDATA: _cdata,
        Sort.FORMULA: _formula,
        Sort.HIDDEN: _hidden,
        Sort.RAW: _raw,
        Sort.OTHER: _as_it_stands,
    }
