"""Tables, code and formulas that the page is a window over, panned by hand and to a place."""

import pytest

from ketareader.document.anchor import Hit
from ketareader.layout.page import Page, Place
from ketareader.layout.panned import in_sight, pan, pan_to
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Options, Tables
from tests.document.reading import read

PANNED = Options(wrapped=False, tables=Tables.PANNED)
CODE = f'```js\nshort\nconst text = "{"a" * 90} needle";\n\tx = "日本"\t{"b" * 40} tab\n```\n\n'
HEAD = "| Key | B column | C column | D column | E column | last |\n|--|--:|:-:|--|--|--:|\n"
LONG_CELL = f"fifth {'and more ' * 9}giraffe"
TABLE = f"{HEAD}| k1 | second words | third | fourth | {LONG_CELL} | zebra |\n| k2 | x | y | z | | owl |\n"


MATRIX = (
    "$$\nA = \\begin{pmatrix} alpha & \\text{first of all} & c \\\\ d & e & \\text{日本 and so much more} \\\\"
    " f & \\text{some more, and} & needle \\end{pmatrix}\n$$\n"
)
EQUATIONS = "$$\n\\begin{aligned} a+b+c+d &= e+f+g+h+i+j+k+l+m \\\\ x &= y \\end{aligned}\n$$\n"


def framed(text: str, frame: str) -> str:
    """Return a block's source in containers."""
    first, *rest = text.rstrip().split("\n")
    return "\n".join((frame + first, *(frame.replace("-", " ") + row for row in rest)))


def page_of(text: str, width: int = 40, options: Options = PANNED) -> Page:
    return Page(read(text), width, options)


def shown(page: Page) -> list[str]:
    return [line.text for _, line in page.rows_from(Place(0, 0))]


def hit_of(page: Page, word: str) -> Hit:
    texts = [page.document.inline(block).text for block in range(len(page.document.blocks))]
    block = next(number for number, text in enumerate(texts) if word in text)
    return Hit(block, texts[block].index(word), texts[block].index(word) + len(word))


def is_seen(page: Page, hit: Hit) -> bool:
    """Tell whether all of a hit is on one line."""
    lines = page.lines(hit.block)
    spans = [(run.start, run.start + len(run.text)) for line in lines for run in line.runs if run.start >= 0]
    return set(range(hit.start, hit.end)) <= {place for start, end in spans for place in range(start, end)}


def bring_in(page: Page, word: str) -> None:
    """Pan a page so that a word is in sight."""
    pan_to(page, hit_of(page, word))
    page.forget()


@pytest.mark.parametrize("frame", ["", "> ", "> > - "])
@pytest.mark.parametrize("options", [PANNED, PANNED._replace(numbered=True)])
@pytest.mark.parametrize("width", [20, 40, 61])
@pytest.mark.parametrize("word", ["needle", "tab", "日本", "short", "const"])
def test_code_is_panned_to_a_place(word: str, width: int, options: Options, frame: str) -> None:
    page = page_of(framed(CODE, frame), width, options)
    for before in ("const", "needle", "tab"):
        bring_in(page, before)
        bring_in(page, word)
        assert is_seen(page, hit_of(page, word))


@pytest.mark.parametrize("frame", ["", "> ", "> > - "])
@pytest.mark.parametrize("width", [20, 40, 61])
@pytest.mark.parametrize("word", ["needle", "first", "日本", "alpha"])
def test_a_formula_on_several_rows_is_panned_to_a_place(word: str, width: int, frame: str) -> None:
    page = page_of(framed(MATRIX, frame), width, Options())
    rows = page.document.inline(0).text.count("\n") + 1
    for before in ("alpha", "needle"):
        bring_in(page, before)
        bring_in(page, word)
        assert is_seen(page, hit_of(page, word))
        assert len(page.lines(0)) == rows
        assert all(cell_len(line.text) <= width for line in page.lines(0))


def test_a_formula_is_panned_as_far_as_it_goes_and_no_row_of_it_is_broken() -> None:
    page = page_of(EQUATIONS, options=Options())
    assert shown(page) == ["a + b + c + d = e + f + g + h + i + j +›", "            x = y"]
    for _ in range(9):
        pan(page, in_sight(page.rows_from(Place(0))), 12)
        page.forget()
    assert shown(page) == ["‹+ d = e + f + g + h + i + j + k + l + m", "‹  x = y"]
    wider = Page(page.document, 60, Options(), page.sheet.arrangement)
    assert shown(wider) == page.document.inline(0).text.split("\n")


