"""What is in sight: its lines as they are painted, and those that other marks change."""

from ketareader.document.anchor import Anchor, Hit
from ketareader.layout.viewport import Viewport
from ketareader.search.hits import Hits
from ketareader.ui.link import Link
from ketareader.ui.painter import Column
from ketareader.ui.palettes import THEMES
from ketareader.ui.reading_pane import ReadingPane
from ketareader.ui.selection import Selection
from ketareader.ui.sight import Sight
from ketareader.ui.theme import Paint
from tests.document.reading import read

PAINT = Paint(THEMES[0])
COLUMN = Column(41, 36)
ARTICLE = "# Title\n\nOne paragraph.\n\nAnother one.\n\nA third, the last.\n"


def sight_of(text: str, height: int = 10) -> tuple[Sight, Viewport]:
    """Return what is in sight of an article's start."""
    pane = ReadingPane(read(text), PAINT)
    viewport = pane.viewport
    viewport.resize(viewport.page, height)
    sight = Sight(viewport, pane.illustrations)
    sight.look_at(viewport)
    sight.draw_bar(PAINT)
    return sight, viewport


def lines(sight: Sight) -> list[str]:
    return [sight.line(y, COLUMN, PAINT).text for y in range(10)]


def rows_of(sight: Sight, *blocks: int) -> list[int]:
    return [y for y, (place, _) in enumerate(sight.rows) if place.block in blocks]


def test_every_line_fills_the_pane_the_bar_at_its_right() -> None:
    sight, _ = sight_of(ARTICLE * 9)
    assert {len(line) for line in lines(sight)} == {41}
    assert [line[-1] for line in lines(sight)] == [cell.text for cell in sight.bar]
    assert lines(sight)[0][:-1].strip() == "Title"


def test_below_the_last_row_and_before_anything_is_read_lines_are_blank_or_say_so() -> None:
    sight, viewport = sight_of("")
    assert (sight.waits, "".join(lines(sight)).strip()) == (False, "")
    viewport.page.document.complete = False
    assert (sight.waits, lines(sight)[0].strip()) == (True, "Reading …")


def test_other_marks_change_the_rows_of_the_blocks_they_are_in_and_no_others() -> None:
    sight, _ = sight_of(ARTICLE)
    hits = Hits()
    hits.add([Hit(1, 0, 3), Hit(3, 0, 1)])
    marks = sight.marks
    assert sight.mark(marks._replace(hits=hits)) == rows_of(sight, 1, 3)
    assert sight.mark(sight.marks) == []
    hits.add([Hit(1, 4, 5)])
    assert sight.mark(sight.marks) == rows_of(sight, 1)
    assert sight.mark(sight.marks._replace(current=Hit(3, 0, 1))) == rows_of(sight, 3)
    assert sight.mark(marks._replace(held=Link(2, 0, 3, "target"))) == rows_of(sight, 1, 2, 3)
    assert sight.mark(marks._replace(labels={Anchor(2): "a"})) == rows_of(sight, 2)
    assert sight.mark(marks._replace(selection=Selection(Anchor(2), Anchor(3, 2)))) == rows_of(sight, 2, 3)
    assert sight.mark(marks) == rows_of(sight, 2, 3)


def test_what_is_marked_is_painted() -> None:
    sight, _ = sight_of(ARTICLE)
    first = rows_of(sight, 1)[-1]
    before = sight.line(first, COLUMN, PAINT)
    sight.mark(sight.marks._replace(held=Link(1, 0, 3, "target")))
    after = sight.line(first, COLUMN, PAINT)
    assert (after.text, after == before) == (before.text, False)
    sight.mark(sight.marks._replace(labels={Anchor(1): "xy"}))
    assert "xye paragraph." in sight.line(first, COLUMN, PAINT).text


def test_the_bar_tells_which_of_its_cells_have_changed() -> None:
    sight, viewport = sight_of(ARTICLE * 9)
    assert list(sight.draw_bar(PAINT)) == []
    viewport.go_to_end()
    sight.look_at(viewport)
    before = sight.bar
    changed = list(sight.draw_bar(PAINT))
    assert changed == [y for y in range(10) if before[y] != sight.bar[y]] != []


def test_all_but_what_is_being_read_is_dimmed_where_one_wants_it() -> None:
    sight, viewport = sight_of(ARTICLE)
    assert not any(map(sight.is_dim, range(4)))
    sight.dims = True
    assert [sight.is_dim(block) for block in range(4)] == [False, False, True, True]
    viewport.go_to_end()
    sight.look_at(viewport)
    assert [sight.is_dim(block) for block in range(4)] == [True, True, True, False]


def test_where_the_eye_left_off_is_marked_until_the_view_moves() -> None:
    sight, viewport = sight_of(ARTICLE)
    sight.eye = sight.rows[-1][0]
    assert "▸" in sight.line(len(sight.rows) - 1, COLUMN, PAINT).text
    sight.look_at(viewport)
    assert not any("▸" in line for line in lines(sight))
