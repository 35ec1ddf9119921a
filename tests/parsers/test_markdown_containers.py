"""Containers between lines of signs that fill a run, and are divided."""

import pytest

from ketareader.document.block import Block, Kind
from ketareader.parsers.markdown import runs
from tests.document.reading import batches_of


def divided(text: str) -> list[Block]:
    """Return the blocks of a text that is divided wherever it may be."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SCREENFUL", "_RUN", "_LONGEST_FIRST", "_LONGEST_RUN"):
            patch.setattr(runs, name, 40)
        return [block for batch in batches_of(text, range(40)) for block in batch.blocks]


def test_where_a_callout_goes_on_a_heading_is_no_title() -> None:
    headings = "".join(f"## Heading {number}\n\n" for number in range(20))
    kinds = [block.kind for block in divided(f"::: {{.callout-note}}\n{headings}")]
    assert kinds == [Kind.TITLE, *[Kind.HEADING] * 19]


def test_where_a_container_without_a_title_goes_on_that_of_one_in_it_stays() -> None:
    callouts = "".join(f"::: tip Callout {number}\n:::\n\n" for number in range(20))
    titles = [block.text for block in divided(f":::: columns\n{callouts}") if block.kind is Kind.TITLE]
    assert titles == [f"Callout {number}" for number in range(20)]


def test_a_quote_between_fences_is_one_wherever_a_run_ends() -> None:
    text = ">>>\n" + "Text\n\n" * 20 + ">>>\n\nText\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "SCREENFUL", 10)
        patch.setattr(runs, "_RUN", 10)
        blocks = [block for batch in batches_of(text, range(40)) for block in batch.blocks]
    assert [len(block.frame) for block in blocks] == [*[1] * 20, 0]


@pytest.mark.parametrize("size", [1, 10, 30])
def test_a_session_is_no_quote_wherever_a_run_ends(size: int) -> None:
    text = ">>> x = 1\n\n>>>\n\nText\n\n>>>\n\nText\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "SCREENFUL", size)
        patch.setattr(runs, "_RUN", size)
        blocks = [block for batch in batches_of(text, range(40)) for block in batch.blocks]
    assert [(block.text, len(block.frame)) for block in blocks if block.text] == [
        ("x = 1", 3),
        ("Text", 0),
        ("Text", 0),
    ]
