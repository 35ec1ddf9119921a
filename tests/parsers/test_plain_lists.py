"""Lists of plain text: letters, numbers of several parts, what goes on from an item and what nests in it."""

import pytest

from tests.parsers.plain_text import PARAGRAPH, WRAPPED, headings, shown

LETTERED = """\
  1. Sleeping bag
     a. in a dry sack
     b. with the liner
        inside
  2. Clothes
     a. socks
        - of wool
     b. a second shirt
  3. Food"""
DECIMAL = """\
1. Sleeping bag, in a
   dry sack
   1.1 summer: light
   1.2 winter: down
2. Clothes"""


@pytest.mark.parametrize("paragraph", [WRAPPED, PARAGRAPH])
def test_letters_nest_in_numbers(paragraph: str) -> None:
    found = shown(f"{paragraph}\n\n{LETTERED}\n\n{paragraph}\n")[1:-1]
    assert [line.replace("\n", " ") for line in found] == [
        "1. paragraph: Sleeping bag",
        "1. a. paragraph: in a dry sack",
        "1. b. paragraph: with the liner inside",
        "2. paragraph: Clothes",
        "2. a. paragraph: socks",
        "2. a. • paragraph: of wool",
        "2. b. paragraph: a second shirt",
        "3. paragraph: Food",
    ]


@pytest.mark.parametrize("paragraph", [WRAPPED, PARAGRAPH])
def test_numbers_of_two_parts_nest_in_those_of_one(paragraph: str) -> None:
    found = shown(f"{paragraph}\n\n{DECIMAL}\n\n{paragraph}\n")[1:-1]
    assert [line.replace("\n", " ") for line in found] == [
        "1. paragraph: Sleeping bag, in a dry sack",
        "1. 1.1 paragraph: summer: light",
        "1. 1.2 paragraph: winter: down",
        "2. paragraph: Clothes",
    ]


def test_a_line_of_an_item_that_begins_with_a_number_or_a_letter_goes_on_with_it() -> None:
    text = "- it was read in the year, and on that very page of the book, which is\n  p. 12 of the first print\n"
    price = "1. it cost more than anybody in the town had thought, and in the end\n   4.5 millions were paid\n"
    assert len(shown(f"{WRAPPED}\n\n{text}\n{price}")) == 3


def test_numbered_lines_with_lettered_ones_in_them_are_no_headings() -> None:
    text = (
        f"Camp Rules\n\n{PARAGRAPH}\n\n  1. Tents\n     a. No fires.\n     b. No food.\n  2. Water\n     (i) Boil it.\n"
    )
    assert headings(text) == [(2, "Camp Rules")]


def test_what_is_indented_below_an_item_that_announces_it_is_not_run_into_it() -> None:
    assert shown(f"{PARAGRAPH}\n\n1. Run this:\n   make all\n")[1:] == [
        "1. paragraph: Run this:",
        "paragraph: make all",
    ]


@pytest.mark.parametrize("head", ["2.1 Scope", "2.1.3 Out of scope", "A.1 History"])
def test_a_number_of_several_parts_makes_a_heading_right_above_its_text(head: str) -> None:
    underlined = "".join(f"Part {name}\n------\n\n{WRAPPED}\n\n" for name in "abc")
    assert headings(f"{underlined}{head}\nThis covers everything.\n")[3:][0][1] == head


def test_rows_of_such_numbers_are_no_headings() -> None:
    assert headings(f"{WRAPPED}\n\n" + "A.1 Foo\n" * 3_000) == []