def test_the_rows_of_a_panned_formula_are_places_of_their_own() -> None:
    page = page_of(MATRIX, 30, Options())
    bring_in(page, "needle")
    for row in range(len(page.lines(0))):
        assert page.place_of(page.anchor_of(Place(0, row))) == Place(0, row)


def test_a_formula_on_one_row_is_broken_where_it_is_too_wide_and_never_panned() -> None:
    page = page_of(f"$$\nx = {' + '.join('abcdefghijklmnop')}\n$$\n", options=Options())
    assert shown(page) == ["x = a + b + c + d + e + f + g + h + i +", "  j + k + l + m + n + o + p"]
    assert not pan_to(page, Hit(0, 40, 41))


@pytest.mark.parametrize("word", ["first", "second", "third", "last"])
def test_a_table_is_panned_to_any_line_of_a_cell(word: str) -> None:
    cell = "first<br>second line, a longer one<br>third"
    page = page_of(f"| Key | {'B column ' * 5}| C |\n|--|--|--:|\n| k | {cell} | {cell} last |\n", 24)
    for before in ("Key", "last"):
        bring_in(page, before)
        bring_in(page, word)
        assert is_seen(page, hit_of(page, word))
    assert not [line for line in shown(page) if "\v" in line]


@pytest.mark.parametrize("word", ["first", "below", "it", "marked", "last"])
def test_a_table_is_panned_to_what_an_item_in_a_cell_goes_on_with(word: str) -> None:
    items = f"<ul><li>first {'and more ' * 5}below<ul><li>{'within ' * 9} it<pre>{'co ' * 8}marked</pre></ul></ul>"
    head = f"<tr><th>Key</th><th>{'B column ' * 5}</th><th>C</th></tr>"
    page = page_of(f"<table>{head}<tr><td>k</td><td>{items}</td><td>last</td></tr></table>", 24)
    for before in ("Key", "last"):
        bring_in(page, before)
        bring_in(page, word)
        assert is_seen(page, hit_of(page, word))


@pytest.mark.parametrize("width", [16, 24, 40, 61])
@pytest.mark.parametrize("word", ["zebra", "last", "owl", "giraffe", "second", "third", "k2", "Key"])
def test_a_table_is_panned_to_a_place_in_any_of_its_columns(word: str, width: int) -> None:
    page = page_of(TABLE, width)
    for before in ("second", "zebra"):
        bring_in(page, before)
        bring_in(page, word)
        assert is_seen(page, hit_of(page, word))


def test_what_is_in_sight_already_or_is_no_window_stays() -> None:
    page = page_of(CODE + "Words.\n")
    assert not pan_to(page, hit_of(page, "const"))
    assert not pan_to(page, hit_of(page, "Words"))
    fitted = page_of(CODE + TABLE, options=Options())
    assert not pan_to(fitted, hit_of(fitted, "needle"))
    assert not pan_to(fitted, hit_of(fitted, "zebra"))
    assert not pan_to(page_of(TABLE, 400), hit_of(page_of(TABLE), "zebra"))


def test_all_that_goes_on_to_the_side_is_panned_each_as_far_as_it_goes_and_back() -> None:
    page = page_of(f"{TABLE}\n{CODE}")
    start = shown(page)
    for _ in range(20):
        pan(page, in_sight(page.rows_from(Place(0, 0))), 12)
        page.forget()
    assert is_seen(page, hit_of(page, "zebra"))
    assert is_seen(page, hit_of(page, "needle"))
    end = shown(page)
    pan(page, in_sight(page.rows_from(Place(0, 0))), 12)
    page.forget()
    assert shown(page) == end
    pan(page, in_sight(page.rows_from(Place(0, 0))), -12)
    page.forget()
    assert not is_seen(page, hit_of(page, "zebra"))
    for _ in range(20):
        pan(page, in_sight(page.rows_from(Place(0, 0))), -12)
        page.forget()
    assert shown(page) == start


def test_a_page_that_has_grown_wider_is_panned_back_at_once() -> None:
    page = page_of(CODE)
    pan(page, [0], 500)
    wider = Page(page.document, 90, PANNED, page.sheet.arrangement)
    before = shown(wider)
    pan(wider, [0], -12)
    wider.forget()
    assert shown(wider) != before
