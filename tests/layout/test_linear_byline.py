"""What an article says of itself, as it is listened to: a byline in words, and all of the front matter at the end."""

import pytest

from ketareader.document.document import Document
from ketareader.document.source import Source
from ketareader.layout.linear.counting import is_counted
from ketareader.layout.linear.reading import Reading, read_out
from tests.document.reading import MARKDOWN, batches_of, read

FRONT_MATTER = "title: Foxes\nauthor: A fox\ndate: 2024-03-01\ntags: [dens, towns]\nsummary: Of foxes.\nlicence: MIT"
AS_IT_STANDS = ["", "Front matter, 6 lines:", *FRONT_MATTER.split("\n"), "End of front matter"]
BYLINE = ["By A fox, 2024-03-01, 1 minute to read", "Tags: dens, towns", "Description: Of foxes."]


def said(text: str) -> list[str]:
    document = read(text)
    return list(read_out(document, range(len(document.blocks))))


def test_the_byline_is_said_under_the_title_and_the_front_matter_at_the_end() -> None:
    assert said(f"---\n{FRONT_MATTER}\n---\n\n# *Foxes*\n\nText.\n") == [
        *("Heading level 1: Foxes", "", *BYLINE, "", "Text."),
        *AS_IT_STANDS,
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Text.\n", "Text."),
        ("## Dens\n", "Heading level 2, number 1: Dens"),
        ("# Dens\n\n# Towns\n", "Heading level 1, number 1: Dens"),
        ("", ""),
    ],
)
def test_without_a_title_in_the_text_the_front_matters_is_said_first(text: str, first: str) -> None:
    lines = said(f"---\n{FRONT_MATTER}\n---\n\n{text}")
    assert lines[:4] == ["Title: Foxes", *BYLINE]
    assert first in lines
    assert lines.count(BYLINE[0]) == 1
    assert lines[-len(AS_IT_STANDS) :] == AS_IT_STANDS


def test_front_matter_that_makes_no_byline_is_said_at_the_end_all_the_same() -> None:
    assert said("---\nlayout: post\n---\n\n# A\n") == [
        *("Heading level 1: A", "", "Front matter, 1 line:", "layout: post", "End of front matter")
    ]


@pytest.mark.parametrize(
    ("front_matter", "byline"),
    [("author: A fox", "By A fox, 1 minute to read"), ("date: 2024", "2024, 1 minute to read"), ("tags: a", "Tags: a")],
)
def test_a_byline_says_what_is_known(front_matter: str, byline: str) -> None:
    assert byline in said(f"---\n{front_matter}\n---\n\nText.\n")


def test_only_the_title_has_a_byline() -> None:
    assert said("---\nauthor: A fox\n---\n\n# A\n\n# B\n").count("By A fox, 1 minute to read") == 1


def test_long_front_matter_makes_one_byline() -> None:
    rest = f"key: {'x' * 200}\n" * 50
    assert said(f"---\ntitle: Foxes\nauthor: A fox\n{rest}---\n\nText.\n")[:4] == [
        *("Title: Foxes", "By A fox, 1 minute to read", "", "Text.")
    ]


def test_a_part_of_an_article_has_no_front_matter() -> None:
    document = read("---\nauthor: A fox\n---\n\n# A\n\nText.\n")
    assert list(read_out(document, range(2, 3))) == ["Text."]


def test_how_long_reading_takes_is_said_once_all_is_read() -> None:
    document = Document(Source("test.md", None, 1, "UTF-8", "markdown"), MARKDOWN.inline)
    first, *others = batches_of(f"---\nauthor: A fox\n---\n\n# A\n\n{'A word. ' * 60_000}\n")
    document.extend(first)
    assert others
    assert is_counted(document, 0)
    reading = Reading(document)
    assert [line for index in range(2) for line in reading.block(index)][-1] == "By A fox"
