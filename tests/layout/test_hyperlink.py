"""What a terminal may be given as a link's address, and nothing else is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout import export
from ketareader.layout.hyperlink import host_of, hyperlink, knows_links, mixes_scripts
from ketareader.layout.lines import Line, Run
from ketareader.text import clean_line
from tests.hostile.payloads import ENCODED_ESCAPES, ESCAPES, SCHEMES

SAFE = re.compile(r"(https?://|mailto:)[\x21-\x5b\x5d-\x7e]+")
HOSTILE = st.text(st.characters() | st.sampled_from("\x1b\x07\\]8;:/?#@[].% \n\x9c\x9d\u202e。／"))
TARGETS = st.builds(
    "".join,
    st.tuples(st.sampled_from(["http://", "https://", "HTTPS:", "mailto:", "http://[", "file:", ""]), HOSTILE),
)


@given(TARGETS)
def test_an_address_is_printable_ascii_or_there_is_none(target: str) -> None:
    address = hyperlink(target)
    assert not address or SAFE.fullmatch(address)


@given(TARGETS)
def test_an_address_that_was_made_safe_stays_as_it_is(target: str) -> None:
    address = hyperlink(target)
    assert not address or hyperlink(address) == address


@pytest.mark.parametrize("payload", [*ESCAPES, *ENCODED_ESCAPES])
@pytest.mark.parametrize("place", ["https://{}/", "https://example.org/{}", "https://{}@example.org/", "mailto:{}"])
def test_no_sequence_gets_into_an_address(payload: str, place: str) -> None:
    address = hyperlink(place.format(payload))
    assert not address or SAFE.fullmatch(address)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_scheme_but_three_has_an_address(scheme: str) -> None:
    address = hyperlink(scheme if ":" in scheme else f"{scheme}:x")
    assert not address or SAFE.fullmatch(address)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("HTTPS://Example.ORG:8080/A", "https://example.org:8080/A"),
        ("http://пример.рф/ü b", "http://xn--e1afmkfd.xn--p1ai/%C3%BC%20b"),
        ("https://straße.de", "https://xn--strae-oqa.de"),
        ("https://ＥＸＡＭＰＬＥ。org/", "https://example.org/"),
        ("https://ex%61mple.org/%20", "https://example.org/%20"),
        ("https://user:word@example.org/", "https://user:word@example.org/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://example.org//a\\b", "http://example.org//a%5Cb"),
        ("mailto:a@example.org?subject=x y", "mailto:a@example.org?subject=x%20y"),
        ("https://user\ud800@example.org/\udfff", "https://user%EF%BF%BD@example.org/%EF%BF%BD"),
        ("mailto:", ""),
        ("https://", ""),
        ("https://a b/", ""),
        ("https://example.org:99999/", ""),
        ("https://example.org/" + "a" * 3000, ""),
        ("https://" + "%61" * 60 + ".org/" + "a" * 1990, "https://" + "a" * 60 + ".org/" + "a" * 1990),
        pytest.param("https://example.org/" + "a" * 10_000_000, "", id="ten megabytes"),
        ("//example.org/", ""),
        ("other.md", ""),
        ("#anchor", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_is_the_target_in_ascii(target: str, address: str) -> None:
    assert hyperlink(target) == address


@pytest.mark.parametrize(
    ("host", "mixed"),
    [
        ("example.org", False),
        ("пример.рф", False),
        ("аpple.com", True),  # Its first letter is Cyrillic.
        ("αпa.gr", True),
        ("αб.gr", True),
        ("日本ごカナabc.jp", False),
        ("한국語a.kr", False),
        ("müller-2.de", False),
        ("пример.com", False),
    ],
)
def test_a_host_that_mixes_scripts_is_known(host: str, *, mixed: bool) -> None:
    assert mixes_scripts(host_of(f"https://{host}/")) is mixed


@pytest.mark.parametrize(
    ("target", "host"),
    [
        ("https://xn--pple-43d.com/", "аpple.com"),
        ("https://xn--/", ""),
        ("https://xn--99999999999/", "xn--99999999999"),
        ("https://xn--ü/", "xn--ü"),
        ("https://%1B/", "␛"),
        ("https://xn--\x1b-/", "␛"),
    ],
)
def test_a_host_reads_as_its_letters_do_out_of_punycode_too(target: str, host: str) -> None:
    assert host_of(target) == host


@given(TARGETS)
def test_a_host_as_it_reads_is_clean(target: str) -> None:
    assert host_of(target) == clean_line(host_of(target))


def test_what_has_no_host_mixes_nothing() -> None:
    assert host_of("mailto:a@example.org") == host_of("http://[") == ""
    assert not mixes_scripts("")


@pytest.mark.parametrize(("terminal", "knows"), [("xterm-256color", True), ("linux", False), ("dumb", False)])
def test_a_terminal_that_would_print_links_is_known(terminal: str, *, knows: bool) -> None:
    assert knows_links({"TERM": terminal}) is knows


def test_an_exported_line_leads_where_its_links_do_and_nowhere_else() -> None:
    line = Line((Run("a ", "text", 0), Run("b", "link", 2, "https://b.org/"), Run("c", "link", 3, "c.md")), 0, 4)
    assert export.coloured(line) == "a \x1b]8;;https://b.org/\x1b\\\x1b[4mb\x1b[0m\x1b]8;;\x1b\\\x1b[4mc\x1b[0m"
    assert export.colourless(line) == export.coloured(line)
    assert "\x1b]" not in export.coloured(export.unlinked(line))
    assert export.plain(line) == "a bc"
