from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ketareader.layout.ruler import cell_len, graphemes
from ketareader.layout.wrap import Hyphenated, longest_part, wrap

WORDS = (
    "a word longer_word don't naïve 3.14 ( ) “quoted” end. 漢字 漢 「引用」 かな、 。 한국어 ｆｕｌｌ 😀 ☑\ufe0f 🇪🇺 "
    "👩\u200d🚀 👩\u200d👩\u200d👧\u200d👦 e\u0301\u0302 \u0301 עברית العربية हिन्दी क्षि ไทย "
    "pneumonoultramicroscopicsilicovolcanoconiosis"
)
texts = st.lists(st.sampled_from((*WORDS.split(), " ", " ", "  ", "     ", "\n", "\n\n")), max_size=30).map("".join)
narrow_texts = st.text("ab. \n", max_size=80)
SECONDS = 2.0
"""For what takes milliseconds, on a busy machine."""
widths = st.integers(1, 200) | st.integers(1, 12)


def lines(text: str, width: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, first)]


@given(texts | narrow_texts, widths)
def test_lines_are_ranges_in_order_and_there_is_at_least_one(text: str, width: int) -> None:
    ranges = wrap(text, width)
    edges = [edge for pair in ranges for edge in pair]
    assert ranges
    assert edges == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= len(text)


@given(texts | narrow_texts, widths)
def test_every_character_but_spaces_and_newlines_stands_on_exactly_one_line(text: str, width: int) -> None:
    found = [place for start, end in wrap(text, width) for place in range(start, end) if text[place] not in " \n"]
    assert found == [place for place, character in enumerate(text) if character not in " \n"]


@given(texts | narrow_texts, widths, st.none() | widths)
@example("漢字", 1, 1)
@example("a \u0301", 1, None)
@example("👩\u200d👩\u200d👧\u200d👦 a", 1, None)
def test_no_line_is_wider_than_its_width_unless_it_is_one_grapheme(text: str, width: int, first: int | None) -> None:
    for number, line in enumerate(lines(text, width, first)):
        limit = width if number or first is None else first
        assert cell_len(line) <= limit or len(graphemes(line)) == 1


@given(texts | narrow_texts, widths)
def test_no_line_holds_a_newline_or_cuts_a_grapheme(text: str, width: int) -> None:
    assert not any("\n" in line for line in lines(text, width))
    bounds = {
        bound for row, at in rows_of(text) for start, end, _ in graphemes(row) for bound in (at + start, at + end)
    }
    for start, end in wrap(text, width):
        # Spaces are taken off a line's end one by one, the marks upon them apart.
        assert start == end or {start, end} <= bounds


def rows_of(text: str) -> list[tuple[str, int]]:
    rows, at = [], 0
    for row in text.split("\n"):
        rows.append((row, at))
        at += len(row) + 1
    return rows


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=20), st.integers(9, 30))
def test_a_line_takes_every_word_there_is_room_for_and_breaks_none_that_fits(words: list[str], width: int) -> None:
    result = lines(" ".join(words), width)
    assert " ".join(result).split() == words
    for line, following in pairwise(result):
        assert len(line) + 1 + len(following.split()[0]) > width


@given(texts | narrow_texts, widths)
def test_text_with_room_enough_is_one_line_for_each_newline_and_one_more(text: str, width: int) -> None:
    assert len(lines(text, max(width, cell_len(text.replace("\n", "")) + 1))) == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "width", "first", "expected"),
    [
        ("", 5, None, [""]),
        ("one two three", 7, None, ["one two", "three"]),
        ("one two three", 7, 3, ["one", "two", "three"]),
        ("one two three", 3, 7, ["one two", "thr", "ee"]),
        ("漢字 漢字", 9, 4, ["漢字", "漢字"]),
        ("a\nb\n\nc", 5, None, ["a", "b", "", "c"]),
        ("漢\n\n字\n", 5, None, ["漢", "", "字", ""]),
        ("one\ntwo three", 9, 1, ["o", "ne", "two three"]),
        ("pneumono ultra", 4, None, ["pneu", "mono", "ultr", "a"]),
        ("a pneumono", 4, None, ["a", "pneu", "mono"]),
        ("a   b", 2, None, ["a", "b"]),
        ("a     é\u0301", 2, None, ["a", "é\u0301"]),
        ("  abcdef", 4, None, ["  ab", "cdef"]),
        ("one two", 0, None, ["o", "n", "e", "t", "w", "o"]),
        ("aa 漢字bb", 7, None, ["aa 漢字", "bb"]),
        ("👩\u200d🚀👩\u200d🚀", 1, None, ["👩\u200d🚀", "👩\u200d🚀"]),
        ("e\u0301e\u0301 e\u0301e\u0301", 3, None, ["e\u0301e\u0301", "e\u0301e\u0301"]),
        ("עברית العربية", 8, None, ["עברית", "العربية"]),
    ],
)
def test_text_breaks_here(text: str, width: int, first: int | None, expected: list[str]) -> None:
    assert lines(text, width, first) == expected


