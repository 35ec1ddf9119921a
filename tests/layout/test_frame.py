from collections.abc import Sequence

import pytest

from ketareader.document.block import Block, Callout, Fold, Frame, Item, Kind, List, Meaning, Note, Quote
from ketareader.layout.frame import bars, gap, prefixes, shared_containers
from ketareader.layout.room import LEAST
from ketareader.layout.ruler import cell_len
from tests.document.reading import lines_at, read


def bullets(count: int, *, done: bool | None = None) -> Frame:
    return tuple(Item("•", List(tight=True, widest=1), done) for _ in range(count))


def texts(frame: Frame, before: Frame = (), width: int = 40) -> tuple[str, str, int]:
    first, rest, used = prefixes(frame, before, width)
    return "".join(run.text for run in first), "".join(run.text for run in rest), used


def block(kind: Kind = Kind.PARAGRAPH, frame: Frame = (), level: int = 0) -> Block:
    return Block(kind, "x", 1, 2, frame, level)


def at(width: int, *rows: str) -> list[str]:
    return lines_at(read("\n".join(rows)), width)


def blanks(lines: Sequence[str]) -> int:
    return sum(not line for line in lines)


def test_a_block_in_no_container_has_nothing_before_it() -> None:
    assert prefixes((), bullets(2), 40) == ((), (), 0)


def test_markers_stand_on_the_first_line_only() -> None:
    assert texts(bullets(1)) == ("  • ", "    ", 4)
    assert at(16, "- one two three four") == ["  • one two", "    three four"]


def test_a_second_block_of_an_item_has_no_marker() -> None:
    frame = bullets(2)
    assert texts(frame, frame)[0] == " " * 6
    assert at(20, "- one", "", "  two") == ["  • one", "", "    two"]


def test_bullets_go_by_depth_in_lists() -> None:
    assert texts(bullets(4), width=100)[0].split() == ["•", "◦", "▪", "•"]
    assert at(40, "> - a", ">   - b") == ["▎   • a", "▎     ◦ b"]


@pytest.mark.parametrize(("done", "box", "role"), [(True, "☑", "task.done"), (False, "☐", "task.open")])
def test_a_task_has_a_box_for_its_bullet(done: bool, box: str, role: str) -> None:  # noqa: FBT001 (a parameter of the test)
    first, rest, _ = prefixes(bullets(1, done=done), (), 40)
    assert [(run.text, run.role) for run in first] == [(f"  {box} ", role)]
    assert [run.text for run in rest] == ["    "]


def test_a_numbered_task_has_its_number_and_a_box() -> None:
    assert at(20, "1. [x] done", "2. [ ] open") == ["  1. ☑ done", "  2. ☐ open"]


def test_ordered_markers_are_aligned_to_the_widest_of_their_list() -> None:
    assert at(13, "9. nine", "10. ten goes on") == ["   9. nine", "  10. ten", "      goes on"]


def test_items_of_a_long_list_hang_alike() -> None:
    lines = at(40, *(f"{number}. x" for number in range(1, 101)))
    assert {line.index("x") for line in lines} == {7}


def test_eight_levels_at_forty_cells_leave_room_for_text() -> None:
    lines = at(40, *(f"{'  ' * depth}- level of many words" for depth in range(8)))
    assert " ".join("".join(character for character in line if character not in "•◦▪") for line in lines).split() == (
        ["level", "of", "many", "words"] * 8
    )
    assert max(map(cell_len, lines)) <= 40
    assert [texts(bullets(depth + 1))[2] for depth in range(8)] == [4, 6, 8, 10, 12, 14, 16, 18]


@pytest.mark.parametrize(("width", "least"), [(20, 10), (30, 15), (40, 22), (48, 24), (72, 36), (100, 50)])
def test_quotes_leave_half_of_the_page_for_text_and_most_words_whole(width: int, least: int) -> None:
    frame = (Quote(),) * 40
    for before in ((), frame[:20], frame[:-1], frame):
        assert width - texts(frame, before, width)[2] >= least


