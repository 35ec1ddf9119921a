"""Tables of raw HTML with lists, code and Markdown in their cells: what is a table, and what comes apart."""

import re
import sys
from collections.abc import Callable, Sequence
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.block import Block, Item, Kind
from ketareader.document.inline import BREAK
from ketareader.document.references import References
from ketareader.parsers.html.cells import MOST, code_span
from ketareader.parsers.markdown import runs
from tests.document.reading import MARKDOWN, batches_of, lines_at, read
from tests.parsers.html_blocks import build, described, shown

LIMIT = 5.0 * (4 if sys.gettrace() else 1)
"""Seconds of the processor's time: many times what is needed, for a busy runner."""
HEAD = "<table><tr><th>A</th><th>B</th></tr>"


def table(cell: str) -> str:
    return f"{HEAD}<tr><td>1</td><td>{cell}</td></tr></table>"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<ul><li>a<li>b</ul>", "• ┊a↵• ┊b"),
        ("a<ul><li>b<ul><li>c</ul><li>d</ul>e", "a↵• ┊b↵  • ┊c↵• ┊d↵e"),
        ("<ol start=9><li>a<li>b</ol>", "9. ┊a↵10. ┊b"),
        ("<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>", "☑ ┊a↵☐ ┊b"),
        ("<ol><li><input type=checkbox> a</ol>", "1. ☐ ┊a"),
        ("<ul><li></li><li>a</ul>", "•┊↵• ┊a"),
        ("<ul><li><ul><li>a</ul></ul>", "• • ┊a"),
        ("<ul><li><p>a</p><p>b</p></ul>", "• ┊a↵  ┊b"),
        ("<ol><li><p>a</p><p>b</p><ul><li>c</ul></ol>", "1. ┊a↵   ┊b↵   • ┊c"),
        ("<ul><li><pre>a\n  b</pre></ul>", "• ┋`a`↵  ┋`  b`"),
        ("<p>a</p><p>b</p>", "a↵b"),
        ("<div>a</div>b<br>c", "a↵b<br>c"),
        ("<pre>\n\na\n\n\n  b`\n</pre>", "┋`a`↵↵↵┋``   b` ``"),
        ("<pre>\ta</pre>", "┋`    a`"),
    ],
)
def test_the_blocks_in_a_cell_are_its_lines(cell: str, expected: str) -> None:
    assert shown(table(cell)) == [f"table(--): A¦B⏎1¦{expected}"]


@pytest.mark.parametrize(
    "cell",
    [
        "<details>a</details>",
        "<table><tr><th>a<th>b</table>",
        f"<p>a</p><p>{'b' * MOST}</p>",
        "<ul>" + "<li>a" * 30 + "</ul>",
        f"<pre>{'a' * 50}</pre>",
        "<p><img src=a.png alt=b></p><p><a href=c><img src=d.png></a></p>",
    ],
)
def test_what_is_no_part_of_a_table_takes_it_apart(cell: str) -> None:
    blocks = build(f"{HEAD}<tr><td>1</td><td>{cell}</td></tr><tr><td>2</td><td>3</td></tr></table>", "after")
    assert [block.text for block in (*blocks[:3], *blocks[-3:])] == ["A", "B", "1", "2", "3", "after"]
    assert blocks[0].kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<h3>a</h3>b", "<b>a</b>↵b"),
        ("a<hr>b", "a↵———↵b"),
        ("a<blockquote>b<ul><li>c</ul></blockquote>", "a↵  ┊b↵  • ┊c"),
        ("<dl><dt>a<dd>b<dd>c</dl>", "<b>a</b>↵  ┊b↵  ┊c"),
    ],
)
def test_below_a_header_several_rows_stay_together_whatever_few_words_are_in_a_cell(cell: str, expected: str) -> None:
    rows = f"<tr><td>1</td><td>{cell}</td></tr><tr><td>2</td><td>3</td></tr>"
    assert shown(f"{HEAD}{rows}</table>") == [f"table(--): A¦B⏎1¦{expected}⏎2¦3"]
    assert shown(f"<table>{rows}</table>")[0] == "paragraph: 1"


