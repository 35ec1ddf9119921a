from pathlib import Path

import pytest

from ketareader.state import Memory, last_article, load, save
from ketareader.state.memory import memory_file

MEMORY = Memory("/a/b.md", "keta-light", 66, ("fox", "‘quoted’"))


@pytest.mark.usefixtures("home")
def test_what_is_saved_is_loaded() -> None:
    save(MEMORY)
    assert load() == MEMORY


@pytest.mark.usefixtures("home")
def test_nothing_saved_is_an_empty_memory() -> None:
    assert load() == Memory()
    assert last_article() is None


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"article": 1, "queries": "x", "width": true}', "[" * 100_000]
)
def test_a_broken_file_is_an_empty_memory(text: str) -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().write_text(text)
    assert load() == Memory()


@pytest.mark.usefixtures("home")
def test_a_folder_that_cannot_be_written_is_no_error() -> None:
    memory_file().parent.parent.mkdir(parents=True)
    memory_file().parent.write_text("a file where the folder should be")
    save(MEMORY)
    assert load() == Memory()


@pytest.mark.usefixtures("home")
def test_saving_leaves_nothing_else_behind() -> None:
    save(MEMORY)
    save(MEMORY)
    assert [path.name for path in memory_file().parent.iterdir()] == [memory_file().name]


@pytest.mark.usefixtures("home")
def test_the_last_article_is_the_one_saved_while_it_is_there(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n")
    save(Memory(str(article)))
    assert last_article() == str(article)
    article.unlink()
    assert last_article() is None
