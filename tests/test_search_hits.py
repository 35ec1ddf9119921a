"""Hits: their order, where they stand, and the words around them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.anchor import Anchor, Hit
from ketareader.document.block import Kind
from ketareader.search.hits import Hits, share_of
from ketareader.search.origin import source_line
from ketareader.search.snippet import snippet
from tests.test_search_find import document_of, hits_of

ARTICLE = """\
---
title: fox
---

fox above

# One

fox, fox

## Two

owl

## Three

fox
"""


def hits_from(*runs: list[Hit]) -> Hits:
    hits = Hits()
    for run in runs:
        hits.add(run)
    return hits


def hits_in_blocks(*blocks: int) -> list[Hit]:
    return [Hit(block, 0, 1) for block in blocks]


def test_hits_are_in_reading_order_whatever_the_order_of_their_runs() -> None:
    hits = hits_from(hits_in_blocks(5, 6), [], hits_in_blocks(0, 2), hits_in_blocks(3), hits_in_blocks(9))
    assert [hit.block for hit in hits] == [0, 2, 3, 5, 6, 9]
    assert len(hits) == 6


def test_the_end_and_the_start_of_an_article_may_come_together() -> None:
    assert [hit.block for hit in hits_from(hits_in_blocks(4), hits_in_blocks(5, 8, 0, 3))] == [0, 3, 4, 5, 8]


def test_next_and_previous_go_round() -> None:
    one, two, three = run = [Hit(1, 0, 3), Hit(1, 5, 8), Hit(4, 0, 3)]
    hits = hits_from(run)
    assert [hits.next(one), hits.next(two), hits.next(three)] == [two, three, one]
    assert [hits.previous(one), hits.previous(two), hits.previous(three)] == [three, one, two]
    assert [hits.position(hit) for hit in run] == [0, 1, 2]


def test_the_first_hit_from_a_place_is_at_it_or_after_it() -> None:
    hits = hits_from([Hit(1, 0, 3), Hit(1, 5, 8)])
    assert hits.after(Anchor(0)) == hits.after(Anchor(1, 0)) == Hit(1, 0, 3)
    assert hits.after(Anchor(1, 1)) == Hit(1, 5, 8)
    assert hits.after(Anchor(1, 6)) == Hit(1, 0, 3)


def test_where_there_is_no_hit_there_is_no_next_one() -> None:
    hits = Hits()
    assert hits.after(Anchor(0)) is hits.next(Hit(0, 0, 1)) is hits.previous(Hit(0, 0, 1)) is None
    assert list(hits.shares(document_of("a"), 10)) == []
    assert hits.count_in(range(1)) == 0


@given(st.lists(st.integers(0, 9)).map(sorted), st.integers(0, 9), st.integers(0, 10))
def test_the_hits_of_a_run_of_blocks_are_those_in_it(blocks: list[int], start: int, stop: int) -> None:
    run = [Hit(block, number, number + 1) for number, block in enumerate(blocks)]
    hits = hits_from(run)
    assert list(hits.in_blocks(range(start, stop))) == [hit for hit in run if start <= hit.block < stop]
    assert hits.count_in(range(start, stop)) == len(list(hits.in_blocks(range(start, stop))))
    assert list(hits.in_block(start)) == [hit for hit in run if hit.block == start]


def test_each_section_has_the_hits_that_stand_in_it() -> None:
    document = document_of(ARTICLE)
    hits = hits_from(hits_of(document, "fox"))
    assert len(hits) == 5
    assert [hits.count_in(document.extent(section)) for section in range(3)] == [2, 0, 1]


@given(st.lists(st.integers(0, 59), unique=True).map(sorted), st.integers(1, 30))
def test_there_is_one_mark_in_each_part_of_the_article_that_has_a_hit(blocks: list[int], rows: int) -> None:
    document = document_of("\n\n".join("fox " * (number % 7 + 1) for number in range(60)))
    run = [Hit(block, start, start + 3) for block in blocks for start in range(0, 4 * (block % 7), 4)]
    marked = [int(share * rows) for share in hits_from(run).shares(document, rows)]
    assert marked == sorted({int(share_of(document, hit) * rows) for hit in run})
    assert all(0 <= share_of(document, hit) < 1 for hit in run)


@given(st.text("ab \n\t", max_size=60), st.integers(0, 60), st.integers(1, 20), st.integers(3, 50))
def test_a_snippet_is_the_text_around_the_hit_on_one_line(text: str, start: int, length: int, width: int) -> None:
    start = min(start, max(len(text) - 1, 0))
    end = min(start + length, len(text))
    shown, first, last = snippet(text, Hit(0, start, end), width)
    flat = text.replace("\n", " ").replace("\t", " ")
    assert len(shown) <= width
    assert flat[start:end].startswith(shown[first:last])
    assert shown.strip("…") in flat
    if end - start <= width - 2:
        assert shown[first:last] == flat[start:end]


def test_a_snippet_cuts_no_word_and_says_where_it_cuts() -> None:
    text = "It was the best of times, it was the worst of times, it was the age of wisdom"
    start = text.index("worst")
    assert snippet(text, Hit(0, start, start + 5), 30).text == "…it was the worst of times,…"
    assert snippet(text, Hit(0, 0, 2), 20).text == "It was the best of…"
    assert snippet(text, Hit(0, start, start + 5), 200).text == text


SOURCE = """\
---
title: l2
---

# l5

l7 *has a*
l8 [link](/x "with a
title") and l9 `code
here` l10\\
hard l11

Setext l13
l14
===

> quoted l17
lazy l18

- item l20
  l21
  - l22

```python
x = "l25"

y = "l27"
```

    indented l30
    l31

| l33 | head |
| --- | ---- |
| row | l35  |
| row | l36  |

<div>
l39
</div>

[l42]: /x
"""


def test_a_hit_tells_its_line_in_the_source() -> None:
    document = document_of(SOURCE)
    hits = hits_of(document, "l")
    lines = {}
    for hit in hits:
        text = document.inline(hit.block).text
        word = text[hit.start :].split()[0].strip('"]:')
        if word[1:].isdecimal():
            lines[word] = source_line(document.blocks[hit.block], text, hit.start)
    assert lines == {f"l{line}": line for line in lines.values()}
    assert len(lines) == 23


def test_a_hit_in_words_that_the_source_has_not_is_on_a_line_of_its_block() -> None:
    document = document_of("a\n\nb&#32;b&#32;b\nfox")
    (hit,) = hits_of(document, "fox")
    assert source_line(document.blocks[hit.block], "b b b fox", hit.start) == 4


def test_a_hit_in_verse_tells_its_line() -> None:
    block = document_of("a").blocks[0]._replace(kind=Kind.VERSE, line=3)
    assert source_line(block, "one\ntwo\nthree", 9) == 5


@pytest.mark.parametrize("name", ["a-tour-of-ketareader.md", "ketamine-for-anxiety.md"])
def test_every_word_of_an_article_stands_on_the_line_that_it_tells(name: str, root: Path) -> None:
    source = (root / "articles" / name).read_text("utf-8")
    document = document_of(source)
    lines = source.split("\n")
    for hit in hits_of(document, "an"):
        text = document.inline(hit.block).text
        assert "an" in lines[source_line(document.blocks[hit.block], text, hit.start) - 1].lower()