def test_one_row_that_is_no_part_of_a_table_is_said_of_its_columns() -> None:
    row = "<td>1</td><td><h3>a</h3><ul><li>b</ul></td>"
    said = ["term: A", "meaning paragraph: 1", "term: B", "meaning heading3: a", "meaning • paragraph: b"]
    assert shown(f"{HEAD}<tr>{row}</tr></table>", "<p>after") == [*said, "paragraph: after"]
    assert shown(f"{HEAD}<tr>{row}<td>c</tr></table>")[0] == "paragraph: A"
    assert shown(f"<table><tr><td>A</td><td>B</td></tr><tr>{row}</tr></table>")[0] == "paragraph: A"
    assert shown(f"{HEAD}<tr><td></td><td><hr></td></tr></table>") == ["term: A", "term: B", "meaning rule:"]


def test_one_paragraph_in_a_cell_may_be_as_long_as_it_likes() -> None:
    assert [block.kind for block in build(table("word " * 10_000))] == [Kind.TABLE]
    assert {block.kind for block in read(table("word " * 10_000)).blocks} == {Kind.TABLE}


def test_a_table_without_a_header_may_have_lists_if_it_has_rows_and_columns() -> None:
    row = "<tr><td><ul><li>a</ul><td>b</tr>"
    assert shown(f"<table>{row * 2}</table>") == ["table(--): ¦⏎• ┊a¦b⏎• ┊a¦b"]
    assert shown(f"<table>{row}</table>") == ["• paragraph: a", "paragraph: b"]
    assert shown("<table><tr><td><ul><li>a</ul></table>") == ["• paragraph: a"]


def test_a_table_stands_on_its_tags_lines() -> None:
    [block, _] = build("<table>\n<tr><th>A</th></tr>\n<tr><td>\n\n<p>b\n\n</td></tr>\n</table>", "after")
    assert (block.line, block.end) == (1, 9)


def test_a_table_stands_in_what_is_around_it() -> None:
    blocks = build("<ul><li>", table("<ul><li>a<li>b</ul>"), "<p>after")
    assert [described(block) for block in blocks] == ["• table(--): A¦B⏎1¦• ┊a↵• ┊b", "• paragraph: after"]


def test_a_long_table_comes_in_pieces_that_hold_all_its_rows_once() -> None:
    rows = "".join(f"<tr><td>{number}</td><td><ul><li>a<li align=right>b</ul></td></tr>" for number in range(9_000))
    blocks = read(f"{HEAD}{rows}</table>\n").blocks
    assert {block.kind for block in blocks} == {Kind.TABLE}
    assert [block.joined for block in blocks] == [False] + [True] * (len(blocks) - 1)
    numbers = re.findall(r"^\d+", "\n".join(block.text for block in blocks), re.MULTILINE)
    assert numbers == [str(number) for number in range(9_000)]


def test_a_table_comes_as_soon_as_it_ends_or_there_is_enough_of_it_for_a_page() -> None:
    row = "<tr><td>1</td><td><ul><li>a</ul></td></tr>\n"
    for text in (f"{HEAD}{row * 3_000}</table>\n", f"{HEAD}{row * 250}</table>\n\n" + "words\n\n" * 1_000):
        assert batches_of(text)[0].blocks[0].kind is Kind.TABLE


def test_lines_within_a_cell_read_the_same_in_it_as_alone() -> None:
    text = read(f"{HEAD}<tr><td>1</td><td>\n\n- a *b\n- c* `d\n- e` ^[a note]\n\n</td></tr></table>\n").inline(0).text
    assert text == "A\tB\n1\t• a *b\v• c* `d\v• e` ¹".replace("\v", BREAK)


_code = st.text(st.sampled_from("ab` \\*<>&|[]$=\t"), max_size=12)


@given(_code)
def test_a_line_of_code_reads_the_same_as_a_code_span(line: str) -> None:
    inline = MARKDOWN.inline(Block(Kind.TABLE, f"A\n{code_span(line)}", 1, 2), References())
    read_as = inline.text.removeprefix("A\n")
    assert read_as == line.expandtabs(4).rstrip()
    assert [(span.start, span.end, span.role) for span in inline.spans] == [(2, len(inline.text), "code")] * bool(
        read_as
    )


