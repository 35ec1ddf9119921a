import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.layout.page import Page, Place
from ketareader.layout.viewport import Viewport
from tests.document.reading import read
from tests.layout.long_article import ARTICLE, PROSE, view

widths = st.integers(4, 120)
heights = st.integers(1, 30)


@pytest.fixture(scope="module")
def document() -> Document:
    return read(ARTICLE)


def places(page: Page) -> list[Place]:
    return [place for place, _ in page.rows_from(Place(0))]


def top_text(viewport: Viewport) -> str:
    return viewport.rows()[0][1].text


def is_on_top(viewport: Viewport, anchor: Anchor) -> bool:
    runs = viewport.rows()[0][1].runs
    return any(run.start <= anchor.offset < run.start + len(run.text) for run in runs if run.start >= 0)


def test_a_view_begins_at_the_start(document: Document) -> None:
    viewport = view(document)
    assert viewport.anchor == Anchor(0, 0)
    assert [line.text for _, line in viewport.rows()][:2] == ["First", "━━━━━"]
    assert len(viewport.rows()) == 10
    assert not viewport.at_end()


def test_scrolling_moves_row_by_row_and_back(document: Document) -> None:
    viewport = view(document)
    every = places(viewport.page)
    for number in range(len(every) - 9):
        assert viewport.top == every[number]
        viewport.scroll(1)
    for number in range(len(every) - 11, -1, -1):
        viewport.scroll(-1)
        assert viewport.top == every[number]


@given(st.lists(st.integers(-60, 60), max_size=20), widths, heights)
@settings(max_examples=30)
def test_scrolling_stops_with_the_last_line_on_the_last_row(steps: list[int], width: int, height: int) -> None:
    viewport = view(read(ARTICLE), width, height)
    every = places(viewport.page)
    lowest, at = max(len(every) - height, 0), 0
    for step in steps:
        viewport.scroll(step)
        at = min(max(at + step, 0), lowest)
        assert viewport.top == every[at]
        assert viewport.at_end() is (at == lowest)


def test_scrolling_by_nothing_moves_nothing(document: Document) -> None:
    viewport = view(document)
    viewport.scroll(0)
    assert (viewport.top, viewport.hold) == (Place(0, 0), view(document).hold)


def test_an_article_shorter_than_the_screen_does_not_scroll() -> None:
    viewport = view(read("a\n\nb\n"))
    viewport.scroll(5)
    viewport.go_to_end()
    assert viewport.top == Place(0, 0)
    assert viewport.at_end()


def test_a_short_last_section_reaches_the_top(document: Document) -> None:
    viewport = view(document)
    viewport.go_to_block(document.sections[-1].block)
    assert [line.text for _, line in viewport.rows()] == ["Last", "────", "", "A word."]
    assert viewport.anchor == Anchor(document.sections[-1].block, 0)
    assert viewport.at_end()


def test_scrolling_down_from_a_section_past_the_lowest_top_goes_nowhere_and_up_goes_up(document: Document) -> None:
    viewport = view(document)
    viewport.go_to_block(document.sections[-1].block)
    top = viewport.top
    viewport.scroll(3)
    assert viewport.top == top
    viewport.scroll(-1)
    assert viewport.page.down(viewport.top, 1) == (top, 1)


def test_a_block_goes_to_the_top_without_the_blank_lines_above_it(document: Document) -> None:
    viewport = view(document)
    for section in document.sections:
        viewport.go_to_block(section.block)
        assert top_text(viewport) == section.title


def test_the_end_puts_the_last_line_on_the_last_row(document: Document) -> None:
    viewport = view(document)
    viewport.go_to_end()
    assert viewport.rows()[-1][1].text == "A word."
    assert len(viewport.rows()) == viewport.height
    assert viewport.bottom() == viewport.page.end()
    assert viewport.at_end()


def test_the_start_is_where_the_first_line_is(document: Document) -> None:
    viewport = view(document)
    viewport.go_to_end()
    viewport.go_to_start()
    assert viewport.top == Place(0, 0)
    assert viewport.anchor == Anchor(0, 0)


def test_a_height_below_one_is_one(document: Document) -> None:
    viewport = view(document, height=0)
    assert viewport.height == 1
    viewport.resize(viewport.page, -5)
    assert len(viewport.rows()) == 1


def test_an_anchor_goes_to_the_top_or_some_rows_below_it(document: Document) -> None:
    viewport = view(document)
    anchor = Anchor(1, PROSE.index("nine"))
    viewport.go(anchor)
    assert is_on_top(viewport, anchor)
    place = viewport.top
    viewport.go(anchor, 2)
    assert viewport.rows()[2][0] == place
    viewport.go(anchor, 99)
    assert viewport.top == Place(0, 0)
    viewport = view(document, height=3)
    viewport.go(anchor, 99)
    assert viewport.rows()[-1][0] == place


def test_a_view_shows_what_is_on_its_rows_and_not_in_the_margin(document: Document) -> None:
    viewport = view(document, height=5)
    viewport.scroll(5)
    for number, (place, line) in enumerate(viewport.rows()):
        if line.text:
            anchor = viewport.page.anchor_of(place)
            assert viewport.shows(anchor)
            assert viewport.shows(anchor, 1) is (1 <= number <= 3)
    assert not viewport.shows(Anchor(0, 0))
    assert not viewport.shows(Anchor(len(document.blocks) - 1, 0))


def test_the_last_rows_are_out_of_the_margin_where_the_screen_is_not_full(document: Document) -> None:
    viewport = view(document)
    viewport.go_to_block(document.sections[-1].block)
    assert viewport.shows(Anchor(len(document.blocks) - 1, 0), 3)
    assert not viewport.shows(Anchor(document.sections[-1].block, 0), 1)


def test_an_empty_article_can_be_moved_over() -> None:
    viewport = view(read(""))
    for move in (viewport.go_to_end, viewport.go_to_start, viewport.settle, lambda: viewport.scroll(3)):
        move()
        assert (viewport.top, viewport.rows(), viewport.bottom()) == (Place(0, 0), [], Place(0, 0))
    viewport.scroll(-3)
    viewport.go_to_block(0)
    assert viewport.at_end()
    assert not viewport.shows(Anchor(0, 0))
