import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ketareader.document.inline import Inline, Span
from ketareader.layout.columns import table_rows
from ketareader.layout.lines import Line
from ketareader.layout.ruler import cell_len
from ketareader.layout.table import lay_out_table

CELLS = (
    "",
    "",
    "a",
    "two words",
    "漢字漢字",
    "漢",
    "a longer cell of some seven words",
    "pneumonoultramicroscopicsilicovolcanoconiosis",
    "👩\u200d🚀 e\u0301",
    "עברית",
    "one\vtwo words\v\v漢",
)
tables = st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=8).map("\t".join), min_size=1, max_size=5).map(
    "\n".join
)


def lay_out(text: str, width: int, alignments: str = "", *, headed: bool = True) -> list[Line]:
    return lay_out_table(Inline(text), alignments, width, headed=headed)


def shown(text: str, width: int, alignments: str = "") -> list[str]:
    return [line.text.rstrip() for line in lay_out(text, width, alignments)]


def test_rows_are_divided_by_newlines_and_cells_by_tabs() -> None:
    text = "a\tbc\n\td"
    assert [[text[start:end] for start, end in row] for row in table_rows(Inline(text))] == [["a", "bc"], ["", "d"]]


@given(tables, st.integers(4, 100), st.booleans(), st.text("lcr-", max_size=8))
@example(text="漢字\t漢字\n漢\t字", width=9, headed=False, marks="")
def test_a_table_fits_its_width_and_each_character_stands_once(text: str, width: int, headed: bool, marks: str) -> None:  # noqa: FBT001 (drawn)
    lines = lay_out(text, width, marks, headed=headed)
    assert all(cell_len(line.text) <= width for line in lines)
    runs = [run for line in lines for run in line.runs if run.start >= 0]
    assert all(text.replace("\v", " ").startswith(run.text, run.start) for run in runs)
    found = sorted(place for run in runs for place in range(run.start, run.start + len(run.text)))
    assert [place for place in found if not text[place].isspace()] == [n for n, c in enumerate(text) if not c.isspace()]


@given(tables, st.integers(4, 100))
@example(text="ב\u05b7\taaaa bbbb", width=9)
def test_no_column_is_wider_than_what_is_in_it(text: str, width: int) -> None:
    rules = [line.text for line in lay_out(text, width) if "━" in line.text]
    for rule in rules:
        widths = [len(part) for part in rule.replace("━┿━", " ").split()]
        rows = [row.split("\t") for row in text.split("\n")]
        natural = [
            max(1, *(cell_len(line) for row in rows if n < len(row) for line in row[n].split("\v")), 1)
            for n in range(len(widths))
        ]
        assert all(given <= whole for given, whole in zip(widths, natural, strict=True))
        assert sum(widths) + 3 * (len(widths) - 1) == min(width, sum(natural) + 3 * (len(widths) - 1))


def test_columns_take_their_natural_width_where_there_is_room() -> None:
    assert shown("name\tx\na\tbbb", 60) == ["name │ x", "━━━━━┿━━━━", "a    │ bbb"]


def test_a_table_with_room_to_the_cell_is_not_wrapped() -> None:
    assert shown("aa bb\tx\nc\td", 9) == ["aa bb │ x", "━━━━━━┿━━", "c     │ d"]


def test_cells_are_aligned_as_their_columns_say() -> None:
    assert shown("left\tmiddle\tright\tnone\na\tb\tc\td", 60, "lcr-") == [
        "left │ middle │ right │ none",
        "━━━━━┿━━━━━━━━┿━━━━━━━┿━━━━━",
        "a    │   b    │     c │ d",
    ]


def test_no_line_ends_with_spaces() -> None:
    assert not [line for line in lay_out("aaaa\tbbbb\na\tb\n\t", 60, "cc") if line.runs and line.runs[-1].text == " "]


def test_long_cells_are_wrapped_and_rules_part_the_rows() -> None:
    lines = shown("name\twhat it is\na\tmany words that have to be wrapped\nb\tfew", 30)
    assert lines == [
        "name │ what it is",
        "━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━",
        "a    │ many words that have to",
        "     │ be wrapped",
        "─────┼────────────────────────",
        "b    │ few",
    ]


def test_spare_room_goes_to_the_columns_that_want_it_and_none_is_wasted() -> None:
    long = "word " * 12
    lines = lay_out(f"a\tb\tc\nx\t{long.strip()}\t{long.strip()}", 61)
    assert max(cell_len(line.text) for line in lines) == 61
    assert [len(part) for part in lines[1].text.split("┿")] == [2, 29, 28]


def test_a_header_that_wraps_puts_no_rules_between_rows() -> None:
    lines = shown(f"{'head ' * 8}\tb\nx\ty\nz\tw", 34)
    assert sum("┿" in line for line in lines) == 1
    assert not any("┼" in line for line in lines)


