from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.inline import Span
from ketareader.layout.justify import justified, justify
from ketareader.layout.lines import ORNAMENT, Line, Run, Styled, lines_of
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import wrap

TEXT = "the quick brown fox jumps over the lazy dog"


def line_of(text: str, spans: Sequence[Span] = ()) -> Line:
    return lines_of([(0, len(text))], Styled.of(text, spans, "text"))[0]


def test_extra_spaces_are_ornaments_and_places_hold() -> None:
    assert justify(line_of("one two"), 8).runs == (
        Run("one ", "text", 0),
        Run(" ", "text", ORNAMENT),
        Run("two", "text", 4),
    )


def test_what_is_left_over_goes_to_the_right_and_the_left_by_turns() -> None:
    assert justify(line_of("a b c d"), 8, 0).text == "a b c  d"
    assert justify(line_of("a b c d"), 8, 1).text == "a  b c d"


def test_a_line_that_would_need_too_much_stays_ragged() -> None:
    assert justify(line_of("a b c"), 8).text == "a  b   c"
    assert justify(line_of("a b c"), 9).text == "a b c"
    assert justify(line_of("word"), 6).text == "word"


def test_indents_code_and_east_asian_characters_are_not_stretched() -> None:
    assert justify(line_of("  a b"), 6).text == "  a  b"
    assert justify(line_of("x a b y", (Span(2, 5, "code"),)), 8, 1).text == "x  a b y"
    assert justify(line_of("漢字漢字"), 9).text == "漢字漢字"
    bar = Run("▎ ")
    assert justify(Line((bar, *line_of("a b").runs), 0, 3), 6).text == "▎ a  b"


def test_the_last_line_and_those_before_newlines_stay_ragged() -> None:
    text = f"{TEXT}\n{TEXT}"
    lines = justified(lines_of(wrap(text, 20), Styled.of(text)), text, 20)
    assert [line.text for line in lines] == [
        "the quick brown  fox",
        "jumps  over the lazy",
        "dog",
        "the  quick brown fox",
        "jumps over the  lazy",
        "dog",
    ]


@given(st.lists(st.sampled_from(["a", "bcd", "漢字", "longer", "  "]), max_size=60), st.integers(5, 60))
def test_justified_lines_keep_their_text_and_fill_the_width_or_stay(words: list[str], width: int) -> None:
    text = " ".join(words)
    ragged = lines_of(
        wrap(text, width), Styled.of(text, (Span(2, min(9, len(text)), "strong"),) if len(text) > 2 else ())
    )
    for before, after in zip(ragged, justified(ragged, text, width), strict=True):
        assert "".join(run.text for run in after.runs if run.start >= 0) == before.text
        assert all(text.startswith(run.text, run.start) for run in after.runs if run.start >= 0)
        assert after == before or cell_len(after.text) == width
