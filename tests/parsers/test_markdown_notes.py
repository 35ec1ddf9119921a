"""Notes and abbreviations: held back while an article streams in, and read at its end."""

from time import process_time

import pytest

from ketareader.document.block import Kind, Note
from ketareader.parsers.base import SCREENFUL
from ketareader.parsers.markdown import runs
from ketareader.parsers.markdown.dialect.inline_notes import lift_notes, mentions_in
from tests.document.reading import batches_of, read

PARAGRAPH = "A paragraph of some words.\n\n"
SOME = SCREENFUL // len(PARAGRAPH)


def test_notes_come_with_the_last_batch_and_their_labels_with_their_own() -> None:
    batches = batches_of(f"Text[^a].\n\n[^b]: Note\n\n{PARAGRAPH * SOME}Text[^B].\n\n[^a]: Other\n")
    first, last = batches[0], batches[-1]
    assert (first.notes, first.mentions) == (("^B",), ("^A",))
    assert (last.notes, last.mentions) == (("^A",), ("^B",))
    assert not any(isinstance(container, Note) for block in first.blocks for container in block.frame)
    assert [block.text for block in last.blocks[-3:]] == ["", "Other", "Note"]


def test_notes_are_numbered_alike_wherever_batches_end(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[^a]: x\n\n[^b]: y[^d]\n\nText[^c]\n\nText[^b] and ^[a note].\n\n[^c]: z\n\n[^d]: w\n"
    whole = read(text)
    monkeypatch.setattr(runs, "SCREENFUL", 4)
    monkeypatch.setattr(runs, "_RUN", 4)
    parts = read(text)
    assert list(parts.references.notes.items()) == list(whole.references.notes.items())
    assert [block.text for block in parts.blocks] == [block.text for block in whole.blocks]
    assert list(whole.references.notes) == ["^C", "^B", "^\ufdd01", "^D", "^A"]


def test_notes_are_in_the_order_of_their_numbers() -> None:
    made = read("Text[^b][^a].\n\n[^c]: third\n[^a]: second\n[^b]: first[^c]\n")
    assert [block.text for block in made.blocks[2:]] == ["first[^c]", "second", "third"]
    assert made.references.notes == {"^B": 1, "^A": 2, "^C": 3}


def test_a_heading_in_a_note_is_none_of_the_articles() -> None:
    assert read("Text[^1].\n\n[^1]: Note\n\n    # Heading {#name}\n").sections == []


def test_words_of_notes_count_once() -> None:
    text = "One two[^1] three^[four five].\n\n[^1]: six seven\n\n*[two]: eight nine\n"
    assert read(text).words() == 3 + 2 + 2 + 3


def test_a_note_longer_than_the_longest_run_is_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 40_000)
    note = "".join(f"    Paragraph {number}.\n\n" for number in range(5_000))
    made = read(f"Text[^1].\n\n[^1]:\n{note}After\n")
    inner = [block for block in made.blocks if block.frame]
    assert [block.text for block in inner] == [f"Paragraph {number}." for number in range(5_000)]
    assert len({id(block.frame[0]) for block in inner}) == 1
    assert [block.line for block in inner] == list(range(4, 10_004, 2))
    assert [block.text for block in made.blocks if not block.frame] == ["Text[^1].", "After", ""]
    assert made.references.notes == {"^1": 1}


def test_a_note_of_one_long_block_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONGEST_RUN", 40_000)
    made = read("[^1]: Note\n\n" + "    word of it\n" * 20_000 + "\n# Heading\n")
    assert sum(block.text.count("word of it") for block in made.blocks) == 20_000
    assert len(made.sections) == 1


def test_the_abbreviations_of_a_batch_are_told_with_it() -> None:
    batches = batches_of(f"*[A]: first\n\n{PARAGRAPH * SOME}*[A]: second\n*[B]: third\n")
    assert batches[0].abbreviations == {"A": "first"}
    assert batches[-1].abbreviations == {"A": "second", "B": "third"}
    kinds = [block.kind for block in batches[-1].blocks[-7:]]
    assert kinds == [Kind.RULE, *[Kind.TERM, Kind.PARAGRAPH] * 3]
    assert read("*[A]: first\n*[A]: second\n").references.abbreviations == {"A": "first"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[^a] [^B][^a]", ["^A", "^B", "^A"]),
        ("`[^a]` ``[^b]` [^c]`` [^d] ` [^e]", ["^D", "^E"]),
        (r"\[^a] [^b c] [^] [^d\]e] [^f", [r"^D\]E"]),
    ],
)
def test_mentions_are_those_out_of_code(text: str, labels: list[str]) -> None:
    assert mentions_in(text) == labels


def test_only_the_outermost_notes_are_lifted_at_once() -> None:
    found = lift_notes("a ^[b ^[c d] e] f ^[g [h] i]", 7)
    assert found.text == "a [^\ufdd08] f [^\ufdd09]"
    assert found.notes == {"^\ufdd08": "b ^[c d] e", "^\ufdd09": "g [h] i"}


@pytest.mark.parametrize(
    "text",
    [
        "^[a " * 40_000 + "]" * 40_000,
        "^[a b] " * 40_000,
        "".join("`" * length + "^[a " for length in range(1, 1_000)),
        "word^[" + "_-" * 40_000 + "a]",
        "word^[" + "**a" * 40_000 + "]",
        "word^[" + "1" * 40_000 + "]",
        "word^[" + "a*" * 40_000 + "] " + '"' * 40_000 + "^[a]",
        "[^a" * 40_000,
        "[^a]: b\n" * 40_000,
        "[^a]: " * 40_000,
        "*[a]: b\n" * 40_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_many_notes_are_read_in_seconds(text: str) -> None:
    begun = process_time()
    read(text)
    assert process_time() - begun < 10


@pytest.mark.parametrize(
    ("image", "words"),
    [
        ("![A fox[^1] in a den[^1]](f.png)", "A fox in a den"),
        ("![A fox [^1] in **a[^1] den** [^1]](f.png)", "A fox in a den"),
        ("![A fox^[A note of some words.] [in[^1]](/x) a ![den[^1]](/y)](f.png)", "A fox in a den"),
        ("![A fox [^2]](f.png)", "A fox [^2]"),
        ("![[^1]](f.png)", "f.png"),
    ],
)
def test_the_words_that_stand_for_an_image_have_no_marks_of_notes(image: str, words: str) -> None:
    document = read(f"{image}\n\n[^1]: A note.\n")
    assert document.inline(0).text == words
    assert [span.role for span in document.inline(0).spans] == ["image"]


def test_a_note_that_an_image_mentions_is_numbered_by_it() -> None:
    document = read("![A fox[^b]](f.png)\n\nText[^a][^b].\n\n[^a]: One.\n\n[^b]: Two.\n")
    assert document.inline(1).text == "Text²·¹."
