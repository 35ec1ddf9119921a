"""Promises that hold for any plain text."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.block import Block, Item, Kind
from ketareader.document.references import References
from ketareader.parsers.text import PlainText
from tests.parsers.plain_text import parse

FRAGMENTS = (
    *(
        "Word",
        "a",
        "the end.",
        "Title Case Heading",
        "CAPS LINE",
        "Term: text",
        "“Quote”",
        "漢字",
        "?",
        "—",
        "https://a.b/c",
    ),
    *("1.", "2.1", "-", "*", "•", "a)", "(b)", "IV.", "CHAPTER I.", "Part Two", "Appendix A"),
    *(">", "> ", ">> ", "===", "---", "----------", "|", "+--+", "....... 3", "{};"),
    *("   ", "    ", "\t", "\f", "␌", "[Page 3]", "RFC 1 x 1999", "From: x", "To: y", "-- "),
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod",
    "x" * 90,
)
LINES = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=5).map(" ".join), st.text("ab .\t>-=*1\f", max_size=12))
TEXTS = st.lists(LINES, max_size=40).map(lambda lines: "".join(f"{line}\n" for line in lines))
ORNAMENT = re.compile(r"[-=~_*#+^•·─━═`:.'\"<>o|]*\Z")
"""A word that is no more than marks: an underline, a rule, a bullet."""


def words(text: str) -> Counter[str]:
    """Count a text's words, the marks of quotes and page breaks apart."""
    return Counter(word for word in re.sub("[>\f␌]", " ", text).split() if not ORNAMENT.match(word))


def words_of(blocks: list[Block]) -> Counter[str]:
    """Count the words that the reader sees: those of the blocks, and the numbers of the items."""
    items = {id(entry): entry.marker for block in blocks for entry in block.frame if isinstance(entry, Item)}
    return sum((words(block.text) for block in blocks), words(" ".join(items.values())))


@given(TEXTS)
def test_no_word_is_lost_and_none_is_made_up(text: str) -> None:
    assert words_of(parse(text)) == words(text)


@given(TEXTS)
def test_blocks_are_in_order_and_within_the_text(text: str) -> None:
    blocks = parse(text)
    assert all(0 < block.line < block.end <= text.count("\n") + 1 for block in blocks)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)


@given(TEXTS)
def test_levels_are_those_of_their_kind(text: str) -> None:
    for block in parse(text):
        if block.kind is Kind.HEADING:
            assert 1 <= block.level <= 6
            assert "\n" not in block.text
        elif block.kind is Kind.DEFINITION:
            assert 0 < block.level < len(block.text)
        else:
            assert block.level == 0


@given(TEXTS)
def test_spans_are_in_order_and_nest_within_the_text_as_read(text: str) -> None:
    parser = PlainText()
    for block in parse(text):
        inline = parser.inline(block, References())
        assert list(inline.spans) == sorted(inline.spans, key=lambda span: (span.start, -span.end))
        assert all(0 <= span.start < span.end <= len(inline.text) for span in inline.spans)
        assert words(inline.text) == words(block.text) or block.kind is Kind.RULE
