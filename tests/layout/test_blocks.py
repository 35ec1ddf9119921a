import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.batch import Batch
from ketareader.document.block import Block, Callout, Fold, Frame, Item, Kind, List, Quote
from ketareader.document.document import Document
from ketareader.document.inline import Inline, Span
from ketareader.document.source import Source
from ketareader.layout.blocks import Laid, lay_out
from ketareader.layout.lines import Line, Run
from ketareader.layout.page import Page, Place
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Arrangement, Options, Sheet
from tests.document.reading import lines_at, read
from tests.document.strategies import markdown, narrow_widths

PROSE = (
    "naïve words, 漢字かな、「引用」 and 👩\u200d🚀 e\u0301\u0302 \t हिन्दी עברית "
    "pneumonoultramicroscopicsilicovolcanoconiosis "
    "https://example.org/a/b?c=d&e=f_g of “every” sort\nafter a line's end: \n\n  here"
)
TABLE = f"one\t二\tthree and more\n{PROSE.replace(chr(9), ' ').replace(chr(10), ' ')}\t\tx\ny\t漢字漢字"
TEXTS = dict.fromkeys(Kind, PROSE) | {Kind.TABLE: TABLE, Kind.RULE: ""}
INFO = {Kind.CODE: "python", Kind.TABLE: "lcr"}
LEVELS = {Kind.HEADING: 1, Kind.DEFINITION: 11}
FRAMES: tuple[Frame, ...] = ((), (Quote(), Item("10.", List(tight=True, widest=3), done=True)), (Quote(),) * 40)

PAPER = Arrangement(is_paper=True)
PAPER.is_meta_shown = True


def document_of(*blocks: Block, spans: tuple[Span, ...] = ()) -> Document:
    document = Document(Source("test", None, 1, "UTF-8", "test"), lambda block, _: Inline(block.text, spans))
    document.extend(Batch(blocks, (0,) * len(blocks), 1.0, last=True))
    return document


def laid(kind: Kind, text: str, width: int, *, level: int = 0, spans: tuple[Span, ...] = ()) -> list[Line]:
    document = document_of(Block(kind, text, 1, 2, (), level), spans=spans)
    return list(lay_out(Sheet(document, width, arrangement=PAPER), 0).lines)


def shown(kind: Kind, text: str, width: int, *, level: int = 0) -> list[str]:
    return [line.text for line in laid(kind, text, width, level=level)]


def stands(lines: tuple[Line, ...], text: str) -> list[int]:
    """Return the places of the characters that stand on the lines, spaces left out."""
    runs = [run for line in lines for run in line.runs if run.start >= 0]
    assert all(text.replace("\t", " ").startswith(run.text, run.start) for run in runs)
    places = (place for run in runs for place in range(run.start, run.start + len(run.text)))
    return sorted(place for place in places if not text[place].isspace())


def solid(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if not character.isspace()]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_fits_any_width_and_loses_nothing(kind: Kind, frame: Frame) -> None:
    block = Block(kind, TEXTS[kind], 1, 2, frame, LEVELS.get(kind, 0), INFO.get(kind, ""))
    document = document_of(block)
    for width in range(4, 101):
        lines, blank = lay_out(Sheet(document, width, arrangement=PAPER), 0)
        assert blank == 0
        assert lines
        assert max(cell_len(line.text) for line in lines) <= width
        assert stands(lines, block.text) == solid(block.text)


@given(markdown, st.integers(4, 100))
@settings(max_examples=20)
def test_any_article_fits_any_width_and_loses_nothing(text: str, width: int) -> None:
    document = read(text)
    for index, block in enumerate(document.blocks):
        if not document.is_hidden(block):
            lines, blank = lay_out(Sheet(document, width, arrangement=PAPER), index)
            assert all(cell_len(line.text) <= width for line in lines)
            assert stands(lines[blank:], document.inline(index).text) == solid(document.inline(index).text)


