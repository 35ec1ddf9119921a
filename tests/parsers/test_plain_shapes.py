"""Plain text of every other shape: wrapped, underlined, numbered, in chapters, in letters, in verse."""

import pytest

from ketareader.document.block import Item, Kind
from tests.parsers.plain_text import WRAPPED, headings, parse, shown

INTRODUCTION = f"Of the Thing in General\n\n{WRAPPED}\n"


def test_wrapped_lines_are_one_paragraph_and_a_soft_line_end_is_a_newline() -> None:
    assert shown(f"{WRAPPED}\n\n{WRAPPED}\n") == [f"paragraph: {WRAPPED}", f"paragraph: {WRAPPED}"]


def test_blocks_know_their_lines() -> None:
    assert [(block.line, block.end) for block in parse(f"{INTRODUCTION}\n\n{WRAPPED}\n")] == [(1, 2), (3, 6), (8, 11)]


def test_a_heading_may_stand_on_its_paragraph() -> None:
    assert headings(f"{WRAPPED}\n\nThe Second Part\n{WRAPPED}\n") == [(2, "The Second Part")]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    first, second = ("  " + WRAPPED, "  " + WRAPPED)
    assert len(parse(f"{first}\n{second}\n")) == 2


def test_underlines_make_headings_and_their_levels_are_those_of_their_marks() -> None:
    text = f"Title\n=====\n\n{WRAPPED}\n\nOne\n---\n\n{WRAPPED}\n\nDeeper\n~~~~~~\n\n{WRAPPED}\n\nTwo\n---\n{WRAPPED}\n"
    assert headings(text) == [(1, "Title"), (2, "One"), (3, "Deeper"), (2, "Two")]


def test_lines_over_and_under_a_heading_are_a_mark_of_their_own() -> None:
    text = f"=======\n Title\n=======\n\n{WRAPPED}\n\nOne\n===\n\n{WRAPPED}\n"
    assert headings(text) == [(1, "Title"), (2, "One")]


def test_where_headings_are_underlined_other_lines_are_none() -> None:
    marked = "".join(f"Part {number}\n------\n\n{WRAPPED}\n\n" for number in "abc")
    assert headings(f"{marked}A Short Line\n\n{WRAPPED}\n") == [(1, "Part a"), (1, "Part b"), (1, "Part c")]


def test_a_row_of_marks_alone_is_a_rule() -> None:
    assert shown(f"{WRAPPED}\n\n* * *\n\n{WRAPPED}\n")[1] == "rule: "


def test_capitals_make_headings() -> None:
    assert headings(f"{INTRODUCTION}\nTHE BEGINNING\n\n{WRAPPED}\n")[1:] == [(2, "THE BEGINNING")]


def test_capitals_above_an_indented_paragraph_make_headings_as_in_a_manual() -> None:
    text = "NAME\n       ls - list directory contents\n\nDESCRIPTION\n       List the files, and sort them by name.\n"
    assert headings(text) == [(2, "NAME"), (2, "DESCRIPTION")]


def test_a_term_above_an_indented_paragraph_is_a_definition() -> None:
    text = f"{WRAPPED}\n\ncache\n   A store of messages, and what controls it.\n\nclient\n   What sends requests.\n"
    assert [(block.kind, block.level) for block in parse(text)[1:]] == [(Kind.DEFINITION, 5), (Kind.DEFINITION, 6)]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1. Scope", 2),
        ("2.1 Scope", 3),
        ("2.1. Scope", 3),
        ("2.1.3  Scope of it", 4),
        ("Appendix A. History", 2),
        ("Appendix B", 2),
        ("A. Of the Sea", 2),
        ("IV. Of the Sea", 2),
    ],
)
def test_numbers_make_headings_of_their_depth(line: str, level: int) -> None:
    assert headings(f"{WRAPPED}\n\n{line}\n\n{WRAPPED}\n") == [(level, line)]


def test_letters_under_roman_numerals_are_deeper() -> None:
    text = "".join(f"{line}\n\n{WRAPPED}\n\n" for line in ("I. Of the Sea", "A. Of its Fish", "II. Of the Land"))
    assert headings(text) == [(2, "I. Of the Sea"), (3, "A. Of its Fish"), (2, "II. Of the Land")]


def test_a_numbered_list_is_no_row_of_headings() -> None:
    assert headings(f"{WRAPPED}\n\n1. Apples\n\n2. Pears\n\n3. Plums\n\n{WRAPPED}\n") == []


def test_a_heading_that_only_has_headings_under_it_is_one() -> None:
    text = f"1. Scope\n\n{WRAPPED}\n\n2. Terms\n\n2.1 General\n\n{WRAPPED}\n"
    assert headings(text) == [(2, "1. Scope"), (2, "2. Terms"), (3, "2.1 General")]


