"""An article as it is listened to: what is said, in which lines, and that no word is lost."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.batch import Batch
from ketareader.document.block import Block, Callout, Fold, Frame, Item, Kind, List, Meaning, Note, Quote
from ketareader.document.document import Document
from ketareader.document.inline import Inline, Span
from ketareader.document.source import Source
from ketareader.layout.linear.counting import is_counted
from ketareader.layout.linear.mentions import Mentions
from ketareader.layout.linear.reading import Reading, read_out
from ketareader.layout.linear.text import spoken
from ketareader.layout.linear.wrapped import wrapped
from ketareader.layout.lines import ORNAMENT
from ketareader.layout.page import Page, Place
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Arrangement, Options
from ketareader.pipeline import read_article
from tests.document.reading import MARKDOWN, batches_of, read
from tests.document.strategies import markdown

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def said_of(document: Document) -> list[str]:
    return list(read_out(document, range(len(document.blocks))))


def printed(document: Document) -> list[str]:
    """Return the lines of an article as it is printed, none of them broken, and nothing that the page adds to them."""
    page = Page(document, 10_000, Options(highlighted=False), Arrangement(is_paper=True))
    lines = (line for _, line in page.rows_from(Place(0)))
    return ["".join(" " if run.start == ORNAMENT else run.text for run in line.runs) for line in lines]


def said(text: str) -> list[str]:
    """Return the lines that a Markdown article is read out in."""
    return said_of(read(text))


def said_of_blocks(*blocks: Block, spans: tuple[Span, ...] = ()) -> list[str]:
    document = Document(Source("test", None, 1, "UTF-8", "test"), lambda block, _: Inline(block.text, spans))
    document.extend(Batch(blocks, (0,) * len(blocks), 1.0, last=True))
    return said_of(document)


def block(kind: Kind, text: str, *frame: object, info: str = "", joined: bool = False) -> Block:
    containers: Frame = frame  # type: ignore[assignment]
    return Block(kind, text, 1, 2, containers, info=info, joined=joined)


def words(lines: list[str]) -> Counter[str]:
    text = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda number: f" {number[0].translate(RAISED)} ", "\n".join(lines))
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.parametrize("name", ["a-tour-of-ketareader.md", "ketamine-for-anxiety.md"])
def test_every_word_of_an_article_is_said(name: str, root: Path) -> None:
    document = read_article(str(root / "articles" / name))
    assert words(printed(document)) <= words(said_of(document))


@given(markdown)
@settings(max_examples=50)
def test_every_word_of_any_article_is_said(text: str) -> None:
    document = read(text)
    assert words(printed(document)) <= words(said_of(document))


@given(markdown)
@settings(max_examples=30)
def test_nothing_is_drawn(text: str) -> None:
    source = set(text) | set("\ufffd")
    drawn = set("━─│┼┿▎┃•◦▪☑☐⁂↪▾▸\x1b") - source
    assert not drawn & set("".join(said(text)))


def said_as_it_comes(text: str) -> tuple[list[str], int]:
    """Return what is said of an article where each block is read as soon as it is counted, and how many were early."""
    batches = batches_of(text)
    document = Document(Source("test.md", None, 1, "UTF-8", "markdown"), MARKDOWN.inline)
    reading, lines, done, early = Reading(document), list[str](), 0, 0
    for batch in batches:
        document.extend(batch)
        while done < len(document.blocks) and is_counted(document, done):
            lines += reading.block(done)
            done += 1
            early += not document.complete
    return [*lines, *reading.end()], early


@pytest.mark.parametrize("title", ["", "# A title\n\n"])
def test_what_is_said_early_is_what_is_said_late(title: str) -> None:
    shapes = "> - a list\n>   1. in it\n>\n> - over\n\n```\ncode\n```\n\n| a |\n|-|\n| b |\n\n"
    parts = (f"## Part {number}\n\n{shapes}" + "- long\n" * (number % 50) + "\n" for number in range(200))
    text = title + "".join(parts) + "# Again\n\nText.\n"
    lines, early = said_as_it_comes(text)
    assert lines == said(text)
    assert early > 0


@given(markdown)
@settings(max_examples=10)
def test_any_article_is_said_early_as_it_is_late(text: str) -> None:
    without_references = text.replace("[", "(").replace("|", " ")
    article = "\n".join([without_references] * max(1, 30_000 // (len(text) + 1)))
    assert said_as_it_comes(article)[0] == said(article)


def test_headings_are_told_by_level_and_number_and_stand_apart() -> None:
    assert said("# Foxes\nText.\n## Dens\n### In towns\nMore.\n") == [
        "Heading level 1: Foxes",
        "",
        "Text.",
        "",
        "Heading level 2, number 1: Dens",
        "",
        "Heading level 3, number 1.1: In towns",
        "",
        "More.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\n\n## B\n", ["level 2, number 1: A", "level 2, number 2: B"]),
        ("Above.\n\n### A\n\n## B\n", ["level 3, number 1: A", "level 2, number 2: B"]),
        ("# A\n\n# B\n\n## C\n", ["level 1, number 1: A", "level 1, number 2: B", "level 2, number 2.1: C"]),
        ("# A\n\n## B\n", ["level 1: A", "level 2, number 1: B"]),
    ],
)
def test_the_first_heading_has_its_number_unless_it_is_the_title(text: str, expected: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("Heading")] == [f"Heading {line}" for line in expected]


def test_no_first_title_waits_for_a_second_to_the_end() -> None:
    lines, early = said_as_it_comes("# A\n\n" + "Words, and others.\n\n" * 5_000 + "# B\n")
    assert early > 0
    assert (lines[0], lines[-1]) == ("Heading level 1: A", "Heading level 1, number 2: B")


def test_lists_are_counted_and_their_levels_told() -> None:
    assert said("- one\n- two\n  - inner\n\n    more\n- [ ] open\n- [x] shut\n\nText.\n") == [
        "List of 4 items",
        "1 of 4: one",
        "2 of 4: two",
        "List of 1 item, level 2",
        "1 of 1: inner",
        "more",
        "End of list, level 2",
        "3 of 4, to do: open",
        "4 of 4, done: shut",
        "End of list",
        "",
        "Text.",
    ]


def test_numbered_items_have_their_own_numbers() -> None:
    assert said("7. seven\n8. > quoted\n\n- other\n") == [
        "List of 2 items",
        "Item 7: seven",
        "Item 8:",
        "Quote:",
        "quoted",
        "End of quote",
        "End of list",
        "",
        "List of 1 item",
        "1 of 1: other",
        "End of list",
    ]


def test_an_item_without_text_is_told_all_the_same() -> None:
    assert said("-\n- b\n") == ["List of 2 items", "1 of 2:", "2 of 2: b", "End of list"]


def test_a_list_too_long_to_wait_for_has_no_number() -> None:
    lines = said("- a\n" * 3_000)
    assert (lines[0], lines[1], lines[-2]) == ("List of many items", "Item 1: a", "Item 3,000: a")


def test_a_part_of_a_list_tells_which_items_they_are() -> None:
    document = read("- one\n- two\n- three\n")
    assert list(read_out(document, range(1, 2))) == ["List of 3 items", "2 of 3: two", "End of list"]


def test_quotes_begin_and_end() -> None:
    assert said("> a\n>\n> > b\n\nc\n") == ["Quote:", "a", "Quote:", "b", "End of 2 quotes", "", "c"]


def test_many_quotes_begin_and_end_in_a_line() -> None:
    assert said(">>> a\n\nb\n") == ["Quote, 3 deep:", "a", "End of 3 quotes", "", "b"]
    assert said("- a\n  - b\n    - > c\n")[-3:] == ["c", "End of quote", "End of 3 lists"]


@pytest.mark.parametrize(
    ("article", "begins"),
    [
        ('??? note "A fox"\n    Text.\n', "Note that folds: A fox"),
        ("???+ warning\n    Text.\n", "Warning that folds:"),
        ("> [!tip]- A fox\n> Text.\n", "Tip that folds: A fox"),
        ('::: {.callout-note collapse="true" title="A fox"}\nText.\n:::\n', "Note that folds: A fox"),
    ],
)
def test_a_callout_that_folds_is_announced_once(article: str, begins: str) -> None:
    kind = begins.split(maxsplit=1)[0].lower()
    assert said(article) == [begins, "Text.", f"End of {kind}"]
    document = read(article)
    assert list(read_out(document, range(1, 2))) == [f"{kind.capitalize()} that folds:", "Text.", f"End of {kind}"]


def test_what_only_folds_is_announced_alike_in_every_dialect() -> None:
    html = "<details><summary>A fox</summary>\n\nText.\n\n</details>\n"
    assert said("::: details A fox\nText.\n:::\n") == said(html) == ["Details: A fox", "Text.", "End of details"]


def test_a_fold_within_a_callout_is_told_beside_it() -> None:
    assert said("> [!NOTE]\n> <details><summary>Note</summary>\n>\n> Text.\n>\n> </details>\n") == [
        *("Note:", "Details: Note", "Text.", "End of details", "End of note")
    ]


def test_a_summary_that_nobody_wrote_is_not_said_twice() -> None:
    assert said("<details>\n\nText.\n\n</details>\n") == ["Details:", "Text.", "End of details"]


def test_callouts_and_folds_begin_with_their_titles_and_end() -> None:
    callout, plain, fold = Callout("warning"), Callout("tip"), Fold(is_open=False)
    assert said_of_blocks(
        block(Kind.TITLE, "Mind the fox", callout),
        block(Kind.PARAGRAPH, "It bites.", callout),
        block(Kind.TITLE, "Tip", plain),
        block(Kind.PARAGRAPH, "Don't run.", plain),
        block(Kind.TITLE, "More", fold),
        block(Kind.PARAGRAPH, "Words.", fold),
    ) == [
        "Warning: Mind the fox",
        "It bites.",
        "End of warning",
        "",
        "Tip:",
        "Don't run.",
        "End of tip",
        "",
        "Details: More",
        "Words.",
        "End of details",
    ]


def test_terms_meanings_and_notes_are_named() -> None:
    meaning, note = Meaning(), Note("^a")
    assert said_of_blocks(
        block(Kind.TERM, "Fox"),
        block(Kind.PARAGRAPH, "An animal.", meaning),
        block(Kind.PARAGRAPH, "See there.", note),
        block(Kind.PARAGRAPH, "And there.", note),
    ) == ["Term: Fox", "Meaning: An animal.", "", "Note a: See there.", "And there."]


def test_code_stands_as_it_is_after_its_language_and_length() -> None:
    assert said("```python\ndef f():\n\n    pass\n```\n") == [
        "Code in Python, 3 lines:",
        "def f():",
        "",
        "    pass",
        "End of code",
    ]
    assert said("```fox\nyip\n```\n") == ["Code in fox, 1 line:", "yip", "End of code"]
    assert said("```\n```\n") == ["Code, 0 lines:", "End of code"]


def test_the_name_of_codes_file_is_said() -> None:
    assert said('```python title="den.py"\nx\n```\n')[0] == "Code in Python, den.py, 1 line:"
    assert said('``` title="den"\nx\n```\n')[0] == "Code, den, 1 line:"


def test_pieces_of_one_block_are_counted_together_and_end_once() -> None:
    code = said("```\n" + "x = 1\n" * 3_000 + "```\n")
    assert (code[0], code.count("x = 1"), code[-1], len(code)) == ("Code, 3,000 lines:", 3_000, "End of code", 3_002)
    table = said("|a|\n|-|\n" + "|b|\n" * 9_000)
    assert (table[0], table[-2:]) == ("Table, 1 column, 9,000 rows: a", ["Row 9,000. a: b", "End of table"])


def test_tables_are_read_row_by_row_with_their_columns_names() -> None:
    assert said("| where | when | |\n|-|-|-|\n| parks | dusk | [x](/y) |\n| dens | | |\n| | | |\n") == [
        "Table, 3 columns, 3 rows: where; when; column 3",
        "Row 1. where: parks; when: dusk; column 3: x [link 1]",
        "Row 2. where: dens",
        "Row 3. Empty",
        "End of table",
        "",
        "Links:",
        "[1] /y",
    ]


def test_a_line_that_ends_in_a_cell_is_a_pause() -> None:
    assert said("| wh<br>ere | b |\n|-|-|\n| a<br>b<br><br>c | One.<br>Two:<br>[x](/y)<br>d |\n")[:2] == [
        "Table, 2 columns, 1 row: wh ere; b",
        "Row 1. wh ere: a, b, c; b: One. Two: x [link 1], d",
    ]
    html = "<table><tr><th><abbr title='x'>a<br>b</abbr></th></tr><tr><td>1<br>x</td></tr></table>"
    assert said(html)[1] == "Row 1. a b: 1, x"
    assert not [line for line in said(html) if "\v" in line]


def listed_in_a_cell(cell: str) -> str:
    """Return how the lists in a cell are said."""
    return said(f"<table><tr><th>A<th>B</tr><tr><td>1<td>{cell}</tr></table>")[1].removeprefix("Row 1. A: 1; B: ")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<ul><li>a<li>b</ul>", "1 of 2: a, 2 of 2: b"),
        ("<ul><li>a<p>more</p><li>b<br>c</ul>", "1 of 2: a, more, 2 of 2: b, c"),
        ("These:<ol><li>a.<li>b</ol>", "These: item 1: a. item 2: b"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "1 of 2: a, 1 of 1, level 2: b, 2 of 2: c"),
        ("<ol><li>a<ul><li>b<li>c</ul></ol>", "item 1: a, 1 of 2, level 2: b, 2 of 2, level 2: c"),
        ("<ul><li><ul><li>a</ul></ul>", "1 of 1: 1 of 1, level 2: a"),
        ("<ul><li>a</ul>b<ul><li>c</ul>", "1 of 1: a, end of list, b, 1 of 1: c"),
        ("<ul><li>a</ul><ol><li>b</ol>", "1 of 1: a, item 1: b"),
        ("<ul><li></li><li>a</ul>", "1 of 2: 2 of 2: a"),
        ("\n\n- a\n\n  ```\n  b\n\n  c\n  ```\n\nd\n\n", "1 of 1: a, b, c, end of list, d"),
        (
            "<ul><li><input type=checkbox> a<li><input type=checkbox checked> b</ul>",
            "1 of 2, to do: a, 2 of 2, done: b",
        ),
        ("<ol><li><input type=checkbox checked> a</ol>", "item 1, done: a"),
        ("<ul><li><a href='/x'>a</a></ul>", "1 of 1: a [link 1]"),
        ("<ul><li><img src=a.png alt=b> c</ul>", "1 of 1: [image 1: b] c"),
        ("<p>• a</p><p>1. b</p>", "• a, 1. b"),
    ],
)
def test_items_in_a_cell_are_counted_or_called_by_their_numbers(cell: str, expected: str) -> None:
    assert listed_in_a_cell(cell) == expected


def test_items_in_a_header_are_no_part_of_a_columns_name() -> None:
    head = "<tr><th><ul><li>a<li>b</ul><th>c</tr>"
    assert said(f"<table>{head}<tr><td>1<td>2</tr></table>")[:2] == [
        "Table, 2 columns, 1 row: 1 of 2: a 2 of 2: b; c",
        "Row 1. a b: 1; c: 2",
    ]


def test_a_long_table_that_is_read_from_its_middle_names_its_columns_and_counts_its_rows() -> None:
    document = read("|a|b|\n|-|-|\n" + "|c|d|\n" * 9_000)
    rows = sum(block.text.count("\n") + 1 for block in document.blocks[:3])
    assert next(Reading(document).block(3)) == f"Row {rows:,}. a: c; b: d"


def test_a_tables_columns_that_have_no_names_are_not_listed() -> None:
    assert said("| | |\n|-|-|\n| x | y |\n")[:2] == [
        "Table, 2 columns without names, 1 row",
        "Row 1. column 1: x; column 2: y",
    ]
    assert said("| | |\n|-|-|\n") == ["Table, 2 columns without names, 0 rows", "End of table"]


def test_a_note_on_a_columns_name_is_told_with_the_names_and_not_in_each_row() -> None:
    assert said("| den[^1] | [^1] |\n|-|-|\n| a[^1] | b |\n\n[^1]: A note.\n")[:2] == [
        "Table, 2 columns, 1 row: den [note 1]; [note 1]",
        "Row 1. den: a [note 1]; column 2: b",
    ]


def test_what_is_collected_at_the_end_is_told_by_what_it_is() -> None:
    assert said("A[^1] WHO.\n\n---\n\n[^1]: A note.\n\n*[WHO]: An agency\n") == [
        *("A [note 1] WHO.", "", "Separator", "", "Notes:", "", "Note 1: A note.", "", "Abbreviations:", ""),
        *("Term: WHO", "Meaning: An agency"),
    ]


def test_links_are_numbered_and_listed_section_by_section() -> None:
    assert said("# A\n[one](/1), [two](/2), [one](/1) again\n\n# B\n[three](/3)s\n") == [
        "Heading level 1, number 1: A",
        "",
        "one [link 1], two [link 2], one [link 1] again",
        "",
        "Links:",
        "[1] /1",
        "[2] /2",
        "",
        "Heading level 1, number 2: B",
        "",
        "threes [link 1]",
        "",
        "Links:",
        "[1] /3",
    ]


def test_links_are_listed_with_their_titles() -> None:
    assert said('[a](/x "One") [b](/y) [c](/x "Two") [d](/x "One")')[-3:] == ["Links:", "[1] /x: One; Two", "[2] /y"]


def test_where_links_lead_is_said_as_the_author_wrote_it() -> None:
    text = "[a](#über-größe) [b](<a b.md>) ![c](<中 文.png>) [d](https://example.org/%C3%BC) [e](#a%2Fb)"
    assert said(text)[-8:] == [
        *("Links:", "[1] #über-größe", "[2] a b.md", "[3] https://example.org/%C3%BC", "[4] #a%2Fb"),
        *("", "Images:", "[1] 中 文.png"),
    ]


def test_a_link_that_leads_nowhere_has_no_number() -> None:
    assert said("[empty]() [full](#a)") == ["empty full [link 1]", "", "Links:", "[1] #a"]


def test_images_are_named_numbered_and_listed_section_by_section() -> None:
    assert said(
        "# A\n![a fox](/f.png)\n\nSee ![a den](https://example.org/d.png), ![a fox](/f.png).\n\n# B\n![](g.png)\n"
    ) == [
        "Heading level 1, number 1: A",
        "",
        "Image 1: a fox",
        "",
        "See [image 2: a den], [image 1: a fox].",
        "",
        "Images:",
        "[1] /f.png",
        "[2] https://example.org/d.png",
        "",
        "Heading level 1, number 2: B",
        "",
        "Image 1: g.png",
        "",
        "Images:",
        "[1] g.png",
    ]


def test_an_image_in_a_link_has_a_number_beside_the_links() -> None:
    lines = ["Image 1: a fox [link 1]", "", "Links:", "[1] /den", "", "Images:", "[1] /f.png"]
    assert said("[![a fox](/f.png)](/den)\n") == lines
    assert said("<a href='/den'><img src='/f.png' alt='a fox'></a>\n") == lines


@pytest.mark.parametrize("target", ["", "data:image/png;base64,AAAA", "DATA:image/png;base64,AAAA"])
def test_an_image_without_an_address_is_named_and_not_listed(target: str) -> None:
    assert said(f"![a fox]({target})\n\nSee ![a fox]({target}) there.\n") == [
        "Image: a fox",
        "",
        "See [image: a fox] there.",
    ]


def test_the_marks_of_notes_are_words() -> None:
    inline = Inline("A fox¹ and ¹²", (Span(5, 6, "note.mark", "#^a"), Span(11, 13, "note.mark", "#^b")))
    assert spoken(inline, Mentions()) == "A fox [note 1] and [note 12]"


def test_other_kinds_are_told_by_name() -> None:
    assert said_of_blocks(block(Kind.RULE, "")) == ["Separator"]
    assert said_of_blocks(block(Kind.MATH, "a = b")) == ["Formula: a = b"]
    assert said_of_blocks(block(Kind.MATH, "a\nb")) == ["Formula, 2 lines:", "a", "b", "End of formula"]
    assert said_of_blocks(block(Kind.HTML, "<x>")) == ["Code in HTML, 1 line:", "<x>", "End of code"]
    assert said_of_blocks(block(Kind.META, "a: b")) == ["Front matter, 1 line:", "a: b", "End of front matter"]
    assert said_of_blocks(block(Kind.REFERENCE, "[a]: /b")) == ["Reference: [a]: /b"]
    assert said_of_blocks(block(Kind.VERSE, "a\nb")) == ["a", "b"]


@pytest.mark.parametrize(
    ("tex", "lines"),
    [
        (r"A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", ["Formula: A = [1 2; 3 4]"]),
        (r"f = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}.", ["Formula: f = {1, x > 0; 0, x ≤ 0."]),
        ("x\n= 1", ["Formula: x = 1"]),
        (
            "\\begin{aligned}\na &= \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\\\\n&= b\n\\end{aligned}",
            ["Formula, 2 lines:", "a = (1; 2)", "= b", "End of formula"],
        ),
        (
            "\\begin{pmatrix} a \\\\ b \\end{pmatrix},\n\\begin{matrix} a \\\\ b \\end{matrix}",
            [
                "Formula, 2 lines:",
                r"\begin{pmatrix} a \\ b \end{pmatrix},",
                r"\begin{matrix} a \\ b \end{matrix}",
                "End of formula",
            ],
        ),
    ],
)
def test_of_a_formula_nothing_is_drawn_and_its_lines_are_counted_as_said(tex: str, lines: list[str]) -> None:
    assert said(f"$$\n{tex}\n$$\n") == lines


@pytest.mark.parametrize("joined", [False, True])
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_said_in_any_container(kind: Kind, joined: bool) -> None:  # noqa: FBT001 (a parameter)
    item = Item("•", List(tight=True, widest=1), done=True)
    for frame in ((), (Quote(), item), (Callout("note"), Fold(is_open=True)), (Meaning(),), (Note("^a"),)):
        lines = said_of_blocks(block(kind, "" if kind is Kind.RULE else "some words", *frame, joined=joined))
        assert kind is Kind.RULE or "some words" in "\n".join(lines)


def test_emphasis_is_not_announced_and_a_reference_that_is_used_is_not_read() -> None:
    assert said("**A** *b* `d` [e].\n\n[e]: /f\n") == ["A b d e [link 1].", "", "Links:", "[1] /f"]


def test_what_is_struck_out_is_told_from_what_holds() -> None:
    assert said("There is ~~regret~~ revision.\n\n~~All of it.~~\n") == [
        "There is [struck out: regret] revision.",
        "",
        "Struck out: All of it.",
    ]


def test_raised_letters_of_a_word_are_letters_and_a_power_stays_one() -> None:
    assert said("The 4<sup>th</sup>, m<sup>2</sup>, x<sup>n</sup>.\n") == ["The 4th, m², xⁿ."]


def test_a_link_without_text_stands_apart_from_the_word_behind_it() -> None:
    assert said("[](/a)word\n")[0] == "[link 1] word"


def test_what_is_nested_in_every_way_ends_in_the_order_in_which_it_began() -> None:
    item = Item("•", List(tight=True, widest=1))
    lines = said_of_blocks(block(Kind.PARAGRAPH, "a", Quote(), item, Callout("note"), Fold(is_open=True)))
    assert lines == [
        *("Quote:", "List of 1 item", "1 of 1:", "Note:", "Details:", "a"),
        *("End of details", "End of note", "End of list", "End of quote"),
    ]


@given(st.lists(st.text("ab \t漢"), max_size=5), st.integers(2, 20))
def test_lines_are_broken_where_a_width_is_asked_for(lines: list[str], width: int) -> None:
    broken = list(wrapped(lines, width))
    assert all(cell_len(line) <= width for line in broken)
    assert "".join("".join(broken).split()) == "".join("".join(lines).split())
