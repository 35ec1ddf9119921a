"""The document: what is known of an article as its batches arrive."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.batch import Batch, Meta
from ketareader.document.block import Block, Kind
from ketareader.document.document import BLOCK_WEIGHT, Document
from ketareader.document.inline import Inline
from ketareader.document.outline import slug_of
from ketareader.document.references import Reference
from ketareader.document.source import Source
from ketareader.layout.destination import anchor_with
from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown import Markdown
from ketareader.text import count_words
from tests.document.reading import MARKDOWN, batches_of, document_of, read
from tests.document.strategies import markdown

SOURCE = Source("test", None, 1, "UTF-8", "markdown")
ARTICLE = """# Title

Before the first section.

## One

Two words.

### Inner

## Two

Three words here.
"""


def document(*blocks: Block, **fields: object) -> Document:
    """Make a document of blocks that hold no markup."""
    made = Document(SOURCE, lambda block, _: Inline(block.text))
    words = tuple(count_words(block.text) for block in blocks)
    made.extend(Batch(blocks, words, 1.0, last=True, **fields))  # type: ignore[arg-type]
    return made


def paragraph(text: str) -> Block:
    return Block(Kind.PARAGRAPH, text, 1, 2)


def heading(text: str, level: int = 2) -> Block:
    return Block(Kind.HEADING, text, 1, 2, level=level)


# Title


def test_a_first_heading_of_level_one_is_the_title() -> None:
    assert read(ARTICLE).title == "Title"


def test_the_front_matter_knows_the_title_better() -> None:
    assert read(f"---\ntitle: Another\n---\n{ARTICLE}").title == "Another"


@pytest.mark.parametrize("text", ["", "Text.", "## Two", "# One\n\n# Two"])
def test_an_article_may_have_no_title(text: str) -> None:
    assert read(text).title == ""


def test_a_title_is_one_line_without_markup_and_html() -> None:
    assert read('The <a id="x"></a>*long*  \n`title` <br>\nof it\n===').title == "The long title of it"


def test_a_heading_that_is_nothing_but_html_is_called_by_it() -> None:
    assert read("# <logo>").title == "<logo>"


# Sections


def test_sections_are_found_by_block() -> None:
    made = read(ARTICLE)
    assert [made.section_at(block) for block in range(len(made.blocks))] == [0, 0, 1, 1, 2, 3, 3]


def test_there_is_no_section_before_the_first_heading() -> None:
    assert document(paragraph("a"), heading("b")).section_at(0) is None
    assert document(paragraph("a")).section_at(0) is None


def test_a_section_extends_to_the_next_heading_and_the_last_to_the_end() -> None:
    made = read(ARTICLE)
    assert [made.extent(section) for section in range(4)] == [range(2), range(2, 4), range(4, 5), range(5, 7)]


def test_a_heading_cut_in_pieces_is_one_section() -> None:
    first = heading("a long ")
    rest = Block(Kind.HEADING, "heading", 1, 2, level=2, joined=True)
    assert [section.title for section in document(first, rest).sections] == ["a long"]


# Batches


@given(text=markdown, ends=st.lists(st.integers(0, 40), max_size=8))
def test_batches_make_the_same_document_however_the_source_arrives(text: str, ends: list[int]) -> None:
    whole, parts = read(text), read(text, ends)
    assert parts.sections == whole.sections
    assert parts.references == whole.references
    assert parts.unused == whole.unused
    assert parts.meta == whole.meta
    assert parts.words() == whole.words()
    assert [parts.inline(i) for i in range(len(parts.blocks))] == [whole.inline(i) for i in range(len(whole.blocks))]


def test_a_document_is_complete_with_its_last_batch() -> None:
    made = Document(SOURCE, MARKDOWN.inline)
    made.extend(Batch((paragraph("a"),), (1,), 0.5))
    assert (made.complete, made.done) == (False, 0.5)
    made.extend(Batch((paragraph("b"),), (1,), 0.9, last=True))
    assert (made.complete, made.done) == (True, 1.0)


def test_a_link_is_one_once_its_reference_arrives() -> None:
    made = Document(SOURCE, MARKDOWN.inline)
    made.extend(Batch((heading("[Notes]"), paragraph("see [Notes]")), (1, 2), 0.5))
    assert made.inline(1).spans == ()
    made.extend(Batch((), (), 1.0, {"NOTES": Reference("/notes", "")}, last=True))
    assert [(span.role, span.target) for span in made.inline(1).spans] == [("link", "/notes")]


def test_titles_are_settled_once_every_reference_is_known() -> None:
    made = Document(SOURCE, MARKDOWN.inline)
    made.extend(Batch((heading("[Notes]"), heading("plain [a]")), (1, 2), 0.5))
    assert [section.title for section in made.sections] == ["[Notes]", "plain [a]"]
    made.extend(Batch((), (), 1.0, {"NOTES": Reference("/notes", "")}, last=True))
    assert [(section.title, section.slug) for section in made.sections] == [
        ("Notes", "notes"),
        ("plain [a]", "plain-a"),
    ]


@given(st.lists(st.sampled_from(["a -- b", "[r][r]", "[n]", "x--y", "`--z`", "---", ":tada:", "<x>", "🎉", "[^1]"])))
def test_sections_are_called_the_same_however_their_punctuation_is_set(parts: list[str]) -> None:
    text = f"# {' '.join(parts)}\n\n## {' '.join(parts)} {{#name}}\n\n[r]: /r\n\n[^1]: Note\n"
    written, printed = read(text), read(text, parser=Markdown(Punctuation.PRINTED))
    assert [section.slug for section in printed.sections] == [section.slug for section in written.sections]
    for slug in ("name", slug_of(written.sections[-1].title)):
        assert anchor_with(printed, slug) == anchor_with(written, slug)


def test_the_first_of_two_references_counts() -> None:
    made = Document(SOURCE, MARKDOWN.inline)
    made.extend(Batch((), (), 0.5, {"A": Reference("/first", "")}))
    made.extend(Batch((), (), 1.0, {"A": Reference("/second", "")}, last=True))
    assert made.references["A"].target == "/first"


def test_the_front_matter_of_one_batch_holds_for_all() -> None:
    made = Document(SOURCE, MARKDOWN.inline)
    made.extend(Batch((), (), 0.5, meta=Meta("Title", "Author", "2026")))
    made.extend(Batch((), (), 1.0, last=True))
    assert made.meta == Meta("Title", "Author", "2026")


# Inline text


def test_inline_text_is_parsed_once_while_it_is_kept() -> None:
    asked: list[str] = []

    def parse(block: Block, _references: Mapping[str, Reference]) -> Inline:
        asked.append(block.text)
        return Inline(block.text)

    made = Document(SOURCE, parse)
    made.extend(Batch(tuple(paragraph(str(n)) for n in range(2_000)), (1,) * 2_000, 1.0, last=True))
    made.inline(0)
    made.inline(0)
    assert asked == ["0"]
    for index in range(2_000):
        made.inline(index)
    made.inline(0)
    assert asked.count("0") == 2


def test_reading_past_what_is_kept_gives_the_same_text() -> None:
    made = read("*a* [b]\n\n[b]: /c")
    assert made.read_inline(0) == made.inline(0)


def test_a_reference_that_is_used_is_hidden_and_others_are_shown() -> None:
    made = read("[a] [b]\n\n[a]: /a\n[b]: /b\n[c]: /c\n[a]: /again")
    assert [(block.text, made.is_hidden(block)) for block in made.blocks[1:]] == [
        ("[a]: /a", True),
        ("[b]: /b", True),
        ("[c]: /c", False),
        ("[a]: /again", False),
    ]
    assert not made.is_hidden(made.blocks[0])


def test_no_reference_is_shown_before_it_is_known_to_be_unused() -> None:
    made = Document(SOURCE, MARKDOWN.inline)
    for batch in batches_of("[c]: /c"):
        made.extend(batch)
    assert made.is_hidden(made.blocks[0])
    made.conclude(frozenset({"C"}))
    assert not made.is_hidden(made.blocks[0])


# Sums


def test_words_add_up_over_any_run_of_blocks() -> None:
    made = document(paragraph("one"), paragraph("one two"), heading("one two three"))
    assert [made.words(range(start, 3)) for start in range(4)] == [6, 5, 3, 0]
    assert made.words() == 6
    assert document().words() == 0


def test_weight_counts_the_characters_and_the_space_around_blocks() -> None:
    made = document(paragraph("four"), paragraph("sixsix"))
    assert made.weight() == 10 + 2 * BLOCK_WEIGHT
    assert made.weight(range(1, 2)) == 6 + BLOCK_WEIGHT
    assert made.weight(range(1, 1)) == 0


@given(st.lists(st.integers(0, 500), min_size=1), st.floats(0, 1))
def test_the_block_at_a_share_has_that_share_of_the_weight_around_it(lengths: list[int], share: float) -> None:
    made = document(*(paragraph("a" * length) for length in lengths))
    block = made.block_at(share)
    assert made.weight(range(block)) <= share * made.weight() + 1e-6
    assert share * made.weight() <= made.weight(range(block + 1)) + 1e-6


def test_an_empty_article_has_a_start() -> None:
    assert document().block_at(0.5) == 0
    assert document_of([]).done == 0.0
