"""The lines of a table's cell: what they hang from, at any width."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ketareader.document.inline import BREAK, Inline, Span
from ketareader.layout.cells import leads_of, lines_of_cell
from ketareader.layout.lines import Line, Styled
from ketareader.layout.ruler import cell_len
from ketareader.layout.table import lay_out_table
from tests.document.reading import read

WORDS = st.sampled_from(
    ["a", "some words", "漢字漢字", "pneumonoultramicroscopic", "e\u0301 👩\u200d🚀", "well-known", ""]
)
LEADS = st.sampled_from(["", "• ", "1. ", "  • ", "    ", "12. ☑ ", "      • ", "• • "])


@st.composite
def lines(draw: st.DrawFn) -> Inline:
    """Draw a line of a cell behind what it hangs from."""
    lead, text, is_code = draw(LEADS), " ".join(draw(st.lists(WORDS, min_size=1, max_size=6))), draw(st.booleans())
    marker = [Span(0, len(lead), "list.marker")] if lead else []
    code = [Span(len(lead), len(lead + text), role) for role in ("code.block", "code") if is_code and text.strip()]
    return Inline(lead + text, (*marker, *code))


def joined(parts: list[Inline], between: str) -> Inline:
    spans: list[Span] = []
    length = 0
    for part in parts:
        spans += [span._replace(start=span.start + length, end=span.end + length) for span in part.spans]
        length += len(part.text) + 1
    return Inline(between.join(part.text for part in parts), tuple(spans))


cells = st.lists(lines(), min_size=1, max_size=4).map(lambda parts: joined(parts, BREAK))
rows = st.lists(cells, min_size=2, max_size=2).map(lambda parts: joined(parts, "\t"))
tables = st.lists(rows, min_size=2, max_size=3).map(lambda parts: joined(parts, "\n"))


def places(found: list[Line]) -> list[int]:
    """Return the places of all characters that are drawn, white space aside."""
    runs = [run for line in found for run in line.runs if run.start >= 0]
    return sorted(
        run.start + number for run in runs for number, character in enumerate(run.text) if not character.isspace()
    )


def drawn(text: str, width: int, *, lead: int, code: bool = False) -> list[str]:
    """Return the lines of a cell that hangs from so many characters."""
    spans = [Span(0, lead, "list.marker")] if lead else []
    leads = leads_of([*spans, *([Span(lead, len(text), "code.block")] if code else [])])
    styled = Styled.of(text)
    return [
        "".join(run.text for run in (*before, *styled.runs(start, end)))
        for start, end, before in lines_of_cell(text, (0, len(text)), leads, width)
    ]


@given(tables, st.integers(20, 200), st.booleans())
@example(
    inline=Inline(f"a\tb\n      • 漢字漢字漢字漢字\t{'word ' * 30}", (Span(4, 12, "list.marker"),)),
    width=20,
    headed=True,
)
def test_a_table_whose_lines_hang_fits_its_width_and_each_character_stands_once(
    inline: Inline,
    width: int,
    headed: bool,  # noqa: FBT001 (drawn)
) -> None:
    found = lay_out_table(inline, "", width, headed=headed)
    assert all(cell_len(line.text) <= width for line in found)
    runs = [run for line in found for run in line.runs if run.start >= 0]
    assert all(inline.text.replace(BREAK, " ").startswith(run.text, run.start) for run in runs)
    assert places(found) == [at for at, character in enumerate(inline.text) if not character.isspace()]


@given(cells, st.integers(2, 60), st.integers(2, 60))
def test_no_line_of_a_cell_is_wider_than_its_room_and_lines_follow_one_another(
    cell: Inline, width: int, first: int
) -> None:
    styled = Styled.of(cell.text)
    parts = lines_of_cell(cell.text, (0, len(cell.text)), leads_of(cell.spans), width, first)
    for number, (start, end, before) in enumerate(parts):
        used = sum(cell_len(run.text) for run in (*before, *styled.runs(start, end)))
        assert used <= (width if number else first)
    ends = [0, *(end for _, end, _ in parts)]
    assert all(end <= start <= stop for end, (start, stop, _) in zip(ends, parts, strict=False))


@pytest.mark.parametrize(
    ("text", "lead", "expected"),
    [
        ("• some words of it", 2, ["• some words", "  of it"]),
        ("10. some words of it", 4, ["10. some words", "    of it"]),
        ("  • some words of it", 4, ["  • some words", "    of it"]),
        ("    some words of it", 4, ["    some words", "    of it"]),
        ("some words of it all", 0, ["some words of", "it all"]),
    ],
)
def test_what_a_line_goes_on_with_stands_below_its_words(text: str, lead: int, expected: list[str]) -> None:
    assert drawn(text, 14, lead=lead) == expected


def test_code_goes_on_behind_a_mark_and_what_it_hangs_from() -> None:
    assert drawn("  pip install thing", 14, lead=2, code=True) == ["  pip install", "  ↪ thing"]
    assert drawn("pip install thing", 14, lead=0, code=True) == ["pip install", "↪ thing"]
    assert drawn("pip it on", 5, lead=0, code=True) == ["pip", "it on"]


def test_where_there_is_no_room_to_hang_far_a_line_hangs_less_far_and_at_last_not_at_all() -> None:
    assert drawn("      • some words", 18, lead=8) == ["      • some words"]
    assert drawn("      • some words", 12, lead=8) == ["   • some", "     words"]
    assert drawn("      • some words", 6, lead=8) == ["• some", "  word", "  s"]
    assert drawn("      • some words", 4, lead=8) == ["•", "some", "word", "s"]


def test_a_column_is_as_wide_as_a_word_and_what_it_stands_behind() -> None:
    items = "<ul><li>a<ul><li>internationalisation</ul></ul>"
    text = f"<table><tr><th>A<th>B</tr><tr><td>{'some words ' * 9}<td>{items}</tr></table>"
    found = lay_out_table(read(text).inline(0), "", 50, headed=True)
    assert sum("  • internationalisation" in line.text for line in found) == 1


def test_a_cells_marks_have_the_looks_that_those_of_blocks_have() -> None:
    text = "<table><tr><th>A<th>B</tr><tr><td>1<td><ul><li>a<pre>some code of it</pre></ul></tr></table>"
    [line] = [line for line in lay_out_table(read(text).inline(0), "", 16, headed=True) if "•" in line.text]
    assert [run.role for run in line.runs if "•" in run.text] == ["table.cell list.marker"]
    marks = [run for line in lay_out_table(read(text).inline(0), "", 16, headed=True) for run in line.runs]
    assert {(run.text, run.start) for run in marks if "code.broken" in run.role} == {("↪ ", -1)}
