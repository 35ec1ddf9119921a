"""Tables in pieces: a header and widths that hold for all of the rows."""

import re
from collections.abc import Callable, Sequence

import pytest

from ketareader.document.document import Document
from ketareader.document.inline import Inline
from ketareader.layout import whole_table
from ketareader.layout.columns import Columns, Row, measured
from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Arrangement, Options, Tables
from ketareader.layout.whole_table import columns_of, is_widened, panned_columns_of, width_of_table
from tests.document.reading import batches_of, document_of, read

ROWS = 400
Writer = Callable[[list[list[str]]], str]


def pipes(rows: list[list[str]]) -> str:
    head, *body = (f"|{'|'.join(row)}|" for row in rows)
    return "\n".join([head, "|-" * len(rows[0]) + "|", *body])


def html(rows: list[list[str]], between: str = "\n") -> str:
    head, *body = rows
    cells = [f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body]
    return between.join([f"<table>\n<tr>{''.join(f'<th>{name}</th>' for name in head)}</tr>", *cells, "</table>"])


def fragments(rows: list[list[str]]) -> str:
    return html(rows, "\n\n")


def numbered(columns: int, rows: int = ROWS) -> list[list[str]]:
    return [
        [f"Name {column}" for column in range(columns)],
        *([f"r{row}c{column} text" for column in range(columns)] for row in range(rows)),
    ]


def lines(document: Document, width: int, tables: Tables = Tables.FITTED, shift: int = 0) -> list[str]:
    arrangement = Arrangement()
    arrangement.shifts[0] = shift
    page = Page(document, width, Options(tables=tables), arrangement)
    return [line.text for _, line in page.rows_from(Place(0))]


def edges(line: str) -> list[int]:
    """Return where columns end on a line."""
    return [found.start() for found in re.finditer("[│┿┼]", line)]


WRITTEN = pytest.mark.parametrize("written", [pipes, html, fragments])


@WRITTEN
def test_each_record_of_a_long_table_has_its_columns_names(written: Writer) -> None:
    document = read(written(numbered(10)))
    assert len(document.blocks) > 3
    said = [line for line in lines(document, 60) if ":" in line]
    assert said == [f"Name {column}: r{row}c{column} text" for row in range(ROWS) for column in range(10)]


def test_a_rule_parts_two_records_wherever_a_table_was_cut() -> None:
    document = read(pipes(numbered(10)))
    assert sum(line.startswith("─") for line in lines(document, 60)) == ROWS - 1


@WRITTEN
@pytest.mark.parametrize(("tables", "width", "shift"), [(Tables.FITTED, 90, 0), (Tables.PANNED, 40, 14)])
def test_a_long_tables_columns_stand_under_its_header(written: Writer, tables: Tables, width: int, shift: int) -> None:
    shown = lines(read(written(numbered(6))), width, tables, shift)
    assert len(shown) == ROWS + 2
    assert len({tuple(edges(line)) for line in shown}) == 1


def test_rows_that_are_wrapped_stand_under_the_header_of_a_long_table_too() -> None:
    words = "some words that are more than there is room for"
    rows = [["a", "b", "c"], *([str(row % 10), words[: 20 + row % 25], words] for row in range(ROWS))]
    assert len({tuple(edges(line)) for line in lines(read(pipes(rows)), 60)}) == 1


def test_a_column_grows_in_a_later_piece_where_a_word_would_be_broken() -> None:
    rows = [["id", "b"], *([str(row), "some words " * 5] for row in range(3_000))]
    shown = lines(read(pipes(rows)), 40)
    assert [line.split()[0] for line in shown if line[0].isdigit()] == [str(row) for row in range(3_000)]


def test_panned_columns_are_as_wide_as_a_later_piece_needs() -> None:
    rows = [
        [f"c{column}" for column in range(20)],
        *([f"r{row}c{column}" for column in range(20)] for row in range(2_000)),
    ]
    document = read(pipes(rows))
    assert width_of_table(document, 0) == 10 * 7 + 10 * 8 + 19 * 3
    assert len({tuple(edges(line)) for line in lines(document, 60, Tables.PANNED, 90)}) == 1


def test_cells_are_measured_as_they_are_read_where_a_table_begins_and_links_never_by_their_addresses() -> None:
    rows = [["a", "b"], *([f"[link](https://example.org/{row})", "b"] for row in range(ROWS))]
    document = read(pipes(rows))
    assert columns_of(document, 0).natural == panned_columns_of(document, 0).natural == (4, 1)


def test_wide_characters_are_measured_in_cells_in_every_piece() -> None:
    rows = [["a", "b"], *(["漢字" * (2 if row > ROWS else 1), "b" * 20] for row in range(2 * ROWS))]
    assert columns_of(read(pipes(rows)), 0).natural == (8, 20)


