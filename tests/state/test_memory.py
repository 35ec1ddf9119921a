import errno
import os
import stat
from pathlib import Path

import pytest

from ketareader.document.bookmark import Bookmark
from ketareader.state import Memory, last_article, load, save
from ketareader.state.memory import memory_file

MEMORY = Memory(
    "/a/b.md",
    "keta-light",
    66,
    ("fox", "‘quoted’"),
    numbered=False,
    places={"/a/b.md": Bookmark(3, 14, "Once")},
    read={"/a/b.md": ("once", "a-time-1")},
)


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
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"article": 1, "queries": "x", "width": true}',
        '{"places": {"a": 1, "b": [1, 2], "c": [-1, 0, ""], "d": [0, true, ""]}}',
        '{"read": {"a": 1, "b": "c"}}',
        '{"read": ["a"]}',
        "[" * 100_000,
    ],
)
def test_a_broken_file_is_an_empty_memory(text: str) -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().write_text(text)
    assert load() == Memory()


@pytest.mark.usefixtures("home")
def test_the_oldest_places_of_very_many_are_forgotten() -> None:
    save(Memory(places={f"/{number}.md": Bookmark(number, 0, "") for number in range(1_000)}))
    places = load().places
    assert len(places) == 500
    assert list(places)[-1] == "/999.md"


@pytest.mark.usefixtures("home")
def test_of_very_many_sections_those_of_the_articles_left_first_are_forgotten() -> None:
    long = "x" * 300
    save(Memory(read={f"/{number}.md": (long, *(f"part-{part}" for part in range(90))) for number in range(100)}))
    read = load().read
    assert sum(map(len, read.values())) == 5_000
    assert list(read)[-1] == "/99.md"
    assert all(long not in slugs for slugs in read.values())


@pytest.mark.usefixtures("home")
def test_a_memory_from_before_sections_were_remembered_is_loaded() -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().write_text('{"article": "/a.md", "places": {"/a.md": [3, 14, "Once"]}}')
    assert load() == Memory("/a.md", places={"/a.md": Bookmark(3, 14, "Once")})


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
def test_a_disk_that_is_full_costs_neither_the_old_memory_nor_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    save(MEMORY)
    monkeypatch.setattr(os, "fsync", fail)
    save(Memory("/other.md"))
    assert load() == MEMORY
    assert [path.name for path in memory_file().parent.iterdir()] == [memory_file().name]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("umask", [0, 0o22, 0o277])
def test_the_memory_is_its_owners_alone_whatever_the_umask(umask: int) -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().parent.chmod(0o755)
    memory_file().write_text("{}")
    memory_file().chmod(0o644)
    before = os.umask(umask)
    try:
        save(MEMORY)
    finally:
        os.umask(before)
    assert load() == MEMORY
    assert stat.S_IMODE(memory_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(memory_file().parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("home")
def test_a_file_system_without_permissions_is_no_reason_to_forget(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    save(MEMORY)
    assert load() == MEMORY


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("width", [-1, 5, 201])
def test_a_width_that_no_column_can_have_counts_as_never_set(width: int) -> None:
    save(Memory(width=width))
    assert load().width == 0


@pytest.mark.usefixtures("home")
def test_the_last_article_is_the_one_saved_while_it_is_there(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n")
    save(Memory(str(article)))
    assert last_article() == str(article)
    article.unlink()
    assert last_article() is None
