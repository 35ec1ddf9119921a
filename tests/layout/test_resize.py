import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.layout.page import Page, Place
from ketareader.layout.viewport import Hold, Viewport
from tests.document.reading import read
from tests.document.strategies import markdown
from tests.layout.long_article import ARTICLE, WIDTHS, view

widths = st.integers(4, 120)
heights = st.integers(1, 30)


@pytest.fixture(scope="module")
def document() -> Document:
    return read(ARTICLE)


def is_on_top(viewport: Viewport, anchor: Anchor) -> bool:
    runs = viewport.rows()[0][1].runs
    return any(run.start <= anchor.offset < run.start + len(run.text) for run in runs if run.start >= 0)


@given(st.integers(0, 300), widths, heights)
@settings(max_examples=30)
def test_a_resize_through_many_widths_comes_back_to_the_very_row(rows: int, width: int, height: int) -> None:
    document = read(ARTICLE)
    viewport = view(document, width, height)
    viewport.scroll(rows)
    top, hold = viewport.top, viewport.hold
    for other in (*WIDTHS, width):
        viewport.resize(Page(document, other), height + other % 3)
        assert viewport.hold == hold
        assert viewport.top.block == top.block
    assert viewport.top == top


@given(st.data(), st.lists(widths, min_size=1, max_size=6))
@settings(max_examples=30)
def test_a_resize_keeps_the_anchors_character_in_the_first_line(data: st.DataObject, through: list[int]) -> None:
    document = read(ARTICLE)
    block = data.draw(st.integers(0, len(document.blocks) - 1))
    text = document.inline(block).text
    offset = data.draw(st.sampled_from([n for n, character in enumerate(text) if not character.isspace()]))
    viewport = view(document)
    viewport.go(Anchor(block, offset))
    for width in through:
        viewport.resize(Page(document, width), 10)
        assert viewport.anchor == Anchor(block, offset)
        assert is_on_top(viewport, viewport.anchor)


@given(markdown, widths, widths, st.integers(0, 60))
@settings(max_examples=15)
def test_any_article_comes_back_to_the_very_row(text: str, width: int, other: int, rows: int) -> None:
    document = read(text)
    viewport = view(document, width, 5)
    viewport.scroll(rows)
    top = viewport.top
    for cells in (other, 4, width):
        viewport.resize(Page(document, cells), 5)
        assert not viewport.page.lines(viewport.top.block) or viewport.rows()
    assert viewport.top == top


@pytest.mark.parametrize("rows", [0, 1, 5, 8, 20, 33, 60])
def test_what_was_held_can_be_gone_back_to_at_the_very_row(document: Document, rows: int) -> None:
    viewport = view(document)
    viewport.scroll(rows)
    top, hold = viewport.top, viewport.hold
    viewport.go_to_end()
    viewport.go_back(hold)
    assert (viewport.top, viewport.hold) == (top, hold)


def test_a_hold_that_is_further_below_than_there_are_rows_stays_in_its_block(document: Document) -> None:
    viewport = view(document)
    for above in (99, -99):
        viewport.go_back(Hold(Anchor(1, 0), above))
        assert viewport.top == Place(1, 0 if above > 0 else len(viewport.page.lines(1)) - 1)
