"""Lists in one another: how far each stands in, and what is left for its text."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.block import Callout, Frame, Item, List, Quote
from ketareader.layout.frame import prefixes
from ketareader.layout.ruler import cell_len
from tests.document.reading import lines_at, read


def items(markers: Sequence[str], *, done: bool | None = None) -> Frame:
    return tuple(Item(marker, List(tight=True, widest=len(marker)), done) for marker in markers)


LISTS = {
    "ordered": items(["1."] * 8),
    "of ten items": items(["10."] * 8),
    "of letters": items(["(iv)"] * 8),
    "of Roman numerals": items(["viii."] * 8),
    "bulleted": items("•" * 8),
    "mixed": items(["•", "1."] * 4),
    "mixed the other way": items(["1.", "•"] * 4),
    "of all sorts": items(["1.", "a)", "viii.", "•", "10.", "•", "(iv)", "1."]),
    "of tasks": items("•" * 8, done=False),
    "of numbered tasks": items(["1."] * 8, done=True),
}


def prefix_at(frame: Frame, before: Frame, width: int) -> tuple[str, str, int]:
    first, rest, used = prefixes(frame, before, width)
    return "".join(run.text for run in first), "".join(run.text for run in rest), used


def columns_at(frame: Frame, width: int) -> list[int]:
    """Return the cells before the marker of each list's item, each below the text of the one around it."""
    depths = range(1, len(frame) + 1)
    first = [prefix_at(frame[:depth], frame[: depth - 1], width)[0] for depth in depths]
    return [
        cell_len(text) - cell_len(text.lstrip("▎┃ "))
        for depth, text in zip(depths, first, strict=True)
        if isinstance(frame[depth - 1], Item)
    ]


@pytest.mark.parametrize("around", [(), (Quote(),), (Quote(), Callout("tip"))])
@pytest.mark.parametrize("name", LISTS)
def test_each_of_eight_lists_in_one_another_stands_further_in_than_the_one_around_it(name: str, around: Frame) -> None:
    for width in range(40, 81):
        columns = columns_at((*around, *LISTS[name]), width)
        assert len(columns) == 8
        assert columns == sorted(set(columns))


@pytest.mark.parametrize("name", ["ordered", "bulleted", "mixed", "of tasks"])
def test_eight_lists_at_forty_cells_stand_two_cells_apart_if_their_markers_are_short(name: str) -> None:
    columns = columns_at(LISTS[name], 40)
    assert all(after - before >= 2 for before, after in pairwise(columns))


@pytest.mark.parametrize("name", LISTS)
def test_no_list_stands_less_far_in_than_the_one_around_it_and_the_most_do_stand_further_in(name: str) -> None:
    for width in range(20, 40):
        columns = columns_at(LISTS[name], width)
        assert columns == sorted(columns)
        assert len(set(columns)) >= 4


@pytest.mark.parametrize("around", [(), (Quote(),), (Quote(), Callout("tip"))])
@pytest.mark.parametrize("name", LISTS)
def test_two_fifths_of_the_page_are_left_for_the_text_of_lists_and_a_third_of_a_narrow_one(
    name: str, around: Frame
) -> None:
    frame = (*around, *LISTS[name])
    parts = [(frame[:depth], frame[:begun]) for depth in range(1, len(frame) + 1) for begun in range(depth + 1)]
    for width in range(20, 81):
        for part, before in parts:
            first, rest, used = prefix_at(part, before, width)
            assert cell_len(first) == cell_len(rest) == used
            assert width - used >= (width * 2 // 5 if width >= 40 else width // 3)


@pytest.mark.parametrize("width", [40, 72, 100])
@pytest.mark.parametrize("name", LISTS)
def test_what_is_in_an_item_of_a_deep_list_stands_below_its_text(name: str, width: int) -> None:
    frame = LISTS[name]
    for depth in range(1, 9):
        _, _, used = prefix_at(frame[:depth], frame[: depth - 1], width)
        assert prefix_at((*frame[:depth], Quote()), frame[:depth], width)[0] == " " * used + "▎ "
        assert prefix_at(frame[:depth], frame[:depth], width)[0] == " " * used


@pytest.mark.parametrize("markers", [["•", "•"], ["1.", "1."], ["1.", "•"], ["10.", "•"]])
def test_a_list_in_a_list_hangs_below_the_text_around_it(markers: list[str]) -> None:
    frame = items(markers)
    for width in range(20, 81):
        assert columns_at(frame, width)[1] - prefix_at(frame[:1], (), width)[2] in (0, 2 * (width > 40))


@given(
    st.lists(st.sampled_from(["•", "1.", "b)", "(iv)", "10.", "viii."]), min_size=8, max_size=8), st.integers(40, 80)
)
def test_lists_of_any_markers_stand_no_less_far_in_than_the_one_around_them(markers: list[str], width: int) -> None:
    columns = columns_at(items(markers), width)
    assert columns == sorted(columns)
    assert len(set(columns[:6])) == 6


@given(
    st.lists(st.sampled_from(["- ", "1. ", "1) [x] ", "- [ ] ", "a. ", "> ", "> [!tip]\n"]), max_size=12),
    st.integers(20, 80),
)
@settings(max_examples=30)
def test_what_is_in_any_containers_fits_any_width(markers: list[str], width: int) -> None:
    indent, rows = "", []
    for marker in markers:
        rows.append(f"{indent}{marker}".replace("\n", f"\n{indent}> ") + "some incomprehensible words")
        indent += "> " if marker.startswith(">") else " " * (marker.index(" ") + 1)
    lines = lines_at(read("\n".join(rows)), width)
    assert max(map(cell_len, lines), default=0) <= width
    assert sum(line.count("some") for line in lines) == len(markers)


def test_a_list_hangs_alike_above_and_below_the_lists_in_it() -> None:
    down = [f"{'   ' * level}1. level" for level in range(8)]
    up = [f"{'   ' * level}2. level" for level in range(7, -1, -1)]
    lines = lines_at(read("\n".join((*down, *up))), 40)
    assert [line.index("1.") for line in lines[:8]] == [line.index("2.") for line in lines[:7:-1]]


@pytest.mark.parametrize("width", [20, 24, 30, 40])
def test_a_task_in_a_callout_of_a_list_in_another_leaves_the_bar_where_it_is(width: int) -> None:
    callouts = Callout("note"), *items(["•"]), Callout("warning"), *items(["1."]), Callout("tip")
    first, rest, _ = prefix_at((*callouts, *items(["•"], done=False)), callouts, width)
    assert first.split() == ["┃", "┃", "┃", "☐"]
    assert rest.split() == ["┃", "┃", "┃"]
