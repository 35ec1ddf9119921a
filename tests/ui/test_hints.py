"""Where the letters on links stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout.page import Page, Place
from ketareader.ui.hints import Hint, placed
from ketareader.ui.links import labels, links_in
from ketareader.ui.painter import column_in, paint_line
from ketareader.ui.palettes import THEMES
from ketareader.ui.theme import Paint
from tests.document.reading import read

PAINT = Paint(THEMES[0])


@pytest.mark.parametrize(
    ("wanted", "width", "found"),
    [
        ("0a 4s", 9, "0a 4s"),
        ("0a 1s 2d", 9, "0a 2s 4d"),
        ("3aa 4as 5ad", 20, "3aa 6as 9ad"),
        ("7aa 8as", 9, "4aa 7as"),
        ("0aa 2as 4ad", 6, "0aa 2as 4ad"),
        ("0aa 1as 2sa 3ss", 7, "0a 2s"),
        ("0aaa 1aas 2asa 3ass", 7, "0a"),
        ("0a 1s", 1, "0a"),
        ("0a", 0, ""),
    ],
)
def test_hints_stand_over_their_links_or_near_them_one_beside_the_other(wanted: str, width: int, found: str) -> None:
    def hints(written: str) -> list[Hint]:
        return [Hint(int(word[0]), word[1:]) for word in written.split()]

    assert placed(hints(wanted), 0, width) == hints(found)


def test_hints_on_every_second_cell_stay_there_however_many_they_are() -> None:
    wanted = [Hint(2 * number, label) for number, label in enumerate(labels(26))]
    assert placed(wanted, 0, 72) == wanted


LINKS = st.lists(st.tuples(st.sampled_from(["b", "xy", "中", "a link"]), st.sampled_from(["", "", " ", " a word "])))


@given(LINKS, st.integers(2, 90), st.integers(0, 400))
def test_no_hint_covers_another_at_any_width_and_where_all_have_room_all_are_whole(
    links: list[tuple[str, str]], width: int, others: int
) -> None:
    column, document = column_in(width, 72), read("".join(f"[{text}](#x){between}" for text, between in links))
    rows = list(Page(document, column.width).rows_from(Place(0)))
    found = links_in(document, rows)
    names = dict(zip(found.values(), labels(len(found) + others), strict=False))
    for place, line in rows:
        wanted = [name for at, name in names.items() if at.block == place.block and line.start <= at.offset < line.end]
        strip = paint_line(line, column, PAINT, [], {at.offset: name for at, name in names.items()})
        shown = [segment.text for segment in strip if segment.style == PAINT.style("hint")]
        assert strip.cell_length == width - 1
        if len("".join(wanted)) <= width - 1 - column.left:
            assert shown == wanted
        else:
            assert shown == list(dict.fromkeys(name[0] for name in wanted))
