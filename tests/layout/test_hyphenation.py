import subprocess
import sys
from itertools import pairwise

import pytest

from ketareader.layout import hyphenation
from ketareader.layout.hyphenation import hyphenate, hyphenator
from ketareader.layout.wrap import Hyphenated, wrap


def divided(word: str, language: str) -> str:
    edges = [0, *hyphenate(word, language), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(edges))


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("hyphenation", "en", "hy-phen-a-tion"),
        ("hyphenation", "en-US", "hy-phen-ation"),
        ("Silbentrennung", "de", "Sil-ben-tren-nung"),
        ("typographie", "fr-CA", "ty-po-gra-phie"),
        ("переносы", "ru", "пе-ре-носы"),
        ("it", "en", "it"),
        ("hyphenation", "tlh", "hyphenation"),
        ("hyphenation", "", "hyphenation"),
    ],
)
def test_words_are_divided_by_their_language(word: str, language: str, expected: str) -> None:
    assert divided(word, language) == expected


def test_no_place_is_named_at_which_the_spelling_would_change() -> None:
    assert divided("omaatje", "nl") == "omaatje"


def test_a_language_without_patterns_has_no_hyphenator() -> None:
    assert hyphenator("tlh") is None


def test_without_the_extra_nothing_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hyphenation, "find_spec", lambda _: None)
    assert hyphenator("en-GB") is None
    assert hyphenate("hyphenation", "en-GB") == []


def test_a_languages_hyphens_fill_lines() -> None:
    text = "A line of understandable internationalization"
    hyphens = hyphenator("en")
    ranges = wrap(text, 20, hyphens=hyphens)
    assert [text[start:end] for start, end in ranges] == ["A line of under", "standable interna", "tionalization"]
    assert any(isinstance(at, Hyphenated) for at in ranges)


def test_the_patterns_are_loaded_only_when_asked_for() -> None:
    script = "import sys, ketareader.layout.hyphenation; sys.exit('pyphen' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
