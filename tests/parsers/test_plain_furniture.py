"""What a page sets around an article: none of it is a heading, and nothing that reads like it by chance is lost."""

import pytest

from ketareader.document.block import Kind
from ketareader.parsers.text.dates import is_date
from ketareader.parsers.text.furniture import is_furniture
from ketareader.parsers.text.people import is_person
from tests.parsers.plain_text import PARAGRAPH, headings, parse, shown

FURNITURE = """\
Published March 3, 2024
Updated: 3 March 2024
Last updated on March 3, 2024 at 10:15 am EST
Published: Monday, 3rd of March, 2024
Updated 2024-03-03T10:00:00Z
Posted on 03/03/2024 by admin
March 3, 2024 by Jane Doe
Asked 3 years ago
2 hours ago
6 min read
Reading time: 6 minutes
3 Comments
Viewed 12k times
Home > Health > Sleep
Home / Health
Jane Doe · Mar 3, 2024
Health | March 3, 2024
Written by Jane Doe, RN
Medically reviewed by Dr. Jane Doe, MD
Photographs by John Doe
By Jane Doe | March 3, 2024 | 6 min read
By Jane Doe, Staff Writer
By Jane Doe and John Doe
Photo: Getty Images
Image credit: NASA
Image courtesy of NASA
Source: The Guardian
Photo by Jane Doe on Unsplash
Filed under: Home, Heating
© 2024 The Paper
Advertisement
Share on Facebook
Leave a comment
Subscribe to our newsletter
Listen to this article
Read more: Ten foods that keep you awake""".splitlines()
HEADINGS = """\
By Land and Sea
Sources and Further Reading
Share of costs
Comments from readers
Release 2.1 – March 3, 2024
Version 2.0 | 2024-01-01
Step by Step Guide
Updated requirements
Published works
Reading time and comprehension
Photo editing
Images by hand
Follow the money
Subscribe to a topic
Read more books
Illustration: how it works
Date and time
Settings / Privacy
Mayor and Council""".splitlines()


def placed(line: str, first: str = "Ways to Sleep Better Tonight") -> list[str]:
    text = f"{first}\n{line}\n{PARAGRAPH}\nKeep the room cold\n{PARAGRAPH}\n"
    return [words for _level, words in headings(text)]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_no_heading_under_the_title_nor_between_paragraphs(line: str) -> None:
    assert is_furniture(line)
    assert placed(line) == ["Ways to Sleep Better Tonight", "Keep the room cold"]
    assert headings(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}\n") == []
    assert f"paragraph: {line}" in shown(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}\n")


@pytest.mark.parametrize("line", HEADINGS)
def test_a_heading_that_reads_like_furniture_by_chance_is_one(line: str) -> None:
    assert not is_furniture(line)
    assert headings(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}\n") == [(2, line)]


def test_a_heading_under_furniture_is_one_and_a_heading_above_it_too() -> None:
    text = f"How to Sleep Better\nBy Jane Doe, MD\nOverview\n{PARAGRAPH}\nWhat helps\nPhoto: NASA\n{PARAGRAPH}\n"
    assert [words for _level, words in headings(text)] == ["How to Sleep Better", "Overview", "What helps"]


@pytest.mark.parametrize(
    "line", ["Jane Doe", "Jane Doe, Health Correspondent", "@janedoe", "Dr. Doe Roe", "By Jane Doe"]
)
def test_who_wrote_it_right_under_the_title_is_no_heading(line: str) -> None:
    assert placed(line) == ["Ways to Sleep Better Tonight", "Keep the room cold"]


@pytest.mark.parametrize("line", ["Executive Summary", "Getting Started", "I. Introduction", "Key Takeaways"])
def test_two_words_with_capitals_right_under_the_title_may_be_a_heading(line: str) -> None:
    assert not is_person(line)
    assert placed(line) == ["Ways to Sleep Better Tonight", line, "Keep the room cold"]


def test_words_that_may_be_a_name_are_one_where_a_date_follows_them() -> None:
    assert placed("Roe Doe\nMarch 3, 2024") == ["Ways to Sleep Better Tonight", "Keep the room cold"]


def test_a_date_alone_is_no_heading() -> None:
    assert placed("March 3, 2024") == ["Ways to Sleep Better Tonight", "Keep the room cold"]


def test_dates_are_headings_where_several_head_entries() -> None:
    dates = ["January 4, 2019", "January 5, 2019", "January 9, 2019"]
    diary = "".join(f"{date}\n{PARAGRAPH}\n" for date in dates)
    assert [words for _level, words in headings(f"Notes From the Hut\n{diary}")] == ["Notes From the Hut", *dates]


def test_dates_under_titles_head_nothing() -> None:
    posts = "".join(
        f"{title}\nMarch {day}, 2024\n{PARAGRAPH}\n" for day, title in enumerate(("Rain", "Snow", "Sun"), 1)
    )
    assert [words for _level, words in headings(posts)] == ["Rain", "Snow", "Sun"]


@pytest.mark.parametrize(
    "text",
    [
        *("March 3, 2024", "3rd of March, 2024", "Mon, 3 Mar 2024 10:15am", "Sept. 3", "March 2024", "2024-03-03"),
        *("03/03/24", "Sunday, March 3, 2024 at 6 p.m. GMT"),
    ],
)
def test_a_date_is_told_however_it_is_written(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["May", "2024", "2.1", "6 pm", "3 may be", "March of the Penguins", "Sunday"])
def test_what_only_holds_parts_of_a_date_is_none(text: str) -> None:
    assert not is_date(text)


def test_a_list_of_contents_has_a_heading_and_its_lines_are_none() -> None:
    parts = ["Money", "Neighbours", "Winter"]
    body = "".join(f"{part}\n{PARAGRAPH}\n" for part in parts)
    text = f"Moving to the Country\nTable of Contents\n{chr(10).join(parts)}\n{body}"
    assert [words for _level, words in headings(text)] == ["Moving to the Country", "Table of Contents", *parts]


def test_a_call_to_a_list_of_contents_that_is_not_there_is_no_heading() -> None:
    assert placed("Table of Contents") == ["Ways to Sleep Better Tonight", "Keep the room cold"]


def test_the_end_is_no_heading_but_where_text_stands_below_it() -> None:
    end = "THE END\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE LANTERN ***\n"
    assert headings(f"{PARAGRAPH}\n\n{end}") == []
    assert headings(f"{PARAGRAPH}\n\nThe End\n\n{PARAGRAPH}\n") == [(2, "The End")]


def test_no_line_of_furniture_is_lost() -> None:
    text = "".join(f"{line}\n" for line in FURNITURE)
    assert [block.text for block in parse(text) if block.kind is not Kind.DEFINITION]
    assert sum(len(block.text.split()) for block in parse(text)) == len(text.split())
