"""The hostile texts are what they say they are."""

import pytest
from tests.hostile.pathological import pathological
from tests.hostile.payloads import BIDI, ESCAPES, NAMES, TROJAN

from ketareader.text import clean


def test_there_are_twelve_bidi_controls() -> None:
    assert len(set(BIDI)) == 12


@pytest.mark.parametrize("text", [*ESCAPES, *TROJAN], ids=ascii)
def test_every_escape_and_every_trojan_needs_cleaning(text: str) -> None:
    assert clean(text) != text


def test_every_name_fits_a_file() -> None:
    assert all(0 < len(name.encode("utf-8", "surrogateescape")) <= 255 for name in NAMES)
    assert not any({"/", "\0"} & set(name) for name in NAMES)


def test_pathological_inputs_grow_in_proportion() -> None:
    small, large = pathological(100), pathological(10_000)
    assert small.keys() == large.keys()
    for name, text in large.items():
        assert 50 < len(text) / len(small[name]) < 250, name
        assert len(text) < 30 * 10_000, name
