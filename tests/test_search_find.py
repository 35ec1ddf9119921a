"""Finding in a document: what is searched, in what order, and what it costs."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.anchor import Hit
from ketareader.document.batch import Batch
from ketareader.document.block import Block, Kind
from ketareader.document.document import Document
from ketareader.document.inline import Inline
from ketareader.document.references import Reference
from ketareader.document.source import Piece, Source
from ketareader.parsers.formats import parser_of
from ketareader.pipeline import read_article
from ketareader.search.find import find, find_runs
from ketareader.search.hits import Hits
from ketareader.search.passages import passage_at, passages
from ketareader.search.query import Query, WordsMatcher, compile_query
from ketareader.search.texts import Texts
from ketareader.ui.searching import search


def document_of(text: str, format_name: str = "markdown") -> Document:
    """Return an article that has been read to its end."""
    parser = parser_of(format_name)
    document = Document(Source("article", None, len(text), "UTF-8", format_name), parser.inline)
    for batch in parser.parse(iter([Piece(text.removesuffix("\n") + "\n", len(text), 0)]), len(text)):
        document.extend(batch)
    document.conclude(parser.unused(document.blocks, document.references))
    return document


def hits_of(document: Document, query: str) -> list[Hit]:
    return list(find(document, compile_query(Query(query)), Texts(document)))


def found(text: str, query: str) -> list[str]:
    document = document_of(text)
    return [document.inline(hit.block).text[hit.start : hit.end] for hit in hits_of(document, query)]


class Counting:
    """A parser of inline text that counts how often it is asked."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, block: Block, references: Mapping[str, Reference]) -> Inline:
        self.count += 1
        return Inline(block.text + "!" * len(references))


def counted(texts: list[str]) -> tuple[Document, Counting]:
    """Return a document of paragraphs, and what counts its parsing."""
    parse = Counting()
    document = Document(Source("article", None, 1, "UTF-8", "markdown"), parse)
    blocks = tuple(Block(Kind.PARAGRAPH, text, 1, 2) for text in texts)
    document.extend(Batch(blocks, (1,) * len(blocks), 1.0))
    return document, parse


@pytest.mark.parametrize(
    "source",
    [
        "The **quick** fox",
        "The **quick**\nfox",
        "> The *qu*ick\n> fox",
        '- The [quick](https://example.org "a\n  fox")\n  fox',
        "The [qu][r]ick [fox](/y)\n\n[r]: /x",
        "The qu`ick` ~~fo~~x",
        "The ==quick== ~fox~",
        'The [quick](/x){ .md-button title="a" } **fox**{#b}',
        "The `quick`{.c}\nfox\n{: .d }",
        '=== "The quick"\n    fox\n=== "The *quick* fox"\n    a',
        "The &#113;uick f&#111;x",
        "The quick\\\nfox",
        "# The quick   fox",
        "The quick\nfox\n===",
        "| a |\n| - |\n| The _quick_ fox |",
        "```\nthe quick fox\n```",
        "    the quick fox",
        "<div>\nthe quick fox\n</div>",
        "---\ntitle: the quick fox\n---\n",
        "![the *quick* fox](x.png)",
        "a\n\n[unused]: /x 'quick fox'",
        "The qu<b>ick</b> <i title='>'>f</i>ox",
        "The quick<!-- and --> f<span>o</span>x",
        "The quick<script> </script> fox",
        'The quick <img alt="fox" src="a.png">',
        "The **[[page|quick]]** [[fox]]",
        "The $q_u^2$ $\\text{quick}$ $\\text{fox}$",
    ],
)
def test_words_are_found_as_they_are_read_whatever_the_markup(source: str) -> None:
    assert [hit.split() for hit in found(source, "quick fox")] == [["quick", "fox"]]


@pytest.mark.parametrize(
    ("source", "query", "hit"),
    [
        ("H<sub>2</sub>O", "h2o", "H₂O"),
        ("the 10<sup>th</sup>", "10th", "10ᵗʰ"),
        ("a<sup>TM</sup>", "tm", "ᵀᴹ"),
        (r"so $\alpha \le x^2$", "α ≤ x2", "α ≤ x²"),
        (r"so \(\beta\) is", "β", "β"),
        ("$$\n\\alpha\n$$", "α", "α"),
        (":one:", "1", "1\ufe0f\u20e3"),
        ("qui<wbr>ck", "quick", "qui\u200bck"),
        (":tada:", "🎉", "🎉"),
        ("<img src=/x>", "x", "x"),
        ("<b>a</b> <img>", "image", "image"),
        ("a\n\n*[HTML]: Hyper", "Hyper", "Hyper"),
        ("a[^x]\n\n[^x]: quick", "a1", "a¹"),
    ],
)
def test_what_markup_makes_of_a_text_is_found_as_it_reads(source: str, query: str, hit: str) -> None:
    assert found(source, query) == [hit]


