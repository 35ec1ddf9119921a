"""How long an article takes to read."""

import pytest

from ketareader.document.pace import minutes_to_read
from tests.document.reading import batches_of, document_of, read


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (2_380, 10)])
def test_an_article_takes_whole_minutes_to_read_one_at_least(words: int, minutes: int) -> None:
    assert minutes_to_read(read("word " * words)) == minutes


def test_how_long_is_known_once_all_of_the_article_has_been_read() -> None:
    first, *others = batches_of("A word.\n\n" * 9_000)
    assert others
    assert minutes_to_read(document_of([first])) == 0
