from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from ketareader.layout.blocks import Laid, lay_out
from ketareader.layout.sheet import Sheet
from ketareader.state import Memory
from ketareader.ui import status
from ketareader.ui.bar import Part
from ketareader.ui.commands import COMMANDS, Command
from ketareader.ui.keys import shown_keys
from tests.ui.reading import (
    contents_rows,
    current_section,
    first_line,
    page_text,
    press,
    reading,
    said,
    screen_text,
    settle,
)

SECTIONS = ["Rivers", "The spring", "Of the hill", "The brook", "The sea"]


async def test_the_next_section_moves_page_and_contents_together(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        for title in SECTIONS[1:]:
            await press(app, pilot, "]")
            assert first_line(app) == title
            assert current_section(app) == title
        await press(app, pilot, "]")
        assert first_line(app) == "The sea"


async def test_the_previous_section_is_first_the_start_of_this_one(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, *"]]]jjj")
        await press(app, pilot, "[")
        assert first_line(app) == "The brook"
        await press(app, pilot, "[")
        assert first_line(app) == "Of the hill"
        await press(app, pilot, *"[[[[")
        assert first_line(app) == "Rivers"


async def test_braces_pass_over_what_is_deeper(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "]", "}")
        assert first_line(app) == "The brook"
        await press(app, pilot, "{")
        assert first_line(app) == "The spring"


async def test_a_page_down_keeps_two_lines_in_sight(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        before = page_text(app)
        await press(app, pilot, "space")
        text = [line.removeprefix("▸ ") for line in page_text(app) if line]
        assert text[:2] == [line for line in before if line][-2:]
        await press(app, pilot, "b")
        assert page_text(app) == before


async def test_the_line_where_the_eye_left_off_is_marked_until_one_moves(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        last = [line for line in page_text(app) if line][-1]
        await press(app, pilot, "space")
        assert [line for line in page_text(app) if line.startswith("▸")] == [f"▸ {last}"]
        await press(app, pilot, "j")
        assert not [line for line in page_text(app) if line.startswith("▸")]


async def test_who_turns_a_page_finds_the_next_laid_out(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[int] = []

    def recorded(sheet: Sheet, block: int) -> Laid:
        laid_out.append(block)
        return lay_out(sheet, block)

    async with reading(rivers, (40, 12)) as (app, pilot):
        await press(app, pilot, "space")
        monkeypatch.setattr("ketareader.layout.page.lay_out", recorded)
        app.reading.page.turn_page()
        assert laid_out == []
        await settle(app, pilot)
        assert laid_out


async def test_the_key_line_is_not_made_anew_at_each_key(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def recorded(commands: Iterable[Command], width: int) -> list[Part]:
        made.append(width)
        return keys(commands, width)

    keys = status.keys
    async with reading(rivers) as (app, pilot):
        shown = said(app)
        monkeypatch.setattr(status, "keys", recorded)
        await press(app, pilot, "space", "pagedown", "j")
        assert made == []
        await press(app, pilot, "T", "j")
        assert said(app) == shown


async def test_lines_and_half_pages_go_down_and_up_again(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        before = page_text(app)
        await press(app, pilot, "j")
        assert page_text(app)[:-1] == before[1:]
        await press(app, pilot, "d", "down", "up", "u", "k")
        assert page_text(app) == before


async def test_the_end_has_the_last_line_on_the_last_row(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "G")
        assert "site" in page_text(app)[-1]
        assert "100%" in screen_text(app)[0]
        end = page_text(app)
        await press(app, pilot, "j", "space")
        assert page_text(app) == end
        await press(app, pilot, "g")
        assert first_line(app) == "Rivers"


async def test_back_returns_to_the_very_line_that_a_jump_left(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "space", "j")
        left = page_text(app)
        await press(app, pilot, "G", "backspace")
        assert page_text(app) == left
        await press(app, pilot, "ctrl+i")
        assert "site" in page_text(app)[-1]
        await press(app, pilot, "ctrl+o")
        assert page_text(app) == left


async def test_a_resize_keeps_the_first_line_through_any_number_of_widths(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, *"]]]jjjjjj")
        first = first_line(app).split()[1]
        for size in ((60, 20), (30, 10), (120, 40), (41, 12), (100, 30)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert first in first_line(app)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 2), (5, 3), (20, 5), (40, 12), (79, 24), (200, 60), (500, 3)])
async def test_no_size_is_too_small_or_too_large(rivers: Path, size: tuple[int, int]) -> None:
    async with reading(rivers, size) as (app, pilot):
        await press(app, pilot, *"]]jG", "t", "slash", "f", "escape", "g", "question_mark", "escape", "T", "plus")
        assert app.return_code in (None, 0)
        assert all(len(line) <= size[0] for line in screen_text(app))


async def test_twenty_by_five_shows_text_and_the_search_box(rivers: Path) -> None:
    async with reading(rivers, (20, 5)) as (app, _):
        lines = screen_text(app)
        assert any("Rivers" in line for line in lines[1:4])
        assert lines[4].lstrip().startswith("/")


async def test_the_contents_stand_beside_the_text_where_there_is_room_and_else_over_it(rivers: Path) -> None:
    async with reading(rivers, (100, 30)) as (app, pilot):
        shown = [app.reading.contents.display]
        for _ in range(2):
            await press(app, pilot, "t")
            shown.append(app.reading.contents.display)
        assert shown == [True, False, True]
    async with reading(rivers, (79, 30)) as (app, pilot):
        shown = [app.reading.contents.display]
        width = app.reading.page.size.width
        await press(app, pilot, "t")
        shown.append(app.reading.contents.display)
        assert app.reading.page.size.width == width
        await press(app, pilot, "down", "enter")
        shown.append(app.reading.contents.display)
        assert shown == [False, True, False]
        assert first_line(app) == "The spring"


async def test_the_contents_fold_and_unfold(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "tab", "down", "left")
        assert contents_rows(app) == ["Rivers", "The spring", "The brook", "The sea"]
        await press(app, pilot, "right")
        assert contents_rows(app) == SECTIONS
        await press(app, pilot, "down", "left")
        assert app.reading.contents.list.cursor == 1


async def test_typing_in_the_contents_filters_them(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "tab", *"the")
        assert contents_rows(app) == ["The spring", "Of the hill", "The brook", "The sea"]
        await press(app, pilot, "space", *"se")
        assert contents_rows(app) == ["The sea"]
        await press(app, pilot, "backspace", "backspace")
        assert contents_rows(app) == ["The spring", "Of the hill", "The brook", "The sea"]
        await press(app, pilot, "escape")
        assert contents_rows(app) == SECTIONS
        await press(app, pilot, *"sea", "enter")
        assert first_line(app) == "The sea"
        assert contents_rows(app) == SECTIONS


async def test_sections_that_were_read_are_marked_and_jumped_over_ones_are_not(rivers: Path) -> None:
    async with reading(rivers, (100, 16)) as (app, pilot):
        await press(app, pilot, "space", "space")
        await press(app, pilot, "G")
        read = {app.reading.article.document.sections[index].title for index in app.reading.contents.contents.read}
        assert {"Rivers", "The spring", "The sea"} <= read


async def test_tab_goes_round_page_contents_and_search_box(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        seen = []
        for _ in range(4):
            seen.append(app.focused.id if app.focused else None)
            await press(app, pilot, "tab")
        assert seen == ["page", "contents-list", "search-box", "page"]
        await press(app, pilot, "shift+tab")
        assert app.focused
        assert app.focused.id == "page"


async def test_the_width_of_the_column_changes_and_is_remembered(rivers: Path) -> None:
    async with reading(rivers, memory=Memory(width=40)) as (app, pilot):
        assert max(map(len, page_text(app))) <= 40
        await press(app, pilot, "plus")
        assert app.memory().width == 44
        await press(app, pilot, "minus", "minus")
        assert app.memory().width == 36
        assert max(map(len, page_text(app))) <= 36


async def test_the_theme_changes_on_a_key_and_is_remembered(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        first = app.theme
        await press(app, pilot, "T")
        assert app.theme != first
        assert app.theme in said(app)
        assert app.memory().theme == app.theme
    async with reading(rivers, memory=app.memory()) as (again, _):
        assert again.theme == app.theme


async def test_numbers_in_the_contents_can_be_left_out(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        assert any(" 1.1 Of the hill" in line for line in screen_text(app))
        await press(app, pilot, "#")
        assert not any("1.1 Of the hill" in line for line in screen_text(app))


async def test_a_mark_is_gone_to_by_its_letter(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "space", "j", "m", "q")
        assert "Mark q" in said(app)
        left = page_text(app)
        await press(app, pilot, "G", "'", "q")
        assert page_text(app) == left
        await press(app, pilot, "'", "x")
        assert "No mark is called x" in said(app)


async def test_link_hints_follow_links_within_the_article_and_to_files_and_back(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert first_line(app) == "The sea"
        await press(app, pilot, "f", "a")
        assert first_line(app) == "Another"
        await press(app, pilot, "backspace")
        assert first_line(app) == "The sea"
        await press(app, pilot, "backspace")
        assert first_line(app) == "Rivers"


async def test_escape_puts_link_hints_away(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "f")
        assert app.reading.page.sight.marks.labels
        await press(app, pilot, "escape")
        assert not app.reading.page.sight.marks.labels
        await press(app, pilot, "j")
        assert first_line(app) != "Rivers"


async def test_a_link_to_a_missing_file_says_so_and_stays(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# One\n\n[gone](nowhere.md) [bad](ftp://x/y) [anchor](#none)\n", "utf-8")
    async with reading(article, size=(160, 30)) as (app, pilot):
        for letter, word in (("a", "nowhere.md"), ("s", "ftp://x/y"), ("d", "#none")):
            await press(app, pilot, "f", letter)
            assert word in said(app)
            assert first_line(app) == "One"


async def test_copying_says_what_was_copied(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "j", "j", "j", "y")
        assert app.clipboard == "Water runs downhill. A quick fox drinks."
        assert "Copied the paragraph" in said(app)
        await press(app, pilot, "]", "Y")
        assert app.clipboard.startswith("## The spring\n\nThe quick fox was here first.")
        assert "Copied the section" in said(app)


async def test_the_help_lists_every_command(rivers: Path) -> None:
    async with reading(rivers, (100, 100)) as (app, pilot):
        await press(app, pilot, "question_mark")
        text = "\n".join(screen_text(app))
        for command in COMMANDS:
            assert command.text in text
            assert shown_keys(command.keys)[0] in text
        await press(app, pilot, "escape")
        assert app.screen is app.reading


async def test_the_palette_jumps_to_a_section_by_a_fuzzy_name(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "ctrl+p", *"thbrk")
        await pilot.pause(0.3)
        await press(app, pilot, "enter")
        await pilot.pause(0.1)
        assert first_line(app) == "The brook"


async def test_escape_backs_out_and_never_quits(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, *["escape"] * 5)
        assert app.is_running


async def test_q_quits(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running
        assert app.return_code == 0


async def test_clicking_and_the_wheel_work_in_page_and_contents(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await pilot.click("#contents-list", offset=(8, 3))
        await settle(app, pilot)
        assert first_line(app) == "The brook"
        page = app.reading.page
        page.scroll_rows(-3)
        before = page_text(app)
        page.post_message(MouseScrollDown(page, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await settle(app, pilot)
        assert page_text(app) != before


async def test_a_drag_of_the_scroll_bar_goes_to_that_part(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        width, height = app.reading.page.size
        await pilot.mouse_down("#page", offset=(width - 1, height // 2))
        await pilot.mouse_up("#page", offset=(width - 1, height // 2))
        await settle(app, pilot)
        assert current_section(app) == "The brook"


async def test_the_key_line_and_the_switches_can_be_clicked(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await pilot.click("#keys", offset=(5, 0))
        await settle(app, pilot)
        assert first_line(app) == "The spring"
        await pilot.click("#search-prompt", offset=(1, 0))
        await settle(app, pilot)
        assert app.focused is app.reading.search_bar.box
        for offset, switch in ((-10, "case"), (-6, "word"), (-2, "regex")):
            width = app.reading.search_bar.query_one("#search-outcome").size.width
            await pilot.click("#search-outcome", offset=(width + offset, 0))
            await settle(app, pilot)
            assert getattr(app.reading.search_bar.asking, switch)


async def test_an_article_that_has_gone_is_said_and_the_place_kept(rivers: Path) -> None:
    async with reading(rivers, size=(160, 30)) as (app, pilot):
        await press(app, pilot, "G", "f", "a")
        assert first_line(app) == "Another"
        rivers.unlink()
        await press(app, pilot, "backspace")
        assert "rivers.md" in said(app)
        assert first_line(app) == "Another"


async def test_the_wheel_moves_the_contents_too(rivers: Path) -> None:
    async with reading(rivers, (100, 6)) as (app, pilot):
        contents = app.reading.contents.list
        contents.post_message(MouseScrollDown(contents, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await settle(app, pilot)
        below = contents.top
        contents.post_message(MouseScrollUp(contents, 1, 1, 0, -1, 0, shift=False, meta=False, ctrl=False))
        await settle(app, pilot)
        assert (below > 0, contents.top) == (True, 0)


async def test_an_article_without_headings_is_read_all_the_same(tmp_path: Path) -> None:
    article = tmp_path / "plain.md"
    article.write_text("\n\n".join(f"Paragraph {number}." for number in range(60)))
    async with reading(article) as (app, pilot):
        await press(app, pilot, *"]}{[", "tab", "left", "right", "enter", "tab", "tab", "Y", "space")
        assert first_line(app).removeprefix("▸ ") == "Paragraph 12."


@pytest.mark.parametrize("markup", ["[@click=app.quit]pwnx[/] y", "[/nope] pwn", "[bold red]pwn"])
async def test_markup_in_a_heading_is_only_text_in_the_palette_too(tmp_path: Path, markup: str) -> None:
    article = tmp_path / "a.md"
    article.write_text(f"# One\n\n## {markup}\n\nText.\n")
    async with reading(article) as (app, pilot):
        await press(app, pilot, "ctrl+p", *"pwn")
        await pilot.pause(0.3)
        assert any(markup in line for line in screen_text(app))
        await press(app, pilot, "enter")
        await pilot.pause(0.1)
        assert app.is_running
        assert markup in first_line(app)


async def test_a_folded_section_is_marked_while_what_is_in_it_is_read(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "tab", "down", "left", "escape", "]", "]")
        assert first_line(app) == "Of the hill"
        assert any("▌" in line and "The spring" in line for line in screen_text(app))
        await press(app, pilot, "slash", *"clear")
        assert any("The spring" in line and line[:30].rstrip().endswith("1") for line in screen_text(app))


async def test_the_column_grows_no_wider_than_the_pane(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, *["plus"] * 10)
        widest = app.reading.page.measure
        await press(app, pilot, "minus")
        assert app.reading.page.measure == widest - 4
        assert widest < 70
