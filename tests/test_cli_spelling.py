"""Characters that the output's encoding lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.commands.output import SPELLED
from ketareader.commands.spelling import drawn
from ketareader.layout.ruler import cell_len


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("“It’s” – 3\u00a0× 4…", "ascii", b'"It\'s" - 3 x 4...'),
        ("one — two\u00ad, o\ufb03ce", "ascii", b"one -- two, office"),
        ("naïve 中", "ascii", rb"na\xefve \u4e2d"),
        ("naïve “中”", "latin-1", b'na\xefve "\\u4e2d"'),
        ("naïve “中”", "cp1252", b"na\xefve \x93\\u4e2d\x94"),
    ],
)
def test_what_an_encoding_lacks_is_spelled_or_escaped_and_never_lost(text: str, encoding: str, written: bytes) -> None:
    assert text.encode(encoding, SPELLED) == written


def test_only_what_is_written_is_spelled() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", SPELLED)


@pytest.mark.parametrize(
    ("text", "picture"), [("naïve — “a”…", 'naive - "a"~'), ("中 👩\u200d🚀 e\u0301", "?? ?? e"), ("▸━│☑", ">-|x")]
)
def test_a_screen_shows_letters_without_accents_and_pictures(text: str, picture: str) -> None:
    assert drawn(text) == picture


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_what_a_screen_shows_is_ascii_and_as_wide(text: str) -> None:
    picture = drawn(text)
    assert picture.isascii()
    assert len(picture) == cell_len(text)