@given(markdown, narrow_widths)
@settings(max_examples=8)
def test_an_article_can_be_laid_out_at_any_width(text: str, width: int) -> None:
    assert all(cell_len(line.text) <= max(width, 2) for _, line in Page(read(text), width).rows_from(Place(0)))


@given(markdown, st.integers(4, 100))
@settings(max_examples=8)
def test_only_blank_lines_stand_above_a_block_and_its_own_are_in_order(text: str, width: int) -> None:
    document = read(text)
    for index, block in enumerate(document.blocks):
        lines, blank = (
            Laid((), 0) if document.is_hidden(block) else lay_out(Sheet(document, width, arrangement=PAPER), index)
        )
        assert not any(line.text.strip("▎┃ ") for line in lines[:blank])
        if block.kind is not Kind.TABLE:
            assert [line.start for line in lines] == sorted(line.start for line in lines)


def test_high_headings_stand_on_a_rule_as_wide_as_their_text() -> None:
    assert shown(Kind.HEADING, "One", 40, level=1) == ["One", "━━━"]
    assert shown(Kind.HEADING, "漢字 two words", 9, level=2) == ["漢字 two", "words", "────────"]
    assert laid(Kind.HEADING, "One", 40, level=1)[1] == Line((Run("━━━", "heading.1 heading.rule"),), 3, 3)


@pytest.mark.parametrize("level", [3, 4, 5, 6])
def test_low_headings_have_a_role_of_their_own_and_no_rule(level: int) -> None:
    assert laid(Kind.HEADING, "One", 40, level=level) == [Line((Run("One", f"heading.{level}", 0),), 0, 3)]


def test_an_empty_heading_has_no_rule() -> None:
    assert shown(Kind.HEADING, "", 40, level=1) == [""]


def test_a_paragraph_breaks_at_its_own_line_ends_and_a_tab_is_one_space() -> None:
    assert shown(Kind.PARAGRAPH, "one\ttwo\nthree", 40) == ["one two", "three"]


def test_a_definition_sets_what_is_said_below_its_term() -> None:
    text = "Quick relief: the rapidity of it"
    assert shown(Kind.DEFINITION, text, 22, level=13) == ["Quick relief:", "    the rapidity of it"]
    assert shown(Kind.DEFINITION, text, 21, level=13) == ["Quick relief:", "    the rapidity of", "    it"]
    assert shown(Kind.DEFINITION, text, 20, level=13) == ["Quick relief:", "the rapidity of it"]


@pytest.mark.parametrize(
    ("text", "level", "lines"), [("Term:", 5, ["Term:"]), ("what is said", 0, ["    what is said"]), ("", 0, [" " * 4])]
)
def test_a_definition_may_lack_its_term_or_what_is_said(text: str, level: int, lines: list[str]) -> None:
    assert shown(Kind.DEFINITION, text, 40, level=level) == lines


def test_a_rule_is_three_marks_in_the_middle() -> None:
    assert shown(Kind.RULE, "", 9) == ["    ⁂"]


@pytest.mark.parametrize("kind", [Kind.VERSE, Kind.HTML, Kind.REFERENCE, Kind.META])
def test_text_whose_line_ends_count_stands_as_it_is_and_long_lines_hang(kind: Kind) -> None:
    text = "one  two\n\n   three four five"
    assert shown(kind, text, 14) == ["one  two", "", "   three four", "  five"]


@pytest.mark.parametrize(
    ("kind", "role"), [(Kind.VERSE, "text"), (Kind.HTML, "html"), (Kind.REFERENCE, "reference"), (Kind.META, "meta")]
)
def test_text_that_stands_as_it_is_has_its_kinds_role(kind: Kind, role: str) -> None:
    assert laid(kind, "a", 40)[0].runs == (Run("a", role, 0),)