def test_empty_and_missing_cells_leave_their_columns_empty() -> None:
    assert shown("a\tb\tc\n\tx\t\ny", 60) == ["a │ b │ c", "━━┿━━━┿━━", "  │ x │", "y │   │"]


def test_a_row_is_as_high_as_its_cell_of_most_lines_and_a_column_as_wide_as_its_widest_line() -> None:
    assert shown("a\vlong\tb\nx\ty\vyy\vyyy", 60) == [
        "a    │ b",
        "long │",
        "━━━━━┿━━━━",
        "x    │ y",
        "     │ yy",
        "     │ yyy",
    ]


def test_wide_characters_are_measured_in_cells() -> None:
    assert shown("漢字\tx\na\tb", 60, "rl") == ["漢字 │ x", "━━━━━┿━━", "   a │ b"]


def test_cells_of_only_wide_characters_are_laid_out_at_any_width() -> None:
    assert shown("漢字\t漢\n字\t漢字", 60) == ["漢字 │ 漢", "━━━━━┿━━━━━", "字   │ 漢字"]
    assert shown("漢字漢字\n字", 4) == ["漢字", "漢字", "━━━━", "字"]


def test_one_column_is_wrapped_at_any_width() -> None:
    assert shown("name\nx words that wrap", 8) == ["name", "━" * 8, "x words", "that", "wrap"]
    assert shown("abcdef\nx", 4) == ["abcd", "ef", "━━━━", "x"]


def test_too_many_columns_become_records() -> None:
    assert shown("one\ttwo\tthree\tfour\na\tb\tc\td\ne\t\tg", 16) == [
        "one: a",
        "two: b",
        "three: c",
        "four: d",
        "─" * 16,
        "one: e",
        "three: g",
    ]


def test_a_record_keeps_the_rule_short_and_its_long_values_indented() -> None:
    head = "\t".join(f"h{number}" for number in range(12))
    empty = "\t" * 11
    lines = shown(f"{head}\nseven words of it that go on for long{empty}\nx{empty}", 30)
    assert lines[:2] == ["h0: seven words of it that go", "  on for long"]
    assert lines[2] == "h1:"
    assert "─" * 24 in lines


def test_a_long_name_stands_on_lines_of_its_own_and_is_cut_in_later_records() -> None:
    text = "a name of many words\tb\tc\td\nx\ty\tz\tw\nq"
    assert shown(text, 12) == [
        "a name of",
        "many words",
        "  x",
        "b: y",
        "c: z",
        "d: w",
        "─" * 12,
        "a name of m…",
        "  q",
    ]


def test_there_is_no_indent_where_there_is_no_room_for_one() -> None:
    assert shown("name\tother\nx\ty", 5) == ["name", "x", "other", "y"]


def test_a_header_without_rows_is_still_shown_where_it_does_not_fit() -> None:
    assert shown("one\ttwo\tthree", 9) == ["one", "two", "three"]


def test_a_value_without_a_name_is_shown_alone() -> None:
    assert shown("\ttwo\tthree\tfour\na\tb\tc\td\textra", 16) == ["a", "two: b", "three: c", "four: d", "extra"]


@pytest.mark.parametrize("width", [60, 10])
def test_a_joined_piece_has_no_header(width: int) -> None:
    lines = lay_out("aa\tbb\tcc\ndd\tee\tff", width, headed=False)
    assert not any("━" in line.text for line in lines)
    assert not any("header" in run.role for line in lines for run in line.runs)


def test_the_header_has_its_role_in_a_table_and_in_records() -> None:
    for width in (60, 9):
        roles = {run.text: run.role for line in lay_out("one\ttwo\na\tb", width) for run in line.runs}
        assert "table.header" in roles["one"]
        assert "table.header" not in roles["a"]


def test_spans_keep_their_roles_and_targets() -> None:
    inline = Inline("one\ttwo\na\tb", (Span(0, 3, "strong"), Span(8, 9, "link", "/x")))
    for width in (60, 9):
        runs = {run.text: run for line in lay_out_table(inline, "", width, headed=True) for run in line.runs}
        assert "strong" in runs["one"].role
        assert (runs["a"].role.split()[-1], runs["a"].target) == ("link", "/x")


def test_all_of_a_rows_text_stands_at_its_last_line() -> None:
    lines = lay_out("a\tb\nxx yy\tz", 60)
    assert [(line.start, line.end) for line in lines] == [(0, 4), (4, 4), (4, 12)]


def test_an_empty_header_is_left_out() -> None:
    assert shown("\t\na\tb\nc\td", 20) == ["a │ b", "c │ d"]
    assert shown("\t", 20) == ["  │", "━━┿━━"]
