"""Batches: blocks come as soon as they are sure, and are exactly those of one whole parse."""

import gc
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from ketareader.document.batch import Batch
from ketareader.document.block import Block, Frame, Item, Kind
from ketareader.document.references import Reference
from ketareader.document.source import Piece
from ketareader.parsers.base import SCREENFUL
from ketareader.parsers.cut import LONGEST
from ketareader.parsers.markdown import runs
from ketareader.parsers.markdown.rules import LosslessBlocks
from tests.document.reading import MARKDOWN, batches_of, pieces_of, read
from tests.document.strategies import markdown

PARAGRAPH = "A paragraph of some words.\n\n"
SOME = SCREENFUL // len(PARAGRAPH)


def blocks_of(batches: list[Batch]) -> list[Block]:
    return [block for batch in batches for block in batch.blocks]


def shape(blocks: list[Block]) -> list[object]:
    """Return all that blocks say, containers known by the order in which they are met."""
    met: dict[int, int] = {}

    def number(container: object) -> int:
        return met.setdefault(id(container), len(met))

    def frame(containers: Frame) -> list[object]:
        return [
            (number(c), c.marker, c.done, number(c.list), c.list.tight, c.list.widest)
            if isinstance(c, Item)
            else (number(c), repr(c))
            for c in containers
        ]

    return [(b.kind, b.text, b.line, b.end, frame(b.frame), b.level, b.info, b.joined) for b in blocks]


@given(
    text=markdown,
    ends=st.lists(st.integers(0, 40), max_size=8),
    lengths=st.tuples(st.integers(1, 200), st.integers(1, 200)),
)
@example(text="word\n<summary>title</summary>\n: word", ends=[], lengths=(1, 1))
@example(text="h|\n|:-:\n$$\n> h|\n> |:-:\n> | word\n- $$", ends=[], lengths=(1, 1))
def test_batches_are_those_of_one_whole_parse_whatever_the_run(
    text: str, ends: list[int], lengths: tuple[int, int]
) -> None:
    whole = blocks_of(batches_of(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "SCREENFUL", lengths[0])
        patch.setattr(runs, "_RUN", lengths[1])
        parts = blocks_of(batches_of(text, ends))
    assert shape(parts) == shape(whole)


@given(text=markdown, length=st.integers(1, 60))
@example(text="```\nword\n<pre>\n&amp;", length=6)
def test_no_word_is_lost_wherever_blocks_are_divided(text: str, length: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SCREENFUL", "_RUN", "_LONGEST_FIRST", "_LONGEST_RUN"):
            patch.setattr(runs, name, length)
        parts = blocks_of(batches_of(text, range(40)))
    whole = "\n".join(block.text for block in blocks_of(batches_of(text)))
    assert words_of(re.sub(NO_WORDS, " ", whole)) - words_of("\n".join(block.text for block in parts)) == Counter()


@given(text=markdown.map(lambda text: text.replace("<", " ")))
def test_no_word_of_prose_is_lost_whatever_constructs_it_stands_in(text: str) -> None:
    kept = Counter(re.findall(PROSE, "\n".join(block.text for block in blocks_of(batches_of(text)))))
    assert Counter(re.findall(PROSE, text)) - kept == Counter()


PROSE = "consideration|longer_word|pneumonoultramicroscopicsilicovolcanoconiosis|straße|naïve|café|हिन्दी"
"""Words of the random articles that are no more than words."""
NO_WORDS = (
    r"(?s:<!--.*?-->)|\{[a-z][\w:-]*\}|</?[a-z]+|\W*\^note\W*:|\{#name .class\}|\{:? ?\.class[^{}]*\}|\bmarkdown\b"
    r"|\\qquad \\text|\b(?:python|math|mermaid|Diagram|Mermaid)\b"
    r"|\b(?:Details|details|Note|NOTE|note|Tip|TIP|tip|Bug|bug|Warning|warning)\b"
)
"""What tells what a block is, and no more where code that held it is divided: comments, tags, names of directives and
of languages, our own words."""


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]{2,}", text))


def test_the_first_batch_needs_no_more_than_a_screenful() -> None:
    asked: list[Piece] = []

    def pieces() -> Iterator[Piece]:
        for piece in pieces_of(PARAGRAPH * SOME * 10, range(0, 100_000, 20)):
            asked.append(piece)
            yield piece

    first = next(MARKDOWN.parse(pieces(), len(PARAGRAPH) * SOME * 10))
    assert len(first.blocks) >= SOME // 2
    assert sum(len(piece.text) for piece in asked) < 2 * SCREENFUL
    assert not first.last


def test_batches_tell_how_far_they_have_come() -> None:
    batches = batches_of(PARAGRAPH * SOME * 20)
    done = [batch.done for batch in batches]
    assert len(batches) > 2
    assert done == sorted(done)
    assert 0 < done[0] < 0.2
    assert [batch.last for batch in batches] == [False] * (len(batches) - 1) + [True]
    assert done[-1] == 1.0


@pytest.mark.parametrize("text", ["", "\n", " \n\n\t\n"])
def test_an_article_of_nothing_is_one_batch_of_nothing(text: str) -> None:
    assert batches_of(text) == [Batch((), (), 1.0, last=True)]


def test_a_source_of_no_pieces_is_one_batch_of_nothing() -> None:
    assert list(MARKDOWN.parse(iter(()), 0)) == [Batch((), (), 1.0, last=True)]


def test_a_block_that_fills_a_run_makes_the_run_longer() -> None:
    batches = batches_of("a line of a paragraph\n" * 1_000 + "\nafter\n")
    assert len(batches) == 1


def test_a_list_longer_than_the_longest_run_is_divided_and_stays_one() -> None:
    batches = batches_of("10. an item\n    - inner\n" * 5_000 + "\nafter\n")
    blocks = blocks_of(batches)
    lists = {block.frame[0].list for block in blocks[:-1] if isinstance(block.frame[0], Item)}
    assert len(batches) > 1
    assert [block.text for block in blocks] == ["an item", "inner"] * 5_000 + ["after"]
    assert [block.line for block in blocks] == [*range(1, 10_001), 10_002]
    assert len(lists) == 1


def test_a_list_after_a_divided_one_is_another() -> None:
    blocks = blocks_of(batches_of("- an item\n" * 5_000 + "\n* another\n"))
    assert len({block.frame[0].list for block in blocks if isinstance(block.frame[0], Item)}) == 2


def test_a_table_longer_than_the_longest_run_is_one_table_in_pieces() -> None:
    blocks = blocks_of(batches_of("| a | b |\n|--:|---|\n" + "| one | two |\n" * 5_000 + "\nafter\n"))
    tables = blocks[:-1]
    assert {(block.kind, block.info) for block in tables} == {(Kind.TABLE, "r-")}
    assert [block.joined for block in tables] == [False] + [True] * (len(tables) - 1)
    assert "\n".join(block.text for block in tables) == "a\x1fb" + "\none\x1ftwo" * 5_000
    assert [tables[0].line, blocks[-1].line] == [1, 5_004]
    assert all(block.line < other.line for block, other in pairwise(tables))


def test_lines_are_counted_over_all_batches() -> None:
    text = "".join(f"# Heading {number}\n\nText.\n\n" for number in range(2_000))
    made = read(text)
    assert [section.line for section in made.sections] == list(range(1, 8_000, 4))


def test_a_fence_longer_than_the_longest_run_goes_on_as_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 40_000)
    code = "# no heading\n    ```\n\nmore\n" * 5_000
    blocks = blocks_of(batches_of(f"before\n\n```python\n{code}```\n\n# Heading\n"))
    inner = blocks[1:-1]
    assert {(block.kind, block.info) for block in inner} == {(Kind.CODE, "python")}
    assert [block.joined for block in inner] == [False] + [True] * (len(inner) - 1)
    assert "\n".join(block.text for block in inner) + "\n" == code
    assert (blocks[-1].kind, blocks[-1].text, blocks[-1].line) == (Kind.HEADING, "Heading", 20_006)


