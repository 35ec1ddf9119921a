from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout.code import Listing, highlight, lay_out_code
from ketareader.layout.lines import Line
from ketareader.layout.ruler import cell_len

LANGUAGES = ("python", "pycon", "console", "html+jinja", "rst", "markdown", "yaml", "sql", "json", "diff", "php", "")
TOKENS = "def class return 'x' # <a> b=1 漢字 e\u0301 👩\u200d🚀 ( ) { } >>> $ --- + - : \" /* */"
code = st.lists(
    st.sampled_from((*TOKENS.split(), " ", "  ", "\n", "\t", "\n\n", "a_long_name_that_goes_on")), max_size=40
).map("".join)


def lay_out(text: str, width: int = 40, language: str = "") -> list[Line]:
    return lay_out_code(Listing(text, language), width)


def shown(text: str, width: int) -> list[str]:
    return [line.text.rstrip() for line in lay_out(text, width)]


def roles(text: str, language: str) -> dict[str, str]:
    return {
        text[start:end]: role.removeprefix("code.block").strip() for start, end, role, _ in highlight(text, language)
    }


def test_tokens_have_roles_on_the_field_of_code() -> None:
    assert roles("def f(): return len('x') + 1  # y", "python") == {
        "def": "code.keyword",
        " ": "",
        "f": "code.function",
        "(): ": "",
        "return": "code.keyword",
        "len": "code.builtin",
        "(": "",
        "'x'": "code.string",
        ") + ": "",
        "1": "code.number",
        "  ": "",
        "# y": "code.comment",
    }


@pytest.mark.parametrize(
    ("text", "language", "part", "role"),
    [
        ("class A: pass", "python", "A", "code.function"),
        ("a and b", "python", "and", "code.keyword"),
        ("-a", "diff", "-a", "code.deleted"),
        ("+a", "diff", "+a", "code.inserted"),
        ("<a b='c'>", "html", "a", "code.keyword"),
        ("<a b='c'>", "html", "b", "code.function"),
    ],
)
def test_a_token_has_the_role_of_its_type_or_the_nearest_above(text: str, language: str, part: str, role: str) -> None:
    assert roles(text, language)[part] == role


@pytest.mark.parametrize("language", ["nosuchlanguage", "", "\x00"])
def test_an_unknown_language_is_plain_code(language: str) -> None:
    assert {run.role for run in lay_out("def f(): 1", language=language)[0].runs} == {"code.block"}


def test_code_is_plain_where_no_highlighting_is_wanted() -> None:
    line = lay_out_code(Listing("def f(): 1", "python", highlighted=False), 40)[0]
    assert {run.role for run in line.runs} == {"code.block"}


@given(code, st.sampled_from(LANGUAGES))
def test_the_pieces_of_code_leave_no_gap_and_no_neighbours_are_alike(text: str, language: str) -> None:
    pieces = highlight(text, language)
    assert "".join(text[start:end] for start, end, _, _ in pieces) == text
    assert all(one[1] == two[0] and one[2] != two[2] for one, two in pairwise(pieces))


@given(code, st.sampled_from(LANGUAGES), st.integers(4, 60))
def test_code_fits_its_field_and_loses_no_character(text: str, language: str, width: int) -> None:
    lines = lay_out(text, width, language)
    assert all(cell_len(line.text) <= width for line in lines)
    assert width < 8 or all(cell_len(line.text) == width for line in lines)
    found = sorted(
        place for line in lines for run in line.runs if run.start >= 0 for place in covered(run.text, run.start)
    )
    assert [place for place in found if not text[place].isspace()] == [n for n, c in enumerate(text) if not c.isspace()]
    assert all(
        text.replace("\t", " ").startswith(run.text, run.start) for x in lines for run in x.runs if run.start >= 0
    )


def covered(text: str, start: int) -> range:
    return range(start, start + len(text))


@given(code, st.integers(4, 60))
def test_the_lines_of_code_hold_its_characters_in_order_without_gaps(text: str, width: int) -> None:
    lines = lay_out(text, width)
    assert lines[0].start == 0
    assert all(line.end == following.start for line, following in pairwise(lines))
    assert lines[-1].end == len(text) + 1


def test_code_stands_between_margins() -> None:
    assert [line.text for line in lay_out("ab\n\n c", 10)] == ["  ab      ", " " * 10, "   c      "]


def test_where_there_is_no_room_for_margins_there_are_none() -> None:
    assert [line.text for line in lay_out("abcdefg", 7)] == ["abcdefg"]


@pytest.mark.parametrize(("length", "margin"), [(68, 2), (69, 1), (70, 1), (71, 0), (72, 0)])
def test_margins_give_way_to_a_line_that_fits_the_page(length: int, margin: int) -> None:
    lines = [line.text for line in lay_out_code(Listing("x" * length + "\nx"), 72)]
    assert lines == [(" " * margin + row).ljust(72) for row in ("x" * length, "x")]


def test_margins_stand_where_a_line_is_broken_nonetheless() -> None:
    assert [line.text[:2] for line in lay_out_code(Listing("x" * 73), 72)] == ["  ", "  "]


def test_a_line_too_long_goes_on_under_a_mark() -> None:
    lines = lay_out("one two three four", 14)
    assert [line.text.rstrip() for line in lines] == ["  one two", "  ↪ three", "  ↪ four"]
    assert [run.role for run in lines[1].runs] == ["code.block", "code.broken", "code.block", "code.block"]
    assert [(line.start, line.end) for line in lines] == [(0, 8), (8, 14), (14, 19)]


def test_a_mark_that_would_take_more_room_than_it_leaves_is_left_out() -> None:
    assert shown("abcdefg", 5) == ["abcde", "↪ fg"]
    assert shown("abcdefg", 4) == ["abcd", "efg"]
    assert shown("a\tbcdefg", 4) == ["a", "bcde", "fg"]


def test_wide_characters_are_broken_by_their_cells() -> None:
    assert shown("漢字漢字漢字", 12) == ["  漢字漢字", "  ↪ 漢字"]


def test_a_tab_reaches_to_the_next_stop_and_only_its_first_space_stands_for_it() -> None:
    assert shown("\ta\n漢\tb\nabcd\tc", 20) == ["      a", "  漢  b", "  abcd    c"]
    runs = lay_out("a\tb", 20)[0].runs[1:-1]
    assert [(run.text, run.start) for run in runs] == [("a", 0), (" ", 1), ("  ", -1), ("b", 2)]


def test_a_tab_that_a_line_cuts_goes_on_as_spaces() -> None:
    lines = lay_out("\ta", 3)
    assert [line.text for line in lines] == ["   ", " a"]
    assert [run.start for line in lines for run in line.runs] == [0, -1, -1, 1]


def test_a_row_with_tabs_goes_on_under_the_mark_too() -> None:
    assert shown("one\ttwo\tthree four", 16) == ["  one two", "  ↪ three four"]


def test_a_label_that_is_too_long_for_a_line_takes_more_and_no_word_is_lost() -> None:
    listing = Listing("x = 1", "python", label="python · A caption of several words")
    assert [line.text for line in lay_out_code(listing, 20)] == [
        " python · A caption ",
        "   of several words ",
        "  x = 1             ",
    ]


def test_a_notebooks_name_for_python_is_highlighted_as_python() -> None:
    assert highlight("import a", "ipython3") == highlight("import a", "python3") != highlight("import a", "")
