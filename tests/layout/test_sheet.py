"""What is folded, and what that hides."""

from ketareader.document.block import Block, Fold, Kind, Quote
from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Arrangement
from tests.layout.test_blocks import document_of

OUTER, QUOTE, INNER = Fold(is_open=True), Quote(), Fold(is_open=False)
BLOCKS = (
    Block(Kind.TITLE, "Outer", 1, 2, (OUTER,)),
    Block(Kind.PARAGRAPH, "In the outer one.", 2, 3, (OUTER,)),
    Block(Kind.TITLE, "Inner", 3, 4, (OUTER, QUOTE, INNER)),
    Block(Kind.PARAGRAPH, "In the inner one.", 4, 5, (OUTER, QUOTE, INNER)),
    Block(Kind.PARAGRAPH, "After.", 5, 6),
)


def lines(arrangement: Arrangement) -> list[str]:
    page = Page(document_of(*BLOCKS), 40, arrangement=arrangement)
    return [line.text for _, line in page.rows_from(Place(0, 0)) if line.runs]


def test_what_is_folded_at_first_shows_its_summary_alone() -> None:
    assert lines(Arrangement()) == ["▾ Outer", "  In the outer one.", "  ▎ ▸ Inner", "After."]


def test_folding_and_unfolding() -> None:
    arrangement = Arrangement()
    arrangement.turn(INNER)
    assert "  ▎   In the inner one." in lines(arrangement)
    arrangement.turn(OUTER)
    assert lines(arrangement) == ["▸ Outer", "After."]
    arrangement.turn(OUTER)
    arrangement.turn(INNER)
    assert "  ▎ ▸ Inner" in lines(arrangement)


def test_revealing_unfolds_all_that_is_around_a_block_and_nothing_else() -> None:
    arrangement = Arrangement()
    arrangement.turn(OUTER)
    assert arrangement.hides(BLOCKS[2])
    assert arrangement.reveal(BLOCKS[2])
    assert lines(arrangement)[-2:] == ["  ▎ ▸ Inner", "After."]
    assert arrangement.reveal(BLOCKS[3])
    assert not arrangement.reveal(BLOCKS[3])
    assert not arrangement.hides(BLOCKS[3])


def test_on_paper_nothing_is_folded() -> None:
    assert "  ▎   In the inner one." in lines(Arrangement(is_paper=True))