RFC = f"""\
Network Working Group                                         J. Smith
Request for Comments: 1234                                     Example
Category: Informational                                       May 1999


                    A Protocol for Sending Words

Status of this Memo

   {WRAPPED.replace(chr(10), chr(10) + "   ")}

Table of Contents

   1. Introduction ....................................... 2
      1.1 Terms .......................................... 2
   2. Security ........................................... 3



Smith                        Informational                      [Page 1]
\f
RFC 1234                     Sending Words                      May 1999


1. Introduction

   {WRAPPED.replace(chr(10), chr(10) + "   ")}

1.1 Terms

      +-----+      +-----+
      |  A  |----->|  B  |
      +-----+      +-----+

2. Security

   None of it is secure, and this memo does not make it any more so.
"""


def test_an_rfc_has_its_title_and_its_sections_and_no_heading_from_its_contents_or_pages() -> None:
    assert headings(RFC) == [
        (1, "A Protocol for Sending Words"),
        (2, "Status of this Memo"),
        (2, "Table of Contents"),
        (2, "1. Introduction"),
        (3, "1.1 Terms"),
        (2, "2. Security"),
    ]


@pytest.mark.parametrize("mark", ["\f", "␌"])
def test_what_a_page_has_at_its_head_and_foot_is_kept_apart(mark: str) -> None:
    pages = [" ".join(block.text.split()) for block in parse(RFC.replace("\f", mark)) if block.info == "page"]
    assert pages == ["Smith Informational [Page 1]", "RFC 1234 Sending Words May 1999"]
    assert mark not in "".join(block.text for block in parse(RFC.replace("\f", mark)))


def test_a_table_of_contents_and_a_figure_keep_their_spaces() -> None:
    code = [block.text for block in parse(RFC) if block.kind is Kind.CODE]
    assert code[1].startswith("1. Introduction ....")
    assert code[2].startswith("+-----+      +-----+\n|  A  |")


BOOK = f"""\
The Project Gutenberg eBook of a Whale

CONTENTS

CHAPTER I.

CHAPTER II. The Carpet-Bag

CHAPTER I.

LOOMINGS

{WRAPPED}

CHAPTER II.
The Carpet-Bag

{WRAPPED}

PART TWO

CHAPTER III. The Spouter-Inn

{WRAPPED}

CHAPTER IV

{WRAPPED}
"""


def test_a_chapter_takes_its_title_from_its_line_or_from_the_next() -> None:
    assert [entry for entry in headings(BOOK) if "CHAPTER" in entry[1] or "PART" in entry[1]] == [
        (2, "CHAPTER I. LOOMINGS"),
        (2, "CHAPTER II. The Carpet-Bag"),
        (2, "PART TWO"),
        (3, "CHAPTER III. The Spouter-Inn"),
        (3, "CHAPTER IV"),
    ]


def test_what_is_said_in_a_novel_is_no_heading() -> None:
    text = f"{WRAPPED}\n\n“What is his name?”\n\n{WRAPPED}\n\n“How so?” said she. “Who are you?”\n\n{WRAPPED}\n"
    assert headings(text) == []


def test_the_names_of_those_who_speak_in_a_play_are_no_headings() -> None:
    scene = "ROMEO.\nIs the day so young?\n\nBENVOLIO.\nBut new struck nine.\n\n"
    assert headings(f"{WRAPPED}\n\n{scene * 3}{WRAPPED}\n") == []


MAIL = """\
From: Ann <ann@example.org>
To: bob@example.org
Subject: The plan
 for Monday

On Sunday you wrote:
> > Are you coming?
> Yes, if the weather holds, and if there is nothing else that
> keeps me here.
>
> - bring bread
> - bring wine

Then we are agreed, and I will bring the rest of it, as I have always done.

-- 
Ann
Example Ltd.
"""  # noqa: W291 (the sign of a signature ends in a space)


def test_a_letter_has_its_header_its_quotes_and_its_signature() -> None:
    assert shown(MAIL) == [
        "verse: From: Ann <ann@example.org>\nTo: bob@example.org\nSubject: The plan\n for Monday",
        "paragraph: On Sunday you wrote:",
        "> > paragraph: Are you coming?",
        "> paragraph: Yes, if the weather holds, and if there is nothing else that\nkeeps me here.",
        "> • paragraph: bring bread",
        "> • paragraph: bring wine",
        "paragraph: Then we are agreed, and I will bring the rest of it, as I have always done.",
        "verse: --\nAnn\nExample Ltd.",
    ]


def test_quoted_lines_of_one_depth_are_in_one_quote() -> None:
    first, second, third = parse("> one\n> > two\n> three\n")
    assert first.frame[0] is second.frame[0] is third.frame[0]
    assert [len(block.frame) for block in (first, second, third)] == [1, 2, 1]


LISTS = f"""\
{WRAPPED}

  * bread
  * milk, and if they have
    none, cream
      - whole
      - skimmed

And in this order, however long it takes and whoever may be watching you do:

 9. open the door
10. go in

    and look around for a while before you say a thing to anybody who is
    there, whoever he may be

11. come out

{WRAPPED}
"""


