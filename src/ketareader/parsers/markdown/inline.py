"""A block's Markdown as it is read: plain text and spans."""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ketareader.document.inline import Inline
from ketareader.document.references import References
from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown.builder import InlineBuilder
from ketareader.parsers.markdown.plain_markup import built, outside_code, parts_of
from ketareader.parsers.markdown.prose import tags_in
from ketareader.parsers.markdown.unspaced import may_be_unspaced

_MARKUP = re.compile(r"[\\`*_\[<&~@\n]|\$[^$]*\$|:(?://|[a-z0-9_+-]+:)|==|[wW]{3}\.")
"""What a text must hold to differ, as read, from its source by more than its soft line breaks."""
_PUNCTUATION = ('"', "'", "--", "...")
_HARD_BREAKS = ("  \n", "\\\n")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def parse_inline(
    markdown_it: MarkdownIt, text: str, references: References, punctuation: Punctuation = Punctuation.WRITTEN
) -> Inline:
    """Parse inline Markdown (CommonMark section 6, GitHub's and Obsidian's additions)."""
    if "\n" in text and not _breaks_matter(text):
        text = _SOFT_BREAK.sub(" ", text)
    if not _MARKUP.search(text):
        if not _may_change(text, references, punctuation):
            return Inline(text)
        return _finished(InlineBuilder((Token("text", "", 0, content=text),)), references, punctuation)
    parts = parts_of(text)
    if len(parts) > 1 and not _MARKUP.search(outside_code(parts)):
        return _finished(built(parts), references, punctuation)
    tokens: list[Token] = []
    try:
        markdown_it.inline.parse(text, markdown_it, _environment(references), tokens)
    except RecursionError:
        return Inline(text)
    return _finished(InlineBuilder(_without_tags(tokens) if "<" in text else tokens), references, punctuation)


def _finished(builder: InlineBuilder, references: References, punctuation: Punctuation) -> Inline:
    """Return what was built, its abbreviations marked and its punctuation set."""
    text = builder.text
    if not _may_change(text, references, punctuation):
        return builder.inline(text)
    from ketareader.parsers.markdown.abbreviations import abbreviated  # noqa: PLC0415 (few texts have any)
    from ketareader.parsers.markdown.typography import typeset  # noqa: PLC0415 (as above)

    prose = builder.prose()
    prose.leave_out(tags_in(text))
    builder.spans[:0] = abbreviated(text, references, prose)
    return builder.inline(text, typeset(text, prose, punctuation))


def _may_change(text: str, references: References, punctuation: Punctuation) -> bool:
    """Tell at a glance whether a text may hold an abbreviation, or punctuation that is to be set."""
    if references.abbreviations:
        return True
    return punctuation is not Punctuation.WRITTEN and any(mark in text for mark in _PUNCTUATION)


def _without_tags(tokens: list[Token]) -> Iterable[Token]:
    """Return tokens with what their tags mean in the place of the tags."""
    if not any(token.type == "html_inline" for token in tokens):
        return tokens
    from ketareader.parsers.markdown.tags import read_tags  # noqa: PLC0415 (only where there is a tag)

    return read_tags(tokens)


def _breaks_matter(text: str) -> bool:
    """Tell whether any line break may mean more than a space would: then markdown-it has to see them."""
    return "<" in text or any(mark in text for mark in _HARD_BREAKS) or may_be_unspaced(text)


def _environment(references: References) -> dict[str, object]:
    """Return what the rules know of the rest of the article."""
    return {"references": _References(references), "notes": references.notes, "macros": references.macros}


class _References:
    """References in the form that markdown-it looks them up in."""

    def __init__(self, references: References) -> None:
        self._references = references

    def get(self, label: str, default: None = None) -> dict[str, str] | None:
        reference = self._references.get(label)
        return {"href": reference.target, "title": reference.title} if reference else default
