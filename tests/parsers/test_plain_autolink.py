"""Bare addresses: the examples of GFM 0.29 section 6.9, and what plain text adds."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.parsers.autolink import find_links


def links(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], target) for start, end, target in find_links(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.commonmark.org", "www.commonmark.org"),
        ("Visit www.commonmark.org/help for more information.", "www.commonmark.org/help"),
        ("Visit www.commonmark.org.", "www.commonmark.org"),
        ("Visit www.commonmark.org/a.b.", "www.commonmark.org/a.b"),
        ("www.google.com/search?q=Markup+(business)", "www.google.com/search?q=Markup+(business)"),
        ("www.google.com/search?q=Markup+(business)))", "www.google.com/search?q=Markup+(business)"),
        ("(www.google.com/search?q=Markup+(business))", "www.google.com/search?q=Markup+(business)"),
        ("www.google.com/search?q=(business))+ok", "www.google.com/search?q=(business))+ok"),
        ("www.google.com/search?q=commonmark&hl=en", "www.google.com/search?q=commonmark&hl=en"),
        ("www.google.com/search?q=commonmark&hl;", "www.google.com/search?q=commonmark"),
        ("www.commonmark.org/he<lp", "www.commonmark.org/he"),
    ],
)
def test_an_address_that_begins_with_www_leads_to_http(text: str, address: str) -> None:
    assert links(text) == [(address, f"http://{address}")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://commonmark.org", "http://commonmark.org"),
        (
            "https://encrypted.google.com/search?q=Markup+(business)",
            "https://encrypted.google.com/search?q=Markup+(business)",
        ),
        ("*https://a.org/x*", "https://a.org/x"),
        ("HTTP://A.ORG/x", "HTTP://A.ORG/x"),
        ("<https://a.org/x>", "https://a.org/x"),
        ("[https://a.org/x]", "https://a.org/x"),
        ("“https://a.org/x”, he said", "https://a.org/x"),
        ("http://localhost:8080/x;", "http://localhost:8080/x;"),
        ("http://a.org/&amp;&lt;", "http://a.org/"),
    ],
)
def test_an_address_with_a_scheme_leads_where_it_says(text: str, address: str) -> None:
    assert links(text) == [(address, address)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("foo@bar.baz", "foo@bar.baz"),
        ("hello+xyz@mail.example is one", "hello+xyz@mail.example"),
        ("a.b-c_d@a.b.", "a.b-c_d@a.b"),
        ("<me@example.org>", "me@example.org"),
    ],
)
def test_a_mail_address_leads_to_mailto(text: str, address: str) -> None:
    assert links(text) == [(address, f"mailto:{address}")]


def test_a_mail_address_that_says_mailto_is_a_link_with_it() -> None:
    assert links("Write to MAILTO:me@example.org!") == [("MAILTO:me@example.org", "MAILTO:me@example.org")]


@pytest.mark.parametrize(
    "text",
    [
        "www",
        "www.",
        "www..org",
        "http://",
        "http://_a.b_c.d_e",
        "http://a.b_c",
        "http://a.org_",
        "xhttp://a.org",
        "axwww.a.org",
        "ftp://a.org",
        "hello@mail+xyz.example",
        "a.b-c_d@a.b-",
        "a.b-c_d@a.b_",
        "@example.org",
        "me@example",
        f"http://{'a' * 300}.org",
    ],
)
def test_what_only_begins_like_an_address_is_none(text: str) -> None:
    assert links(text) == []


def test_several_addresses_are_found_in_order() -> None:
    text = "http://commonmark.org (Visit https://a.org/b(c)) or me@a.org"
    assert [address for address, _target in links(text)] == ["http://commonmark.org", "https://a.org/b(c)", "me@a.org"]


@given(st.lists(st.sampled_from(["http://", "www.", "a", ".", "@", "_", "(", ")", "&a;", "/", " ", "mailto:", "?"])))
def test_links_are_in_order_and_apart_and_begin_with_a_scheme(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for start, stop, target in find_links(text):
        assert end <= start < stop <= len(text)
        assert target.endswith(text[start:stop])
        assert target.startswith(("http://", "mailto:"))
        end = stop


@pytest.mark.parametrize(
    "part", ["_www.a", "(www.", "@", "a@", "http://a.b/&a;", ")", "http://x(", "_http://a_b.", " www.a.b/("]
)
def test_the_time_is_linear_for_the_nastiest_texts(part: str) -> None:
    def seconds(size: int) -> float:
        text = "http://a.b/" + part * (size // len(part))
        start = time.process_time()
        find_links(text)
        return time.process_time() - start

    short, long = (min(seconds(size) for _ in range(2)) for size in (50_000, 200_000))
    assert long < 12 * short + 0.1
