"""What the measurements are made of: articles, a screen, statistics and tables. No time is measured here."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks.__main__ import arguments
from benchmarks.articles import RARE, label, write_article
from benchmarks.marks import last_mark, mark, share_beyond
from benchmarks.measure import Amount, Fact, Missing, Ratio, Result, Sample, Unit, in_turn
from benchmarks.report import line, matrix, page, put_in_readme, summary, table
from benchmarks.screen import Screen
from benchmarks.terminal import GivenUpError, Terminal
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

README = "Before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nAfter\n"


def shown(*writes: bytes, columns: int = 10, rows: int = 3) -> list[str]:
    screen = Screen(columns, rows)
    for data in writes:
        screen.feed(data)
    return screen.rows()


# Articles


@pytest.mark.parametrize("size", [7_000, 206_000])
def test_an_article_has_the_size_that_was_asked_for(tmp_path: Path, size: int) -> None:
    assert write_article(tmp_path / "article.md", size).path.stat().st_size == size


def test_an_article_is_the_same_each_time(tmp_path: Path) -> None:
    one, other = (write_article(tmp_path / name, 50_000).path.read_bytes() for name in ("one.md", "other.md"))
    assert one == other


def test_an_article_knows_what_is_in_it(tmp_path: Path) -> None:
    article = write_article(tmp_path / "article.md", 206_000)
    text = article.path.read_text("utf-8")
    assert [mark(number) in text for number in range(article.marks + 2)] == [False, *[True] * article.marks, False]
    assert text.count("m0") == article.marks
    assert text.count("z") == article.hits("z")
    assert text.count(RARE) == article.hits(RARE) > 1


def test_each_prefix_of_the_rare_word_is_first_met_further_on(tmp_path: Path) -> None:
    article = write_article(tmp_path / "article.md", 206_000)
    text = article.path.read_text("utf-8")
    places = [text.index(article.first(RARE[: length + 1])) for length in range(len(RARE))]
    assert places == sorted(set(places))


def test_an_article_holds_every_kind_of_markdown(tmp_path: Path) -> None:
    article = write_article(tmp_path / "article.md", 50_000)
    environment: dict[str, object] = {}
    text = article.path.read_text("utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(text, environment)
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds >= {"bullet_list_open", "ordered_list_open", "table_open", "fence", "blockquote_open", "link_open"}
    assert sum(token.type == "heading_open" for token in tokens) == article.headings
    assert environment["references"]
    assert not text.isascii()


@pytest.mark.parametrize(("size", "said"), [(7_000, "7 KB"), (1_200_000, "1.2 MB"), (100_000_000, "100 MB")])
def test_sizes_are_said_in_decimal_units(size: int, said: str) -> None:
    assert label(size) == said


# The screen


def test_text_stands_where_it_was_put() -> None:
    assert shown(b"\x1b[2;3Hab\r\ncd") == [" " * 10, "  ab      ", "cd        "]


def test_colours_modes_titles_and_queries_leave_no_trace() -> None:
    assert shown(b"\x1b[?2026$p\x1b[1;38;2;1;2;3ma\x1b[0mb\x1b]0;title\x07c\x1b(Bd\x1b=e")[0] == "abcde     "


@given(st.lists(st.integers(0, 30)))
def test_output_may_be_cut_anywhere(cuts: list[int]) -> None:
    data = "\x1b[1;2Hé\x1b[38;5;1m言\x1b]8;;x\x1b\\葉\r\n\x1b[3;1Hend".encode()
    bounds = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    assert shown(*(data[start:end] for start, end in pairwise(bounds))) == shown(data)


def test_a_wide_character_takes_two_cells_and_an_accent_none() -> None:
    assert shown("言e\u0301x".encode(), b"\x1b[1;3HE")[0] == "言Ex      "


def test_the_last_line_scrolls() -> None:
    assert shown(b"a\r\nb\r\nc\r\nd") == [f"{letter}         " for letter in "bcd"]


def test_what_is_too_long_is_cut() -> None:
    assert shown(b"0123456789abc\r\nx")[:2] == ["0123456789", "x         "]


def test_marks_tell_where_one_is() -> None:
    screen = Screen(40, 2)
    screen.feed(f"{mark(7)} and {mark(9)}\r\nxm0000011".encode())
    assert (last_mark(screen), share_beyond(screen, 7), share_beyond(screen, 9)) == (9, 0.5, 0.0)


# A terminal


def test_a_program_is_seen_and_typed_to() -> None:
    with Terminal([sys.executable, "-c", "print('ready'); print('got', input())"]) as terminal:
        terminal.wait(lambda screen: "ready" in screen.text)
        terminal.send("key\n")
        terminal.wait(lambda screen: "got key" in screen.text)
        with pytest.raises(GivenUpError, match="it ended") as raised:
            terminal.wait(lambda screen: "more" in screen.text)
    assert "got key" in raised.value.__notes__[0]
    assert terminal.peak > 1


def test_a_program_finds_an_empty_home() -> None:
    program = "import os; print('files:', os.listdir(os.environ['HOME']))"
    with Terminal([sys.executable, "-c", program]) as terminal:
        terminal.wait(lambda screen: "files: []" in screen.text)


# Statistics


def test_tasks_are_done_in_turn() -> None:
    done: list[str] = []

    def task(name: str) -> int:
        done.append(name)
        return len(done)

    assert in_turn(2, lambda: task("a"), lambda: task("b")) == [(1, 3), (2, 4)]
    assert done == ["a", "b", "a", "b"]


def test_a_sample_says_its_median_and_its_spread() -> None:
    assert str(Sample((0.25, 0.2, 4.0))) == "0.250 s (0.200 s to 4.00 s)"
    assert str(Sample((0.0123,))) == "12.3 ms"
    assert str(Sample((512.3,), Unit.MEGABYTES)) == "512 MB"


def test_a_ratio_is_judged_by_its_medians() -> None:
    ours, theirs = Sample((2.0, 6.0, 4.0)), Sample((1.0, 2.0, 8.0))
    ratios = [Ratio("work", "7 KB", ours, "the floor", theirs, limit) for limit in (2.0, 1.9, None)]
    assert [(ratio.ratio, ratio.spread) for ratio in ratios] == [(2.0, (0.5, 3.0))] * 3
    assert [ratio.met for ratio in ratios] == [True, False, None]


def test_an_amount_is_judged_by_its_worst() -> None:
    assert Amount("work", "7 KB", Sample((0.1, 0.2)), 0.2).met
    assert Amount("work", "7 KB", Sample((0.1, 0.2)), 0.15).met is False


# Tables

RESULTS: list[Result] = [
    Ratio("first paint", "7 KB", Sample((2.0,)), "the floor", Sample((1.0,)), 1.25),
    Amount("idle", "7 KB", Sample((0.0,)), 0),
    Fact("kept", "7 KB", "3 | 4", "4", met=False),
]
READERS: list[Result] = [
    Ratio("first words", "7 KB", Sample((0.25,)), "one", Sample((1.0,))),
    Missing("first words", "7 KB", "too slow", "other"),
    Ratio("first words", "25 KB", Sample((0.25,)), "other", Sample((2.0,))),
    Missing("first words", "any", "it isn't here", "third"),
]


def test_a_missed_goal_is_said_to_be_missed() -> None:
    assert line(RESULTS[0]) == "first paint, 7 KB: 2.00 s; the floor: 1.00 s; ratio 2.00; goal 1.25 × at most: missed"


def test_a_cell_may_hold_a_bar() -> None:
    assert table(["a"], [["x | y"]]) == "| a |\n| --- |\n| x \\| y |\n"


def test_every_result_is_on_the_page() -> None:
    text = page({"Some": RESULTS, "Others": READERS}, ["a machine"])
    assert text.count("\n| ") == 2 * 2 + len(RESULTS) + len(READERS)
    assert "- a machine\n" in text


def test_other_readers_stand_side_by_side() -> None:
    assert "".join(matrix(READERS)).splitlines()[2:] == [
        "| first words | 7 KB | 0.250 s | 1.00 s | too slow |",
        "| first words | 25 KB | 0.250 s | — | 2.00 s |",
    ]


def test_the_summary_goes_between_the_readmes_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(README, "utf-8")
    part = summary(RESULTS, READERS, ["a machine"])
    put_in_readme(readme, part)
    assert readme.read_text("utf-8") == README.replace("old\n", part)
    assert part.count("**missed**") == 2


def test_nothing_named_is_everything_asked_for() -> None:
    asked = arguments().parse_args([])
    assert asked.groups == []
    assert arguments().parse_args(["keys", "idle"]).groups == ["keys", "idle"]
