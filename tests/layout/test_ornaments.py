import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.layout.lines import ORNAMENT, Line, Run
from ketareader.layout.ornaments import drawn_in
from ketareader.layout.page import Page, Place
from ketareader.layout.ruler import cell_len
from tests.document.reading import read
from tests.document.strategies import markdown

ARTICLE = """# One

## Two

• – “the article’s own” ━

- a
  - b
    - c
- [x] d
- [ ] e

1. [x] f

> g

Term
: one
: two

| h | i |
| - | - |
| a longer cell that is wrapped | j |
| k | l |

| a name that is too long | b | c | d | e | f | g | h |
| - | - | - | - | - | - | - | - |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |

---

    code that is a good deal too long for the line
"""


def lines_of(text: str, width: int) -> list[Line]:
    return [line for _, line in Page(read(text), width).rows_from(Place(0))]


@pytest.mark.parametrize("width", [10, 22, 40])
def test_every_ornament_is_drawn_in_ascii(width: int) -> None:
    lines = lines_of(ARTICLE, width)
    ornaments = {run.text for line in map(drawn_in("ascii"), lines) for run in line.runs if run.start == ORNAMENT}
    assert all(map(str.isascii, ornaments))
    assert {run.text for line in lines for run in line.runs if run.start == ORNAMENT} != ornaments


@given(markdown, st.integers(4, 100))
@settings(max_examples=10)
def test_an_ornament_keeps_its_cells_and_the_article_its_characters(text: str, width: int) -> None:
    drawn = drawn_in("ascii")
    for line in lines_of(text + ARTICLE, width):
        for before, after in zip(line.runs, drawn(line).runs, strict=True):
            assert cell_len(after.text) == cell_len(before.text)
            assert before == after or before.start == ORNAMENT


def test_an_encoding_keeps_the_ornaments_that_it_has() -> None:
    line = Line((Run("│ ━ •"), Run("│", "text", 0)), 0, 1)
    assert drawn_in("utf-8")(line) is line
    assert drawn_in("cp437")(line).text == "│ = *│"
    assert drawn_in("latin-1")(line).text == "| = *│"


@pytest.mark.parametrize(
    ("head", "drawn"), [("  ☑ ", "[x] "), ("  1. ☐ ", "1. [ ] "), ("☑ ", "x "), ("1. ☐ ", "1. _ ")]
)
def test_a_box_takes_three_cells_where_it_is_indented(head: str, drawn: str) -> None:
    assert drawn_in("ascii")(Line((Run(head),), 0, 0)).text == drawn