_parts = st.sampled_from(
    [
        *("<table>", "<tr>", "<td>", "<th>", "</td>", "</tr>", "</table>", "<td rowspan=2>", "<th colspan=2>"),
        *("</details>", "<summary>", "</p>", "<blockquote>", "</blockquote>", "<tbody>", "<br>", "<hr>", "<dl>", "<b>"),
        *("<ul>", "<li>", "</ul>", "<p>", "<pre>", "</pre>", "<h3>", "<caption>", "<details>", "<div>", "</div>"),
        *(
            "\n",
            "\n\n",
            "\n\n",
            "\n\n- item{}x\n\n",
            "\n\n> quote{}x\n\n",
            "\n\n```\ncode{}x\n```\n\n",
            "\n\n# head{}x\n\n",
            *("\n\n> ", "\n\n- ", "\n> ", "\n  ", "\n\n[^n]: note{}x\n\n", "\n\n| a | b |\n|---|---|\n| cell{}x |\n\n"),
        ),
        *("word{}x", "word{}x", "*word{}x", "`word{}x", " "),
    ]
)
articles = st.builds(
    lambda start, parts: "".join(part.format(number) for number, part in enumerate([start, *parts])),
    st.sampled_from(["<table>", HEAD, f"{HEAD}<tr><td>", "<table><tr><td>1<td>2<tr><td>3<td>"]),
    st.lists(_parts, max_size=30),
)


@given(articles)
def test_no_word_of_a_table_is_lost_and_each_stands_once(text: str) -> None:
    written = re.findall(r"[a-z]+\d+x", text)
    blocks = [block for batch in batches_of(text) for block in batch.blocks]
    assert sorted(re.findall(r"[a-z]+\d+x", "\n".join(block.text for block in blocks))) == sorted(written)


@given(articles, st.lists(st.integers(0, 40), max_size=8), st.integers(1, 60))
def test_tables_are_the_same_wherever_runs_end(text: str, ends: list[int], length: int) -> None:
    whole = [shape(block) for batch in batches_of(text) for block in batch.blocks]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "SCREENFUL", length)
        patch.setattr(runs, "_RUN", length)
        parts = [shape(block) for batch in batches_of(text, ends) for block in batch.blocks]
    assert parts == whole


@given(articles)
def test_no_block_keeps_its_cell_in_its_frame_and_all_can_be_laid_out(text: str) -> None:
    document = read(text)
    assert all(type(container).__module__ == Item.__module__ for block in document.blocks for container in block.frame)
    assert all(len(line) <= 30 for line in lines_at(document, 30))


def shape(block: Block) -> Sequence[object]:
    return (*block._replace(frame=()), [type(container).__name__ for container in block.frame])


LARGE: dict[str, Callable[[], str]] = {
    "20,000 cells of lists": lambda: "<table>" + "<tr><td><ul><li>a</ul><td>b</tr>\n" * 10_000 + "</table>",
    "20,000 cells in a row": lambda: "<table><tr>" + "<td><p>a<p>b\n" * 20_000,
    "20,000 cells never closed": lambda: "<table><tr><td>\n\n" + "<td>\n\na\n\n" * 20_000,
    "10,000 rows of Markdown": lambda: (
        "<table>\n" + "<tr><td>\n\n- a\n\n</td><td>b</td></tr>\n" * 10_000 + "</table>\n"
    ),
    "10,000 tables in cells": lambda: "<table><tr><td>a<td>\n\n" * 10_000,
    "10,000 tables that are closed": lambda: "<table><tr><td>a<td><p>b<p>c</table>\n\n" * 10_000,
    "10,000 lists in a cell": lambda: f"{HEAD}<tr><td>" + "<ul><li>a\n" * 10_000,
    "an article in a cell": lambda: f"{HEAD}<tr><td>\n\n" + "words\n\n" * 20_000,
    "cells that span all": lambda: "<table>" + "<tr><td colspan=50 rowspan=1000><p>a<p>b</td>\n" * 20_000,
    "pictures without end": lambda: table("<p>" + "![](" * 100_000),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_tables_are_read_in_seconds(name: str) -> None:
    text = LARGE[name]()
    begun = process_time()
    batches = batches_of(text)
    assert process_time() - begun < LIMIT
    assert batches[-1].last


def test_the_time_that_a_table_takes_grows_with_its_length() -> None:
    def seconds(rows: int) -> float:
        text = "<table>" + "<tr><td><ul><li>a</ul><td>\n\n- b\n\n</tr>\n" * rows + "</table>\n"
        begun = process_time()
        batches_of(text)
        return process_time() - begun

    assert min(seconds(8_000) for _ in range(2)) < 8 * min(seconds(2_000) for _ in range(2))
