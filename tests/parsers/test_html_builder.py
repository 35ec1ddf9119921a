"""Raw HTML as blocks."""

import re
import sys
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.block import Fold, Item, Kind
from ketareader.parsers.html.builder import HtmlBuilder
from ketareader.parsers.html.elements import APART, FOREIGN, INLINE, SILENT
from ketareader.parsers.markdown.elements import MEDIA
from tests.parsers.html_blocks import build, described, shown

LIMIT = 3.0 * (4 if sys.gettrace() else 1)
"""Seconds of the processor's time: thrice what is promised, for a busy runner."""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one</p><p>two", ["paragraph: one", "paragraph: two"]),
        ("one<div>two</div>three", ["paragraph: one", "paragraph: two", "paragraph: three"]),
        ("</div>text</section>", ["paragraph: text"]),
        ("<p>  one\n  two \t three\n</p>", ["paragraph: one⏎two three"]),
        ("a <b> b </b> c", ["paragraph: a <b>b </b>c"]),
        ("*a* _b_ `c` [d] ~e~ $f$ \\ <g", [r"paragraph: \*a\* \_b\_ \`c\` \[d\] \~e\~ \$f\$ \\ \<g"]),
        ("a &amp; b &lt;c&gt;", ["paragraph: a &amp; b &lt;c&gt;"]),
        ("a<br/>b<BR>c", ["paragraph: a<br>b<br>c"]),
        ("<br><br>a <br> <br>", ["paragraph: a"]),
        ("<br>", []),
        ('<a id="x"></a>', []),
        ("<div><span> </span></div>", []),
        ("<hr>", ["rule:"]),
        ("<![CDATA[a & <b>]]>", [r"paragraph: a &amp; \<b>"]),
        ("<!-- hidden --><!doctype html><script src='hidden'> </script>", []),
        ("a <!-- hidden --> b", ["paragraph: a b"]),
    ],
)
def test_text_is_set_as_paragraphs(html: str, expected: list[str]) -> None:
    assert shown(html) == expected


def test_a_paragraph_stands_where_its_words_do() -> None:
    one, two = build("<div>\n\t one\nline\n</div>\n<p>two")
    assert (one.line, one.end, two.line, two.end) == (2, 4, 5, 6)


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_are_headings(level: int) -> None:
    (heading,) = build(f"<h{level} align='center'>\n  A <b>title</b>\n</h{level}>")
    assert (heading.kind, heading.level, heading.text, heading.line) == (Kind.HEADING, level, "A <b>title</b>", 2)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1><div>a</div><p>b</p></h1>c", ["heading1: a b", "paragraph: c"]),
        ("<h1>a</h2>b", ["heading1: a", "paragraph: b"]),
        ("<h1>a<h2>b<ul><li>c", ["heading1: a", "heading2: b", "• paragraph: c"]),
        ("<h1> </h1>", []),
    ],
)
def test_a_heading_is_one_block(html: str, expected: list[str]) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a<li>b</ul>c", ["• paragraph: a", "• paragraph: b", "paragraph: c"]),
        ("<ul><li>a<ol><li>b</ol><li>c</ul>", ["• paragraph: a", "• 1. paragraph: b", "• paragraph: c"]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3. paragraph: a", "7. paragraph: b", "8. paragraph: c"]),
        ("<ol start=99999999999 type=a><li>a", ["a. paragraph: a"]),
        ("<ol type=A start=26><li>a<li>b</ol>", ["Z. paragraph: a", "AA. paragraph: b"]),
        ("<ol type=i start=1999><li>a", ["mcmxcix. paragraph: a"]),
        ("<ol type=I start=4000><li>a", ["4000. paragraph: a"]),
        ("<ol type=a start=-1><li>a", ["-1. paragraph: a"]),
        ("<li>a</li>b", ["• paragraph: a", "paragraph: b"]),
        ("<ul><li></li><li>a", ["• paragraph:", "• paragraph: a"]),
        (
            "<ul><li><input type='checkbox' checked> a<li><p><input type=checkbox>b",
            ["•[x] paragraph: a", "•[ ] paragraph: b"],
        ),
        ("<ul><li>a</li></ul></li>b", ["• paragraph: a", "paragraph: b"]),
        ("<dl><dt>a<dt>b<dd>c<p>d<dd>e</dl>", ["term: a", "term: b", *[f"meaning paragraph: {x}" for x in "cde"]]),
        ("<blockquote>a<p>b</blockquote>c", ["quote paragraph: a", "quote paragraph: b", "paragraph: c"]),
    ],
)
def test_containers_hold_what_is_in_them(html: str, expected: list[str]) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    ("html", "tight"), [("<ul><li>a<li>b</ul>", True), ("<ul><li><p>a</ul>", False), ("<ul><li>a", False)]
)
def test_a_list_is_tight_unless_there_are_paragraphs_in_it(html: str, tight: bool) -> None:  # noqa: FBT001
    item = build(html)[0].frame[0]
    assert isinstance(item, Item)
    assert item.list.tight is tight