@pytest.mark.parametrize(("width", "least"), [(20, 8), (30, 12), (40, 22), (48, 24), (72, 36), (100, 50)])
def test_lists_of_bullets_leave_half_of_the_page_where_that_shows_eight_levels(width: int, least: int) -> None:
    frame = bullets(40)
    for before in ((), frame[:20], frame[:-1], frame):
        assert width - texts(frame, before, width)[2] >= least


@pytest.mark.parametrize(("depth", "width"), [(8, 40), (9, 40), (12, 40), (25, 40), (40, 72), (200, 72)])
def test_a_long_word_is_whole_at_any_depth(depth: int, width: int) -> None:
    lines = at(width, *(f"{'  ' * level}- some incomprehensibilities" for level in range(depth)))
    assert sum("incomprehensibilities" in line for line in lines) == depth


def test_the_items_of_a_list_that_is_too_deep_hang_alike_and_each_has_its_marker() -> None:
    item = "some words that take more than one line"
    lines = at(40, *(f"{'  ' * level}- {item}" for level in range(12)), f"{'  ' * 11}- {item}", "", "  " * 12 + item)
    assert (
        lines[-6:]
        == [
            "                ▪ some words that take",
            "                  more than one line",
            "",
            "                ▪ some words that take",
            "                  more than one line",
            "",
            "                  some words that take",
            "                  more than one line",
        ][-6:]
    )


def test_the_first_item_in_a_quote_that_is_too_deep_has_its_marker() -> None:
    quotes, item = (Quote(),) * 30, bullets(1)
    assert texts((*quotes, *item), width=20)[0].split() == [*"▎▎▎▎", "•"]
    assert texts((*quotes, *item), quotes, 20)[0].split() == [*"▎▎▎▎", "•"]


@pytest.mark.parametrize("width", range(4, 101))
@pytest.mark.parametrize("frame", [bullets(30), (Quote(),) * 30, (*bullets(9), Quote(), *bullets(3))])
def test_containers_leave_room_for_text_and_take_as_many_cells_as_they_say(frame: Frame, width: int) -> None:
    for before in ((), frame[:1], frame[:-1], frame):
        first, rest, used = texts(frame, before, width)
        assert cell_len(first) == cell_len(rest) == used <= width - LEAST


def test_where_there_is_no_room_the_outermost_are_kept_and_the_marker_of_one_that_begins() -> None:
    frame = bullets(10)
    assert texts(frame, width=20) == ("  • ◦ ▪ • ◦ ", " " * 12, 12)
    assert texts(frame, frame[:-1], 20) == (" " * 10 + "• ", " " * 12, 12)
    assert texts(frame, frame, 20) == (" " * 12, " " * 12, 12)


def test_a_marker_too_wide_for_the_page_is_left_out() -> None:
    frame = (Item("123456789.", List(tight=True, widest=10)),)
    assert texts(frame, width=14) == ("", "", 0)
    assert texts(frame, width=15) == ("123456789. ", " " * 11, 11)


def test_a_quote_has_a_bar_on_every_line_and_on_the_blank_ones_within() -> None:
    assert at(16, "> one two three four", ">", "> five") == ["▎ one two three", "▎ four", "▎", "▎ five"]


def test_quotes_in_quotes_share_only_the_outer_bar_on_blank_lines() -> None:
    assert at(40, "> one", ">", ">> two", "", "three") == ["▎ one", "▎", "▎ ▎ two", "", "three"]


def test_an_items_quote_keeps_its_bar_under_the_item() -> None:
    assert at(40, "- > one", "  >", "  > two") == ["  • ▎ one", "    ▎", "    ▎ two"]


def test_there_are_no_bars_between_blocks_that_share_no_quote() -> None:
    quote = Quote()
    assert bars((Quote(),), (Quote(),), 40) == ()
    assert bars(bullets(1), (), 40) == ()
    assert [run.text for run in bars((quote, *bullets(1)), (quote,), 40)] == ["▎ "]


def test_containers_are_shared_only_when_they_are_one_object() -> None:
    outer, inner = Quote(), Quote()
    assert shared_containers((outer, inner), (outer, inner)) == 2
    assert shared_containers((outer, Quote()), (outer, inner)) == 1
    assert shared_containers((outer,), (outer, inner)) == 1
    assert shared_containers((Quote(),), (outer,)) == 0