def test_the_lines_of_a_cell_are_measured_one_by_one_in_every_piece() -> None:
    rows = [["a", "b"], *(["<ul><li>one<li>" + "two" * (row // ROWS + 1) + "</ul>", "b"] for row in range(2 * ROWS))]
    assert columns_of(read(html(rows)), 0).natural == (8, 1)


def test_words_are_measured_with_what_they_stand_behind_in_every_piece() -> None:
    rows = [["a", "b"], *(["<ul><li>one of two" + "o" * (row // ROWS * 9) + "</ul>", "b"] for row in range(2 * ROWS))]
    assert columns_of(read(html(rows)), 0) == Columns((21, 1), (14, 1), ("a", "b"), is_tall=False)


def test_a_header_that_fills_a_piece_by_itself_names_the_cells_of_all_rows() -> None:
    rows = [
        [f"Column {column}" for column in range(1_500)],
        *([f"r{row}c{column}" for column in range(1_500)] for row in range(5)),
    ]
    shown = lines(read(pipes(rows)), 40)
    assert [line for line in shown if line.startswith("Column 7: ")] == [f"Column 7: r{row}c7" for row in range(5)]
    assert not [line for line in shown if line.endswith(":")]


def test_a_table_is_measured_once_for_all_of_its_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(pipes([["once"], *([f"row {row}"] for row in range(5 * ROWS))]))
    texts: list[str] = []

    def noted(inline: Inline, rows: Sequence[Row]) -> Columns:
        texts.append(inline.text)
        return measured(inline, rows)

    monkeypatch.setattr(whole_table, "measured", noted)
    for width in (40, 50):
        lines(document, width)
    assert texts == [document.inline(0).text]


def test_a_panned_table_is_measured_anew_when_more_of_it_has_been_read() -> None:
    batches = batches_of(pipes([["a", "b"], *([f"{'x' * (row // 1_000)}", "b" * 10] for row in range(20_000))]))
    first, second = document_of(batches[:1]), document_of(batches[:2])
    assert panned_columns_of(first, 0).natural < panned_columns_of(second, 0).natural
    assert is_widened(second, len(first.blocks), Tables.PANNED)
    assert not is_widened(second, 0, Tables.PANNED)
    assert not is_widened(second, len(second.blocks), Tables.PANNED)


def test_a_table_that_is_wrapped_is_measured_anew_as_far_as_it_is_measured() -> None:
    document = read(pipes(numbered(3, 10_000)))
    widened = [number for number in range(len(document.blocks)) if is_widened(document, number, Tables.FITTED)]
    assert widened == list(range(1, len(widened) + 1))
    assert 10 < len(widened) < len(document.blocks) - 10


MARKED = pytest.mark.parametrize(
    ("mark", "read_as"),
    [
        ("`{}`", "{}"),
        ("**{}**", "{}"),
        ("[{}](https://example.org)", "{}"),
        ("<b>{}</b>", "{}"),
        ("{} &amp; co", "{} & co"),
    ],
)


@MARKED
def test_cells_with_markup_are_measured_nearly_as_they_are_read_in_every_piece(mark: str, read_as: str) -> None:
    names = [f"{'longer.' if row > ROWS else ''}option.{row}" for row in range(2 * ROWS)]
    document = read(pipes([["Option", "Text"], *([mark.format(name), "Some words of text"] for name in names)]))
    assert columns_of(document, 0).natural == (max(len(read_as.format(name)) for name in names), 18)
    assert len({tuple(edges(line)) for line in lines(document, 80)}) == 1


def test_a_cell_of_several_lines_is_as_wide_as_its_longest_in_every_piece() -> None:
    rows = [["a", "b"], *(["one<br>two" + "o" * (row // ROWS), "b" * 20] for row in range(2 * ROWS))]
    assert columns_of(read(pipes(rows)), 0).natural == (4, 20)


def test_the_last_column_of_a_long_table_with_markup_can_be_panned_to() -> None:
    rows = [
        ["Name", "Type", "Text", "Since"],
        *(
            [f"`opt.{'x' * (row // 10)}`", f"**type {row}**", f"Describes `option` {row} at length", f"v1.{row}"]
            for row in range(ROWS)
        ),
    ]
    document = read(pipes(rows))
    furthest = width_of_table(document, 0) - 40
    shown = lines(document, 40, Tables.PANNED, furthest)
    assert [line.split()[-1] for line in shown if "v1." in line] == [f"v1.{row}" for row in range(ROWS)]


@pytest.mark.parametrize("width", [36, 40, 72])
def test_a_long_table_has_one_form_and_one_set_of_columns_whatever_word_comes_late(width: int) -> None:
    rows = [
        ["Option", "Default", "What it does"],
        *(
            [f"`{'net.core.longer_name' if row == 250 else f'opt.{row}'}`", str(row * 3), "How long one waits, in s"]
            for row in range(ROWS)
        ),
    ]
    shown = lines(read(pipes(rows)), width)
    grid = {tuple(edges(line)) for line in shown if edges(line)}
    assert (
        len(grid) == 1 if any(edges(line) for line in shown) else all(": " in line for line in shown if line.strip("─"))
    )


def test_rules_part_the_rows_of_a_long_table_all_through_or_nowhere() -> None:
    rows = [["a", "b"], *([str(row), "some words " * (9 if row == 1_000 else 1)] for row in range(1_500))]
    shown = lines(read(pipes(rows)), 60)
    rules = sum("┼" in line for line in shown)
    assert rules == 1_499
