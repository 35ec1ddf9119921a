"""Blocks too long to handle whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.block import Block, Kind, Quote
from ketareader.parsers import cut as cutting
from ketareader.parsers.cut import LONGEST, cut

FRAME = (Quote(),)
LITERAL = [Kind.CODE, Kind.TABLE, Kind.META]


def block(kind: Kind, text: str, level: int = 0) -> Block:
    return Block(kind, text, 10, 10 + text.count("\n") + 1, FRAME, level, "info")


def test_a_block_that_is_short_enough_stays_itself() -> None:
    short = block(Kind.PARAGRAPH, "a" * LONGEST)
    assert list(cut(short)) == [short]


def test_text_is_cut_after_a_line_or_else_after_a_space_or_else_anywhere() -> None:
    lines, words, word = "a b\n" * LONGEST, "a " * LONGEST, "a" * (2 * LONGEST + 1)
    assert {piece.text[-1] for piece in cut(block(Kind.PARAGRAPH, lines))} == {"\n"}
    assert {piece.text[-1] for piece in cut(block(Kind.HTML, words))} == {" "}
    assert [len(piece.text) for piece in cut(block(Kind.PARAGRAPH, word))] == [LONGEST, LONGEST, 1]


@given(
    kind=st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.HTML, Kind.VERSE, Kind.DEFINITION]),
    text=st.text("ab \n", max_size=300),
)
def test_text_in_pieces_is_the_same_text(kind: Kind, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "LONGEST", 16)
        pieces = list(cut(block(kind, text)))
    assert "".join(piece.text for piece in pieces) == text
    assert all(len(piece.text) <= 16 for piece in pieces)


@given(kind=st.sampled_from(LITERAL), lines=st.lists(st.text("ab ", max_size=15), min_size=1, max_size=40))
def test_lines_are_never_cut_where_they_are_short_enough(kind: Kind, lines: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "LONGEST", 16)
        pieces = list(cut(block(kind, "\n".join(lines))))
    assert [line for piece in pieces for line in piece.text.split("\n")] == lines or not lines[-1]
    is_headed = kind is Kind.TABLE and pieces[0].text == "\n".join(lines[:2])
    assert all(len(piece.text) <= 16 for piece in pieces[is_headed:])


def test_a_long_line_of_code_is_cut_and_a_long_row_of_a_table_is_not() -> None:
    text = "a" * (2 * LONGEST) + "\nb"
    assert [len(piece.text) for piece in cut(block(Kind.CODE, text))] == [LONGEST, LONGEST + 0, 1]
    assert [len(piece.text) for piece in cut(block(Kind.TABLE, f"a\n{text}"))] == [2 * LONGEST + 2, 1]
    assert [len(piece.text) for piece in cut(block(Kind.TABLE, "a" * (2 * LONGEST)))] == [2 * LONGEST]


@pytest.mark.parametrize("header", [2, LONGEST - 1, LONGEST, 2 * LONGEST])
def test_a_tables_header_is_not_cut_from_the_row_below_it(header: int) -> None:
    rows = ["h" * header, "first row", *["another row"] * 2 * LONGEST]
    table = block(Kind.TABLE, "\n".join(rows))
    assert next(cut(table)).text.startswith("\n".join(rows[:2]))
    assert [row for piece in cut(table) for row in piece.text.split("\n")] == rows
    assert next(cut(table._replace(joined=True))).text == rows[0] or header == 2


def test_pieces_know_their_lines_and_what_they_go_on_from() -> None:
    first, second = cut(block(Kind.PARAGRAPH, "a\n" * (LONGEST // 2) + "b\nc"))
    assert (first.line, first.end, first.joined) == (10, 10 + LONGEST // 2, False)
    assert (second.line, second.end, second.joined) == (first.end, 10 + LONGEST // 2 + 2, True)
    assert second.frame is first.frame


def test_pieces_of_one_line_are_all_on_it() -> None:
    pieces = list(cut(block(Kind.PARAGRAPH, "a " * LONGEST)))
    assert {(piece.line, piece.end) for piece in pieces} == {(10, 11)}


def test_only_the_first_piece_of_a_definition_has_the_term() -> None:
    first, second = cut(block(Kind.DEFINITION, "Term: " + "a " * (LONGEST // 2), level=5))
    assert (first.level, second.level) == (5, 0)
    levels = [piece.level for piece in cut(block(Kind.HEADING, "a " * LONGEST, level=2))]
    assert levels == [2, 2]


def test_a_piece_that_is_cut_again_stays_joined() -> None:
    joined = Block(Kind.CODE, "a\n" * LONGEST, 1, 2, joined=True)
    assert all(piece.joined for piece in cut(joined))
