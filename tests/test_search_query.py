"""Queries and matchers: what is found in a text, and what isn't."""

import time
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ketareader.search.query import Query, compile_query


def found(query: Query | str, text: str) -> list[str]:
    matcher = compile_query(Query(query) if isinstance(query, str) else query)
    return [text[start:end] for start, end in matcher.spans(text)]


typed = st.text(
    st.sampled_from([*"abe sS-'\".fil", "é", "\u0301", "ß", "’", "–", "…", "中", "\u00ad", "Σ"]), max_size=8
)
read = st.text(
    st.sampled_from([*"abe sS-'\".fil\n", "é", "\u0301", "ß", "’", "–", "…", "中", "\u00ad", "ς"]), max_size=40
)


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("quick fox", "a quick\nfox, quick  fox", ["quick\nfox", "quick  fox"]),
        ("quick fox", "a quick\N{NO-BREAK SPACE}fox", ["quick\N{NO-BREAK SPACE}fox"]),
        (" the ", "in the end", [" the "]),
        ("don't", "don’t, don't, donʼt", ["don’t", "don't", "donʼt"]),
        ('"so"', "“so” „so“", ["“so”", "„so“"]),
        ("well-known", "well‑known – well–known", ["well‑known", "well–known"]),
        ("wait...", "wait…", ["wait…"]),
        ("a -- b---c", "a – b—c, a -- b---c", ["a – b—c", "a -- b---c"]),
        ("naive", "naïve nai\u0308ve", ["naïve", "nai\u0308ve"]),
        ("soren", "Søren", ["Søren"]),
        ("αθηνα", "Αθήνα", ["Αθήνα"]),
        ("все", "всё", ["всё"]),
        ("ketamine", "keta\u00admine", ["keta\u00admine"]),
        ("keta\u00admine", "ketamine, ketaminé", ["ketamine", "ketaminé"]),
        ("office", "oﬃce", ["oﬃce"]),
        ("strasse", "Straße", ["Straße"]),
        ("οδος", "ΟΔΟΣ οδός", ["ΟΔΟΣ", "οδός"]),
        ("(a+b)*[c]", "(A+B)*[C] — aab", ["(A+B)*[C]"]),
        ("東京", "東京都", ["東京"]),
        ("한국", "한국 \u1112\u1161\u11ab국", ["한국", "\u1112\u1161\u11ab국"]),
        ("aa", "aaaaa", ["aa", "aa"]),
    ],
)
def test_what_is_typed_plainly_is_found_however_it_is_printed(query: str, text: str, hits: list[str]) -> None:
    assert found(query, text) == hits


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("naïve", "naive naïve nai\u0308ve naíve", ["naïve", "nai\u0308ve"]),
        ("nai\u0308ve", "naïve naive", ["naïve"]),
        ("ế", "ế e\u0302\u0301 \u00ea\u0301 ê é", ["ế", "e\u0302\u0301", "\u00ea\u0301"]),
        ("’", "' ’", ["’"]),
        ("–", "- –", ["–"]),
        ("…", "... …", ["…"]),
        ("ß", "ss ß", ["ß"]),
        ("か", "が か", ["か"]),
        ("が", "か が か\u3099", ["が", "か\u3099"]),
        ("café.", "cafe. café.", ["café."]),
        ("“a", '"a “a', ["“a"]),
        ("é", "plain", []),
    ],
)
def test_what_is_typed_with_care_is_found_only_so(query: str, text: str, hits: list[str]) -> None:
    assert found(query, text) == hits


@pytest.mark.parametrize(
    ("query", "cased"),
    [
        (Query("fox"), False),
        (Query("Fox"), True),
        (Query("Éa"), True),
        (Query("ёж"), False),
        (Query("中A"), True),
        (Query("Fox", case=False), False),
        (Query("fox", case=True), True),
        (Query(r"\W\S\B\D", regex=True), False),
        (Query(r"\N{EM DASH}\u00E9\xE9\U0001F600", regex=True), False),
        (Query(r"(?P<Name>a)(?P=Name)", regex=True), False),
        (Query(r"\\W", regex=True), True),
        (Query(r"\W", regex=False), True),
    ],
)
def test_case_counts_only_where_a_letter_of_the_query_is_upper_case(query: Query, cased: bool) -> None:  # noqa: FBT001
    assert query.cased is cased


