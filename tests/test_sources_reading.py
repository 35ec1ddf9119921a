"""Reading: pieces of whole lines, in any encoding, wherever the bytes are divided."""

import codecs
import io
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.source import Piece
from ketareader.sources import Opened, lines, open_source
from ketareader.sources.encoding import CP1252, UTF_8, Encoding, decode, find_encoding
from ketareader.sources.lines import HEAD, LARGEST, end_in_newlines, read_lines
from ketareader.text import clean

LINE = b"The quick brown fox jumps over the lazy dog.\n"
TEXTS = {
    "English": "The quick brown fox,\njumps over the lazy dog.\n" * 5,
    "French": "Les élèves étaient là où “ça” commence – à Noël…\n" * 5,
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.\n" * 5,
    "Russian": "Съешь же ещё этих мягких французских булок.\n" * 5,
    "Arabic": "نص حكيم له سر قاطع وذو شأن عظيم\n" * 5,
    "Hindi": "ऋषियों को सताने वाले दुष्ट राक्षसों का\n" * 5,
    "Chinese": "一天，一个人走进一家书店。他说，我要一本书。\n" * 5,
    "Japanese": "いろはにほへと、ちりぬるを。色は匂へど\n" * 5,
    "Korean": "키스의 고유조건은 입술끼리 만나야 하고\n" * 5,
    "emoji": "👩\u200d🚀 goes 🚀\n🙂 stays\n" * 5,
    "one word": "text",
}
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
ROWS = (
    UTF_8,
    CP1252,
    *(Encoding(codec, codec, len("a".encode(codec))) for codec in WIDE),
)


def as_text(_name: str, _head: str) -> str:
    return "text"


def opened(folder: Path, content: bytes) -> Opened:
    path = folder / "a.txt"
    path.write_bytes(content)
    return open_source(path, as_text)


