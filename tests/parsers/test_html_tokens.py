"""HTML in tokens: the grammar of CommonMark's raw HTML, whatever comes, in linear time."""

import sys
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.parsers.html.tokens import Sort, attributes, tokenize

LIMIT = 1.0 * (4 if sys.gettrace() else 1)
"""Seconds of the processor's time."""
SIGNS = [
    "<",
    ">",
    "/",
    "!",
    "?",
    "-",
    "--",
    "-->",
    "<!--",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!A",
    "<a",
    "</a",
    " ",
    "\n",
]
SIGNS += [
    "=",
    "'",
    '"',
    "b",
    "<b c='d'>",
    "</b>",
    "<script>",
    "</script>",
    "<STYLE>",
    "</style >",
    "&amp;",
    "é",
    "\x1c",
]


def sorts(html: str) -> list[tuple[str, str]]:
    return [(token.sort.name, token.source) for token in tokenize(html)]


@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join) | st.text())
def test_every_character_belongs_to_one_token(html: str) -> None:
    tokens = list(tokenize(html))
    assert "".join(token.source for token in tokens) == html
    assert all(token.source for token in tokens)
    texts = [token.sort is Sort.TEXT for token in tokens]
    assert not any(one and other for one, other in pairwise(texts))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("<a>", "a"),
        ("<bab>", "bab"),
        ("<a/>", "a"),
        ('<a  /><b2\ndata="foo" >', "a"),
        ('<a foo="bar" bam = \'baz <em>"</em>\'\n_boolean zoop:33=zoop:33 />', "a"),
        ('<responsive-image src="foo.png" />', "responsive-image"),
        ("<H1 ALIGN=CENTER>", "h1"),
        ("<a href=foo/bar/>", "a"),
    ],
)
def test_a_start_tag_is_one_token(source: str, name: str) -> None:
    token = next(tokenize(source))
    assert (token.sort, token.name) == (Sort.START, name)


@pytest.mark.parametrize(
    "source",
    [
        "<33>",
        "<__>",
        '<a h*#ref="hi">',
        "<a href='bar'title=title>",
        "< a>",
        "</a href='b'>",
        "<a",
        "a < b",
        "<!>",
        "<!--",
    ],
)
def test_what_is_no_tag_is_text(source: str) -> None:
    assert sorts(source) == [("TEXT", source)]


@pytest.mark.parametrize(
    ("source", "sort"),
    [
        ("</a  >", "END"),
        ("<!-- a -- b\n<p> -->", "HIDDEN"),
        ("<!-->", "HIDDEN"),
        ("<!--->", "HIDDEN"),
        ("<!DOCTYPE html>", "HIDDEN"),
        ("<!ELEMENT br EMPTY>", "OTHER"),
        ("<?php echo '>' ?>", "OTHER"),
        ("<![CDATA[>&<]]>", "CDATA"),
        ("<script async>if (a < b) '</p>'</SCRIPT >", "RAW"),
        ("<style>p { }</style>", "RAW"),
    ],
)
def test_each_sort_of_tag_is_known(source: str, sort: str) -> None:
    assert sorts(f"a {source} b") == [("TEXT", "a "), (sort, source), ("TEXT", " b")]


def test_a_script_without_end_hides_nothing() -> None:
    assert sorts("<script>words <script>") == [("START", "<script>"), ("TEXT", "words "), ("START", "<script>")]


def test_attributes_are_read_as_they_are_written() -> None:
    tag = "<td a = 'b c' B=d e class=\"x &amp; y\" b=later href=/a/>"
    assert attributes(tag) == {"a": "b c", "b": "d", "e": "", "class": "x &amp; y", "href": "/a/"}


REPEATED = [
    "<a ",
    "<!--",
    "</",
    "</a ",
    "<?",
    "<![",
    "<![CDATA[",
    "<",
    "<!A ",
    "<script>",
    "<a b=",
    "<a b='",
    "<a b=\"' c=\" d='",
]


@pytest.mark.parametrize("pattern", [*REPEATED, "<div>", "<a " + " " * 50, "<a " + "b " * 50])
def test_tokens_cost_what_their_length_is(pattern: str) -> None:
    begun = process_time()
    list(tokenize(pattern * 50_000))
    list(tokenize("<a " + pattern.strip("<") * 50_000))
    assert process_time() - begun < 2 * LIMIT