def test_a_tight_list_has_no_blank_lines_and_a_loose_one_has() -> None:
    assert blanks(at(40, "- a", "- b", "- c")) == 0
    assert blanks(at(40, "- a", "", "- b", "", "- c")) == 2


def test_a_list_in_a_tight_item_stands_on_the_items_text() -> None:
    assert blanks(at(40, "- a", "  - b", "  - c", "- d")) == 0


def test_two_lists_are_parted_even_where_both_are_tight() -> None:
    assert at(40, "- a", "* b") == ["  • a", "", "  • b"]


def test_a_list_is_parted_from_the_text_around_it() -> None:
    assert blanks(at(40, "a", "", "- b", "", "c")) == 2


def test_a_quote_or_code_in_a_tight_list_is_parted_from_its_neighbours() -> None:
    assert blanks(at(40, "- a", "  > b", "- c")) == 2
    assert blanks(at(40, "- a", "  ```", "  b", "  ```", "- c")) == 2


def test_the_first_block_and_a_joined_one_have_no_blank_lines_above() -> None:
    assert gap(None, block(Kind.HEADING, level=1)) == 0
    assert gap(block(), Block(Kind.PARAGRAPH, "x", 1, 2, joined=True)) == 0


@pytest.mark.parametrize(("level", "lines"), [(1, 3), (2, 2), (3, 2), (4, 1), (5, 1), (6, 1)])
def test_a_heading_has_space_above_by_its_level(level: int, lines: int) -> None:
    heading = block(Kind.HEADING, level=level)
    assert gap(block(), heading) == lines
    assert gap(block(Kind.HEADING, level=1), heading) == 1
    assert gap(block(Kind.META), heading) == 1
    assert gap(block(), block(Kind.HEADING, (Quote(),), level)) == 1


@pytest.mark.parametrize(("level", "lines"), [(1, 1), (3, 1), (4, 0), (6, 0)])
def test_a_low_heading_stands_right_on_its_text_but_on_nothing_else(level: int, lines: int) -> None:
    heading = block(Kind.HEADING, level=level)
    assert gap(heading, block()) == lines
    assert gap(heading, block(Kind.CODE)) == 1
    assert gap(heading, block(frame=bullets(1))) == 1


def test_references_stand_together() -> None:
    assert gap(block(Kind.REFERENCE), block(Kind.REFERENCE)) == 0
    assert gap(block(Kind.REFERENCE), block()) == 1


def test_what_follows_a_closed_fold_stands_apart_from_its_summary() -> None:
    fold = Fold(is_open=False)
    summary = Block(Kind.TITLE, "More", 1, 2, (fold,))
    assert gap(summary, Block(Kind.PARAGRAPH, "in it", 2, 3, (fold,))) == 0
    assert gap(summary, Block(Kind.PARAGRAPH, "after it", 2, 3)) == 1


def test_a_meaning_stands_right_on_its_term_and_the_next_term_apart() -> None:
    meaning = Meaning()
    term, said = Block(Kind.TERM, "t", 1, 2), Block(Kind.PARAGRAPH, "m", 2, 3, (meaning,))
    assert gap(term, said) == gap(term, term) == gap(said, Block(Kind.PARAGRAPH, "n", 3, 4, (Meaning(),))) == 0
    assert gap(said, Block(Kind.PARAGRAPH, "n", 3, 4, (meaning,))) == gap(said, term) == 1
    assert gap(term, Block(Kind.PARAGRAPH, "elsewhere", 3, 4)) == 1


def test_a_callout_has_a_bar_of_its_own_kind_and_a_note_its_number() -> None:
    note = Note("^A")
    first, rest, used = prefixes((Callout("tip"), note), (), 40, lambda _: "7")
    assert [run.text for run in first] == ["┃ ", " 7. "]
    assert first[0].role == "callout.tip"
    assert [run.text for run in rest] == ["┃ ", "    "]
    assert used == 6
