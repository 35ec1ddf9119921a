"""What y and Y copy, and the clipboards that it goes to."""

import io
import os
import stat
import time
from pathlib import Path

import pytest

from ketareader.document.anchor import Anchor
from ketareader.pipeline import read_article
from ketareader.sources.excerpt import read_lines_again
from ketareader.ui import clipboard
from ketareader.ui.clipboard import counted_in, has_system, put_in_system, terminal_takes
from ketareader.ui.selection import Selection
from tests.ui.reading import page_text, press, reading, said, settle, type_text

ARTICLE = """\
# Copying

See [the site](https://example.org/a).

```python
def f():
    return 1
```

## Second

- *One*
- Two[^1]

Last words.

## Third

End.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no clipboard but the terminal's."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("alone")
async def test_y_copies_the_link_in_hand_else_the_block_with_the_hit_else_the_one_being_read(article: Path) -> None:
    async with reading(article) as (app, pilot):
        await press(app, pilot, ".", "y")
        assert (app.clipboard, said(app)) == ("https://example.org/a", "Copied the link: 21 characters")
        await press(app, pilot, "escape", "y")
        assert (app.clipboard, said(app)) == ("See the site.", "Copied the paragraph: 13 characters")
        await type_text(app, pilot, "/return")
        await press(app, pilot, "enter", "y")
        assert app.clipboard == "def f():\n    return 1"
        assert said(app) == "Copied the code block: 2 lines, 21 characters"


@pytest.mark.usefixtures("alone")
async def test_every_block_of_an_article_that_fits_the_screen_can_be_copied(article: Path) -> None:
    async with reading(article, (80, 40)) as (app, pilot):
        copied = []
        for key in (*"jjjjjjjjj", "k"):
            await press(app, pilot, key, "y")
            copied.append(app.clipboard)
        code = "def f():\n    return 1"
        assert copied == ["See the site.", code, "One", "One", "Two[^1]", "Last words.", "End.", "End.", "End.", "End."]
        await press(app, pilot, "k", "y")
        assert app.clipboard == "Last words."
        await press(app, pilot, "g", "]", "y")
        assert app.clipboard == "One"
        await press(app, pilot, "G", "y")
        assert app.clipboard == "End."


@pytest.mark.usefixtures("alone")
async def test_a_line_that_ends_in_a_tables_cell_is_copied_as_a_space(tmp_path: Path) -> None:
    (tmp_path / "table.md").write_text("| a | b |\n|--|--|\n| one<br>two | c |\n", "utf-8")
    async with reading(tmp_path / "table.md", (80, 20)) as (app, pilot):
        await press(app, pilot, "y")
        assert app.clipboard == "a\tb\none two\tc"


SOFT = """\
# Long\u00adwinded

Some soft\u00adhyphen, HTML.[^1]

[^1]: A no\u00adte.