def test_what_is_not_read_is_not_found() -> None:
    assert found("[a](/quick 'quick') **b**\n\n[quick][r]\n\n[r]: /quick", "quick") == ["quick"]
    assert found("**b**", "**") == []


def test_a_hit_may_stand_on_two_lines_of_a_cell_which_end_as_lines_do() -> None:
    document = document_of("| a | b |\n|--|--|\n| é one<br>two | c |\n")
    assert list(find(document, compile_query(Query("one two")), Texts(document))) == [Hit(0, 6, 13)]
    assert passage_at(Kind.TABLE, document.inline(0).text, 6) == (4, "é one\ntwo")


def test_a_hit_stays_within_its_cell_and_its_line() -> None:
    assert found("| quick | fox |\n| - | - |\n| quick | fox |", "quick fox") == []
    assert found("```\nquick\nfox\n```", "quick fox") == []
    assert found("```\nquick\nfox\n```", "fox") == ["fox"]
    assert found("quick\n\nfox", "quick fox") == []


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (Kind.CODE, [(0, "a b"), (5, "c\td")]),
        (Kind.META, [(0, "a b"), (5, "c\td")]),
        (Kind.TABLE, [(0, "a b"), (5, "c"), (7, "d")]),
        (Kind.VERSE, [(0, "a b\n\nc\td")]),
        (Kind.PARAGRAPH, [(0, "a b\n\nc\td")]),
    ],
)
def test_passages_are_lines_cells_or_whole_blocks(kind: Kind, parts: list[tuple[int, str]]) -> None:
    assert list(passages(kind, "a b\n\nc\td")) == parts
    assert list(passages(kind, "")) == []
    assert passage_at(kind, "a b\n\nc\td", 7) == parts[-1]


@given(st.sampled_from(Kind), st.text("ab \t\n", max_size=20))
def test_passages_are_pieces_of_the_text_in_order(kind: Kind, text: str) -> None:
    end = 0
    for start, passage in passages(kind, text):
        assert end <= start
        assert passage == text[start : start + len(passage)] != ""
        end = start + len(passage)
    assert not text[end:].strip("\t\n")


LETTERS = (
    "qu",
    "ick",
    "q",
    "u",
    "fox",
    "é",
    "e",
    "ß",
    "ss",
    "ff",
    "\u0301",
    "\u00ad",
    "’",
    "-",
    "(",
    ")",
    "\\",
    "|",
    "!",
)
MARKUP = (
    "**",
    "*",
    "_",
    "~~",
    "~",
    "==",
    "{.x}",
    "`",
    "` ",
    "[",
    "]",
    "](x)",
    "][r]",
    "](<a b> 'c')",
    "![",
    "<b>",
    "<http://a/%71%75>",
)
ENTITIES = ("&#105;", "&euml;", "&fflig;")
SPACE = (" ", "\n", "  \n", "\\\n", "\n\n", "\n- ", "\n> ", "\n\n    ", "\n|-|\n")
MARKED = st.lists(st.sampled_from((*LETTERS, *MARKUP, *ENTITIES, *SPACE)), max_size=14).map(
    lambda parts: "".join(parts) + "\n\n[r]: /x\n"
)
QUERIES = ("quick", "quickfox", "qui", "e", "é", "quicke", "ss", "ff", "fo", "x y", "-", "http://a/qu", "ë")


@given(MARKED, st.sampled_from(QUERIES))
def test_no_hit_is_lost_by_the_look_at_the_source(source: str, query: str) -> None:
    document = document_of(source)
    matcher = compile_query(Query(query))
    assert isinstance(matcher, WordsMatcher)
    texts = Texts(document)
    found_at_once = list(find(document, matcher, texts))
    assert found_at_once == list(find(document, replace(matcher, sketch=""), Texts(document)))
    for hit in found_at_once:
        assert 0 <= hit.start < hit.end <= len(document.inline(hit.block).text)
    assert found_at_once == sorted(found_at_once)


@given(MARKED, st.integers(0, 8))
def test_two_stretches_of_an_article_hold_the_hits_of_the_whole(source: str, middle: int) -> None:
    document = document_of(source)
    matcher, texts = compile_query(Query("u")), Texts(document)
    parts = [*find(document, matcher, texts, stop=middle), *find(document, matcher, texts, start=middle)]
    assert parts == list(find(document, matcher, texts))


def test_the_first_hit_comes_before_the_last_block_is_looked_at() -> None:
    document, parse = counted(["the fox"] * 1000)
    matcher, texts = compile_query(Query("fox")), Texts(document)
    assert next(find(document, matcher, texts, start=500)) == Hit(500, 4, 7)
    assert parse.count < 100
    runs = list(find_runs(document, matcher, texts))
    assert len(runs) > 10
    assert sum(map(len, runs)) == 1000


