"""The scroll bar: from its first cell, which is the article's start, to its last, which is the end."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from ketareader.document.document import Document
from ketareader.layout.lines import Line
from ketareader.layout.page import Page, Place
from ketareader.layout.viewport import Viewport
from ketareader.ui.app import KetaApp
from ketareader.ui.scroll_bar import go_to_share, shares
from tests.document.reading import batches_of, document_of, read
from tests.document.strategies import markdown
from tests.ui.reading import page_text, press, reading, settle

PARAGRAPHS = "".join(f"## Section {number}\n\n{'Some words. ' * (number % 40)}\n\n" for number in range(120))
LONG_BLOCK = "```\n" + "a line of code\n" * 1_500 + "```\n\nA last word.\n"


def view(document: Document, height: int = 28) -> Viewport:
    return Viewport(Page(document, 60), height)


def tops(viewport: Viewport) -> list[Place]:
    """Return the top rows that the bar's cells stand for."""
    found = []
    for cell in range(viewport.height):
        go_to_share(viewport, cell / max(viewport.height - 1, 1))
        found.append(viewport.top)
    return found


def end_of(viewport: Viewport) -> Place:
    """Return the top row at the end."""
    there = Viewport(viewport.page, viewport.height)
    there.go_to_end()
    return there.top


def share_above(viewport: Viewport, top: Place) -> float:
    return shares(viewport.page, [(top, Line((), 0, 0))])[0]


@given(markdown, st.integers(2, 30))
@settings(deadline=None, max_examples=30)
def test_the_bar_goes_from_the_start_to_the_end_of_any_article_and_never_back(text: str, height: int) -> None:
    viewport = view(read(text), height)
    found = tops(viewport)
    assert found == sorted(found)
    assert (found[0], found[-1]) == (Place(0, 0), end_of(viewport))


@pytest.mark.parametrize("text", [PARAGRAPHS, LONG_BLOCK], ids=["paragraphs", "pieces"])
def test_between_the_ends_of_the_bar_its_cells_are_even_shares_of_the_article(text: str) -> None:
    viewport = view(read(text))
    last = share_above(viewport, end_of(viewport))
    for cell, top in enumerate(tops(viewport)):
        assert share_above(viewport, top) == pytest.approx(last * cell / 27, abs=0.004)


def test_the_bar_of_a_real_book_ends_where_the_book_does(corpus: Path) -> None:
    viewport = view(read((corpus / "corpus" / "rust-book.md").read_text("utf-8")))
    last = share_above(viewport, end_of(viewport))
    for cell, top in enumerate(found := tops(viewport)):
        assert share_above(viewport, top) == pytest.approx(last * cell / 27, abs=0.004)
    assert (found[0], found[-1]) == (Place(0, 0), end_of(viewport))


def test_beyond_its_ends_the_bar_stands_still() -> None:
    viewport = view(read(PARAGRAPHS))
    go_to_share(viewport, 1.4)
    assert viewport.top == end_of(viewport)
    go_to_share(viewport, -0.1)
    assert viewport.top == Place(0, 0)


def test_while_the_article_is_read_the_bar_goes_as_far_as_that() -> None:
    batches = batches_of(PARAGRAPHS, [100])
    viewport = view(document_of(batches[:1]))
    document = viewport.page.document
    assert document.done < 0.6
    go_to_share(viewport, document.done / 2)
    assert share_above(viewport, viewport.top) == pytest.approx(document.done / 2, abs=0.03)
    go_to_share(viewport, 0.9)
    assert viewport.top == end_of(viewport)


def test_the_bar_of_an_empty_article_stands_for_its_start() -> None:
    viewport = view(read(""))
    for share in (0.0, 0.5, 1.0):
        go_to_share(viewport, share)
        assert viewport.top == Place(0, 0)


async def drag(app: KetaApp, pilot: Pilot[None], *cells: int) -> list[Place]:
    """Drag the scroll bar over some cells; return the top row at each."""
    bar, found = app.reading.page.size.width - 1, []
    await pilot.mouse_down("#page", offset=(bar, cells[0]))
    for cell in cells:
        await pilot.hover("#page", offset=(bar, cell))
        await settle(app, pilot)
        found.append(app.reading.page.viewport.top)
    await pilot.mouse_up("#page", offset=(bar, cells[-1]))
    return found


async def test_the_bar_is_dragged_to_the_end_and_back_to_the_start(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        height = app.reading.page.size.height
        down = await drag(app, pilot, *range(height))
        dragged = page_text(app)
        up = await drag(app, pilot, *range(height - 1, -1, -1))
        assert down == up[::-1]
        assert len(set(down)) == height
        await press(app, pilot, "G")
        assert page_text(app) == dragged
        assert app.reading.page.viewport.top == down[-1]


async def test_an_article_that_fits_the_pane_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("# Short\n\nOne.\n\nTwo.\n\nThree.\n", "utf-8")
    async with reading(path) as (app, pilot):
        assert set(await drag(app, pilot, 14, 27, 0, 20)) == {Place(0, 0)}


async def test_a_message_over_the_page_leaves_the_bar_free(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "z", ",")
        assert app.reading.has_class("-zen", "-saying")
        await drag(app, pilot, app.reading.page.size.height - 1)
        assert app.reading.page.viewport.at_end()
