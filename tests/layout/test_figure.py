"""Figures: a picture that stands alone in its paragraph, and its text as the caption."""

from collections.abc import Callable

import pytest

from ketareader.document.document import Document
from ketareader.layout.figure import sole_image
from ketareader.layout.lines import Line, PictureRow
from ketareader.layout.page import Page
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Options
from tests.document.reading import read

ALONE = "Before.\n\n![A lamp beside a book, which is open at the page where its reader fell asleep](lamp.png)\n\nAfter."
WORDS = "A lamp beside a book, which is open at the page where its reader fell asleep"


def measured(columns: int, rows: int) -> Callable[[str, int], tuple[int, int]]:
    """Return what says the cells of each picture: so many, or as many columns as there are."""
    return lambda _target, room: (min(columns, room), rows)


def page_of(document: Document, width: int, options: Options | None = None) -> Page:
    return Page(document, width, options or Options(), pictures=measured(24, 5))


def picture_rows(lines: tuple[Line, ...]) -> list[Line]:
    return [line for line in lines if line.picture]


@pytest.mark.parametrize("width", range(20, 201))
def test_a_picture_has_its_rows_in_the_middle_of_the_column_at_any_width(width: int) -> None:
    rows = picture_rows(page_of(read(ALONE), width).lines(1))
    columns = min(24, width)
    assert [line.picture for line in rows] == [PictureRow("lamp.png", columns, 5, row) for row in range(5)]
    for line in rows:
        assert cell_len(line.text) == (width - columns) // 2 + columns
        assert line.text.isspace()
        assert [run.text for run in line.runs if run.role == "picture"] == [" " * columns]


@pytest.mark.parametrize("width", range(20, 201))
def test_every_word_of_the_caption_is_below_the_picture_at_its_place_in_the_text(width: int) -> None:
    lines = page_of(read(ALONE), width).lines(1)
    below = lines[len(lines) - len([line for line in lines if line.text.strip()]) :]
    runs = [run for line in below for run in line.runs if run.start >= 0]
    assert all(WORDS.startswith(run.text, run.start) for run in runs)
    assert " ".join(run.text for run in runs) == WORDS
    assert all(cell_len(line.text) <= width for line in lines)
    assert {run.role for run in runs} == {"caption"}
    assert {run.target for run in runs} == {"lamp.png"}


@pytest.mark.parametrize(
    "text",
    [
        "![one](a.png) ![two](b.png)",
        "See ![one](a.png)",
        "![one](a.png).",
        "![one]()",
        "| ![one](a.png) |\n|---|\n| x |",
        "# ![one](a.png)",
        "no image",
    ],
)
def test_an_image_that_is_not_alone_in_a_paragraph_is_its_text(text: str) -> None:
    document = read(text)
    assert page_of(document, 60).lines(0) == Page(document, 60).lines(0)


def test_an_image_in_a_link_is_a_figure_whose_caption_is_the_link() -> None:
    lines = page_of(read("[![A lamp](lamp.png)](https://example.org)"), 60).lines(0)
    assert [line.picture.target for line in lines if line.picture] == ["lamp.png"] * 5
    caption = lines[-1].runs[-1]
    assert (caption.text, caption.role, caption.target) == ("A lamp", "link caption", "https://example.org")


def test_a_figure_stands_in_items_and_quotes_behind_their_markers() -> None:
    document = read("- ![A lamp](lamp.png)\n\n> ![A lamp](lamp.png)")
    item, quote = page_of(document, 60).lines(0), picture_rows(page_of(document, 60).lines(1))
    assert item[0].text.startswith("  • ")
    assert item[1].text.startswith("    ")
    assert all(line.picture for line in item[:5])
    assert len(quote) == 5
    assert all(line.text.startswith("▎ ") for line in quote)


def test_line_spacing_leaves_the_rows_of_a_picture_together() -> None:
    lines = page_of(read(ALONE), 60, Options(leading=1)).lines(1)
    numbers = [number for number, line in enumerate(lines) if line.picture]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    assert lines[numbers[-1] + 1].text == ""
    assert "A lamp" in lines[numbers[-1] + 2].text


def test_without_pictures_every_line_is_as_it_would_be_without_figures() -> None:
    document = read(ALONE)
    assert page_of(document, 60, Options(illustrated=False)).lines(1) == Page(document, 60).lines(1)
    assert not picture_rows(Page(document, 60).lines(1))


def test_the_place_of_a_figure_is_its_caption_and_that_of_each_row_its_text() -> None:
    page = page_of(read(ALONE), 60)
    lines = page.lines(1)
    places = [place for place, line in page.rows_from(page.top_of(1)) if place.block == 1]
    assert {page.anchor_of(place).offset for place in places[:5]} == {0}
    assert "A lamp" in lines[page.place_of(page.anchor_of(places[0])).row].text


def test_the_sole_image_of_a_text_is_found_through_emphasis() -> None:
    document = read("*![A lamp](lamp.png)*")
    image = sole_image(document.inline(0))
    assert image
    assert image.target == "lamp.png"