def test_the_markers_of_a_list_hang_alike() -> None:
    for html, widest in [
        ("<ol>" + "<li>a" * 12, 3),
        ("<ol type=i>" + "<li>a" * 9, 5),
        ("<ol start=98>" + "<li>a" * 3, 4),
    ]:
        items = [block.frame[0] for block in build(html)]
        assert {item.list.widest for item in items if isinstance(item, Item)} == {widest}
        assert len(items) >= 3


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<pre>\na\n  b &lt;\n</pre>", "code: a⏎  b <"),
        ('<pre lang="x"><code>*a*</code></pre>', "code(x): *a*"),
        ('<pre><code class="hljs language-js">a<br>b <i>c</i> <T> d</code></pre>', "code(js): a⏎b c <T> d"),
        ("<pre><![CDATA[&lt;]]></pre>", "code: &lt;"),
        ("<pre>&#x1b;[31m&#99999999999;</pre>", "code: ␛[31m&#99999999999;"),
        ("<pre>&#0;&#x110000;&copy;&nosuch;</pre>", "code: ��©&nosuch;"),
        ("<div><pre>a</div>", "code: a"),
    ],
)
def test_code_keeps_its_lines(html: str, expected: str) -> None:
    assert shown(html) == [expected]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>2", ["table(--): A¦B⏎1¦2"]),
        (
            "<caption>C</caption><thead><tr><td>A</td></tr></thead><tr><td>1</td></tr>",
            ["paragraph: C", "table(-): A⏎1"],
        ),
        ("<tr><td>a</td><td>b</td></tr>", ["table(--): ¦⏎a¦b"]),
        ("<tr><th align=right>A<th style='text-align: center'>B<tr><td>1<td align=left>2", ["table(rc): A¦B⏎1¦2"]),
        ("<tr><th colspan=2>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3", ["table(---): A¦¦B⏎1¦2⏎¦3"]),
        ("<tr><td></td><th>A<tr><th>B<td>1", ["table(--): ¦A⏎B¦1"]),
        ("<tr><th><p>a</p><p>b</p>c<br>d\te</th><th>f<tr><td>g<td>h", ["table(--): a↵b↵c<br>d e¦f⏎g¦h"]),
        ("<tr><td>a</td></tr><tr><td>b</td></tr>", ["paragraph: a", "paragraph: b"]),
        ("<tr><td><p>a</p><p>b</p></td><td>c</td></tr>", ["paragraph: a", "paragraph: b", "paragraph: c"]),
        ("<tr><td><pre>a</pre></td><td>b</td></tr>", ["code: a", "paragraph: b"]),
        ("<tr><td>a<td><ul><li>b</ul></td></tr>", ["paragraph: a", "• paragraph: b"]),
        ("<tr><td><table><tr><th>a<th>b</table></td></tr>", ["table(--): a¦b"]),
        ("<tr><td> </td></tr>", []),
        ("a<tr><th>b<th>c", ["paragraph: a", "table(--): b¦c"]),
    ],
)
def test_tables_are_tables_and_pages_laid_out_by_them_are_not(html: str, expected: list[str]) -> None:
    assert shown(f"<table>{html}</table>") == expected


