"""Texts set in pages: what goes on across a page is one paragraph, and the page's foot and head don't interrupt it."""

import pytest

from ketareader.document.block import Block, Kind
from tests.parsers.plain_text import WRAPPED, headings, parse, shown

FOOT = "Doe                          Informational                      [Page 1]"
HEAD = "RFC 9999                    Example Protocol                January 2020"
BROKEN = """\
   The protocol is spoken by two peers, neither of which says anything
   of consequence, and that which"""
REST_OF_ITEM = """\
      longer than anybody who reads it would want it to be, and longer
      still than what stood there before it was changed."""
REST = "   goes on over the page."


def paged(above: str, below: str, turn: str = "\f\n") -> str:
    return f"Introduction\n\n{WRAPPED}\n\n{above}\n\n\n\n\n{FOOT}\n{turn}{HEAD}\n\n\n{below}\n\n{WRAPPED}\n"


def texts(blocks: list[Block]) -> list[str]:
    return [" ".join(block.text.split()) for block in blocks]


@pytest.mark.parametrize("turn", ["\f\n", "\n"])
def test_a_paragraph_that_goes_on_across_a_page_is_one_and_the_page_s_lines_follow_it(turn: str) -> None:
    assert texts(parse(paged(BROKEN, REST, turn)))[2:5] == [
        " ".join(f"{BROKEN}{REST}".split()),
        "Doe Informational [Page 1]",
        "RFC 9999 Example Protocol January 2020",
    ]


def test_a_place_in_such_a_paragraph_is_on_the_line_of_the_source_that_it_comes_from() -> None:
    text = paged(BROKEN, REST)
    block = parse(text)[2]
    line = block.line + block.text[: block.text.index("goes on")].count("\n")
    assert text.split("\n")[line - 1] == REST
    assert block.end == line + 1


def test_an_item_that_goes_on_across_a_page_is_one() -> None:
    text = paged("   o  MUST\n\n   o  MUST NOT, which is", REST_OF_ITEM)
    found = [" ".join(line.split()) for line in shown(text)]
    assert f"• paragraph: MUST NOT, which is {' '.join(REST_OF_ITEM.split())}" in found


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("   It ends here.", "   It begins here, and it is another paragraph."),
        ("   These are they:", "   one of them"),
        ("Terminology", "   The words are these, and no others."),
        (BROKEN, "Terminology"),
    ],
)
def test_what_ends_with_its_page_is_joined_to_nothing(above: str, below: str) -> None:
    assert [block.info for block in parse(paged(above, below))][3:5] == ["page", "page"]
    assert texts(parse(paged(above, below)))[2] == " ".join(above.split())


def test_a_heading_at_the_foot_of_a_page_keeps_its_paragraph_apart() -> None:
    text = paged("Terminology", "   The words are these, and no others.")
    assert headings(text) == [(2, "Introduction"), (2, "Terminology")]


def test_where_pieces_end_changes_nothing_about_pages() -> None:
    lines = [f"{line}\n" for line in (paged(BROKEN, REST) * 60).split("\n")]
    whole = [(block.kind, block.text, block.line) for block in parse("".join(lines))]
    first = "".join(lines)[:12_000].count("\n")
    for size in (1, 13):
        rest = ["".join(lines[index : index + size]) for index in range(first, len(lines), size)]
        assert [(block.kind, block.text, block.line) for block in parse("".join(lines[:first]), *rest)] == whole


def test_no_word_of_a_page_is_lost() -> None:
    text = paged(BROKEN, REST)
    assert sorted(" ".join(texts(parse(text))).split()) == sorted(text.split())
    assert {block.kind for block in parse(text) if block.info == "page"} == {Kind.PARAGRAPH}
