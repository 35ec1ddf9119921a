from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout.evenly import wrap_evenly
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import Hyphenated, wrap

words = st.lists(
    st.text("abc", min_size=1, max_size=8) | st.sampled_from(["漢字", "in\u00adter", "e\u0301"]), min_size=1
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap_evenly(text, width)]


def slack(text: str, width: int, ranges: list[tuple[int, int]]) -> int:
    return sum((width - cell_len(text[start:end])) ** 2 for start, end in ranges[:-1])


def test_lines_are_alike_where_greed_would_leave_one_short() -> None:
    text = "aaa bb cc ddddd"
    assert [text[start:end] for start, end in wrap(text, 6)] == ["aaa bb", "cc", "ddddd"]
    assert lines(text, 6) == ["aaa", "bb cc", "ddddd"]


@given(st.lists(st.text("abc", min_size=1, max_size=8), min_size=1, max_size=60), st.integers(8, 40))
def test_even_lines_leave_no_more_empty_than_greedy_ones(parts: list[str], width: int) -> None:
    text = " ".join(parts)
    even = wrap_evenly(text, width)
    assert slack(text, width, even) <= slack(text, width, wrap(text, width))


@given(words, st.integers(8, 30), st.integers(8, 30))
def test_even_lines_hold_all_words_and_fit(parts: list[str], width: int, first: int) -> None:
    text = " ".join(parts)
    ranges = wrap_evenly(text, width, first)
    assert "".join(text[start:end] for start, end in ranges).replace(" ", "") == text.replace(" ", "")
    for number, (start, end) in enumerate(ranges):
        drawn = text[start:end].endswith("\u00ad") and text[end : end + 1].strip() != ""
        assert cell_len(text[start:end]) + drawn <= (width if number else first)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))


def test_newlines_break_and_words_without_room_are_broken() -> None:
    assert lines("a\n\nbb cc", 5) == ["a", "", "bb cc"]
    assert lines("aaaaaaa bb", 4) == ["aaaa", "aaa", "bb"]
    assert lines("", 4) == [""]


@pytest.mark.parametrize("text", ["word " * 2000, "漢字" * 5000])
def test_long_paragraphs_are_broken_line_by_line(text: str) -> None:
    assert wrap_evenly(text, 40) == wrap(text, 40)


def test_words_are_divided_only_where_lines_are_too_empty_without() -> None:
    text = "one understanding of it"
    ranges = wrap_evenly(text, 12, hyphens=lambda _: [5, 10])
    assert [(text[at[0] : at[1]], isinstance(at, Hyphenated)) for at in ranges] == [
        ("one under", True),
        ("standing of", False),
        ("it", False),
    ]
    assert not any(isinstance(at, Hyphenated) for at in wrap_evenly("one two three four", 8, hyphens=lambda _: [2]))