def test_rows_after_a_blank_line_belong_to_the_table() -> None:
    parts = ["<table>\n<tr><th>A</th><th>B</th></tr>", "<tr><td>1</td><td>2</td></tr>", "</table>", "text"]
    assert shown(*parts) == ["table(--): A¦B⏎1¦2", "paragraph: text"]


def test_a_blank_line_within_a_cell_divides_its_lines() -> None:
    parts = ["<table><tr><th>A</th><th>B</th></tr><tr><td>a</td><td>b", "c</td></tr></table>"]
    assert shown(*parts) == ["table(--): A¦B⏎a¦b↵c"]


def test_a_table_that_turns_out_to_be_a_page_comes_apart_from_its_first_row() -> None:
    parts = ["<table><tr><td>a</td><td>b</td></tr>", "<tr><td>c<pre>d</pre></td></tr><tr><td>e</td></tr></table>f"]
    assert shown(*parts) == ["paragraph: a", "paragraph: b", "paragraph: c", "code: d", "paragraph: e", "paragraph: f"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<details><summary>A</summary>b</details>c", ["▸ title: A", "▸ paragraph: b", "paragraph: c"]),
        ("<details open><summary><h2>A</h2></summary>b", ["▾ title: A", "▾ paragraph: b"]),
        ("<details>b</details>", ["▸ title: Details", "▸ paragraph: b"]),
        ("<details><summary></summary>b</details>", ["▸ title: Details", "▸ paragraph: b"]),
        ("<details><details>b", ["▸ title: Details", "▸ ▸ title: Details", "▸ ▸ paragraph: b"]),
        ("<details><summary>A<summary>B", ["▸ title: A", "▸ paragraph: B"]),
        ("<summary>A", ["paragraph: A"]),
        ("<details></details>b", ["paragraph: b"]),
    ],
)
def test_what_folds_has_a_title(html: str, expected: list[str]) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="a b.png" alt="a [b]\n c">', r"![a \[b\] c](<a b.png>)"),
        ("<img src='data:image/svg+xml,x' alt=''>", "image"),
        ("<img alt=a>", "a"),
        ("<picture><source srcset=x><img src=a.png></picture>", "![](<a.png>)"),
        ("<video src='a<b.mp4' title='A'></video>", r"[A](<a\<b.mp4>)"),
        ("<video src=a.mp4>no video</video>, b", "[a.mp4](<a.mp4>) no video, b"),
        ("<video><source src=a.mp4>no video</video>", "[a.mp4](<a.mp4>) no video"),
        ("<a href=b><video src=a.mp4></video></a> c", "<a href=b>[a.mp4](<a.mp4>)</a> c"),
        ("<p>(<svg><g>a</g></svg>) (<math><mi>b</math>), <video src=' DATA:,c'></video>", "(a) (b), media"),
        ("<object data=a>no frame</object>", "no frame"),
        (
            "<iframe src=http://a.b></iframe> <embed src=c><object data=d></object>",
            "[http://a.b](<http://a.b>) [c](<c>) [d](<d>)",
        ),
        ("<video><source type=a src=a.mp4><source src=a.webm></video>", "[a.mp4](<a.mp4>)"),
        ("<iframe src='javascript:a()'>", "javascript:a()"),
        ("<svg><path d='x'/><text>a</text><g>b</g></svg>c", "a b c"),
        ("<input type=checkbox checked> a <INPUT TYPE=checkbox> b <input type=text value=c>", "☑ a ☐ b"),
        ("<a href=x><h1>a</h1></a>", "<a href=x>a</a>"),
    ],
)
def test_what_text_cannot_show_is_named(html: str, expected: str) -> None:
    assert [block.text for block in build(html)] == [expected]


