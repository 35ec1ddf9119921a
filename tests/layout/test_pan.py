"""Lines wider than the page, seen through it as through a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout.lines import Line, Run
from ketareader.layout.pan import brought, window
from ketareader.layout.ruler import cell_len


def line(*texts: str) -> Line:
    """Return a line of runs that stand one after the other in the block's text."""
    starts = [sum(map(len, texts[:number])) for number in range(len(texts))]
    return Line(tuple(Run(text, "", start) for text, start in zip(texts, starts, strict=True)), 0, sum(map(len, texts)))


def test_a_line_that_fits_is_left_as_it_is() -> None:
    whole = line("abc", "def")
    assert window(whole, 0, 6) is whole


@pytest.mark.parametrize(
    ("shift", "held", "seen"),
    [
        (0, 0, "abcdefg›"),
        (3, 0, "‹efghij›"),
        (12, 0, "‹nop"),
        (3, 3, "abc‹hij›"),
        (8, 3, "abc‹mnop"),
        (90, 0, "‹"),
        (2, 7, "‹defghi›"),
    ],
)
def test_marks_say_where_there_is_more(shift: int, held: int, seen: str) -> None:
    assert window(line("abcd", "efghijkl", "mnop"), shift, 8, held).text == seen


def test_half_of_a_wide_character_is_a_space() -> None:
    assert window(line("aあいうb"), 1, 5).text == "‹ い›"
    assert window(line("あいう"), 0, 4).text == "あ ›"


def test_what_is_seen_knows_where_it_stands() -> None:
    seen = window(line("abcd", "あfgh", "ijklmnop"), 2, 9)
    for run in seen.runs:
        if run.start >= 0:
            assert "abcdあfghijklmnop"[run.start : run.start + len(run.text)] == run.text


@given(
    st.lists(st.text(min_size=1, max_size=9), max_size=6), st.integers(0, 60), st.integers(1, 30), st.integers(0, 12)
)
def test_a_window_shows_no_more_than_its_width(texts: list[str], shift: int, width: int, held: int) -> None:
    texts = [text.replace("\n", " ").replace("\t", " ") for text in texts]
    assert cell_len(window(line(*texts), shift, width, held).text) <= width


@pytest.mark.parametrize(
    ("shift", "held", "left", "right", "wanted"),
    [
        (0, 0, 5, 19, 0),  # In sight, and so is the mark.
        (0, 0, 15, 20, 7),  # Under the mark.
        (9, 0, 9, 12, 1),
        (30, 0, 31, 40, 30),
        (30, 0, 12, 14, 3),
        (0, 0, 50, 90, 49),  # Wider than the window.
        (0, 6, 2, 6, 0),  # Held.
        (0, 6, 30, 32, 18),
        (40, 6, 30, 32, 18),
        (0, 17, 30, 32, 21),  # No room to hold anything.
    ],
)
def test_a_window_is_moved_no_further_than_it_takes_to_see_a_place_and_some_cells_around_it(
    shift: int, held: int, left: int, right: int, wanted: int
) -> None:
    assert brought(shift, 20, held, left, right) == wanted


@given(st.integers(0, 60), st.integers(8, 30), st.integers(0, 12), st.integers(12, 80), st.integers(1, 9))
def test_what_is_brought_into_a_window_is_seen_as_far_as_it_fits(
    shift: int, width: int, held: int, left: int, size: int
) -> None:
    text = "".join(map(chr, range(0x100, 0x160)))
    seen = window(line(text), brought(shift, width, held, left, left + size), width, held).text
    assert text[left] in seen
    if size <= width - held - 2:
        assert text[left : left + size] in seen
