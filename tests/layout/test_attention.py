"""What is being read of what is in sight."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.anchor import Anchor
from ketareader.layout.attention import read_last, read_on, reads, reads_together
from ketareader.layout.page import Page, Place
from ketareader.layout.paging import page_down
from ketareader.layout.viewport import Viewport
from tests.document.reading import read

SHORT = "# Short\n\nA paragraph.\n\n```sh\nmake read\n```\n\nAnother.\n\n> A quote.\n"
LONG = "".join(f"Paragraph {number}.\n\n" for number in range(40))
PARTS = (
    "# A heading\n\n",
    "## Another\n\n",
    "Words that run on for a line or two, and more.\n\n",
    "- item\n- item\n\n",
)


def view(text: str, height: int = 20) -> Viewport:
    return Viewport(Page(read(text), 30), height)


def texts(viewport: Viewport, blocks: list[int]) -> list[str]:
    return [viewport.page.document.inline(block).text for block in blocks]


def test_where_the_page_fits_the_screen_reading_goes_from_block_to_block_and_back() -> None:
    viewport = view(SHORT)
    down = [reads(viewport)]
    for _ in range(6):
        read_on(viewport, 1)
        down.append(reads(viewport))
    assert down == [0, 1, 2, 3, 4, 4, 4]
    up = []
    for _ in range(6):
        read_on(viewport, -1)
        up.append(reads(viewport))
    assert up == [3, 2, 1, 0, 0, 0]
    assert viewport.top == Place(0, 0)


def test_half_pages_go_by_a_block_too_where_the_page_stays() -> None:
    viewport = view(SHORT)
    read_on(viewport, 10)
    read_on(viewport, 10)
    assert reads(viewport) == 2
    read_on(viewport, -10)
    assert reads(viewport) == 1


def test_on_the_last_screenful_reading_begins_at_its_top_and_goes_on_to_its_end() -> None:
    viewport = view(LONG, 9)
    while not viewport.at_end():
        read_on(viewport, 1)
    top = viewport.top
    seen = [reads(viewport)]
    for _ in range(6):
        read_on(viewport, 1)
        seen.append(reads(viewport))
    assert seen == [35, 36, 37, 38, 39, 39, 39]
    assert viewport.top == top


def test_a_row_up_from_the_end_moves_the_page_and_reading_goes_a_block_up_with_it() -> None:
    viewport = view(LONG, 9)
    viewport.go_to_end()
    top = viewport.top
    read_on(viewport, -1)
    assert (viewport.page.down(viewport.top, 1)[0], reads(viewport)) == (top, 38)
    read_on(viewport, 1)
    assert (viewport.top, reads(viewport)) == (top, 38)
    read_on(viewport, -4)
    assert reads(viewport) == viewport.rows()[0][0].block


def test_a_row_down_from_what_was_gone_to_reads_it_as_long_as_it_is_in_sight() -> None:
    viewport = view(f"{'Some words. ' * 9}\n\n{LONG}", 9)
    viewport.go(Anchor(0, 40))
    assert reads(viewport) == 0
    while viewport.top.block == 0:
        assert reads(viewport) == 0
        read_on(viewport, 1)
    assert reads(viewport) == 1


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (SHORT, ["Short", "A paragraph."]),
        ("# One\n\n## Two\n\nText.\n\nMore.\n", ["One", "Two", "Text."]),
        ("## One\n\n## Two\n\nText.\n", ["One"]),
        ("## One\n\n# Two\n\nText.\n", ["One"]),
        ("# One\n", ["One"]),
        ("Text.\n\n# One\n\nMore.\n", ["Text."]),
    ],
)
def test_a_heading_is_read_together_with_the_first_text_of_its_section(text: str, together: list[str]) -> None:
    viewport = view(text)
    assert texts(viewport, reads_together(viewport)) == together


def test_a_heading_whose_text_is_out_of_sight_is_read_alone() -> None:
    viewport = view("# One\n\nText.\n", 2)
    assert texts(viewport, reads_together(viewport)) == ["One"]


def test_what_is_read_is_gone_back_to_with_the_place() -> None:
    viewport = view(SHORT)
    for _ in range(3):
        read_on(viewport, 1)
    left = viewport.hold
    viewport.go_to_end()
    viewport.go_back(left)
    assert reads(viewport) == 3


def test_nothing_is_read_of_an_empty_article() -> None:
    viewport = view("")
    hold = viewport.hold
    for step in (1, -1, 9):
        read_on(viewport, step)
    read_last(viewport)
    assert (reads(viewport), reads_together(viewport), viewport.hold) == (0, [0], hold)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=20), st.integers(1, 20))
def test_row_by_row_every_block_that_comes_into_sight_is_read_in_turn(parts: list[str], height: int) -> None:
    viewport = view("".join(parts), height)
    seen = [reads(viewport)]
    for _ in range(200):
        read_on(viewport, 1)
        seen.append(reads(viewport))
    said = [block for block in range(len(viewport.page.document.blocks)) if viewport.page.lines(block)]
    assert seen == sorted(seen)
    assert sorted(set(seen)) == said


LONG_BLOCKS = {
    "paragraph": "Words that go on and on. " * 920,
    "code": "```py\n" + "".join(f"value_{number} = {'1 + ' * 8}{number}\n" for number in range(500)) + "```",
    "table": "| Key | Value |\n|--|--|\n" + "".join(f"| key {row} | {'value ' * 8}|\n" for row in range(230)),
}


def of_pieces(kind: str, height: int, after: str = "After.\n\nLast.\n") -> Viewport:
    viewport = view(f"# Title\n\nBefore.\n\n{LONG_BLOCKS[kind]}\n\n{after}", height)
    assert sum(block.joined for block in viewport.page.document.blocks) > 0
    return viewport


@pytest.mark.parametrize("kind", LONG_BLOCKS)
def test_of_what_was_cut_into_pieces_all_that_are_in_sight_are_read(kind: str) -> None:
    viewport = of_pieces(kind, 30)
    pieces = [number for number, block in enumerate(viewport.page.document.blocks) if block.joined]
    for piece in pieces:
        viewport.go(Anchor(piece))
        viewport.scroll(-15)
        assert reads_together(viewport) == [piece - 1, piece]
        viewport.go(Anchor(piece), 10)
        assert reads_together(viewport) == [piece - 1, piece]
        read_on(viewport, 15)
        assert reads_together(viewport) == [piece]


@pytest.mark.parametrize("kind", LONG_BLOCKS)
def test_what_was_gone_to_is_read_as_long_as_any_piece_of_it_is_in_sight(kind: str) -> None:
    viewport = of_pieces(kind, 30, LONG)
    viewport.go(Anchor(2, 40))
    last = max(number for number, block in enumerate(viewport.page.document.blocks) if block.joined)
    while viewport.rows()[0][0].block <= last:
        assert reads(viewport) == 2
        read_on(viewport, 1)
    assert reads(viewport) == last + 1


@pytest.mark.parametrize("kind", LONG_BLOCKS)
def test_where_the_page_stays_reading_goes_over_pieces_at_once(kind: str) -> None:
    viewport = of_pieces(kind, 10_000)
    last = len(viewport.page.document.blocks) - 1
    down = [reads(viewport)]
    for _ in range(5):
        read_on(viewport, 1)
        down.append(reads(viewport))
    assert down == [0, 1, 2, last - 1, last, last]
    up = []
    for _ in range(5):
        read_on(viewport, -1)
        up.append(reads(viewport))
    assert up == [last - 1, 2, 1, 0, 0]
    read_last(viewport)
    assert reads(viewport) == last
    viewport = of_pieces(kind, 10_000, "")
    read_last(viewport)
    assert reads_together(viewport) == list(range(2, len(viewport.page.document.blocks)))


@pytest.mark.parametrize("kind", LONG_BLOCKS)
def test_a_heading_is_read_together_with_all_pieces_in_sight_of_what_stands_below_it(kind: str) -> None:
    viewport = view(f"# Title\n\n{LONG_BLOCKS[kind]}\n\nAfter.\n", 10_000)
    assert reads_together(viewport) == list(range(len(viewport.page.document.blocks) - 1))


@pytest.mark.parametrize("height", [3, 9, 20])
def test_at_the_end_the_last_text_in_sight_is_read_and_no_rule_below_it(height: int) -> None:
    viewport = view(f"{LONG}The last words.\n\n---\n", height)
    viewport.go_to_end()
    assert texts(viewport, reads_together(viewport)) == ["The last words."]


def test_where_only_a_rule_is_in_sight_at_the_end_it_stays_there() -> None:
    viewport = view(f"{LONG}---\n", 1)
    viewport.go_to_end()
    assert viewport.at_end()
    assert reads(viewport) == 40


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=20), st.integers(2, 20))
def test_after_a_page_is_turned_the_block_in_which_the_eye_left_off_is_read(parts: list[str], height: int) -> None:
    viewport = view("".join(parts), height)
    while not viewport.at_end():
        top = viewport.top
        eye = page_down(viewport)
        if viewport.top > top and viewport.shows(viewport.page.anchor_of(eye)):
            assert reads(viewport) == eye.block
        assert viewport.top > top


def test_a_row_down_from_where_the_eye_left_off_reads_it_as_long_as_it_is_in_sight() -> None:
    viewport = view(LONG, 9)
    eye = page_down(viewport)
    assert viewport.rows()[0][0].block < eye.block
    while viewport.rows()[0][0].block <= eye.block:
        assert reads(viewport) == eye.block
        read_on(viewport, 1)


def test_of_what_was_cut_into_pieces_the_eye_leaves_off_in_all() -> None:
    viewport = of_pieces("paragraph", 30)
    page_down(viewport)
    page_down(viewport)
    assert reads(viewport) == 2
