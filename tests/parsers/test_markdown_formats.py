"""Which parser an article gets."""

import pytest

from ketareader.parsers.formats import FORMATS, format_of, parser_of


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.md", "", "markdown"),
        ("A.MARKDOWN", "plain", "markdown"),
        ("a.txt", "# Heading\n", "text"),
        ("notes.rst", "Title\n=====", "text"),
        ("README", "# Heading\n\nText.", "markdown"),
        ("README", "Title\n\nText with [a link](https://example.org) and **bold** text.", "markdown"),
        ("README", "A text with a # and one [link](/a) in it.", "text"),
        ("README", "Plain text.\n\nMore of it.", "text"),
        ("Standard input", "- [ ] task\n", "markdown"),
        ("Standard input", "```\ncode\n```\n", "markdown"),
        ("Standard input", "2.1 Scope\n\nThis memo ...", "text"),
        ("a.unknown", "> quote\n", "markdown"),
        (".hidden", "", "text"),
    ],
)
def test_a_name_settles_the_format_and_else_the_text_does(name: str, head: str, expected: str) -> None:
    assert format_of(name, head) == expected


def test_every_format_has_a_parser_and_no_suffix_has_two() -> None:
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for row in FORMATS:
        assert list(parser_of(row.name).parse(iter(()), 0))[-1].last