@pytest.mark.parametrize("mark", "、。」』）！？ー,.)")
def test_closing_punctuation_begins_no_line(mark: str) -> None:
    assert lines(f"日本語{mark}日本", 6) == ["日本", *lines(f"語{mark}日本", 6)]
    assert lines(f"日本語{mark}日本", 6)[1].startswith(f"語{mark}")


@pytest.mark.parametrize("mark", "「『（([“")
def test_opening_punctuation_ends_no_line(mark: str) -> None:
    assert lines(f"日本{mark}語", 4 + cell_len(mark)) == ["日本", f"{mark}語"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 1), ("a", 1), ("one three", 5), ("naïve“x” y", 8), ("漢字", 2), ("漢字abc", 3), ("a 漢", 2), ("ไทย", 3)],
)
def test_the_longest_part_is_the_widest_that_no_break_divides(text: str, cells: int) -> None:
    assert longest_part(text) == cells


@given(texts.map(lambda text: text.replace("\n", " ")))
def test_words_stay_whole_in_the_width_of_the_longest_part(text: str) -> None:
    assert all(cell_len(line) <= longest_part(text) for line in lines(text, longest_part(text)))


DASHED = (
    "a",
    "bc ",
    "word ",
    "-",
    "/",
    "– ",
    "—",
    "…",
    "! ",
    " !",
    "« ",
    " »",
    "(",
    ") ",
    "  ",
    ".",
    "é",
    "1",
    "’",
    "://x.y/",
)


@given(st.lists(st.sampled_from(DASHED), max_size=40).map("".join), st.integers(1, 30))
def test_narrow_text_is_broken_as_the_same_text_beside_wide(text: str, width: int) -> None:
    narrow = wrap(text, width)
    assert wrap(f"{text} 漢", width)[: len(narrow) - 1] == narrow[:-1]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("a well-known thing", 8, ["a well-", "known", "thing"]),
        ("Il dit : oui !", 6, ["Il", "dit :", "oui !"]),
        ("an in\u00adter\u00adval", 6, ["an in\u00ad", "ter\u00adval"]),
        ("an in\u00adter\u00adval", 5, ["an", "in\u00ad", "ter\u00ad", "val"]),
        ("in\u00adter val", 6, ["in\u00adter", "val"]),
        ("see https://example.org/a/b", 27, ["see https://example.org/a/b"]),
        ("see https://example.org/a/b", 24, ["see", "https://example.org/a/b"]),
        ("see https://example.org/abc/b?q=1", 14, ["see https://", "example.org", "/abc/b?q=1"]),
        ("https://example.org/abc/b?q=1", 22, ["https://example.org", "/abc/b?q=1"]),
        ("/usr/share/dictionaries", 12, ["/usr/share", "/dictionarie", "s"]),
        ("one_long_identifier.with_parts", 12, ["one_long", "_identifier", ".with_parts"]),
        ("漢字 https://example.org/abc 漢字", 16, ["漢字 https://", "example.org/abc", "漢字"]),
        ("ภาษาไทย", 3, ["ภาษ", "าไท", "ย"]),
    ],
)
def test_words_are_broken_here(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def thirds(word: str) -> list[int]:
    return [at for at in (3, 6) if at < len(word)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one understand", 10, ["one und-", "erstand"]),
        ("one (understand) it", 11, ["one (und-", "erstand) it"]),
        ("one understand", 12, ["one unders-", "tand"]),
        ("one two und", 10, ["one two", "und"]),
        ("one exam.ple/understand", 13, ["one exam.ple", "/understand"]),
        ("understand", 6, ["und-", "ers-", "tand"]),
        ("è\u0301 understand", 9, ["è\u0301 unders-", "tand"]),
    ],
)
def test_words_are_divided_where_a_line_would_be_left_too_empty(text: str, width: int, expected: list[str]) -> None:
    found = [
        text[at[0] : at[1]] + ("-" if isinstance(at, Hyphenated) else "") for at in wrap(text, width, hyphens=thirds)
    ]
    assert found == expected


@pytest.mark.parametrize("word", ["word", "漢"])
def test_a_million_spaces_before_a_word_are_broken_in_no_time(word: str) -> None:
    begun = process_time()
    ranges = wrap(" " * 1_000_000 + word, 16, 18)
    assert process_time() - begun < SECONDS
    assert ranges[:3] == [(0, 18), (18, 34), (34, 50)]
    assert ranges[-1][1] == 1_000_000 + len(word)


def seconds(text: str) -> float:
    begun = process_time()
    wrap(text, 72)
    return process_time() - begun


@pytest.mark.parametrize("marks", ["a-b-c-", '{"a":"b/c?d=e","f-g":-1},', "/usr/lib/"])
def test_text_of_marks_is_broken_a_few_times_slower_than_prose(marks: str) -> None:
    prose, minified = "a well-known (and quick) fox " * 2_800, marks * (80_000 // len(marks))
    assert min(seconds(minified) for _ in range(5)) < 25 * min(seconds(prose) for _ in range(5))
