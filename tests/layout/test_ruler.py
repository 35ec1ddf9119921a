import sys

import pytest
import regex
import rich.cells
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout.ruler import cell_edges, cell_len, cluster_edge, fit, graphemes, is_narrow

PARTS = (
    "\u00ad",
    "ก",
    "ำ",
    "a",
    "b ",
    "é",
    "—“",
    "漢字",
    "。",
    "😀",
    "👩\u200d🚀",
    "☑\ufe0f",
    "e\u0301",
    "ע",
    "हि",
    "क्षि",
    "🇪🇺",
    "ไท",
)
texts = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


def test_a_narrow_character_takes_one_cell_alone_and_beside_any_other() -> None:
    narrow = [code for code in range(0x80, sys.maxunicode + 1) if is_narrow(chr(code))]
    assert len(narrow) > 1000
    for character in map(chr, narrow):
        assert rich.cells.cell_len(character) == 1
        assert [cells for _, _, cells in graphemes(f"a{character}{character}a")] == [1, 1, 1, 1]


@given(texts | st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs"))))
def test_narrow_text_takes_as_many_cells_as_it_has_characters(text: str) -> None:
    if is_narrow(text):
        assert cell_len(text) == rich.cells.cell_len(text) == len(text)


@given(texts)
def test_graphemes_leave_no_gap_and_their_cells_are_the_texts(text: str) -> None:
    clusters = graphemes(text)
    assert "".join(text[start:end] for start, end, _ in clusters) == text
    assert sum(cells for _, _, cells in clusters) == cell_len(text)


@given(texts, st.integers(-1, 30))
def test_fitted_text_takes_no_more_cells_than_there_are(text: str, cells: int) -> None:
    fitted = fit(text, cells)
    assert cell_len(fitted) <= max(cells, 0)
    shown = text.replace("\u00ad", "")
    assert fitted == shown or not fitted or (fitted[-1] == "…" and shown.startswith(fitted[:-1]))


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("", 0, ""),
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("abc", -1, ""),
        ("漢字漢", 5, "漢字…"),
        ("漢字漢", 4, "漢…"),
        ("e" + "\u0301" * 63 + "abc", 2, "e" + "\u0301" * 63 + "…"),
        ("👩\u200d🚀👩\u200d🚀", 3, "👩\u200d🚀…"),
    ],
)
def test_text_is_cut_between_graphemes_with_an_ellipsis(text: str, cells: int, fitted: str) -> None:
    assert fit(text, cells) == fitted


def test_a_soft_hyphen_takes_no_cell_and_is_left_out_of_what_is_fitted() -> None:
    assert cell_len("in\u00adter") == 5
    assert fit("in\u00adter", 5) == "inter"
    assert fit("in\u00adter", 4) == "int…"


@given(texts, st.data())
def test_the_edges_of_text_are_the_cells_before_each_cluster(text: str, data: st.DataObject) -> None:
    edges = cell_edges(text)
    assert len(edges) == len(text) + 1
    clusters = graphemes(text)
    if clusters:
        start = data.draw(st.sampled_from(clusters))[0]
        assert edges[start] == sum(cells for begin, _, cells in clusters if begin < start)


@given(texts, st.integers(0, 40))
def test_a_cluster_ends_where_unicode_has_it_as_far_as_there_is_room(text: str, full: int) -> None:
    ends = [match.end() for match in regex.finditer(r"\X", text)]
    assert cluster_edge(text, 0, full) == max((end for end in ends if end <= full), default=min(ends, default=0))


@given(texts)
def test_graphemes_are_unicodes(text: str) -> None:
    assert [(start, end) for start, end, _ in graphemes(text)] == [
        match.span() for match in regex.finditer(r"\X", text)
    ]
