"""What is selected, as places in the article and as text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.layout.lines import Line, Run
from ketareader.layout.page import Page, Place
from ketareader.ui.selection import Selection, between, character_at, text_of, whole, word_at
from tests.document.reading import read
from tests.ui.reading import page_text, press, reading, said

ARTICLE = """\
# Head

A paragraph that is long enough to be **broken** over several lines of any page that is as narrow as this one.

- one
- two
  - three

  more of two
- [x] done

> quoted words

| a | b |
|---|---|
| c | d |

```python
def f():
\treturn 1
```

1. first
2. second
"""
AS_READ = """\
Head

A paragraph that is long enough to be broken over several lines of any page that is as narrow as this one.

• one

• two

  • three

more of two

☑ done

quoted words

a\tb
c\td

def f():
\treturn 1

1. first
2. second"""


def everything(document: Document) -> Selection:
    last = len(document.blocks) - 1
    return Selection(Anchor(0), Anchor(last, len(document.inline(last).text)))


def test_text_is_copied_as_it_is_read_without_what_is_drawn_around_it() -> None:
    document = read(ARTICLE)
    assert text_of(document, everything(document), lambda _: True) == AS_READ


def test_what_is_not_shown_is_not_copied() -> None:
    document = read("One.\n\nTwo.\n\n[x]: /y\n\nThree.\n")
    document.conclude(frozenset())
    text = text_of(document, everything(document), lambda block: block.text != "Two.")
    assert text == "One.\n\nThree."


def test_a_line_that_ends_in_a_cell_is_copied_as_a_space() -> None:
    document = read("| a | b |\n|--|--|\n| one<br>two | c |\n")
    assert text_of(document, everything(document), lambda _: True) == "a\tb\none two\tc"


def test_a_part_of_an_item_has_no_marker_and_a_whole_one_has() -> None:
    document = read("- one two\n- three\n")
    assert text_of(document, Selection(Anchor(0, 4), Anchor(1, 3)), lambda _: True) == "two\n• thr"


def test_the_meanings_of_a_term_that_has_several_are_copied_with_their_dashes() -> None:
    document = read("Term\n: one\n: two\n\nNext\n: only\n")
    assert text_of(document, everything(document), lambda _: True) == "Term\n\n– one\n– two\n\nNext\n\nonly"


def test_notes_are_copied_with_their_numbers_and_rules_as_the_space_that_they_are() -> None:
    document = read("One[^b], two[^a].\n\n---\n\nThree.\n\n[^a]: Of *a*.\n\n    More.\n\n[^b]: - Of b.\n")
    assert text_of(document, everything(document), lambda _: True) == (
        "One¹, two².\n\nThree.\n\n1. • Of b.\n\n2. Of a.\n\nMore."
    )


def test_a_task_is_copied_as_it_is_shown() -> None:
    document = read("- [x] done\n- [ ] open\n\n1. [x] first\n")
    assert text_of(document, everything(document), lambda _: True) == "☑ done\n☐ open\n\n1. ☑ first"


@pytest.mark.parametrize(
    "source",
    ["word " * 4000, "```\n" + "some code\n" * 2000 + "```\n", "x" * 20_000, "> " + "quoted words " * 2000],
)
def test_a_block_that_was_cut_is_copied_whole(source: str) -> None:
    document = read(source)
    assert len(document.blocks) > 1
    middle = whole(document, 1)
    assert middle == everything(document)
    expected = source.removeprefix("```\n").removesuffix("\n```\n").removeprefix("> ").strip()
    assert text_of(document, middle, lambda _: True).strip() == expected


@given(st.integers(8, 60), st.data())
def test_what_is_selected_by_cells_is_what_stands_between_them(width: int, data: st.DataObject) -> None:
    document = read(ARTICLE)
    rows = list(Page(document, width).rows_from(Place(0)))
    ends = [data.draw(st.tuples(st.sampled_from(rows), st.integers(-2, width + 2))) for _ in range(2)]
    first, last = (character_at(place.block, line, cell) for ((place, line), cell) in ends)
    selection = between(first, last)
    assert selection == between(last, first)
    assert selection.start <= first.start <= selection.end
    assert selection.start <= last.end <= selection.end
    assert text_of(document, selection, lambda _: True) in AS_READ


LINE = Line((Run("• "), Run("ab", "", 0), Run("日本", "strong", 2), Run(" ", "pad"), Run("é!", "", 4)), 0, 6)


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        *((-3, (0, 0)), (0, (0, 0)), (2, (0, 1)), (3, (1, 2))),
        *((4, (2, 3)), (5, (2, 3)), (6, (3, 4)), (8, (4, 4))),
        *((9, (4, 5)), (10, (5, 6)), (11, (6, 6)), (99, (6, 6))),
    ],
)
def test_a_cell_is_of_the_character_that_is_drawn_there(cell: int, span: tuple[int, int]) -> None:
    found = character_at(7, LINE, cell)
    assert found == Selection(Anchor(7, span[0]), Anchor(7, span[1]))


def test_a_line_without_text_has_nothing_at_its_place() -> None:
    assert character_at(1, Line((Run("───"),), 5, 5), 1) == Selection(Anchor(1, 5), Anchor(1, 5))


@pytest.mark.parametrize(
    ("at", "word"), [(0, "Don’t"), (3, "Don’t"), (5, " "), (6, "well-known"), (16, "."), (18, "été_2"), (99, "")]
)
def test_a_word_is_letters_and_what_joins_them(at: int, word: str) -> None:
    document = read("Don’t well-known. été_2")
    found = word_at(document, Anchor(0, at))
    assert document.inline(0).text[found.start.offset : found.end.offset] == word


def test_nothing_is_selected_of_a_block_outside() -> None:
    selection = Selection(Anchor(1, 2), Anchor(3, 0))
    assert [bool(selection.part_of(block)) for block in range(5)] == [False, True, True, False, False]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE + "\n" + "".join(f"Line {number} of many.\n\n" for number in range(80)))
    return path


async def test_what_is_dragged_over_is_marked_and_copied(article: Path) -> None:
    async with reading(article, (60, 30)) as (app, pilot):
        page = app.reading.page
        await pilot.mouse_down("#page", offset=(page.left + 2, 3))
        await pilot.hover("#page", offset=(page.left + 4, 4))
        await pilot.mouse_up("#page", offset=(page.left + 4, 4))
        look = page.paint.style("text selection")
        marked = [s.text for y in range(10) for s in page.render_line(y) if s.style == look]
        assert marked[0].startswith("paragraph that is")
        await press(app, pilot, "y")
        assert app.clipboard.startswith("paragraph that is long")
        assert said(app).startswith("Copied the selection")
        before = page.selection
        await pilot.resize_terminal(40, 12)
        await press(app, pilot, "j", "ctrl+c")
        assert page.selection == before
        assert app.clipboard.startswith("paragraph that is long")
        await press(app, pilot, "escape")
        assert page.selection is None
        await press(app, pilot, "ctrl+c")
        assert said(app).startswith("Nothing is selected")


async def test_dragging_beyond_the_edge_scrolls_and_selects_on(article: Path) -> None:
    async with reading(article, (60, 20)) as (app, pilot):
        page = app.reading.page
        await pilot.mouse_down("#page", offset=(page.left, 3))
        await pilot.hover(offset=(page.left + 4, 19))
        top = page.viewport.top
        await pilot.pause(0.3)
        assert page.viewport.top > top
        assert page.selection
        assert page.selection.end.block > page.rows[0][0].block
        await pilot.mouse_up(offset=(page.left + 4, 19))
        top = page.viewport.top
        await pilot.pause(0.2)
        assert page.viewport.top == top
        assert page.selection.start == Anchor(1)


async def test_two_clicks_select_a_word_three_the_paragraph_and_one_nothing(article: Path) -> None:
    async with reading(article, (60, 30)) as (app, pilot):
        page = app.reading.page
        await pilot.click("#page", offset=(page.left + 4, 3), times=2)
        await press(app, pilot, "y")
        assert app.clipboard == "paragraph"
        await pilot.click("#page", offset=(page.left + 4, 3), times=3)
        await press(app, pilot, "y")
        assert app.clipboard.endswith("as narrow as this one.")
        await pilot.pause(0.6)
        await pilot.click("#page", offset=(page.left + 6, 3))
        await pilot.pause()
        assert page.selection is None


async def test_a_link_that_is_dragged_over_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n[a link to the end](#end) and more\n\n" + "x\n\n" * 50 + "# End\n")
    async with reading(path) as (app, pilot):
        page = app.reading.page
        row = page_text(app).index("a link to the end and more")
        await pilot.mouse_down("#page", offset=(page.left, row))
        await pilot.hover("#page", offset=(page.left + 5, row))
        await pilot.mouse_up("#page", offset=(page.left + 5, row))
        await pilot.pause()
        assert page.viewport.top == Place(0, 0)
        await press(app, pilot, "y")
        assert app.clipboard == "a link"


async def test_the_scroll_bar_is_still_dragged(article: Path) -> None:
    async with reading(article, (60, 20)) as (app, pilot):
        page = app.reading.page
        bar = page.size.width - 1
        await pilot.mouse_down("#page", offset=(bar, 1))
        await pilot.hover("#page", offset=(bar, 12))
        await pilot.mouse_up("#page", offset=(bar, 12))
        await pilot.pause()
        assert page.viewport.top.block > 20
        assert page.selection is None
