"""MathML of any size and depth."""

import sys
from time import process_time

import pytest

from ketareader.document.block import Block, Kind
from ketareader.document.references import References
from ketareader.parsers.markdown import Markdown

LIMIT = 1.0 * (4 if sys.gettrace() else 1)
"""Seconds of the processor's time."""


@pytest.mark.parametrize(
    "inner",
    [
        "<msub>" * 24 + "<mi>a</mi>" + "<mi>b</mi></msub>" * 24,
        "<mover>" * 24 + "<mi>a</mi>" + "<mo>^</mo></mover>" * 24,
        "<mrow>" * 1000,
        "<math>" * 1000,
        "<mi>a</mi>" * 2000,
    ],
    ids=["scripts", "marks", "rows", "starts", "long"],
)
def test_deep_and_long_formulas_take_little_time_and_lose_no_words(inner: str) -> None:
    begun = process_time()
    text = Markdown().inline(Block(Kind.PARAGRAPH, f"x <math>{inner}</math> y", 1, 2), References()).text
    assert process_time() - begun < LIMIT
    assert text.count("a") == inner.count(">a<")
