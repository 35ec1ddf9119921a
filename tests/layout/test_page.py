import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.anchor import Anchor
from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.layout.lines import Line
from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Options
from tests.document.reading import read
from tests.document.strategies import markdown

ARTICLE = """\
[used]: /x

# One

A paragraph of some words that takes more lines than one where the page is narrow [used].

- item
- item two

[unused]: /y

| a | b |
|---|---|
| c | d |
| many words in a cell that has to be wrapped | e |

```python
def f():
\treturn "a long line of code that has to be broken"
```

[used]: /z
"""
widths = st.integers(4, 100)


def rows(page: Page) -> list[tuple[Place, Line]]:
    return list(page.rows_from(Place(0)))


def places(page: Page) -> list[Place]:
    return [place for place, _ in rows(page)]


def is_on(line: Line, offset: int) -> bool:
    return any(run.start <= offset < run.start + len(run.text) for run in line.runs if run.start >= 0)


def is_text(document: Document, anchor: Anchor) -> bool:
    text = document.inline(anchor.block).text
    return anchor.offset < len(text) and not text[anchor.offset].isspace()


@given(markdown, widths)
@settings(max_examples=6)
def test_rows_come_in_order_and_all_of_them_from_any_place(text: str, width: int) -> None:
    page = Page(read(text), width)
    every = rows(page)
    assert [place for place, _ in every] == sorted({place for place, _ in every})
    for number, (place, line) in enumerate(every):
        assert page.lines(place.block)[place.row] is line
        if number % 7 == 0:
            assert list(page.rows_from(place)) == every[number:]


@given(markdown, widths, st.integers(0, 60))
@settings(max_examples=8)
def test_down_and_up_undo_each_other_and_count_the_rows_really_gone(text: str, width: int, count: int) -> None:
    page = Page(read(text), width)
    every = places(page)
    for number, place in enumerate(every):
        below = min(number + count, len(every) - 1)
        assert page.down(place, count) == (every[below], below - number)
        assert page.up(every[below], below - number) == (place, below - number)
        above = page.up(place, count)
        reached = max(number - count, 0)
        assert above[1] == number - reached
        # What is hidden at the start has no row, and the start is before it.
        assert above[0] == every[reached] or (not reached and above[0] == Place(0, 0))


@given(markdown, widths, widths)
@settings(max_examples=8)
def test_an_anchor_finds_its_character_at_any_width(text: str, width: int, other: int) -> None:
    document = read(text)
    page, elsewhere = Page(document, width), Page(document, other)
    for place, line in rows(page):
        anchor = page.anchor_of(place)
        assert anchor.block == place.block
        if is_text(document, anchor) and is_on(line, anchor.offset):
            assert page.place_of(anchor) == place
            block, row = elsewhere.place_of(anchor)
            assert is_on(elsewhere.lines(block)[row], anchor.offset)


@given(markdown, widths)
@settings(max_examples=6)
def test_every_character_has_the_row_that_it_stands_on(text: str, width: int) -> None:
    page = Page(read(text), width)
    for place, line in rows(page):
        for run in line.runs:
            if run.start >= 0:
                assert page.place_of(Anchor(place.block, run.start)) == place
                assert page.place_of(Anchor(place.block, run.start + len(run.text) - 1)) == place


def test_a_blank_line_above_a_block_stands_for_the_block() -> None:
    page = Page(read("a\n\nb\n"), 40)
    assert page.anchor_of(Place(1, 0)) == Anchor(1, 0)
    assert page.place_of(Anchor(1, 0)) == page.top_of(1) == Place(1, 1)


def test_a_reference_that_something_uses_has_no_rows() -> None:
    page = Page(read(ARTICLE), 30)
    blocks = page.document.blocks
    hidden = {index for index, block in enumerate(blocks) if page.document.is_hidden(block)}
    assert hidden
    assert {place.block for place in places(page)} == set(range(len(blocks))) - hidden
    assert all(page.lines(index) == () for index in hidden)
    shown = [line.text for _, line in rows(page) if "]: /" in line.text]
    assert "[unused]: /y" in shown
    assert "[used]: /x" not in shown


def test_hidden_blocks_are_passed_over_in_both_directions() -> None:
    page = Page(read("a\n\n[r]: /x\n\nb [r]\n"), 40)
    assert page.down(Place(0, 0), 1) == (Place(2, 0), 1)
    assert page.up(Place(2, 0), 1) == (Place(0, 0), 1)


def test_going_down_stops_at_the_last_row_shown_where_the_end_is_hidden() -> None:
    page = Page(read("a [r]\n\nb\n\n[r]: /x\n"), 40)
    assert page.down(Place(0, 0), 50) == (Place(1, 1), 2)
    assert page.down(Place(1, 1), 1) == (Place(1, 1), 0)
    assert page.end() == Place(1, 1)


def test_an_anchor_in_a_hidden_block_or_past_the_end_has_a_place_without_a_row() -> None:
    page = Page(read("a [r]\n\n[r]: /x\n"), 40)
    for block in (1, 2, 99):
        assert page.place_of(Anchor(block, 5)) == page.top_of(block) == Place(block, 0)
        assert page.anchor_of(Place(block, 3)) == Anchor(block, 0)
        assert page.lines(block) == ()


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_article_has_no_rows_and_nowhere_to_go(text: str) -> None:
    page = Page(read(text), 40)
    assert rows(page) == []
    assert page.down(Place(0), 9) == page.up(Place(0), 9) == (Place(0), 0)
    assert page.end() == Place(0)


def test_an_offset_past_a_blocks_text_stands_on_its_last_row() -> None:
    page = Page(read("one two three four\n"), 9)
    assert page.place_of(Anchor(0, 999)) == page.end()


def test_a_rule_of_a_table_stands_where_the_row_below_it_does() -> None:
    page = Page(read("| a |\n|---|\n| b |\n"), 40)
    assert [line.text for line in page.lines(0)] == ["a", "━", "b"]
    assert page.anchor_of(Place(0, 1)) == page.anchor_of(Place(0, 2))
    assert page.place_of(page.anchor_of(Place(0, 1))).block == 0


def test_a_width_below_one_is_one() -> None:
    assert Page(read("ab\n"), -3).width == 1
    assert len(rows(Page(read("ab\n"), 0))) == 2


def test_a_page_is_laid_out_anew_after_it_forgets() -> None:
    page = Page(read("a\n"), 40)
    first = page.lines(0)
    assert page.lines(0) is first
    page.forget()
    assert page.lines(0) == first
    assert page.lines(0) is not first


def test_a_page_keeps_the_latest_blocks_and_gives_up_the_first() -> None:
    page = Page(read("".join(f"{number}\n\n" for number in range(600))), 40)
    first = page.lines(0)
    assert len(rows(page)) == 2 * 600 - 1
    assert page.lines(599) is page.lines(599)
    assert page.lines(0) is not first


def test_code_is_highlighted_unless_the_page_says_not() -> None:
    document = read(ARTICLE)
    code = next(index for index, block in enumerate(document.blocks) if block.kind is Kind.CODE)
    for highlighted in (True, False):
        page = Page(document, 60, Options(highlighted=highlighted))
        assert any("keyword" in run.role for line in page.lines(code) for run in line.runs) is highlighted
