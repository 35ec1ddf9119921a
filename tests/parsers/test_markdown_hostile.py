"""Markdown made to cost more than its length: it is read, and its first page laid out, in seconds.

The sizes are those at which other readers take minutes, lose text or crash.
"""

import inspect
import sys
from collections.abc import Callable
from itertools import islice
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.block import Block, Kind
from ketareader.document.document import Document
from ketareader.document.references import References
from ketareader.layout.page import Page, Place
from ketareader.text import clean
from tests.document.reading import MARKDOWN, read
from tests.document.strategies import inline_text
from tests.hostile.pathological import pathological
from tests.hostile.payloads import BIDI, ENCODED_ESCAPES, ESCAPES, SCHEMES

LIMIT = 10.0 * (4 if sys.gettrace() else 1)
"""Seconds of the processor's time: twice what is promised, for a busy runner, and more while coverage is measured."""
ROWS = 200
LARGE: dict[str, Callable[[], str]] = {
    "10 MB of words on one line": lambda: "word " * 2_000_000,
    "10 MB of one word": lambda: "a" * 10_000_000,
    "10 MB of Han on one line": lambda: "漢" * 3_300_000,
    "10 MB of emphasis on one line": lambda: "*a* " * 2_500_000,
    "100,000 headings": lambda: "# a\n\n" * 100_000,
    "10,000 quotes in quotes": lambda: ">" * 10_000 + "a",
    "10,000 lists in lists": lambda: "- " * 10_000 + "a",
    "10,000 lists and quotes in turn": lambda: "> - " * 10_000 + "a",
    "lists indented 1,000 times": lambda: "".join("  " * depth + "* a\n" for depth in range(1_000)),
    "a table of 1,000 columns and 20 rows": lambda: (
        "|a" * 1_000 + "\n" + "|-" * 1_000 + "\n" + ("|cell" * 1_000 + "\n") * 20
    ),
    "50,000 brackets": lambda: "[" * 50_000 + "a" + "]" * 50_000,
    "65,000 link openers": lambda: "[a" * 65_000,
    "65,000 emphases in emphases": lambda: "*a **a " * 65_000 + "b" + " a** a*" * 65_000,
    "backticks in 5,000 lengths": lambda: "".join("e" + "`" * length for length in range(1, 5_000)),
    "300,000 comments without end": lambda: "</" + "<!--" * 300_000,
    "100,000 scripts without end": lambda: "a <script>" * 100_000,
    "100,000 scripts in a line": lambda: "a <script>b</script>" * 100_000,
    "50,000 CDATA without end": lambda: "a <![CDATA[" * 50_000,
    "50,000 references and their uses": lambda: (
        "".join(f"[r{n}]: u\n" for n in range(50_000)) + "".join(f"\n[r{n}]" for n in range(50_000))
    ),
    "112 kB of addresses without scheme": lambda: "//a.b/(" * 16_000,
    "10 MB of code": lambda: "```python\n" + "x = 1\n" * 1_600_000,
    "a link to 50,000 characters, 16,000 times": lambda: f"[a]: {'b' * 50_000}\n\n" + "[a]" * 16_000,
    "50,000 callouts in callouts": lambda: "::: a\n" * 50_000 + ":::\n" * 50_000,
    "colons that close what others opened": lambda: ":::: a\n" * 50_000 + ":::\n" * 50_000,
    "100,000 admonitions that may be": lambda: "!!! a\n" * 100_000,
    "100,000 formulas without end": lambda: "$$ a=\n" * 100_000,
    "a formula of 1 MB of spaces": lambda: "$$" + " " * 1_000_000 + "x",
    "20,000 terms and their meanings": lambda: "a\n: b\n" * 20_000,
    "100,000 items of the same letter": lambda: "- x\n" + "  a. x\n" * 100_000,
    "20,000 items of two letters": lambda: "a. x\nb. x\n" * 10_000,
    "a heading of 100,000 names": lambda: "# " + "{#a " * 100_000 + "}",
    "50,000 notes and their mentions": lambda: (
        "".join(f"[^{n}]: x\n\n" for n in range(50_000)) + "".join(f"[^{n}] " for n in range(50_000))
    ),
}


def first_rows(document: Document, width: int = 72) -> list[str]:
    return [line.text for _, line in islice(Page(document, width).rows_from(Place(0)), ROWS)]


@pytest.mark.parametrize("make", LARGE.values(), ids=list(LARGE))
def test_large_hostile_articles_are_read_and_shown_in_seconds(make: Callable[[], str]) -> None:
    text = make()
    begun = process_time()
    document = read(text)
    parsed = process_time()
    assert first_rows(document)
    assert parsed - begun < LIMIT
    assert process_time() - parsed < LIMIT


