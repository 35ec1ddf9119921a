from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.layout.page import Page, Place
from ketareader.layout.paging import page_down, page_up
from ketareader.layout.viewport import Viewport
from tests.document.reading import read

PARTS = (
    "## A heading\n\n",
    "### Another\n\n",
    "Words that run on for a line or two, and then some more.\n\n",
    "- item\n- item\n\n",
)


def view(text: str, height: int) -> Viewport:
    return Viewport(Page(read(text), 30), height)


def test_two_lines_of_text_stay_in_sight() -> None:
    viewport = view("line\n\n" * 20, 8)
    before = [row for row in viewport.rows() if row[1].runs]
    assert page_down(viewport) == before[-1][0]
    assert [row for row in viewport.rows() if row[1].runs][:2] == before[-2:]


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    viewport = view("a\n\n" * 9 + "## Heading\n\nIts text.\n\n" + "b\n\n" * 30, 12)
    page_down(viewport)
    assert "Heading" not in [line.text for _, line in viewport.rows()]
    page_down(viewport)
    assert "Heading" in [line.text for _, line in viewport.rows()]


def test_a_heading_that_ends_the_article_stays_where_it_is() -> None:
    viewport = view("a\n\n" * 9 + "## Heading\n", 8)
    for _ in range(4):
        page_down(viewport)
    assert viewport.at_end()


def test_a_page_of_nothing_but_headings_is_turned_all_the_same() -> None:
    viewport = view("## Heading\n\n" * 30, 8)
    top = viewport.top
    page_down(viewport)
    assert viewport.top > top


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=40), st.integers(1, 20))
def test_turning_pages_passes_every_row_and_comes_to_the_end(parts: list[str], height: int) -> None:
    viewport = view("".join(parts), height)
    seen: set[Place] = {place for place, _ in viewport.rows()}
    for _ in range(400):
        if viewport.at_end():
            break
        top = viewport.top
        page_down(viewport)
        assert viewport.top > top
        seen |= {place for place, _ in viewport.rows()}
    assert viewport.at_end()
    assert seen == {place for place, _ in viewport.page.rows_from(Place(0, 0))}
    for _ in range(400):
        page_up(viewport)
    assert viewport.top == Place(0, 0)


def test_a_heading_is_not_left_alone_on_a_low_screen_either() -> None:
    viewport = view("a\n\n" * 6 + "## Heading\n\nIts text.\n\n" + "b\n\n" * 30, 9)
    for _ in range(4):
        page_down(viewport)
        last = [line.text for _, line in viewport.rows() if line.runs][-1]
        assert not last.startswith(("Heading", "─"))
