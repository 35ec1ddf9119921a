"""Regular expressions: errors a reader understands, and the patterns that would never end."""

import time
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.errors import PatternError
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


@pytest.mark.parametrize(
    ("pattern", "at"),
    [
        ("(a+)+$", 2),
        ("(a*)*b", 2),
        ("(a|a)*b", 4),
        ("(a|ab)*c", 4),
        (r"(.|\s)*x", 4),
        (r"(\w+\s?)+!", 2),
        (r"(\w+\s*)*!", 2),
        ("(a?)*b", 2),
        ("((a+)b?)*c", 3),
        (r"(?:(?:x+x+)+y)", 9),
        ("(a+){2,}b", 2),
        (r"(a)(b\1?)*b", 6),
        ("(?:a|(?:a))+b", 6),
        ("(Ω|Ω)+b", 4),
        ("(é|é)+", 4),
        (".*.*x", 3),
        ("(.*)(.+)x", 6),
        (r".*\s*.*x", 6),
        (r"\w*\w*\w*x", 7),
        ("a.*b.*c.*d.*e", 11),
    ],
)
def test_a_pattern_that_might_never_end_is_refused(pattern: str, at: int) -> None:
    message = complaint(pattern)
    assert message.startswith("This expression might take for ever: ")
    assert message.endswith(f", at character {at}.")


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


PIECES = (*"ab .|*+?^()é", r"\w", r"\s", r"\b", "[ab]", "(?:", "(?=", "{2}", "{2,}")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_pattern_is_refused_or_ends_soon(pattern: str) -> None:
    try:
        matcher = compile_query(Query(pattern, regex=True))
    except PatternError:
        return
    began = time.perf_counter()
    for text in ("a" * 60 + "!", "ab " * 20 + "!", "é" * 60):
        assert all(start < end for start, end in matcher.spans(text))
    assert time.perf_counter() - began < 1


def test_python_s_warnings_of_what_may_change_reach_no_reader() -> None:
    with warnings.catch_warnings(action="error"):
        compile_query(Query("[[a]--", regex=True))
        compile_query(Query("[[a]||", regex=True, word=True)).may_hit("é")
