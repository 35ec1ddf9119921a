"""Where an article was left is where it is opened again."""

from pathlib import Path

import pytest

from ketareader.document.bookmark import Bookmark
from ketareader.pipeline import open_article
from ketareader.state import Memory, Settings
from ketareader.ui.app import KetaApp
from tests.ui.reading import first_line, page_text, press, reading, said, settle, write_article


async def test_an_article_is_opened_where_it_was_left_at_any_size(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    async with reading(article) as (app, pilot):
        await press(app, pilot, "]", "]", "]", "space")
        left = first_line(app)
        memory = app.memory()
    async with reading(article, (50, 12), memory) as (app, pilot):
        assert first_line(app) == left


async def test_the_places_in_two_articles_are_both_kept(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    async with reading(article) as (app, pilot):
        await press(app, pilot, "]", "]")
        app.reading.follow("other.md")
        await settle(app, pilot)
        memory = app.memory()
    assert memory.article.endswith("other.md")
    async with reading(article, memory=memory) as (app, pilot):
        assert first_line(app) == "Of the hill"


async def test_a_place_further_on_than_the_first_page_is_gone_to_when_it_is_read(tmp_path: Path) -> None:
    article = tmp_path / "long.md"
    article.write_text("".join(f"Paragraph {number}.\n\n" for number in range(9_000)), "utf-8")
    memory = Memory(places={str(article): Bookmark(8_000, 0, "Paragraph 8000.")})
    async with reading(article, memory=memory) as (app, _):
        assert first_line(app) == "Paragraph 8000."


async def test_whoever_has_moved_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.md"
    path.write_text("".join(f"Paragraph {number}.\n\n" for number in range(9_000)), "utf-8")
    article = open_article(str(path))
    article.document.extend(next(article.batches))
    app = KetaApp(article, Memory(places={str(path): Bookmark(8_000, 0, "Paragraph 8000.")}), Settings())
    read_on = app.reading._read_on  # noqa: SLF001 (the rest waits)
    monkeypatch.setattr(app.reading, "_read_on", lambda: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "j")
        read_on()
        await settle(app, pilot)
        assert first_line(app) == "Paragraph 1."


async def test_a_place_not_yet_gone_to_is_not_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.md"
    path.write_text("".join(f"Paragraph {number}.\n\n" for number in range(9_000)), "utf-8")
    article = open_article(str(path))
    article.document.extend(next(article.batches))
    place = Bookmark(8_000, 0, "Paragraph 8000.")
    app = KetaApp(article, Memory(places={str(path): place}), Settings())
    monkeypatch.setattr(app.reading, "_read_on", lambda: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.memory().places == {str(path): place}


async def test_whether_the_contents_are_numbered_is_remembered(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    async with reading(article) as (app, pilot):
        await press(app, pilot, "#")
        memory = app.memory()
    async with reading(article, memory=memory) as (app, pilot):
        assert not app.reading.contents.contents.numbered


def ticked(app: KetaApp) -> list[str]:
    contents = app.reading.contents.contents
    return [contents.document.sections[index].title for index in sorted(contents.read)]


async def test_what_was_read_of_an_article_stays_ticked(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    async with reading(article) as (app, pilot):
        await press(app, pilot, "]", "]", "]", "space")
        read = ticked(app)
        memory = app.memory()
    assert read == ["Rivers", "The spring", "Of the hill"]
    async with reading(article, memory=memory) as (app, pilot):
        assert ticked(app) == read
        await press(app, pilot, "G")
        assert ticked(app) == [*read, "The sea"]
        assert app.memory().read == {str(article): ("rivers", "the-spring", "of-the-hill", "the-sea")}


async def test_an_article_that_was_edited_keeps_the_ticks_of_the_sections_it_still_has(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    memory = Memory(read={str(article): ("rivers", "of-the-hill", "the-sea")})
    edited = article.read_text("utf-8").replace("### Of the hill", "## New\n\nWords.\n\n### Of a hill")
    article.write_text(edited, "utf-8")
    async with reading(article, memory=memory) as (app, _):
        assert ticked(app) == ["Rivers", "The sea"]
        assert app.memory().read == {str(article): ("rivers", "the-sea")}


async def test_sections_further_on_are_ticked_when_they_are_read_and_not_forgotten_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.md"
    path.write_text("".join(f"## Part {number}\n\nParagraph.\n\n" for number in range(9_000)), "utf-8")
    article = open_article(str(path))
    article.document.extend(next(article.batches))
    memory = Memory(read={str(path): ("part-1", "part-8000")})
    app = KetaApp(article, memory, Settings())
    read_on = app.reading._read_on  # noqa: SLF001 (the rest waits)
    monkeypatch.setattr(app.reading, "_read_on", lambda: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert ticked(app) == ["Part 1"]
        assert app.memory().read == memory.read
        read_on()
        await settle(app, pilot)
        assert ticked(app) == ["Part 1", "Part 8000"]


async def test_each_of_two_articles_has_its_own_ticks(tmp_path: Path) -> None:
    article = write_article(tmp_path)
    read = {str(article): ("rivers",), str(tmp_path / "other.md"): ("another", "gone")}
    async with reading(article, memory=Memory(read=read)) as (app, pilot):
        app.reading.follow("other.md")
        await settle(app, pilot)
        assert ticked(app) == ["Another"]
        await press(app, pilot, "backspace")
        assert ticked(app) == ["Rivers"]
        assert app.memory().read == {str(tmp_path / "other.md"): ("another",), str(article): ("rivers",)}


def write_two(folder: Path, *above: str) -> Path:
    """Write an article that links to another from each of its paragraphs, with some more above them."""
    paragraphs = [f"One paragraph {number} that [goes on](two.md) and on." for number in range(40)]
    (folder / "one.md").write_text("\n\n".join(("# One", *above, *paragraphs)), "utf-8")
    words = [f"Word {number} of it." for number in range(60)]
    (folder / "two.md").write_text("\n\n".join(("# Two", *above, *words)), "utf-8")
    return folder / "one.md"


async def test_back_and_forward_lead_to_the_same_words_of_a_file_that_was_edited_meanwhile(tmp_path: Path) -> None:
    async with reading(write_two(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, *"jj" * 12)
        left = first_line(app)
        assert left.startswith("One paragraph 1")
        await press(app, pilot, ".", "enter", *"jj" * 5)
        assert first_line(app) == "Word 4 of it."
        write_two(tmp_path, "New.", "And new.")
        await press(app, pilot, "backspace")
        assert first_line(app) == left
        await press(app, pilot, "ctrl+i")
        assert first_line(app) == "Word 4 of it."
        write_two(tmp_path)
        await press(app, pilot, "backspace")
        assert first_line(app) == left


async def test_a_mark_leads_to_the_same_words_of_a_file_that_was_edited_meanwhile(tmp_path: Path) -> None:
    async with reading(write_two(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, *"jj" * 12, "m", "a")
        left = page_text(app)
        await press(app, pilot, "G", ".", "enter")
        write_two(tmp_path, "New.", "And new.")
        await press(app, pilot, "'", "a")
        assert page_text(app) == left


async def test_where_the_words_are_gone_back_leads_to_where_they_were(tmp_path: Path) -> None:
    async with reading(write_two(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, *"jj" * 12, ".", "enter")
        (tmp_path / "one.md").write_text("".join(f"Another {number}.\n\n" for number in range(40)), "utf-8")
        await press(app, pilot, "backspace")
        assert first_line(app).startswith("Another 1")


async def test_a_file_that_is_away_for_a_while_is_gone_back_to_once_it_is_there_again(tmp_path: Path) -> None:
    one = write_two(tmp_path)
    async with reading(one, (60, 12)) as (app, pilot):
        await press(app, pilot, ".", "enter")
        one.rename(tmp_path / "away.md")
        await press(app, pilot, "backspace")
        assert said(app).startswith("There is no file")
        assert first_line(app) == "Two"
        (tmp_path / "away.md").rename(one)
        await press(app, pilot, "backspace")
        assert first_line(app) == "One"
        (tmp_path / "two.md").unlink()
        await press(app, pilot, "ctrl+i")
        assert said(app).startswith("There is no file")
        write_two(tmp_path)
        await press(app, pilot, "ctrl+i")
        assert first_line(app) == "Two"


async def test_a_mark_in_a_file_that_is_gone_leaves_the_history_as_it_was(tmp_path: Path) -> None:
    one = write_two(tmp_path)
    async with reading(one, (60, 12)) as (app, pilot):
        await press(app, pilot, "m", "a", ".", "enter", "G", "backspace")
        one.unlink()
        await press(app, pilot, "'", "a")
        assert said(app).startswith("There is no file")
        await press(app, pilot, "ctrl+i")
        assert page_text(app)[-1] == "Word 59 of it."


async def test_with_nowhere_to_go_back_or_forward_to_that_is_said(tmp_path: Path) -> None:
    async with reading(write_two(tmp_path), (60, 12)) as (app, pilot):
        await press(app, pilot, "backspace")
        assert said(app) == "There is no place to go back to"
        await press(app, pilot, "ctrl+i")
        assert said(app) == "There is no place to go forward to"
