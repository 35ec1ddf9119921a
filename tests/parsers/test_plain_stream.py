"""Plain text as it arrives: the first screen before the rest is asked for, bounded memory, linear time."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from ketareader.document.batch import Batch
from ketareader.document.block import Block, Kind
from ketareader.document.references import References
from ketareader.document.source import Piece
from ketareader.parsers.base import SCREENFUL
from ketareader.parsers.cut import LONGEST
from ketareader.parsers.text import PlainText
from tests.parsers.plain_text import PARAGRAPH, WRAPPED, parse, pieces_of


def batches(*texts: str) -> list[Batch]:
    return list(PlainText().parse(pieces_of(*texts), sum(len(text.encode()) for text in texts)))


def essence(blocks: list[Block]) -> list[tuple[Kind, str, int, int, int, bool]]:
    return [(block.kind, block.text, block.level, block.line, block.end, block.joined) for block in blocks]


@pytest.mark.parametrize("texts", [(), ("",), ("\n",)])
def test_an_empty_source_is_one_last_batch_without_blocks(texts: tuple[str, ...]) -> None:
    *_others, last = batches(*texts)
    assert (last.blocks, last.done, last.last) == ((), 1.0, True)


def test_the_first_screen_waits_for_no_second_piece() -> None:
    def pieces() -> Iterator[Piece]:
        yield Piece(f"{WRAPPED}\n\n" * 200, 33_000, 0)
        pytest.fail("the second piece was asked for")

    first = next(PlainText().parse(pieces(), 66_000))
    assert first.blocks
    assert sum(len(block.text) for block in first.blocks) <= SCREENFUL


def test_only_the_last_batch_is_the_last_and_what_is_done_grows_to_1() -> None:
    found = batches(*[f"{WRAPPED}\n\n" * 500] * 4)
    assert [batch.last for batch in found] == [False] * (len(found) - 1) + [True]
    assert all(before.done <= after.done for before, after in pairwise(found))
    assert found[-1].done == 1.0


def test_each_block_has_its_words_counted() -> None:
    (*_, last) = batches(f"What It Is\n\n{WRAPPED}\n\n* * *\n\n- one two\n")
    counted = [count for batch in batches(f"What It Is\n\n{WRAPPED}\n\n* * *\n\n- one two\n") for count in batch.words]
    assert counted == [3, len(WRAPPED.split()), 0, 2]
    assert last.last


@pytest.mark.parametrize("size", [1, 7, 100, 1000])
def test_where_pieces_end_changes_nothing(size: int) -> None:
    body = (
        f"Part One\n\n{WRAPPED}\n\n- a\n- b\n\n> {PARAGRAPH}\n\n    f(1)\n\n    f(2)\n\n1.1 More of it\n\n{WRAPPED}\n\n"
    )
    text = body * 40
    lines = text.splitlines(keepends=True)
    first = text[:SCREENFUL].count("\n")
    rest = ["".join(lines[index : index + size]) for index in range(first, len(lines), size)]
    assert essence(parse("".join(lines[:first]), *rest)) == essence(parse(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("word " * 20_000 + "\n", Kind.PARAGRAPH),
        ("x" * 100_000 + "\n", Kind.PARAGRAPH),
        (f"{WRAPPED.splitlines()[0]}\n" * 1_500, Kind.PARAGRAPH),
        ("The line ends here\n" * 5_000, Kind.VERSE),
        ("    x = f(1);\n" * 5_000, Kind.CODE),
    ],
)
def test_what_is_too_long_is_cut_in_joined_pieces_and_nothing_is_lost(text: str, kind: Kind) -> None:
    blocks = parse(text)
    assert {block.kind for block in blocks} == {kind}
    assert all(len(block.text) <= LONGEST + 200 for block in blocks)
    assert [block.joined for block in blocks] == [False] + [True] * (len(blocks) - 1)
    assert "".join("".join(block.text for block in blocks).split()) == "".join(text.split())


def seconds(text: str) -> float:
    parser = PlainText()
    start = time.process_time()
    for batch in parser.parse(pieces_of(text), len(text)):
        for block in batch.blocks:
            parser.inline(block, References())
    return time.process_time() - start


@pytest.mark.parametrize(
    "make",
    [
        lambda n: " " * n + "x\n",
        lambda n: "-" * n + "x\n",
        lambda n: ">" * n + "\n",
        lambda n: "> " * (n // 2) + "x\n",
        lambda n: "1." * (n // 2) + "\n",
        lambda n: "." * n + "x\n",
        lambda n: "|" * n + "x\n",
        lambda n: "\t" * n + "x\n",
        lambda n: "(" * n + "\n",
        lambda n: "word " * (n // 5) + "\n",
        lambda n: "a\n" * (n // 2),
        lambda n: "\n" * n,
        lambda n: "\f\n" * (n // 2),
        lambda n: "- a\n1. b\n" * (n // 90),
        lambda n: "".join(" " * (i % 99) + "- a\n" for i in range(n // 500)),
        lambda n: "".join(">" * (i % 99) + " a\n" for i in range(n // 500)),
        lambda n: "From: a\nfoo\n" * (n // 120),
        lambda n: f"{PARAGRAPH}\n" + "     Foo bar baz.\n" * (n // 180),
        lambda n: "Title\n=====\n" * (n // 120),
    ],
)
def test_the_time_is_linear_for_the_nastiest_texts(make: Callable[[int], str]) -> None:
    short, long = (min(seconds(make(size)) for _ in range(2)) for size in (50_000, 200_000))
    assert long < 12 * short + 0.1


def test_ten_thousand_nested_quotes_are_read_and_the_marks_of_the_deepest_are_left() -> None:
    blocks = parse("> " * 10_000 + "deep\n")
    assert all(0 < len(block.frame) < 100 for block in blocks)
    assert blocks[-1].text.endswith("> deep")