@pytest.mark.parametrize(
    ("opener", "indent", "closer"),
    [
        ("::: note A title", "", ":::\n"),
        ('!!! note "A title"', "    ", ""),
        ('???+ note "A title"', "    ", ""),
        ('=== "A title"', "    ", ""),
    ],
)
def test_a_callout_longer_than_the_longest_run_is_one_callout(
    opener: str, indent: str, closer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 40_000)
    lines = "".join(f"{indent}- item {number}\n\n{indent}***\n\n" for number in range(3_000))
    blocks = blocks_of(batches_of(f"{opener}\n\n{lines}{closer}After\n"))
    inner = [block for block in blocks if block.frame]
    assert [block.text for block in inner[:2]] == ["A title", "item 0"]
    assert [block.kind for block in inner].count(Kind.TITLE) == 1
    assert len({id(block.frame[0]) for block in inner}) == 1
    assert [block.line for block in inner[1:]] == list(range(3, 12_003, 2))
    assert [block.text for block in blocks if not block.frame] == ["After"]


def test_a_callout_that_ends_where_the_longest_run_does_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 10)
    monkeypatch.setattr(runs, "SCREENFUL", 10)
    blocks = blocks_of(batches_of("::: tip\nword\n:::\nAfter the callout\n"))
    assert [(block.text, len(block.frame)) for block in blocks] == [("Tip", 1), ("word", 1), ("After the callout", 0)]


def test_a_formula_waits_for_its_end_wherever_runs_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "SCREENFUL", 8)
    monkeypatch.setattr(runs, "_RUN", 8)
    blocks = blocks_of(batches_of("Before.\n\n$$\na\n- b\n# c\n+ d\n$$\n\nAfter.\n", range(20)))
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.MATH, Kind.PARAGRAPH]


