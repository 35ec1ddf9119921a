"""Text of any script, laid out at any width."""

from itertools import pairwise

import regex
from hypothesis import given
from hypothesis import strategies as st

from ketareader.layout.lines import Styled, lines_of
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import wrap

PARTS = (
    "吾輩は猫である。",
    "「ニャーニャー」",
    "中文——“引号”……",
    "한국어 문장입니다. ",
    "السلام عليكم، ",
    "שלום עולם: ",
    "नमस्ते दुनिया, क्षत्रिय ",
    "ภาษาไทยไม่มีช่องว่าง",
    "ភាសាខ្មែរ",
    "👨\u200d👩\u200d👧\u200d👦",
    "👩🏽\u200d🚀 ",
    "☑\ufe0f",
    "🇩🇪🇫🇷🇯🇵",
    "e" + "\u0301" * 16,
    "in\u00adter\u00adna\u00adtion\u00adal ",
    "no\u00a0break ",
    "zero\u200bwidth",
    "word\u2060joiner ",
    "https://example.org/a/path-with/many_parts?q=1&r=2 ",
    "plain words, and/or more — ",
    "\n",
    "   ",
)
texts = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)
widths = st.integers(20, 200)
AT_BREAKS = " \n\u00ad"


@given(texts, widths)
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    lines = lines_of(wrap(text, width), Styled.of(text))
    assert all(cell_len(line.text) <= width for line in lines)
    assert not any("\u00ad" in line.text for line in lines)


@given(texts, widths)
def test_every_character_stands_on_one_line_or_is_left_out_at_a_break(text: str, width: int) -> None:
    ranges = wrap(text, width)
    edges = [0, *(edge for at in ranges for edge in at), len(text)]
    assert edges == sorted(edges)
    assert all(set(text[end:start]) <= set(AT_BREAKS) for end, start in zip(edges[::2], edges[1::2], strict=True))


@given(texts, widths)
def test_no_grapheme_cluster_is_broken(text: str, width: int) -> None:
    bounds = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    for (_, end), (start, _) in pairwise(wrap(text, width)):
        assert end in bounds
        assert start in bounds


@given(texts, widths)
def test_the_runs_of_lines_know_where_they_stand(text: str, width: int) -> None:
    for line in lines_of(wrap(text, width), Styled.of(text)):
        for run in line.runs:
            assert run.text == "-" if run.start < 0 else text.startswith(run.text, run.start)