def test_a_search_without_hits_still_gives_pause_to_ask_whether_it_is_wanted() -> None:
    document, _ = counted(["the fox"] * 1000)
    assert len(list(find_runs(document, compile_query(Query("owl")), Texts(document)))) > 10


def test_only_blocks_that_may_hold_a_hit_are_parsed_and_those_once() -> None:
    document, parse = counted(["the fox", "the f*ox*", "the owl", "the f&ox", "[f](x)ox", "f\noox"] * 10)
    matcher, texts = compile_query(Query("fox")), Texts(document)
    first = list(find(document, matcher, texts))
    assert parse.count == 40
    assert list(find(document, matcher, texts)) == first
    assert parse.count == 40


def markdown(*paragraphs: str) -> Document:
    """Return an article of paragraphs that goes on."""
    document = Document(Source("article", None, 1, "UTF-8", "markdown"), parser_of("markdown").inline)
    document.extend(Batch(tuple(Block(Kind.PARAGRAPH, text, 1, 2) for text in paragraphs), (0,) * len(paragraphs), 0.5))
    return document


def test_a_text_is_dropped_when_what_it_asked_for_is_defined_and_no_other_is() -> None:
    document = markdown("[fox]", "[owl]", "(fox)", "[fox][x]")
    texts = Texts(document)
    assert [texts.text(index) for index in range(4)] == ["[fox]", "[owl]", "(fox)", "[fox][x]"]
    assert texts.outdated() == []
    document.extend(Batch((), (), 1.0, {"FOX": Reference("/x", "")}))
    assert [texts.kept(index) for index in range(4)] == [None, "[owl]", "(fox)", "[fox][x]"]
    assert texts.outdated() == [0]
    assert texts.text(0) == "fox"
    assert texts.outdated() == []
    document.extend(Batch((), (), 1.0, {"X": Reference("/y", "")}))
    assert texts.outdated() == [3]
    assert texts.text(3) == "fox"


def test_a_text_with_a_note_is_dropped_when_its_number_changes() -> None:
    document = markdown("a[^late]", "b^[here]", "c [d]")
    texts = Texts(document)
    assert [texts.text(index) for index in range(3)] == ["a[^late]", "b^[here]", "c [d]"]
    document.extend(Batch((), (), 0.9, {}, notes=("^LATE",), mentions=("^LATE",)))
    assert texts.outdated() == [0, 1]
    assert texts.text(0) == "a¹"
    document.extend(Batch((), (), 1.0, {}, notes=("^LATE",), mentions=("^LATE",)))
    assert texts.outdated() == [1]


def test_what_reads_in_another_way_at_the_end_is_searched_again_then(monkeypatch: pytest.MonkeyPatch) -> None:
    document = markdown("[fox][x]", "a fox", "[fox]")
    batches = [Batch((), (), 1.0, {"X": Reference("/y", "")}, last=True)]
    monkeypatch.setattr(time, "sleep", lambda _: document.extend(batches.pop()))
    hits = Hits()
    matcher = compile_query(Query("fox]"))
    reports = list(search(document, matcher, Texts(document), 0, lambda: True))
    for report in reports:
        hits.renew(report.anew, report.hits)
    assert [*reports[0].hits] == [Hit(0, 1, 5), Hit(2, 1, 5)]
    assert frozenset().union(*(report.anew for report in reports)) == {0}
    assert list(hits) == [Hit(2, 1, 5)]


def test_texts_keep_no_more_than_they_may() -> None:
    document, parse = counted(["a" * 60, "b" * 60, "c" * 40])
    texts = Texts(document, most=100)
    for index in (0, 1, 2, 0, 1, 2):
        texts.text(index)
    assert [texts.kept(index) is not None for index in range(3)] == [True, False, True]
    assert parse.count == 4


def test_a_search_leaves_the_screens_own_texts_alone() -> None:
    document, parse = counted(["the fox"] * 5)
    document.inline(0)
    hits_of(document, "fox")
    assert parse.count == 6
    document.inline(0)
    assert parse.count == 6


def test_search_in_a_book_is_quick_from_cold_and_from_warm(corpus: Path) -> None:
    document = read_article(str(corpus / "corpus" / "rust-book.md"))
    texts = Texts(document)
    matcher = compile_query(Query("ownership"))
    began = time.perf_counter()
    cold = list(find(document, matcher, texts))
    between = time.perf_counter()
    assert list(find(document, matcher, texts)) == cold
    assert len(cold) > 200
    assert between - began < 1
    assert time.perf_counter() - between < 0.3