@pytest.mark.parametrize(
    ("tex", "lines"),
    [
        (r"A = \begin{pmatrix} a & b \\ c & d \end{pmatrix}", ["A = ⎛a  b⎞", "    ⎝c  d⎠"]),
        (r"A = \begin{pmatrix} alpha & beta \\ c & d \end{pmatrix}", ["A = (alpha beta;", "  c d)"]),
        (r"\begin{aligned} a &= b + c + d + e \\ &= f \end{aligned}", ["a = b + c + d +", "  e", "= f"]),
        (
            r"\begin{cases} a & alpha \\ b & beta \end{cases} + gamma",
            [r"\begin{cases} a", r"  & alpha \\ b &", "  beta", r"  \end{cases} +", "  gamma"],
        ),
    ],
)
def test_on_paper_a_formula_too_wide_for_its_rows_is_set_as_in_running_text(tex: str, lines: list[str]) -> None:
    laid = lay_out(Sheet(read(f"$$\n{tex}\n$$\n"), 16, arrangement=PAPER), 0)
    assert [line.text for line in laid.lines] == lines


def test_verse_keeps_its_links() -> None:
    line = laid(Kind.VERSE, "a b", 40, spans=(Span(2, 3, "link", "/b"),))[0]
    assert line.runs == (Run("a ", "text", 0), Run("b", "text link", 2, "/b"))


def test_front_matter_tells_names_from_what_they_name() -> None:
    lines = laid(Kind.META, "title: a: b\n- c: d\n# e: f\n g: h\nplain", 40)
    names = [run.text for line in lines for run in line.runs if "meta.name" in run.role]
    assert names == ["title:"]


def test_a_block_of_only_hidden_ones_above_has_no_blank_lines() -> None:
    assert lines_at(read("[r]: /x\n\n# [r]\n"), 40) == ["r", "━"]


def test_a_hidden_block_parts_nothing_from_its_neighbours() -> None:
    assert lines_at(read("a\n\n[r]: /x\n\nb [r]\n"), 40) == ["a", "", "b r"]


def test_code_is_coloured_only_where_that_is_wanted() -> None:
    document = document_of(Block(Kind.CODE, "def f(): 1", 1, 2, info="python"))
    sheets = [Sheet(document, 40, Options(highlighted=wanted)) for wanted in (False, True)]
    plain, coloured = (lay_out(sheet, 0).lines[0] for sheet in sheets)
    assert plain.text == coloured.text
    assert not any("keyword" in run.role for run in plain.runs)
    assert "code.block code.keyword" in {run.role for run in coloured.runs}


def test_the_piece_a_long_table_goes_on_with_has_no_header() -> None:
    table = (
        "<table><tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr>\n\n<tr><td>e</td><td>f</td></tr></table>"
    )
    assert lines_at(read(table), 40) == ["a │ b", "━━┿━━", "c │ d", "e │ f"]


def test_a_soft_hyphen_is_drawn_in_what_is_said_of_a_term_too() -> None:
    block = Block(Kind.DEFINITION, "Term: an extra\u00adordinary word", 1, 2, level=5)
    lines = lay_out(Sheet(document_of(block), 14), 0).lines
    assert [line.text.strip() for line in lines] == ["Term:", "an extra-", "ordinary word"]


def test_a_rule_that_is_in_no_line_of_the_source_is_a_short_one() -> None:
    drawn = [lay_out(Sheet(document_of(Block(Kind.RULE, "", 9, end)), 40), 0).lines[0].text for end in (9, 10)]
    assert drawn[0] == "─" * 12
    assert drawn[1].strip() == "⁂"


def test_a_title_of_ones_own_has_the_kind_of_its_callout_before_it() -> None:
    callout, fold = Callout("warning"), Fold(is_open=True)
    own = Block(Kind.TITLE, "Mind the gap", 1, 2, (callout,))
    inner = Block(Kind.TITLE, "More", 2, 3, (callout, fold))
    document = document_of(own, inner)
    assert [lay_out(Sheet(document, 40), index).lines[-1].text for index in (0, 1)] == [
        "┃ Warning: Mind the gap",
        "┃ ▾ More",
    ]
    plain = document_of(Block(Kind.TITLE, "Warning", 1, 2, (callout,)))
    assert lay_out(Sheet(plain, 40), 0).lines[0].text == "┃ Warning"
