import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.inline import Span
from ketareader.layout.lines import BLANK, ORNAMENT, Line, Run, Styled, lines_of
from ketareader.layout.wrap import Hyphenated
from tests.document.reading import read
from tests.document.strategies import inline_text

TEXT = "one two three four"
NESTED = (Span(0, 13, "link", "/a"), Span(4, 13, "strong"), Span(4, 7, "link", "/b"), Span(14, 18, "code"))


def test_text_without_spans_is_one_run() -> None:
    assert Styled.of(TEXT, role="text").runs(4, 7) == (Run("two", "text", 4),)


def test_roles_of_nested_spans_are_joined_and_the_outer_target_counts() -> None:
    assert Styled.of(TEXT, NESTED, "text").runs(0, len(TEXT)) == (
        Run("one ", "text link", 0, "/a"),
        Run("two", "text link strong link", 4, "/a"),
        Run(" three", "text link strong", 7, "/a"),
        Run(" ", "text", 13),
        Run("four", "text code", 14),
    )


def test_spans_stand_alone_where_the_text_has_no_role() -> None:
    assert [run.role for run in Styled.of("abc", (Span(1, 2, "code"),)).runs(0, 3)] == ["", "code", ""]


def test_an_inner_span_ends_with_the_span_around_it() -> None:
    spans = (Span(0, 2, "strong"), Span(1, 3, "code"))
    assert [(run.text, run.role) for run in Styled.of("abc", spans).runs(0, 3)] == [
        ("a", "strong"),
        ("b", "strong code"),
        ("c", ""),
    ]


def test_a_span_that_reaches_the_end_leaves_nothing_behind() -> None:
    assert [run.text for run in Styled.of("abc", (Span(0, 3, "code"), Span(1, 3, "strong"))).runs(0, 3)] == ["a", "bc"]


def test_an_empty_span_makes_no_run() -> None:
    assert [run.text for run in Styled.of("abc", (Span(1, 1, "code"),)).runs(0, 3)] == ["a", "bc"]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (0, 0)])
def test_an_empty_range_has_no_runs(start: int, end: int) -> None:
    assert Styled.of(TEXT, NESTED).runs(start, end) == ()


@given(st.integers(0, 18), st.integers(0, 18))
def test_the_runs_of_any_range_are_its_text_and_know_where_it_stands(start: int, end: int) -> None:
    runs = Styled.of(TEXT, NESTED, "text").runs(start, end)
    assert "".join(run.text for run in runs) == TEXT[start:end]
    assert all(TEXT.startswith(run.text, run.start) for run in runs)


@given(inline_text, st.data())
def test_the_runs_of_parsed_text_are_that_text(markdown: str, data: st.DataObject) -> None:
    document = read(f"x {markdown}")
    inline = document.inline(0)
    cut = data.draw(st.integers(0, len(inline.text)))
    styled = Styled.of(inline.text, inline.spans, "text")
    runs = (*styled.runs(0, cut), *styled.runs(cut, len(inline.text)))
    assert "".join(run.text for run in runs) == inline.text
    for run in runs:
        over = {span.role for span in inline.spans if span.start <= run.start < span.end}
        assert set(run.role.split()) == {"text", *over}


def test_a_line_goes_on_to_where_the_next_begins() -> None:
    lines = lines_of([(0, 3), (4, 7), (8, 13)], Styled.of(TEXT))
    assert [line.text for line in lines] == ["one", "two", "three"]
    assert [(line.start, line.end) for line in lines] == [(0, 4), (4, 8), (8, 18)]


def test_no_range_makes_no_line() -> None:
    with pytest.raises(ValueError, match="zip"):
        lines_of([], Styled.of(TEXT))


def test_a_lines_text_is_that_of_its_runs_and_a_blank_line_has_none() -> None:
    assert Line((Run("• "), Run("a", start=0)), 0, 1).text == "• a"
    assert BLANK.text == ""


def test_a_soft_hyphen_is_drawn_where_a_line_ends_with_it_and_nowhere_else() -> None:
    text = "in\u00adter\u00adest\u00ad of"
    lines = lines_of([(0, 7), (7, 11), (12, 14)], Styled.of(text, (Span(4, 9, "strong"),), "text"))
    assert lines[0].runs == (
        Run("in", "text", 0),
        Run("t", "text", 3),
        Run("er", "text strong", 4),
        Run("-", "text strong", ORNAMENT),
    )
    assert [line.text for line in lines] == ["inter-", "est", "of"]


def test_the_hyphen_of_a_divided_word_is_an_ornament() -> None:
    lines = lines_of([Hyphenated(0, 2), (2, 5)], Styled.of("inter", (), "text"))
    assert lines[0].runs == (Run("in", "text", 0), Run("-", "text", ORNAMENT))
    assert lines[1].runs == (Run("ter", "text", 2),)
