"""A long article: its first page before its last, and everything right once it has been read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ketareader.pipeline import open_article, read_article
from ketareader.state import Memory, Settings
from ketareader.ui import filling
from ketareader.ui.app import KetaApp
from tests.ui.reading import contents_rows, first_line, outcome, page_text, press, reading, screen_text, settle


@pytest.fixture
def long(tmp_path: Path) -> Path:
    sections = (
        f"## Section {number}\n\n" + f"Words of [section][{number % 7}] {number} run on and on. " * 12 + "\n\n"
        for number in range(600)
    )
    references = "".join(f"[{number}]: https://example.org/{number}\n" for number in range(8))
    article = tmp_path / "long.md"
    article.write_text("# A long one\n\n" + "".join(sections) + references, "utf-8")
    return article


async def test_the_first_page_is_there_before_the_article_is_read(long: Path) -> None:
    article = open_article(str(long))
    article.document.extend(next(article.batches))
    assert not article.document.complete
    assert len(article.document.blocks) < 200
    app = KetaApp(article, Memory(), Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        assert first_line(app) == "A long one"
        await settle(app, pilot)
        assert article.document.complete


async def test_the_contents_fill_and_say_so(long: Path) -> None:
    article = open_article(str(long))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(), Settings())
    app.reading._read_on = lambda: None  # type: ignore[method-assign]  # noqa: SLF001 (the rest stays unread)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "reading " in screen_text(app)[1]
        assert len(contents_rows(app)) < 600


async def test_what_is_filled_is_what_one_whole_reading_gives(long: Path) -> None:
    whole = read_article(str(long))
    async with reading(long) as (app, pilot):
        document = app.reading.article.document
        assert [b.text for b in document.blocks] == [b.text for b in whole.blocks]
        assert document.sections == whole.sections
        assert len(contents_rows(app)) == 601
        assert "reading" not in screen_text(app)[1]
        await press(app, pilot, "G")
        assert "[7]: https://example.org/7" in screen_text(app)[-3]


def waiting(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[KetaApp, Callable[[], None]]:
    """Return an app with the first batch of an article, and what has it read the rest."""
    article = open_article(str(path))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(), Settings())
    read_on = app.reading._read_on  # noqa: SLF001 (the rest waits)
    monkeypatch.setattr(app.reading, "_read_on", lambda: None)
    return app, read_on


@pytest.mark.parametrize(("query", "count"), [("section 1 run", "2 of 12"), ("example.org/7", "1 of 1")])
async def test_a_search_begun_early_finds_what_reads_so_only_at_the_end(
    long: Path, monkeypatch: pytest.MonkeyPatch, query: str, count: str
) -> None:
    app, read_on = waiting(long, monkeypatch)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *("space" if letter == " " else letter for letter in query), "enter")
        await pilot.pause()
        read_on()
        await settle(app, pilot)
        assert outcome(app).startswith(count)


async def test_links_by_reference_work_once_the_reference_is_read(long: Path) -> None:
    async with reading(long) as (app, _):
        page = app.reading.page
        targets = {run.target for _, line in page.rows for run in line.runs if run.target}
        assert "https://example.org/0" in targets


async def test_a_search_begun_while_the_article_is_read_finds_all_of_it(long: Path) -> None:
    article = open_article(str(long))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(), Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"section", "space", *"59")
        await settle(app, pilot)
        await settle(app, pilot)
        assert outcome(app).startswith("1 of ")
        assert int(outcome(app).split()[2]) == len(("59", *range(590, 600))) * (1 + 12)


async def test_another_article_takes_the_place_of_one_that_is_being_read(long: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Other\n\nShort.\n")
    article = open_article(str(long))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(), Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        app.reading.open(str(other))
        await pilot.pause(0.2)
        assert contents_rows(app) == ["Other"]
        assert first_line(app) == "Other"


async def test_the_end_is_the_end_of_all_that_comes(long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app, read_on = waiting(long, monkeypatch)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("G")
        read_on()
        await settle(app, pilot)
        assert app.reading.page.viewport.at_end()
        assert "100%" in screen_text(app)[0]


async def test_while_only_definitions_have_been_read_the_page_says_that_it_is_being_read(tmp_path: Path) -> None:
    path = tmp_path / "defined.md"
    path.write_text("".join(f"[{n}]: https://example.org/{n}\n" for n in range(3_000)) + "\nText [1] [2].\n", "utf-8")
    article = open_article(str(path))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(), Settings())
    read_on = app.reading._read_on  # noqa: SLF001 (the rest waits)
    app.reading._read_on = lambda: None  # type: ignore[method-assign]  # noqa: SLF001 (the rest stays unread)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert first_line(app) == "Reading …"
        assert screen_text(app)[0].split() == ["defined.md", "…"]
        read_on()
        await settle(app, pilot)
        assert "Reading …" not in page_text(app)
        assert "%" in screen_text(app)[0]


async def test_nothing_is_awaited_of_an_article_without_text(tmp_path: Path) -> None:
    path = tmp_path / "nothing.md"
    path.write_text("<!-- Nothing. -->\n", "utf-8")
    async with reading(path) as (app, _):
        assert "Reading …" not in page_text(app)
        assert "100%" in screen_text(app)[0]


async def test_what_highlights_code_is_loaded_before_the_page_that_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[str] = []
    monkeypatch.setattr(filling, "prepare", prepared.append)
    fences = "".join(f"```{name}\nx = 1\n```\n\n" for name in ("ruby", "", "{.lua #a}", "ruby"))
    article = tmp_path / "a.md"
    article.write_text("Words.\n\n" * 100 + fences)
    async with reading(article) as (app, pilot):
        await settle(app, pilot)
        assert prepared == ["ruby", "lua"]
        assert "x = 1" not in page_text(app)


async def test_an_article_of_many_languages_loads_a_few_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: list[str] = []
    monkeypatch.setattr(filling, "prepare", prepared.append)
    article = tmp_path / "a.md"
    article.write_text("".join(f"```l{number}\nx\n```\n\n" for number in range(99)))
    async with reading(article) as (app, pilot):
        await settle(app, pilot)
        assert prepared == [f"l{number}" for number in range(16)]