def test_inline_elements_go_on_in_the_next_block() -> None:
    assert shown("<b>a<p>b</p>c</b>d") == ["paragraph: <b>a</b>", "paragraph: <b>b</b>", "paragraph: <b>c</b>d"]
    assert shown("<b>a", "b") == ["paragraph: <b>a</b>", "paragraph: b"]


@pytest.mark.parametrize(
    "html", ["<Listing file-name='a'>", "</Listing>", "<?php a ?>", "<!ELEMENT a>", "<my-tag>\n<b-c>"]
)
def test_markup_that_is_not_known_stands_as_it_is(html: str) -> None:
    (block,) = build(html)
    assert (block.kind, block.text) == (Kind.HTML, html)
    assert shown(f"a {html}") == [f"paragraph: a {html}".replace("\n", "⏎")]


def test_the_end_of_markup_that_is_not_known_is_no_block_of_its_own() -> None:
    assert shown("<Listing a='b'>", "</Listing>", "</Listing>") == ["html: <Listing a='b'>", "html: </Listing>"]
    assert shown("<T>a</T>", "<T>", "</T> a") == ["paragraph: <T>a</T>", "html: <T>", "paragraph: a"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<script src=a>\n\n  a < b && '</p>'\n\n</script>",
            ["▸ title: Script", "▸ code(javascript):   a < b && '</p>'"],
        ),
        ("a<style>\nb</style>c", ["paragraph: a", "▸ title: Style", "▸ code(css): b", "paragraph: c"]),
        (
            "<details><script>a</script></details>",
            ["▸ title: Details", "▸ ▸ title: Script", "▸ ▸ code(javascript): a"],
        ),
        ("<p>a <script>b</script> c", ["paragraph: a <script>b</script> c"]),
        ("<h1>a<script>\nb\nc</script></h1>", ["heading1: a<script> b c</script>"]),
        ("<pre>a<script>&amp;</script></pre>", ["code: a<script>&amp;</script>"]),
        ("<script src=a></script><style>\n</style>", []),
        ("a<template>b<p>c</template>d", ["paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d"]),
    ],
)
def test_scripts_and_styles_are_code_that_folds_but_in_a_line_of_text(html: str, expected: list[str]) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("script", "javascript"),
        ("script type=module", "javascript"),
        ("script type='text/javascript; charset=utf-8'", "javascript"),
        ("script type='application/ld+json'", "json"),
        ("script lang=ts data-x='a > b'", "ts"),
        ("STYLE", "css"),
        ("style lang=scss", "scss"),
    ],
)
def test_what_a_script_is_written_in_is_told(tag: str, language: str) -> None:
    title, code = build(f"<{tag}>\na\n</{tag.split(maxsplit=1)[0]}>")
    [fold] = title.frame
    assert isinstance(fold, Fold)
    assert not fold.is_open
    assert code.frame == title.frame
    assert (code.text, code.info, code.line, code.end) == ("a", language, 1, 4)


@pytest.mark.parametrize("opener", ["<!--", "<script>", "<style>", "<?php", "<![CDATA[", "<!A"])
def test_what_is_never_closed_hides_nothing(opener: str) -> None:
    (block,) = build(f"{opener} a\n\n  *b*")
    assert (block.kind, block.text, block.line, block.end) == (Kind.HTML, f"{opener} a\n\n  *b*", 1, 4)


def test_containers_hold_the_markdown_that_follows_until_they_are_closed() -> None:
    builder = HtmlBuilder()
    assert [described(block) for block in builder.fragment("<details>\n<summary>A</summary>\n<div>", 1)] == [
        "▸ title: A"
    ]
    assert [type(container).__name__ for container in builder.frame] == ["Fold"]
    assert builder.is_open
    assert builder.fragment("</details>", 7) == []
    assert builder.frame == ()
    assert not builder.is_open