def test_case_that_counts_is_told_apart_and_case_that_does_not_is_not() -> None:
    assert found("fox", "Fox FOX fox") == ["Fox", "FOX", "fox"]
    assert found("Fox", "Fox FOX fox – Fóx") == ["Fox", "Fóx"]
    assert found(Query("FOX", case=False), "Fox FOX – fóx") == ["Fox", "FOX", "fóx"]
    assert found(Query("fox", case=True), "Fox fox") == ["fox"]


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("cat", "cat concat cats cat.", 2),
        ("cat", "cat_ _cat", 0),
        ("cat", "(cat) “cat”", 2),
        ("über", "über überall Über", 2),
        ("cafe", "café cafés cafe\u0301s cafe\u0301", 2),
        ("жизнь", "жизнь, жизнью", 1),
        ("C++", "C++ C++17 xC++", 2),
        (".NET", "ASP.NET .NETs", 1),
        ("-x", "a -x -xy", 1),
        ("python", "使用Python编程", 1),
        ("编程", "使用Python编程", 1),
        ("don't", "don’t don’ts", 1),
        ("fox", "fox¹ fox¹⁰ x fox₂", 2),
    ],
)
def test_whole_words_end_where_words_end(query: str, text: str, hits: int) -> None:
    assert len(found(Query(query, word=True), text)) == hits


def test_whole_words_of_a_regular_expression_are_whole_after_every_choice() -> None:
    assert found(Query("foo|foobar", regex=True, word=True), "foobar foo xfoo") == ["foobar", "foo"]
    assert found(Query("(?i)(?m)FOO", regex=True, word=True), "foo food") == ["foo"]


def test_a_regular_expression_is_pythons_and_says_what_is_a_hit() -> None:
    assert found(Query(r"^\w+ing\b", regex=True), "Walking going") == ["Walking"]
    assert found(Query(r"[[a]b", regex=True), "ab [b") == ["ab", "[b"]


def test_an_empty_query_and_an_empty_match_are_no_hit() -> None:
    assert found("", "anything") == []
    assert found("\u00ad", "any\u00adthing – é") == []
    assert found(Query("x*", regex=True), "axxb") == ["xx"]
    assert found(Query("a|", regex=True), "ba") == ["a"]


def test_a_control_character_in_a_query_is_looked_for_as_it_is_shown() -> None:
    assert found("\x1b[0m", "the sequence ␛[0m") == ["␛[0m"]


@given(typed, read, st.booleans())
def test_hits_are_in_order_apart_and_not_empty(query: str, text: str, word: bool) -> None:  # noqa: FBT001
    matcher = compile_query(Query(query, word=word))
    end = 0
    for start, stop in matcher.spans(text):
        assert end <= start < stop <= len(text)
        end = stop
    assert matcher.may_hit(text) or end == 0


@given(read, st.data())
def test_any_piece_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    assume(piece.strip("\u00ad") and not unicodedata.combining(piece[0]))
    assume(end == len(text) or not unicodedata.combining(text[end]))
    # A soft hyphen before a mark parts it from its letter; nobody reads that.
    assume("\u00ad\u0301" not in text)
    assert found(Query(piece, case=True), text)


@given(st.text("abAB \n.-'", max_size=30), st.text("abAB.-'", min_size=1, max_size=3))
def test_folded_search_finds_what_plain_search_finds(text: str, query: str) -> None:
    plain = list(compile_query(Query(query, case=False)).spans(text))
    folded = list(compile_query(Query(query, case=False)).spans(f"{text} 中"))
    assert folded == plain
    assert len(plain) == text.lower().count(query.lower())


def test_a_long_query_over_a_long_text_takes_no_time() -> None:
    began = time.perf_counter()
    found("e" * 500, "é" * 16_384)
    found(" a b ", (" " * 100 + "a") * 160)
    assert time.perf_counter() - began < 2
