"""Regular expressions: errors a reader understands, Python's meaning, and the patterns that would never end."""

import re
import time
import warnings
from contextlib import suppress
from threading import Thread

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from ketareader.errors import PatternError
from ketareader.search.dialect import written_out
from ketareader.search.query import Query, compile_query


def complaint(pattern: str) -> str:
    with pytest.raises(PatternError) as raised:
        compile_query(Query(pattern, regex=True))
    return str(raised.value)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("fox(", "Not a regular expression: a group is opened and never closed, at character 4."),
        ("fox)", "Not a regular expression: a group is closed that was never opened, at character 4."),
        ("[fox", "Not a regular expression: a set of characters is opened and never closed, at character 1."),
        ("a|*", "Not a regular expression: there is nothing to repeat, at character 3."),
        ("a+*", "Not a regular expression: a repeat is repeated, at character 3."),
        ("a{2,1}", "Not a regular expression: a repeat has its lower bound above its upper one, at character 3."),
        ("fox\\", "Not a regular expression: it ends in a backslash, at character 4."),
        (r"\q", "Not a regular expression: this escape means nothing, at character 1."),
        ("[z-a]", "Not a regular expression: this range of characters runs backwards, at character 2."),
        (r"(?<=a+)b", "Not a regular expression: what is looked behind for must have one length."),
        (r"(a)\2", "Not a regular expression: there is no such group, at character 5."),
        ("a{99999999999999999999}", "Not a regular expression: this is too large a number of repeats."),
        (r"a(?i)", "Not a regular expression: flags for the whole expression stand at its start, at character 2."),
        (r"\xZZ", r"Not a regular expression: incomplete escape \x, at character 1."),
    ],
)
def test_what_is_wrong_is_said_plainly_and_where(pattern: str, sentence: str) -> None:
    assert complaint(pattern) == sentence


def test_a_pattern_too_long_or_too_deep_is_refused() -> None:
    assert complaint("x" * 1001) == ("Not a regular expression that can be used: it is longer than 1,000 characters.")
    assert "nested too deep" in complaint("(" * 498 + "a" + ")" * 498)


ENDLESS = (
    "(a+)+$",
    "(a*)*b",
    "(a|a)*b",
    "(a|ab)*c",
    r"(.|\s)*x",
    r"(\w+\s?)+!",
    r"(\w+\s*)*!",
    "(a?)*b",
    "((a+)b?)*c",
    r"(?:(?:x+x+)+y)",
    "(a+){2,}b",
    r"(a)(b\1?)*b",
    "(?:a|(?:a))+b",
    "(Ω|Ω)+b",
    "(é|é)+",
    ".*.*x",
    "(.*)(.+)x",
    r".*\s*.*x",
    r"\w*\w*\w*x",
    "a.*b.*c.*d.*e",
    r"(\w+ )+z",
    ".*a.*b.*[yz]{2}",
)
"""Patterns that have too many ways to match some text; a few, more ways than there is time for in the universe."""
TEXTS = ("a" * 8_192, "ab " * 2_730, "x" * 8_192, "Ωé" * 4_096, "the quick brown fox, a lazy dog " * 256)


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_might_never_end_ends_or_is_refused_in_time(pattern: str) -> None:
    matcher = compile_query(Query(pattern, regex=True))
    for text in TEXTS:
        began = time.process_time()
        with suppress(PatternError):
            list(matcher.spans(text))
        assert time.process_time() - began < 2


def test_a_pattern_that_takes_too_long_is_named_and_hits_before_are_kept() -> None:
    spans = compile_query(Query(r"fox|(?:x+x+)+y", regex=True)).spans(f"fox {'x' * 8_000}")
    assert next(spans) == (0, 3)
    with pytest.raises(PatternError, match=r"x.* takes too long to look for: use fewer repeats") as raised:
        next(spans)
    assert "\n" not in str(raised.value)


def test_while_a_pattern_is_matched_other_threads_go_on() -> None:
    matcher = compile_query(Query(r"(\w+ )+z", regex=True))

    def run() -> None:
        with suppress(PatternError):
            list(matcher.spans("the quick brown fox " * 400))

    thread = Thread(target=run)
    last, longest = time.perf_counter(), 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(0.005)
        last, before = time.perf_counter(), last
        longest = max(longest, last - before)
    assert longest < 0.2


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        ("(the|this)+", "the this", ["the", "this"]),
        ("q.*b.*f.*l.*d", "quick brown fox lazy dog.", ["quick brown fox lazy d"]),
        (r"(\w+\s?)+,", "a b c, d", ["a b c,"]),
    ],
)
def test_a_pattern_with_many_ways_to_match_is_no_trouble_where_one_does(
    pattern: str, text: str, hits: list[str]
) -> None:
    assert [text[start:end] for start, end in compile_query(Query(pattern, regex=True)).spans(text)] == hits


