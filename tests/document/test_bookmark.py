from pathlib import Path

from ketareader.document.anchor import Anchor
from ketareader.document.bookmark import Bookmark, bookmark, find_bookmark
from ketareader.document.document import Document
from ketareader.pipeline import open_article, read_article


def _article(folder: Path, text: str) -> Document:
    path = folder / "a.md"
    path.write_text(text, "utf-8")
    return read_article(str(path))


def test_a_bookmark_is_found_where_it_was_set(tmp_path: Path) -> None:
    document = _article(tmp_path, "# A\n\nOne.\n\nTwo words.\n")
    assert find_bookmark(document, bookmark(document, Anchor(2, 4))) == Anchor(2, 4)


def test_a_bookmark_is_found_in_an_article_that_grew_above_it(tmp_path: Path) -> None:
    mark = bookmark(_article(tmp_path, "# A\n\nOne.\n\nTwo words.\n"), Anchor(2, 4))
    assert find_bookmark(
        _article(tmp_path, "# A\n\nZero.\n\nHalf.\n\nOne.\n\nTwo words. And a third.\n"), mark
    ) == Anchor(4, 4)
    assert find_bookmark(_article(tmp_path, "Two words.\n"), mark) == Anchor(0, 4)


def test_of_two_blocks_that_begin_alike_the_nearer_is_taken(tmp_path: Path) -> None:
    document = _article(tmp_path, "Same.\n\nOther.\n\nAnother.\n\nSame.\n\nLast.\n")
    assert find_bookmark(document, Bookmark(1, 0, "Same.")) == Anchor(0, 0)
    assert find_bookmark(document, Bookmark(4, 0, "Same.")) == Anchor(3, 0)


def test_a_bookmark_at_words_that_are_gone_is_not_found(tmp_path: Path) -> None:
    assert find_bookmark(_article(tmp_path, "One.\n"), Bookmark(7, 0, "Gone.")) is None


def test_an_article_that_is_still_being_read_may_hold_the_bookmark_later(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("Words.\n\n" * 9_000 + "The end.\n", "utf-8")
    article = open_article(str(path))
    article.document.extend(next(article.batches))
    mark = Bookmark(9_000, 0, "The end.")
    assert find_bookmark(article.document, mark) is None
    for batch in article.batches:
        article.document.extend(batch)
    assert find_bookmark(article.document, mark) == Anchor(9_000, 0)
