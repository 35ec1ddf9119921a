"""UAX #14, against another implementation of it, and what a book does otherwise."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_breakables  # type: ignore[import-untyped]

from ketareader.layout.linebreak import last_opportunities, opportunities, unicode_opportunities
from ketareader.layout.ruler import is_narrow

# Some of each class, in which versions 16 and 17 of Unicode agree.
CLASSES = (
    "aé① אב 09 ,.:; - – | — ´ ( [{ ) ]} ! ? / $€ %¢ “‘ ”’ \"' « » … \u200b \u2060 \u00a0 \ufffc \u0301\u0308 \u200d"
    " 漢字 かカ っー々 「（ 」） 、。 ！ ？ ￥ ％ 한 가 ᄀ ᅡ ᆨ 🇩🇪 ☀ ⌚ 😀 👍 🏽 ᬅ ᬓ ᭄ ◌ ᯀ ᯲ 𑄣 क ि ไ ท ั \t"
).replace(" ", "")
texts = st.text(CLASSES + "   ", max_size=12)


def parts(text: str) -> list[str]:
    edges = [0, *opportunities(text), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def has_hebrew_hyphen(text: str) -> bool:
    """Version 17 changed how hyphens and dashes stand beside Hebrew letters."""
    return any(letter in text for letter in "אב") and any(mark in text for mark in "-–|\t")


@given(texts.filter(lambda text: not has_hebrew_hyphen(text)))
def test_lines_may_end_where_the_rules_of_unicode_have_it(text: str) -> None:
    expected = [place for place, allowed in enumerate(line_break_breakables(text)) if place and allowed]
    assert unicode_opportunities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Hyphens and dashes.
        ("a well-known thing", "a |well-|known |thing"),
        ("word—word – word", "word—|word |– |word"),
        ("1990–1995", "1990–|1995"),
        ("a-1 --flag -x", "a-1 |--flag |-x"),
        ("—Hola —dijo", "—Hola |—dijo"),
        ("wait…what …then", "wait…|what |…then"),
        ("in\u00adter", "in\u00ad|ter"),
        # Marks and spaces.
        ("« Bonjour ! » dit-il", "« Bonjour ! » |dit-|il"),
        ("see .NET, !x or /usr", "see |.NET, |!x |or |/usr"),
        ("f(x)[0] a?b x}y C++", "f(x)[0] |a?b |x}y |C++"),
        ("10 %", "10 |%"),
        ("$100.00 (5%)", "$100.00 |(5%)"),
        # What parts and what holds together.
        ("a\u200bb c\u00a0d e\u2060f", "a\u200b|b |c\u00a0d |e\u2060f"),
        # Addresses and the word "or".
        ("and/or https://a.b/c-d/e src/a-b.py km/h 24/7", "and/|or |https://a.b/c-d/e |src/a-b.py |km/h |24/7"),
        # East Asian text.
        ("日本、「語」（英）ABC", "日|本、|「語」|（英）|ABC"),
        ("ちょっと、コーヒー！", "ちょっ|と、|コー|ヒー！"),
        ("中文——引号“……”完", "中|文——|引|号“……”完"),
        ("한국어 문장.", "한|국|어 |문|장."),
        # Clusters.
        ("👩\u200d🚀👍🏽🇩🇪🇫🇷", "👩\u200d🚀|👍🏽|🇩🇪|🇫🇷"),
        ("☀🏽 a \u0301b", "☀🏽 |a \u0301b"),
        ("ภาษาไทย ง่าย", "ภาษาไทย |ง่าย"),
    ],
)
def test_lines_may_end_here(text: str, expected: str) -> None:
    assert "|".join(parts(text)) == expected


def test_nothing_has_no_opportunities() -> None:
    assert opportunities("") == unicode_opportunities("") == []


narrow = (
    st.lists(st.sampled_from([*'ab1 /-|—…,.!?()"“”\xa0\t‼', " ", "://", "and/or"]), max_size=20)
    .map("".join)
    .filter(is_narrow)
)


@given(narrow, st.integers(0, 40))
@example("://-\xa0", 4)
def test_the_last_places_come_first_and_no_others_in_narrow_text(text: str, last: int) -> None:
    assert list(last_opportunities(text, last)) == [place for place in reversed(opportunities(text)) if place <= last]