@pytest.mark.parametrize("pattern", ["((a{1000}){1000}){1000}", "(?:[ab]{200}){200}", "(?P<n>(?=a{2,})b){5000,}"])
def test_repeats_that_multiply_are_refused_before_they_fill_the_memory(pattern: str) -> None:
    assert complaint(pattern) == (
        "Not a regular expression that can be used: its repeats multiply to too large a number."
    )


@pytest.mark.parametrize(
    ("pattern", "size"),
    [("abc", 3), ("(ab){2,}[cd]{2}", 6), (r"\w{3}\{2}", 6), ("(a{2}b){3}", 9), ("a{,9}b{0}", 2), ("(?:a){0,7}", 1)],
)
def test_an_expression_is_as_large_as_it_is_written_out(pattern: str, size: int) -> None:
    assert written_out(pattern) == size


@pytest.mark.parametrize(
    ("error", "sentence"), [(regex.error("bad set"), "bad set"), (RecursionError(), "it is nested too deep")]
)
def test_a_pattern_that_python_takes_and_the_engine_does_not_is_refused(
    error: Exception, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_pattern: str, _flags: int) -> None:
        raise error

    monkeypatch.setattr(regex, "compile", refuse)
    matcher = compile_query(Query(f"{sentence}+", regex=True))
    with pytest.raises(PatternError) as raised:
        list(matcher.spans("a"))
    assert str(raised.value) == f"Not a regular expression that can be used: {sentence}."


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a{e}", "a{e} ab"),
        ("(?:foo){e<=1}", "fo foo{e<=1}"),
        ("[[:alpha:]]", "ab:]a]"),
        (r"[\[[:digit:]]", "1 :] t]"),
        ("[][]", "[]"),
        ("x{1,2}{e", "xx{e"),
        ("a{,3}{", "aaa{"),
        ("a{,}{}", "aaa{}"),
        ("(?x) a # a comment, [ and {e}\n b", "ab"),
        ("[a||b][a&&b][a~~b]", "a|&~b"),
        (r"\N{EM DASH}\x41\u0041", "—AA"),
        (r"(a|b)*\1", "abab"),
        ("(a*)+|b", "xaab"),
        ("(?i)straße|ς", "STRAßE strasse Σ"),
        (r"(c)?(?(1)a|b)", "ca b"),
        (r"\bé\w+$", "été\n"),
    ],
)
def test_a_pattern_means_what_it_means_in_python(pattern: str, text: str) -> None:
    with warnings.catch_warnings(action="ignore"):
        theirs = [found.span() for found in re.finditer(pattern, text) if found[0]]
    assert list(compile_query(Query(pattern, regex=True, case=True)).spans(text)) == theirs


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\w+\s+)*fox",
        "(foo|bar)+",
        "(th(e|is))+",
        r"(,\s*\w+)*",
        r"\d+\.\d+\.\d+",
        r"(?:\d{3},)+\d{3}",
        r"\bthe\b.*\bof\b.*",
        r'"[^"]*"',
        r"https?://\S+",
        r"\w+@\w+(\.\w+)+",
        r"(?<=the )\w+",
        r"(\w+) \1",
        r"(?P<word>\w+) (?P=word)",
        r"(a)?(?(1)b|c)",
        "from.*to.*by",
        r"(?i:the)(?# a comment)[]a]\N{EM DASH}\x41\u0041\U00000041\012{2}",
        r"(?x) a + # why",
        r"(?>a+)b++",
        r"(?:(?=a)b)+",
        "a{,3}{",
        r"(^|\s)x($|\s)",
        "",
    ],
)
def test_a_pattern_that_ends_soon_is_used(pattern: str) -> None:
    matcher = compile_query(Query(pattern, regex=True))
    began = time.perf_counter()
    list(matcher.spans("the fox, 1.2.3 – " * 60))
    assert time.perf_counter() - began < 1


PIECES = (*"ab .|*+?^()é[]{}:=,12e", r"\w", r"\s", r"\b", "[ab]", "(?:", "(?=", "{2}", "{2,}")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_pattern_is_refused_or_finds_what_python_finds(pattern: str) -> None:
    try:
        matcher = compile_query(Query(pattern, regex=True))
    except PatternError:
        return
    for text in ("ab " * 3 + "!{e1}", "é[2]:a=," * 2):
        with warnings.catch_warnings(action="ignore"):
            theirs = [found.span() for found in re.finditer(pattern, text, re.IGNORECASE) if found[0]]
        assert list(matcher.spans(text)) == theirs


def test_a_word_goes_on_after_a_mark_unlike_in_python() -> None:
    text = "cafe\u0301s किताब"
    assert [text[start:end] for start, end in compile_query(Query(r"\w+", regex=True)).spans(text)] == text.split()


def test_python_s_warnings_of_what_may_change_reach_no_reader() -> None:
    with warnings.catch_warnings(action="error"):
        compile_query(Query("[[a]--", regex=True))
        compile_query(Query("[[a]||", regex=True, word=True)).may_hit("é")