def text_of(pieces: Iterator[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def label(codec: str) -> str:
    return re.sub("(?i)utf-(.*?)(?:-(.e))?$", r"UTF-\1 \2", codec).strip().upper()


def as_utf_8_or_cp1252(raw: bytes) -> str:
    """Decode as is promised, by another way: Python marks each byte that is no UTF-8 as half a surrogate pair."""
    return re.sub(
        "[\udc80-\udcff]",
        lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"),
        raw.decode("utf-8", "surrogateescape"),
    )


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", MARKS)
def test_text_with_a_byte_order_mark_is_read(tmp_path: Path, codec: str, language: str) -> None:
    article = opened(tmp_path, MARKS[codec] + TEXTS[language].encode(codec))
    assert article.source.encoding == label(codec)
    assert text_of(article.pieces()) == TEXTS[language].removesuffix("\n") + "\n"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", ["utf-8", *WIDE])
def test_text_without_a_byte_order_mark_is_read(tmp_path: Path, codec: str, language: str) -> None:
    article = opened(tmp_path, TEXTS[language].encode(codec))
    assert article.source.encoding == label(codec)
    assert text_of(article.pieces()) == TEXTS[language].removesuffix("\n") + "\n"


def test_text_in_cp1252_is_read(tmp_path: Path) -> None:
    article = opened(tmp_path, TEXTS["French"].encode("cp1252"))
    assert article.source.encoding == "cp1252"
    pieces = list(article.pieces())
    assert text_of(iter(pieces)) == TEXTS["French"]
    assert [piece.repaired for piece in pieces] == [0]


def test_bytes_that_are_no_utf_8_cost_no_word_and_are_counted(tmp_path: Path) -> None:
    article = opened(tmp_path, "“naïve”\n".encode() + b"na\xefve caf\xe9\n" + b"\xe2\x82\n")
    assert article.source.encoding == "UTF-8"
    [piece] = article.pieces()
    assert piece.text == "“naïve”\nnaïve café\nâ‚\n"
    assert piece.repaired == 4


def test_the_five_bytes_without_a_meaning_are_shown(tmp_path: Path) -> None:
    assert text_of(opened(tmp_path, b"a\x81\x8d\x8f\x90\x9db\n").pieces()) == "a�����b\n"


@pytest.mark.parametrize("codec", ["utf-8", *WIDE])
def test_a_character_cut_off_at_the_end_costs_only_itself(tmp_path: Path, codec: str) -> None:
    [piece] = opened(tmp_path, MARKS[codec] + "text, 日本語".encode(codec)[:-1]).pieces()
    assert piece.text.startswith("text, 日本")
    assert piece.repaired in {1, 2, 3}


def test_a_half_of_a_pair_in_utf_16_costs_only_itself(tmp_path: Path) -> None:
    [piece] = opened(tmp_path, b"\xff\xfea\0\x3d\xd8\n\0b\0\n\0").pieces()
    assert (piece.text, piece.repaired) == ("a�\nb\n", 2)


@pytest.mark.parametrize(
    "raw",
    [
        LINE * 20 + b"a\0 b\0\n\0",
        b"a line that ends in NUL\n\0" * 20,
        "café, à la carte\n".encode("cp1252") * 20 + b"\0 \0\n",
        "Съешь же ещё этих мягких французских булок.\n".encode() * 20 + b"\0 \0\n",
        "一天，一个人走进一家书店。\n".encode() * 20 + b"\0 \0\n",
    ],
)
def test_some_nuls_make_no_text_wide(raw: bytes) -> None:
    assert find_encoding(raw) in {UTF_8, CP1252}


@pytest.mark.parametrize(
    "text", [LINE.decode() * 3, "# T\n\na b c\n\nmore\n- x\n- y\n" * 6, "a, 1; 2\n\n\n\n" * 15, "Ещё é 一天\n" * 11]
)
def test_one_nul_makes_no_text_wide_wherever_it_is(text: str) -> None:
    for length in range(1, 200):
        for at in range(length + 1):
            assert find_encoding(f"{text[:at]}\0{text[at:length]}".encode()) == UTF_8


def test_a_stray_nul_is_shown_among_the_words(tmp_path: Path) -> None:
    article = opened(tmp_path, b"# T\n\na\0b c\n\nmore\n")
    assert article.source.encoding == "UTF-8"
    assert text_of(article.pieces()) == "# T\n\na␀b c\n\nmore\n"


def test_the_encoding_of_a_text_does_not_hang_on_where_its_beginning_ends() -> None:
    for language, text in TEXTS.items():
        for length in range(60, 70):
            assert find_encoding(text.encode()[:length]) == UTF_8
            for codec in WIDE if len(text) > length else ():
                assert find_encoding(text.encode(codec)[: 2 * length]).codec == codec, language


def test_what_reads_stray_bytes_is_no_help_in_writing() -> None:
    with pytest.raises(UnicodeEncodeError):
        "é".encode("ascii", UTF_8.errors)


@given(st.binary())
def test_every_byte_is_read_as_utf_8_or_else_as_cp1252(raw: bytes) -> None:
    text, repaired = decode(raw, UTF_8)
    assert text == as_utf_8_or_cp1252(raw)
    assert repaired == len(re.findall("[\udc80-\udcff]", raw.decode("utf-8", "surrogateescape")))


raws = st.binary() | st.lists(
    st.sampled_from(
        [b"\r", b"\n", b"\r\n", b"\0", b"a", b"\n\0", b"\r\0", b"\0\n", b"\x0a\x0a", "é".encode(), b"\xe9", b"\xe2\x82"]
    )
    | st.binary(max_size=4),
).map(b"".join)


@given(raws, st.sampled_from(ROWS), st.integers(1, 9), st.integers(0, 3))
def test_dividing_the_bytes_anywhere_changes_nothing(raw: bytes, row: Encoding, units: int, doublings: int) -> None:
    size = units * 4
    with mock.patch.multiple(lines, HEAD=size, LARGEST=size << doublings):
        runs = list(read_lines(io.BytesIO(raw[size:]), raw[:size], row, "It"))
    assert b"".join(runs) == raw
    whole = end_in_newlines(decode(raw, row)[0])
    assert "".join(end_in_newlines(decode(run, row)[0]) for run in runs) == (whole if raw else "")
    assert sum(decode(run, row)[1] for run in runs) == decode(raw, row)[1]


@given(st.text(st.sampled_from("ab\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
def test_only_cr_lf_and_crlf_end_lines(text: str) -> None:
    ended = end_in_newlines(text)
    assert ended.endswith("\n")
    assert ended.removesuffix("\n").split("\n") == re.split("\r\n|\r|\n", re.sub(r"(?:\r\n|\r|\n)\Z", "", text))


def test_a_form_feed_is_shown_and_ends_no_line(tmp_path: Path) -> None:
    assert text_of(opened(tmp_path, "one\ftwo\u2028three\x85four\n".encode()).pieces()) == "one␌two␤three�four\n"


def test_pieces_are_whole_lines_that_begin_small_and_grow(tmp_path: Path) -> None:
    content = LINE * 200_000
    pieces = list(opened(tmp_path, content).pieces())
    sizes = [len(piece.text) for piece in pieces]
    assert all(piece.text.endswith("\n") for piece in pieces)
    assert sizes[0] <= HEAD
    assert max(sizes) > LARGEST - 2 * len(LINE)
    assert max(sizes) < LARGEST + 2 * len(LINE)
    assert text_of(iter(pieces)) == content.decode()
    assert [piece.done for piece in pieces] == [sum(sizes[: i + 1]) for i in range(len(sizes))]


@pytest.mark.parametrize("codec", ["utf-8", *WIDE])
def test_every_byte_is_accounted_for(tmp_path: Path, codec: str) -> None:
    article = opened(tmp_path, MARKS[codec] + (TEXTS["Japanese"] * 1000).encode(codec))
    assert [*article.pieces()][-1].done == article.source.size


def test_the_first_piece_waits_for_nothing_but_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(LINE * HEAD)
    os.truncate(path, 10**10)
    began = time.perf_counter()
    article = open_source(path, as_text)
    pieces = article.pieces()
    assert next(pieces).text.startswith("The quick")
    assert time.perf_counter() - began < 0.1
    article.close()


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"], ids=ascii)
def test_lines_are_found_by_whatever_ends_them(tmp_path: Path, end: str) -> None:
    content = ("word" + end) * 50_000
    pieces = list(opened(tmp_path, content.encode()).pieces())
    assert len(pieces) > 2
    assert text_of(iter(pieces)) == "word\n" * 50_000


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-be"])
def test_one_line_of_ten_million_characters_is_read_in_one_piece(tmp_path: Path, codec: str) -> None:
    article = opened(tmp_path, MARKS[codec] + ("word " * 2_000_000).encode(codec))
    began = time.perf_counter()
    [piece] = article.pieces()
    assert time.perf_counter() - began < 2
    assert piece.text == "word " * 2_000_000 + "\n"


def test_characters_that_look_like_line_ends_between_units_are_none(tmp_path: Path) -> None:
    text = "\u0a00\u000a\u000d\u0a0a\u0d0d\u0a0d\u010a\u0a01\u0100\u0a01" * 20_000
    for codec in ("utf-16-le", "utf-16-be"):
        article = opened(tmp_path, MARKS[codec] + text.encode(codec))
        assert text_of(article.pieces()) == clean(end_in_newlines(text))


def test_the_file_is_closed_when_it_has_been_read_or_is_given_up(tmp_path: Path) -> None:
    read = opened(tmp_path, LINE * HEAD)
    list(read.pieces())
    assert read.stream.closed
    given_up = opened(tmp_path, LINE * HEAD)
    pieces = given_up.pieces()
    next(pieces)
    pieces.close()
    assert given_up.stream.closed


def test_a_file_that_shrinks_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    article = opened(tmp_path, LINE * 100_000)
    pieces = article.pieces()
    next(pieces)
    os.truncate(tmp_path / "a.txt", 0)
    assert len(text_of(pieces)) < 10 * HEAD


def test_a_file_that_grows_is_read_to_its_new_end(tmp_path: Path) -> None:
    article = opened(tmp_path, LINE * 100_000)
    pieces = article.pieces()
    next(pieces)
    with (tmp_path / "a.txt").open("ab") as more:
        more.write(b"the end, without a newline")
    assert text_of(pieces).endswith("dog.\nthe end, without a newline\n")


def test_a_file_that_is_deleted_is_read_all_the_same(tmp_path: Path) -> None:
    article = opened(tmp_path, LINE * 100_000)
    (tmp_path / "a.txt").unlink()
    assert text_of(article.pieces()) == LINE.decode() * 100_000
