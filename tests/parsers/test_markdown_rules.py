"""The quicker rules give what markdown-it gives by its own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt, helpers
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import lheading
from markdown_it.token import Token

from ketareader.parsers.markdown.rules import make_markdown_it
from tests.document.strategies import inline_text, markdown
from tests.hostile.pathological import pathological

REFERENCES = {"A": {"href": "/a", "title": ""}}
QUICK = make_markdown_it()
brackets = st.text("[[[]]]!()a*`<>\\ ^_~={.}", max_size=40)
lines = st.lists(st.text('-*+_=#>`~|:1.) \t<[]a{}"', max_size=8), max_size=12).map("\n".join)


def as_it_comes() -> MarkdownIt:
    """Return the same parser with markdown-it's own rulers, inline parser and link labels."""
    parser = make_markdown_it()
    rules, parser.block.ruler = parser.block.ruler.__rules__, Ruler()
    parser.block.ruler.__rules__ = rules
    parser.block.ruler.at("lheading", lheading)
    own = ParserInline()
    own.ruler.__rules__ = parser.inline.ruler.__rules__
    own.ruler2 = parser.inline.ruler2
    parser.inline, parser.helpers = own, helpers
    return parser


SLOW = as_it_comes()


def blocks(parser: MarkdownIt, text: str) -> list[Token]:
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return tokens


def inlines(parser: MarkdownIt, text: str) -> list[Token]:
    return parser.inline.parse(text, parser, {"references": REFERENCES}, [])


@given(st.one_of(markdown, lines))
@example("-\n\n\n- b")
@example("> a\n> b\n===\n> c\n> --- \t\n- d\n  =\ne\n-")
@example("- a\n\n      code\n  1. b\n\t- c")
def test_blocks_are_those_of_all_rules_tried_in_turn(text: str) -> None:
    assert blocks(QUICK, text) == blocks(SLOW, text)


@given(st.one_of(inline_text, brackets))
@example("[a [b](c) d](e) [f")
@example("![a [b [c](d)] e](f)")
@example("[" * 70 + "a" + "](b)" * 70)
@example("![" * 70 + "a" + "](b)" * 70)
@example("[a ![b [c] d](e) [f][a] g][a]")
def test_links_are_those_that_are_looked_for_from_every_bracket(text: str) -> None:
    assert inlines(QUICK, text) == inlines(SLOW, text)


@pytest.mark.parametrize(("name", "text"), pathological(60).items())
def test_hostile_markdown_is_what_it_is_without_the_quicker_rules(name: str, text: str) -> None:
    assert blocks(QUICK, text) == blocks(SLOW, text), name
    assert inlines(QUICK, text) == inlines(SLOW, text), name


ADDRESS = "http:// https:// a b.c - -- xn-- xn--a / // # ? .. . _ A 1 é %20 : @ www. /y.md #z 0x7f 1.2.3.4"
addresses = st.lists(st.sampled_from(ADDRESS.split()), max_size=7).map("".join)


@given(addresses)
def test_addresses_are_encoded_as_by_markdown_it(address: str) -> None:
    assert QUICK.normalizeLink(address) == MarkdownIt().normalizeLink(address)
