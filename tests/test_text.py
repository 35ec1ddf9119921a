"""The cleaner and the counting of words."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.text import clean, clean_line, count_words
from tests.hostile.payloads import BIDI, ENCODED_ESCAPES, ESCAPES, INVISIBLE, MARKUP, NAMES, STACKED, TROJAN

FORBIDDEN = frozenset(
    map(
        chr,
        (
            *range(0x09),
            *range(0x0B, 0x20),
            *range(0x7F, 0xA0),
            *map(ord, BIDI),
            0x2028,
            0x2029,
            0xFEFF,
            *range(0xFFF9, 0xFFFC),
            *range(0xD800, 0xE000),
            *range(0xE0000, 0xE0080),
        ),
    )
)
JOINERS = "\u200c\u200d"
HOSTILE = (*ESCAPES, *ENCODED_ESCAPES, *BIDI, *INVISIBLE, *TROJAN, *MARKUP, *NAMES, *STACKED)

any_text = st.text(st.characters(exclude_categories=()))
rich_in_controls = st.text(
    st.sampled_from([*"\x1b[]m;\\\x07\x9b\x9d\u202e\u2066\ud800\udc00\ufeff\r\n\taé😀م" + JOINERS])
)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@given(any_text | rich_in_controls)
def test_cleaned_text_holds_no_forbidden_character(text: str) -> None:
    assert FORBIDDEN.isdisjoint(clean(text))


@given(any_text | rich_in_controls)
def test_cleaned_text_keeps_its_length_and_every_other_character(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert all(was == now or was in FORBIDDEN or was in JOINERS for was, now in zip(text, cleaned, strict=True))


@given(any_text | rich_in_controls)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(any_text | rich_in_controls)
def test_a_cleaned_line_is_one_line_that_can_be_shown_and_encoded(text: str) -> None:
    line = clean_line(text)
    assert FORBIDDEN.isdisjoint(line)
    assert line == " ".join(line.split())
    line.encode()


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_text_is_made_harmless(text: str) -> None:
    assert FORBIDDEN.isdisjoint(clean(text))
    assert FORBIDDEN.isdisjoint(clean_line(text))


def test_every_forbidden_character_is_replaced_alone_and_in_company() -> None:
    for character in FORBIDDEN:
        for text in (character, f"a{character}b", f"日{character}本", f"م{character}\u200d"):
            assert FORBIDDEN.isdisjoint(clean(text))


def test_text_with_many_kinds_of_forbidden_characters_is_cleaned_of_all() -> None:
    text = "".join(sorted(FORBIDDEN)) * 3
    assert FORBIDDEN.isdisjoint(clean(text))
    assert len(clean(text)) == len(text)


def test_controls_become_their_pictures() -> None:
    assert clean("\0\x1b[31m\x7f\f\r") == "␀␛[31m␡␌␍"
    assert clean("é\0\x1b[31m\x7f\f\r") == "é␀␛[31m␡␌␍"
    assert clean("a\u2028b\u2029c") == "a␤b␤c"


def test_controls_without_a_picture_become_the_replacement_character() -> None:
    assert clean("a\x9bb\u202ec\ud800d\U000e0041e\ufefff") == "a�b�c�d�e�f"


@pytest.mark.parametrize("text", ["", "plain\ttext\n", "naïve “text”", "日本語", "😀", "می\u200cخواهم"])
def test_clean_text_comes_back_as_the_same_object(text: str) -> None:
    assert clean(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "ه\u200d.ق",
        "ক\u09cd\u200dষ",
        "ശ\u0d4d\u200dരീ",
        "ന\u0d4d\u200d ",
        "👩\u200d🚀",
        "👩🏽\u200d🚀",
        "👩\u200d👩\u200d👧\u200d👦",
        "🏳\ufe0f\u200d🌈",
        "🏴\u200d☠\ufe0f",
        "👩\u200d❤\ufe0f\u200d👩",
        "🐦\u200d⬛",
        "🙂\u200d↔\ufe0f",
    ],
    ids=ascii,
)
def test_a_joiner_stays_where_it_shapes_letters_or_joins_emoji(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\u200dم", "�م"),
        ("a\u200db", "a�b"),
        ("1\u200c2", "1�2"),
        ("a \u200c b", "a � b"),
        ("😀\u200d text", "😀� text"),
        ("text \u200d😀", "text �😀"),
        ("م\u200c\u200cن", "م\u200c�ن"),
        ("日\u200d本", "日�本"),
        ("é\u200dé", "é�é"),
        ("\u200d", "�"),
        ("م\u061c\u200d", "م��"),
    ],
    ids=ascii,
)
def test_a_joiner_is_shown_where_it_would_only_hide(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_the_tags_of_a_flag_are_replaced() -> None:
    scotland = "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"
    assert clean(scotland) == "🏴" + "�" * 6


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" \t\n ", ""),
        ("  a \n\t b\n", "a b"),
        ("a\r\nb", "a␍ b"),
        ("a\x1b]0;title\x07b", "a␛]0;title␇b"),
        ("a\u00a0\u3000b", "a b"),
    ],
)
def test_a_line_is_cleaned_and_its_white_space_collapsed(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("one", 1),
        ("one two\nthree\tfour\x1ffive", 5),
        ("it's a well-known fact", 4),
        ("a - b -- c … d — e * _ | 1", 6),
        ("---- **** ...", 0),
        ("“Quoted” – ‘text’ …", 2),
        ("3.14 10% $5 2024-01-01", 4),
        ("https://example.org/a_b", 1),
        ("snake_case _ __init__", 2),
        ("à la carte", 3),
        ("Съешь же ещё этих булок", 5),
        ("می\u200cخواهم بخوانم", 2),
        ("안녕하세요 세계", 2),
        ("日", 1),
        ("日本", 1),
        ("日本語", 2),
        ("日本語とPython", 3),
        ("日本、東京。", 2),
        ("Tokyo (東京) is big", 4),
        ("ﾃｽﾄ", 2),
        ("𠀀𠀁", 1),
        ("😀 👍", 0),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_counted_as_other_text_is(text: str) -> None:
    assert count_words(text) == sum(any(map(str.isalnum, token)) for token in text.split())
    assert count_words(text) == count_words(text + " \u2026")


@given(any_text, any_text)
def test_the_words_of_two_lines_are_those_of_the_one_and_the_other(one: str, other: str) -> None:
    assert count_words(f"{one}\n{other}") == count_words(one) + count_words(other)


@pytest.mark.parametrize(
    "pattern", ["a", "\x1b", "a\x1b", "\u202e", "é\u202e", "\u200d", "م\u200c", "e\u0301", "日", "--", "-a "], ids=ascii
)
def test_cleaning_and_counting_take_time_in_proportion_to_the_text(pattern: str) -> None:
    text = pattern * (2_000_000 // len(pattern))
    assert seconds(lambda: clean(text)) < 1
    assert seconds(lambda: count_words(text)) < 1
