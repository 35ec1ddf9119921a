"""Plain text as read: soft line ends, terms, addresses."""

import pytest

from ketareader.document.block import Block, Kind
from ketareader.document.inline import Inline, Span
from ketareader.document.references import References
from ketareader.parsers.text import PlainText
from tests.parsers.plain_text import WRAPPED, parse


def inline(kind: Kind, text: str, *, level: int = 0, info: str = "") -> Inline:
    return PlainText().inline(Block(kind, text, 1, 2, level=level, info=info), References())


def test_line_ends_and_runs_of_spaces_in_a_paragraph_are_single_spaces() -> None:
    assert inline(Kind.PARAGRAPH, "List  information\nabout\tthe   files").text == "List information about the files"


def test_a_hyphen_at_a_line_s_end_is_left_as_it_is() -> None:
    assert inline(Kind.PARAGRAPH, "well-\nknown").text == "well- known"


def test_a_no_break_space_is_kept() -> None:
    assert inline(Kind.PARAGRAPH, "10\u00a0km  away").text == "10\u00a0km away"


@pytest.mark.parametrize("kind", [Kind.CODE, Kind.VERSE])
def test_code_and_verse_keep_their_lines_and_spaces(kind: Kind) -> None:
    assert inline(kind, "one  two\n  three").text == "one  two\n  three"


def test_a_rule_says_nothing() -> None:
    assert inline(Kind.RULE, "") == Inline("")


def test_a_term_is_marked_over_its_length() -> None:
    found = inline(Kind.DEFINITION, "Quick relief: it\nworks", level=13)
    assert found == Inline("Quick relief: it works", (Span(0, 13, "term"),))


def test_spaces_within_a_term_are_gone_before_its_length_is_taken() -> None:
    block = parse(f"{WRAPPED}\n\nQuick  relief: it works\n\nSlow  relief: it does not\n")[1]
    assert (block.text, block.level) == ("Quick relief: it works", 13)


def test_addresses_are_links_and_in_code_they_are_not() -> None:
    text = "See www.example.org."
    assert inline(Kind.PARAGRAPH, text).spans == (Span(4, 19, "link", "http://www.example.org"),)
    assert inline(Kind.VERSE, text).spans == (Span(4, 19, "link", "http://www.example.org"),)
    assert inline(Kind.CODE, text).spans == ()


def test_what_a_page_has_at_its_foot_is_quiet() -> None:
    assert inline(Kind.PARAGRAPH, "Smith   [Page 1]", info="page") == Inline("Smith [Page 1]", (Span(0, 14, "meta"),))


def test_plain_text_has_no_references() -> None:
    assert PlainText().unused([], References()) == frozenset()