*[HTML]: Hyper\u00adtext
"""


@pytest.mark.usefixtures("alone")
async def test_soft_hyphens_are_copied_in_the_source_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SOFT, "utf-8")
    async with reading(tmp_path / "a.md", (80, 20)) as (app, pilot):
        copied = []
        for keys in ("y", ".y", ".y"):
            await press(app, pilot, *keys)
            copied.append(app.clipboard)
        assert copied == ["Some softhyphen, HTML.¹", "Hypertext", "A note."]
        app.reading.page.select(Selection(Anchor(0, 0), Anchor(1, 13)))
        await press(app, pilot, "ctrl+c")
        assert app.clipboard == "Longwinded\n\nSome softhyp"
        await press(app, pilot, "Y")
        assert app.clipboard.startswith(SOFT[:40])


@pytest.mark.usefixtures("alone")
async def test_a_heading_without_text_in_sight_is_copied_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# One\n\nWords.\n\n# Two\n")
    async with reading(path) as (app, pilot):
        await press(app, pilot, "]", "y")
        assert (app.clipboard, said(app)) == ("Two", "Copied the heading: 3 characters")


@pytest.mark.usefixtures("alone")
async def test_a_section_is_copied_as_its_source(article: Path) -> None:
    async with reading(article, (80, 12)) as (app, pilot):
        await press(app, pilot, "]", "Y")
        assert app.clipboard == "## Second\n\n- *One*\n- Two[^1]\n\nLast words.\n"
        assert said(app).startswith("Copied the section's source: ")


@pytest.mark.usefixtures("alone")
async def test_a_section_of_plain_text_is_copied_as_its_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("First\n=====\n\nSome words\nin two lines.\n\nSecond\n======\n\nMore.\n" + "\n" * 3)
    async with reading(path) as (app, pilot):
        await press(app, pilot, "Y")
        assert app.clipboard == "First\n=====\n\nSome words\nin two lines.\n"


@pytest.mark.usefixtures("alone")
async def test_a_section_of_a_file_that_has_changed_is_copied_as_it_is_read(article: Path) -> None:
    async with reading(article) as (app, pilot):
        article.write_text(ARTICLE.replace("One", "Won"))
        os.utime(article, (1, 1))
        await press(app, pilot, "]", "Y")
        assert app.clipboard == "Second\n\n• One\n• Two[^1]\n\nLast words."
        assert said(app).startswith("Copied the section as read: ")
        assert said(app).endswith(" characters; the file has changed")


@pytest.mark.usefixtures("alone")
async def test_why_a_section_from_a_pipe_is_copied_as_it_is_read_is_said_in_full_on_eighty_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "# One\n\n" + "Some *words* of it.\n\n" * 600
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    async with reading(Path("-"), (80, 20)) as (app, pilot):
        await press(app, pilot, "Y")
        assert app.clipboard.startswith("One\n\nSome words of it.")
        assert said(app) == "Copied the section as read: 1,201 lines, 11,403 characters; no source is kept"


def test_lines_are_read_again_only_from_the_same_file(article: Path) -> None:
    source = read_article(str(article)).source
    assert read_lines_again(source, range(5, 7)) == "```python\ndef f():\n"
    assert read_lines_again(source, range(1, 10_000)) == ARTICLE
    os.utime(article, ns=(1, source.stamp + 1))
    assert read_lines_again(source, range(5, 7)) is None
    article.unlink()
    assert read_lines_again(source, range(5, 7)) is None


def test_what_was_copied_is_counted() -> None:
    assert counted_in("x") == "1 character"
    assert counted_in("1234" * 400) == "1,600 characters"
    assert counted_in("a\nb") == "2 lines, 3 characters"


def test_a_terminal_takes_a_hundred_kilobytes_and_some_terminals_nothing() -> None:
    assert terminal_takes("é" * 37_497, {})
    assert not terminal_takes("é" * 37_498, {})
    assert not terminal_takes("x", {"TERM": "linux"})


def test_there_is_a_systems_clipboard_where_there_is_a_display() -> None:
    assert has_system({"DISPLAY": ":0"})
    assert has_system({"WAYLAND_DISPLAY": "wayland-0"})


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for programs, the first that is looked in, on a system with a display."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return folder


def install(folder: Path, script: str) -> None:
    """Install an xclip that does what a script says."""
    path = folder / "xclip"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_the_systems_clipboard_gets_the_text(tools: Path) -> None:
    install(tools, f"cat > {tools}/copied; sleep 20 >/dev/null &")
    start = time.monotonic()
    assert put_in_system("é — 日本\n" * 20_000)
    assert (tools / "copied").read_text("utf-8") == "é — 日本\n" * 20_000
    assert time.monotonic() - start < 10


def test_a_clipboard_that_hangs_or_complains_or_is_not_there_has_not_worked(
    tools: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.5)
    install(tools, "sleep 60")
    assert not put_in_system("text")
    install(tools, "cat >/dev/null; echo no display >&2")
    assert not put_in_system("text")
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert not put_in_system("text")
    assert capfd.readouterr() == ("", "")


def test_nothing_from_the_folder_that_one_is_in_is_loaded(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tools / "pyperclip.py").write_text("open('loaded', 'w')")
    install(tools, "cat >/dev/null")
    monkeypatch.chdir(tools)
    assert put_in_system("text")
    assert not (tools / "loaded").exists()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.md"
    path.write_text("# Large\n\n" + "Many words. " * 10_000 + "\n")
    return path


@pytest.mark.usefixtures("alone")
async def test_what_no_clipboard_takes_is_said_to_be_too_much(large: Path) -> None:
    async with reading(large) as (app, pilot):
        await press(app, pilot, "Y")
        assert app.clipboard == ""
        assert said(app).startswith("Can't copy the section's source: 3 lines, 120,0")


async def test_a_large_text_goes_to_the_systems_clipboard_alone(large: Path, tools: Path) -> None:
    install(tools, f"cat > {tools}/copied")
    async with reading(large) as (app, pilot):
        await press(app, pilot, "Y")
        await settle(app, pilot)
        assert app.clipboard == ""
        assert said(app).startswith("Copied the section's source: ")
        assert (tools / "copied").read_text() == large.read_text()


@pytest.mark.usefixtures("alone")
async def test_of_what_stands_before_the_first_heading_the_source_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("*Before*\nit.\n\n# One\n")
    async with reading(path) as (app, pilot):
        assert page_text(app)[0] == "Before it."
        await press(app, pilot, "Y")
        assert app.clipboard == "*Before*\nit.\n"


@pytest.mark.usefixtures("alone")
async def test_in_the_search_box_ctrl_c_copies_what_is_selected_there(article: Path) -> None:
    async with reading(article) as (app, pilot):
        await type_text(app, pilot, "/site")
        await press(app, pilot, "shift+home", "ctrl+c")
        assert app.clipboard == "site"


@pytest.mark.usefixtures("alone")
async def test_notes_from_above_are_no_part_of_the_last_sections_source(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# One\n\nA[^1] and b[^2].\n\n[^1]: First.\n\n# Two\n\nWords.\n\n[^2]: Second.\n")
    async with reading(path) as (app, pilot):
        await press(app, pilot, "]", "Y")
        assert app.clipboard == "# Two\n\nWords.\n\n[^2]: Second.\n"


NOTED = """\
A note^[in *line*], another[^b] and HTML.

[^b]: First words of it.

    Then more.

*[HTML]: Hyper Text Markup Language
"""


@pytest.mark.usefixtures("alone")
async def test_of_a_notes_mark_the_note_is_copied_and_of_an_abbreviation_what_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTED)
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, ".")
        assert said(app) == "Enter shows note 1"
        await press(app, pilot, "y")
        assert (app.clipboard, said(app)) == ("in line", "Copied the note: 7 characters")
        await press(app, pilot, ".")
        assert said(app) == "Enter shows note 2"
        await press(app, pilot, "y")
        assert app.clipboard == "First words of it.\n\nThen more."
        assert said(app).startswith("Copied the note: 3 lines, ")
        await press(app, pilot, ".", "y")
        assert app.clipboard == "Hyper Text Markup Language"
        assert said(app) == "Copied the abbreviation's meaning: 26 characters"


@pytest.mark.usefixtures("alone")
async def test_nothing_is_never_copied(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Words.\n\n---\n")
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, "G", "y")
        assert app.clipboard == "Words."
    (tmp_path / "a.md").write_text("---\n")
    async with reading(tmp_path / "a.md") as (app, pilot):
        app.copy_to_clipboard("Kept.")
        await press(app, pilot, "y")
        assert (app.clipboard, said(app)) == ("Kept.", "There is nothing to copy")