def test_what_folds_gets_its_title_before_markdown_and_not_before_a_summary() -> None:
    builder = HtmlBuilder()
    assert builder.fragment("<details>", 1) == []
    assert [described(block) for block in builder.interrupt()] == ["▸ title: Details"]
    assert builder.interrupt() == []
    assert shown("<details>", "<summary>A</summary>") == ["▸ title: A"]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("words</details>", False),
        ("words `</details>`", True),
        ("<details>words</details>", True),
        ("<b>words</b></div></p>", True),
    ],
)
def test_a_paragraph_of_markdown_may_close_what_is_open(text: str, is_open: bool) -> None:  # noqa: FBT001
    builder = HtmlBuilder()
    builder.fragment("<details>", 1)
    builder.pass_over(text)
    assert builder.is_open is is_open


NAMES = sorted(APART | FOREIGN | INLINE | MEDIA | SILENT | {"br", "img", "unknown", "un-known"})
_tag = st.builds(
    lambda start, name, attribute, end: f"{start}{name}{attribute if start == '<' else ''}{end}",
    st.sampled_from(["<", "</"]),
    st.sampled_from(NAMES),
    st.sampled_from(["", " a='hid'", " align=right colspan=3", " open", " src=hid.png", " start=3 type=i"]),
    st.sampled_from([">", ">", "/>"]),
)
_part = (
    st.integers(0, 99).map("word{}x".format)
    | _tag
    | _tag
    | st.sampled_from(
        [" ", "\n", "<", "&", "<!-- hid\n -->", "*", "`", "<script>word1x\n</script>", "<style>word2x</style>"]
    )
)
fragments = st.lists(st.lists(_part, max_size=20).map("".join), max_size=6)


@given(fragments)
def test_no_word_is_lost(parts: list[str]) -> None:
    blocks = build(*parts)
    written = [word for part in parts for word in re.findall(r"word\d+x", part)]
    read = [word for block in blocks for word in re.findall(r"word\d+x", block.text)]
    assert sorted(read) == sorted(written)
    assert not any("hid" in block.text for block in blocks if "](<" not in block.text and "<" not in block.text)


@given(fragments)
def test_blocks_stand_in_their_fragments_and_are_never_without_words(parts: list[str]) -> None:
    last = sum(part.count("\n") + 2 for part in parts)
    for block in build(*parts):
        assert 1 <= block.line < block.end <= last
        assert block.text.strip() or block.kind is Kind.RULE or (block.frame and isinstance(block.frame[-1], Item))


HOSTILE = {
    "100,000 divisions": "<div>" * 100_000,
    "50,000 quotes": "<blockquote>" * 50_000,
    "20,000 lists": "<ul><li>" * 20_000,
    "20,000 tables": "<table><tr><td>" * 20_000,
    "20,000 bold paragraphs": "<b><p>x" * 20_000,
    "50,000 that fold": "<details>" * 50_000,
    "ends out of reach": "<li><ul>" + "<div>" * 253 + "</li>" * 20_000,
    "wide cells": "<table><tr>" + "<td colspan=9999 rowspan=9999>a" * 10_000,
    "ends of nothing": "<b>" * 50_000 + "</i>" * 50_000,
    "tags without end": "<a " * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_html_is_built_in_no_time(name: str) -> None:
    begun = process_time()
    builder = HtmlBuilder()
    blocks = builder.fragment(HOSTILE[name], 1)
    builder.pass_over(HOSTILE[name])
    assert process_time() - begun < LIMIT
    assert all(len(block.frame) <= 256 for block in blocks)


def test_words_deeper_than_can_be_told_apart_are_kept() -> None:
    blocks = build("<blockquote>" * 300 + "deep" + "</blockquote>" * 300 + "after")
    assert [(block.text, len(block.frame)) for block in blocks] == [("deep", 256), ("after", 0)]