def test_what_is_divided_may_stand_below_blank_lines() -> None:
    code = blocks_of(batches_of("\n\n```\n" + "# code\n" * 20_000 + "```\n"))
    table = blocks_of(batches_of("\n\n| a |\n|---|\n" + "| b |\n" * 20_000))
    assert {block.kind for block in code} == {Kind.CODE}
    assert {block.kind for block in table} == {Kind.TABLE}
    assert "\n".join(block.text for block in code) == "# code\n" * 19_999 + "# code"
    assert "\n".join(block.text for block in table) == "a" + "\nb" * 20_000


@pytest.mark.timeout(20)
@pytest.mark.parametrize("head", ["|a" * 100_000 + "\n" + "|-" * 100_000, "```" + "a " * 150_000])
def test_a_head_longer_than_the_longest_run_is_not_begun_with_again(head: str) -> None:
    blocks = blocks_of(batches_of(f"{head}\n" + "word\n" * 100_000))
    assert sum(block.text.count("word") for block in blocks) == 100_000


def test_a_list_of_one_endless_item_is_divided_anywhere_and_loses_nothing() -> None:
    blocks = blocks_of(batches_of("- item\n\n" + "  paragraph\n\n" * 10_000))
    assert sum(block.text.count("paragraph") for block in blocks) == 10_000


def test_a_fence_that_ends_where_the_longest_run_does_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 10)
    monkeypatch.setattr(runs, "SCREENFUL", 10)
    blocks = blocks_of(batches_of("```\ncode\n```\ntext of a paragraph\n"))
    assert [(block.kind, block.text) for block in blocks] == [
        (Kind.CODE, "code"),
        (Kind.PARAGRAPH, "text of a paragraph"),
    ]


def test_a_paragraph_longer_than_the_longest_run_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 40_000)
    blocks = blocks_of(batches_of("a line of a paragraph\n" * 10_000))
    assert all(len(block.text) <= LONGEST for block in blocks)
    assert sum(block.text.count("paragraph") for block in blocks) == 10_000


def test_the_first_definition_of_a_reference_counts() -> None:
    batches = batches_of("[a]: /first\n[A]: /second\n\n" + PARAGRAPH * SOME * 2 + "[a]: /third\n")
    assert batches[0].references == {"A": Reference("/first", "")}
    references = [block for block in blocks_of(batches) if block.kind is Kind.REFERENCE]
    assert [block.info for block in references] == ["A", "", ""]


def test_a_footnote_is_no_reference() -> None:
    (batch,) = batches_of("[^1]: word\n\n[a^]: /a")
    assert batch.references == {"A^": Reference("/a", "")}
    assert [block.kind for block in batch.blocks] == [Kind.REFERENCE, Kind.RULE, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one two", 2),
        ("[one](http://example.org/a/b) two", 2),
        ('[one](/a "the title") [two][ref]', 2),
        ("| one | two |\n|---|---|\n| three | |", 3),
        ("[a]: /a", 0),
        ("```\none two\n```", 2),
        ("---", 0),
    ],
)
def test_words_are_counted_as_read(text: str, words: int) -> None:
    assert sum(sum(batch.words) for batch in batches_of(text)) == words


def test_a_reference_is_used_wherever_it_is_mentioned() -> None:
    text = "# [a]\n\n> - [b][]\n\n| [c] |\n|---|\n| ![x][D] |\n\n`[e]` \\[f] [g] [\n\n    [h]\n\n"
    labels = "abcdefgh"
    made = read(text + "".join(f"[{label}]: /{label}\n" for label in labels))
    assert made.unused == {"E", "F", "H"}


def test_no_block_is_looked_at_for_references_once_all_are_used() -> None:
    made = read("[a]\n\n" + "[a] [b]\n\n" * 100 + "[a]: /a")
    assert made.unused == frozenset()


def test_parsing_leaves_nothing_behind_for_the_collector() -> None:
    text = "# a\n\n> - b *c*\n\n| d |\n|---|\n| e |\n\n```\nf\n```\n" * 2_000
    gc.collect()
    gc.disable()
    try:
        batches = batches_of(text)
        found = gc.collect()
    finally:
        gc.enable()
    assert batches
    assert found < 1_000


def test_a_block_that_fills_many_runs_is_parsed_but_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"- item {number}\n" for number in range(60_000))
    parsed: list[int] = []
    parse = LosslessBlocks.parse

    def counted(self: LosslessBlocks, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> object:
        parsed.append(len(src))
        return parse(self, src, md, env, tokens)

    monkeypatch.setattr(LosslessBlocks, "parse", counted)
    batches_of(text)
    assert sum(parsed) < 1.1 * len(text)