WHOLE = {
    "900,000 emphases on one line": "*emphasis* " * 900_000,
    "50,000 CDATA without end": "a <![CDATA[" * 50_000,
    "50,000 brackets, closed in the end": "[a " * 50_000 + "]" * 50_000,
    "50,000 images in images": "![[]()" * 50_000,
    "200,000 marks in quotes": '"==a"' * 200_000,
    "a mark behind 1,000,000 asterisks": "*" * 1_000_000 + "==a",
    "100,000 sums of money": "$5 \\x$6, and " * 100_000,
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=list(WHOLE))
def test_all_of_a_hostile_article_is_read_in_seconds(text: str) -> None:
    begun = process_time()
    document = read(text)
    for index in range(len(document.blocks)):
        document.inline(index)
    assert process_time() - begun < LIMIT


SMALL = pathological(2_000)


@pytest.mark.parametrize("name", SMALL)
def test_pathological_markdown_is_read_and_shown_in_no_time(name: str) -> None:
    begun = process_time()
    document = read(SMALL[name])
    first_rows(document)
    first_rows(document, 20)
    assert process_time() - begun < LIMIT


NESTED = [">", "> ", "- ", "1. ", "> - ", "- > ", "* > 1) "]


@pytest.mark.parametrize("depth", [1, 5, 20, 29, 30, 31, 59, 60, 61, 100, 1_000])
@pytest.mark.parametrize("container", NESTED)
def test_nothing_is_lost_however_deep_it_is_nested(container: str, depth: int) -> None:
    document = read(f"{container * depth}deep words\n\n# After\n\nmore words")
    assert "deep words" in " ".join(block.text for block in document.blocks)
    assert [section.title for section in document.sections] == ["After"]
    assert document.blocks[-1].text == "more words"
    assert not document.blocks[-1].frame


def test_text_that_nests_deeper_than_the_stack_stays_as_it_is() -> None:
    text = "![" * 40 + "deep" + "](b)" * 40
    block = Block(Kind.PARAGRAPH, text, 1, 2)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 40)
    try:
        inline = MARKDOWN.inline(block, References())
    finally:
        sys.setrecursionlimit(limit)
    assert inline.text == text
    assert MARKDOWN.inline(block, References()).text == "deep"


@pytest.mark.parametrize("empty", [">", "> >", "-", "1.", "1. \n\n", "- >", "[^n]:", "!!! note", "- [ ]"])
def test_an_empty_container_that_is_nested_too_deep_ends(empty: str) -> None:
    article = "".join(f"{empty}\n::: note\nword{number}\n" for number in range(100))
    shown = "\n".join(block.text for block in read(article).blocks)
    assert all(f"word{number}" in shown for number in range(100))


def test_what_is_nested_too_deep_ends_where_its_list_does() -> None:
    document = read("- " * 70 + "deep\n" + "  " * 70 + "- still deep\n\n" + "- b\n\n  c\n")
    assert [block.text for block in document.blocks[1:]] == ["b", "c"]
    assert document.blocks[0].text.endswith("- still deep")


def test_what_is_nested_too_deep_is_shown_whole_in_no_time() -> None:
    document = read("".join("  " * depth + "- word\n" for depth in range(1_000)))
    begun = process_time()
    rows = [line.text for _, line in Page(document, 80).rows_from(Place(0))]
    assert process_time() - begun < LIMIT / 4
    assert sum(row.count("word") for row in rows) == 1_000


@pytest.mark.parametrize("text", [*ESCAPES, *ENCODED_ESCAPES, *BIDI], ids=ascii)
def test_no_escape_gets_through_markup(text: str) -> None:
    source = (
        f"# {text}\n\n{text} **{text}** `{text}` [{text}](<{text}>)\n\n    {text}\n\n| {text} |\n|---|\n| {text} |\n"
    )
    document = read(source)
    shown = "".join(line.text for _, line in Page(document, 60).rows_from(Place(0)))
    assert clean(shown) == shown
    assert "\n" not in shown
    for index in range(len(document.blocks)):
        for span in document.inline(index).spans:
            assert clean(span.target) == span.target
            assert len(span.target.split()) <= 1


@pytest.mark.parametrize("scheme", SCHEMES, ids=ascii)
def test_a_target_is_one_clean_word(scheme: str) -> None:
    for text in (f"[a](<{scheme}>)", f"[a]({scheme})", f"<{scheme}>", f"![]({scheme})", f"[a]\n\n[a]: <{scheme}>"):
        for span in read(text).inline(0).spans:
            assert clean(span.target) == span.target
            assert len(span.target.split()) <= 1


def test_an_image_of_data_is_not_called_by_its_data() -> None:
    assert read("![](data:image/png;base64,iVBO/Rw0KGgo=)").inline(0).text == "image"


@given(st.lists(inline_text, max_size=6).map("\n".join))
def test_inline_text_is_clean_and_its_spans_nest_in_order(text: str) -> None:
    inline = MARKDOWN.inline(Block(Kind.PARAGRAPH, clean(text), 1, 2), References())
    assert clean(inline.text) == inline.text
    starts = [(span.start, -span.end) for span in inline.spans]
    assert starts == sorted(starts)
    around: list[int] = []
    for span in inline.spans:
        while around and around[-1] <= span.start:
            around.pop()
        assert not around or span.end <= around[-1]
        assert 0 <= span.start < span.end <= len(inline.text)
        around.append(span.end)