def test_lists_nest_by_their_indentation_and_keep_their_numbers() -> None:
    assert shown(LISTS)[1:-1] == [
        "• paragraph: bread",
        "• paragraph: milk, and if they have\nnone, cream",
        "• • paragraph: whole",
        "• • paragraph: skimmed",
        "paragraph: And in this order, however long it takes and whoever may be watching you do:",
        "9. paragraph: open the door",
        "10. paragraph: go in",
        "10. paragraph: and look around for a while before you say a thing to anybody who is\nthere, whoever he may be",
        "11. paragraph: come out",
    ]


def test_the_blocks_of_one_item_share_it_and_the_items_of_one_list_share_that() -> None:
    items = [block.frame[0] for block in parse(LISTS) if block.frame]
    assert items[6] is items[5] is not items[4]
    assert {id(entry.list) for entry in items[:2] if isinstance(entry, Item)} == {id(getattr(items[1], "list"))}  # noqa: B009
    ordered = [entry.list for entry in items[4:] if isinstance(entry, Item)]
    assert len(set(map(id, ordered))) == 1
    assert (ordered[0].tight, ordered[0].widest) == (True, 3)


def test_a_list_with_blank_lines_between_its_items_is_loose() -> None:
    item = parse(f"{WRAPPED}\n\n- one\n\n- two\n")[1].frame[0]
    assert isinstance(item, Item)
    assert not item.list.tight


def test_a_number_that_begins_a_wrapped_line_is_no_item() -> None:
    text = "It was in the year of grace, and of much else, as everybody here knows, of\n1984. No one thought so."
    assert [block.kind for block in parse(f"{WRAPPED}\n\n{text}\n")] == [Kind.PARAGRAPH] * 2


TABLES = f"""\
{WRAPPED}

+-------+-------+
| Name  | Count |
+-------+-------+

Name      Age    Town
Ann        12    Rome

    def f(x):
        return x + 1

    print(f(2))

    ┌────┐
    │ ok │
    └────┘

{WRAPPED}
"""


def test_tables_code_and_drawings_keep_their_spaces_and_code_its_blank_lines() -> None:
    assert [block.text for block in parse(TABLES) if block.kind is Kind.CODE] == [
        "+-------+-------+\n| Name  | Count |\n+-------+-------+",
        "Name      Age    Town\nAnn        12    Rome",
        "def f(x):\n    return x + 1\n\nprint(f(2))\n\n┌────┐\n│ ok │\n└────┘",
    ]


TYGER = """\
Tyger Tyger, burning bright,
In the forests of the night;
What immortal hand or eye,
  Could frame thy fearful symmetry?"""


def test_verse_keeps_its_lines_and_their_indentation() -> None:
    assert shown(f"The Tyger\n\n{TYGER}\n\n{TYGER}\n") == ["heading: The Tyger", f"verse: {TYGER}", f"verse: {TYGER}"]


def test_verse_among_wrapped_paragraphs_keeps_its_lines() -> None:
    assert shown(f"{WRAPPED}\n\n{TYGER}\n\n{WRAPPED}\n")[1] == f"verse: {TYGER}"


def test_lines_wrapped_narrower_than_the_rest_are_a_paragraph() -> None:
    narrow = "as it was set in a narrow\ncolumn, which is why its lines\nare short, and there is no\nother reason."
    assert shown(f"{WRAPPED}\n\n{narrow}\n\n{WRAPPED}\n")[1] == f"paragraph: {narrow}"


@pytest.mark.parametrize("line", ["Part of it is lost", "Chapter one was long.", "Letter B is missing"])
def test_a_sentence_that_begins_like_a_chapter_is_none(line: str) -> None:
    assert headings(f"{WRAPPED}\n{line}\n{WRAPPED}\n") == []


def test_a_chapter_s_title_that_nothing_follows_is_no_title() -> None:
    assert headings(f"{WRAPPED}\n\nCHAPTER I\n\nLOOMINGS\n") == [(2, "CHAPTER I")]


def test_a_row_of_marks_under_an_item_or_a_sentence_is_a_rule() -> None:
    assert [block.kind for block in parse("- an item\n---------\n")] == [Kind.PARAGRAPH, Kind.RULE]
    assert [block.kind for block in parse(f"{WRAPPED}\n-----\n")] == [Kind.PARAGRAPH, Kind.RULE]


def test_braces_and_semicolons_make_code_wherever_it_stands() -> None:
    code = "int main() {\n  return 0;\n}"
    assert shown(f"{WRAPPED}\n\n{code}\n\n{WRAPPED}\n")[1] == f"code: {code}"


def test_a_sentence_that_hangs_out_of_its_paragraph_is_a_part_of_it() -> None:
    assert shown(f"{WRAPPED}\n\nIt is so.\n   And it will be.\n")[1] == "paragraph: It is so.\nAnd it will be."
