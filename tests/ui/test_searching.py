from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.geometry import Region

from ketareader.document.anchor import Hit
from ketareader.search.find import find
from ketareader.search.hits import Hits
from ketareader.search.query import Query, compile_query
from ketareader.search.texts import Texts
from ketareader.ui.search_bar import SearchBar
from ketareader.ui.searching import Found
from tests.ui.reading import (
    contents_rows,
    first_line,
    outcome,
    page_text,
    press,
    reading,
    said,
    screen_text,
    type_text,
)


async def test_the_search_finds_as_one_types_over_markup_and_line_ends(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash")
        await type_text(app, pilot, "quick fox")
        assert outcome(app).startswith("1 of 2")


async def test_enter_and_n_go_to_the_next_hit_and_capital_n_back(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"brook")
        assert outcome(app).startswith("1 of 61")
        await press(app, pilot, "enter")
        assert outcome(app).startswith("2 of 61")
        await press(app, pilot, "n", "n")
        assert outcome(app).startswith("4 of 61")
        await press(app, pilot, "N")
        assert outcome(app).startswith("3 of 61")
        await press(app, pilot, "enter")
        assert outcome(app).startswith("4 of 61")


async def test_the_hits_go_round_from_the_last_to_the_first(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"fox", "tab", "N")
        assert outcome(app).startswith("2 of 2")
        await press(app, pilot, "n")
        assert outcome(app).startswith("1 of 2")


async def test_the_current_hit_is_brought_into_sight_and_apart_from_the_others(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"salt")
        assert any(line.startswith("Salt") for line in page_text(app))
        page = app.reading.page
        styles = {
            segment.style for y in range(page.size.height) for segment in page.render_line(y) if segment.text == "Salt"
        }
        assert styles == {page.paint.style("text hit.current")}


async def test_escape_returns_to_where_the_search_began(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "space", "j")
        before = page_text(app)
        await press(app, pilot, "slash", *"salt", "enter", "escape")
        assert page_text(app) == before
        assert app.focused is app.reading.page
        assert outcome(app) == "Aa  W  .*"


async def test_escape_in_the_box_returns_too(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        before = page_text(app)
        await press(app, pilot, "slash", *"salt", "escape")
        assert page_text(app) == before


async def test_smart_case_and_the_switches(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"the")
        assert outcome(app).startswith("1 of 65")
        await press(app, pilot, "alt+c")
        assert outcome(app).startswith("1 of 61")
        await press(app, pilot, "alt+c", *["backspace"] * 3, *"ill", "alt+w")
        assert "nothing found" in outcome(app)
        await press(app, pilot, "alt+w")
        assert outcome(app).startswith("1 of 2")


async def test_a_regular_expression_is_searched_for_and_a_bad_one_explained_in_the_box(rivers: Path) -> None:
    async with reading(rivers, (120, 30)) as (app, pilot):
        await press(app, pilot, "slash", "alt+r")
        await type_text(app, pilot, r"qu\w+ f")
        assert outcome(app).startswith("1 of 2")
        await type_text(app, pilot, "(")
        assert "regular expression" in outcome(app)
        await press(app, pilot, "backspace")
        assert outcome(app).startswith("1 of 2")


async def test_a_regular_expression_that_takes_too_long_is_explained_and_what_it_found_is_kept(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(f"# Fox\n\nA fox.\n\n{'x' * 8_000}\n\nA fox.\n")
    async with reading(article, (120, 30)) as (app, pilot):
        await press(app, pilot, "slash", "alt+r")
        await type_text(app, pilot, "fox|(?:x+x+)+y")
        assert "takes too long" in said(app)
        assert len(app.reading.search.hits) == 2
        await press(app, pilot, "enter")
        assert outcome(app).startswith("2 of 2+")
        await press(app, pilot, "slash", "backspace")
        assert "takes too long" not in said(app)


async def test_the_contents_show_each_sections_hits(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"fox")
        rows = screen_text(app)
        assert any("The spring" in row and row[:30].rstrip().endswith("1") for row in rows)
        assert any("Rivers" in row and row[:30].rstrip().endswith("1") for row in rows[2:])
        await press(app, pilot, "escape")
        assert app.reading.contents.contents.hits is None


async def test_hits_are_marked_along_the_scroll_bar(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"fox")
        page = app.reading.page
        marks = [y for y in range(page.size.height) if page.render_line(y).text[-1] == "━"]
        assert marks
        assert marks[0] < page.size.height // 4


async def test_the_list_of_hits_stands_by_section_and_goes_to_one(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"fox", "enter", "alt+l")
        text = "\n".join(screen_text(app))
        assert "Water runs downhill. A quick fox drinks." in text
        assert "The quick fox was here first." in text
        await press(app, pilot, "up", "up", "enter")
        assert outcome(app).startswith("1 of 2")


async def test_the_list_of_hits_says_when_there_is_none(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "alt+l")
        assert "No hits" in said(app)


async def test_up_recalls_the_last_queries(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        for query in ("fox", "salt"):
            await press(app, pilot, "slash", *query, "enter", "escape")
        await press(app, pilot, "slash", "up")
        assert app.reading.search_bar.box.value == "salt"
        await press(app, pilot, "up")
        assert app.reading.search_bar.box.value == "fox"
        await press(app, pilot, "down", "down")
        assert app.reading.search_bar.box.value == ""
        assert app.memory().queries == ("salt", "fox")


async def test_nothing_found_is_said(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"zebra")
        assert "nothing found" in outcome(app)
        await press(app, pilot, "enter")
        assert "Nothing found" in said(app)


async def test_hits_survive_a_resize(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"fox", "enter")
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert outcome(app).startswith("2 of 2")
        assert any("quick fox" in line for line in page_text(app))


async def test_markup_in_the_query_is_only_text(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash")
        await type_text(app, pilot, "[/nope][@click=app.quit]x[/]")
        await press(app, pilot, "enter", "alt+l", "escape")
        assert app.is_running


async def test_the_search_box_is_in_sight_from_the_start(rivers: Path) -> None:
    async with reading(rivers, (40, 12)) as (app, _):
        assert app.query_one(SearchBar).is_on_screen
        assert screen_text(app)[-2].startswith(" /")


async def test_a_search_in_another_article_begins_afresh(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash", *"fox", "enter")
        await press(app, pilot, "]", "G", "f", "a")
        assert first_line(app) == "Another"
        assert outcome(app) == "Aa  W  .*"
        assert contents_rows(app) == ["Another"]


FOLDED = """\
---
title: Folded
author: Nobody
---

# Folded

<details>
<summary>More</summary>

The needle in the haystack.

</details>

The end.
"""


async def test_a_search_opens_what_its_hit_is_folded_in_and_leaves_it_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FOLDED, "utf-8")
    async with reading(tmp_path / "a.md") as (app, pilot):
        before = page_text(app)
        assert "▸ More" in before
        await press(app, pilot, "slash")
        await type_text(app, pilot, "needle")
        assert any("needle" in line for line in page_text(app))
        assert "▸ More" not in page_text(app)
        await press(app, pilot, "escape")
        assert page_text(app) == before
        await press(app, pilot, "slash")
        await type_text(app, pilot, "nobody")
        assert "author: Nobody" in page_text(app)
        await press(app, pilot, "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        assert "author: Nobody" not in page_text(app)


async def test_sections_that_a_search_passes_are_not_marked_as_read(rivers: Path) -> None:
    async with reading(rivers, (100, 12)) as (app, pilot):
        read = set(app.reading.contents.contents.read)
        await press(app, pilot, "slash")
        await type_text(app, pilot, "salt")
        assert app.reading.contents.contents.read == read
        await press(app, pilot, "enter", "j")
        assert app.reading.contents.contents.read > read


async def test_a_hit_in_front_matter_is_gone_to_only_where_there_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FOLDED.replace("The end.", "The end of what is folded."), "utf-8")
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, "slash")
        await type_text(app, pilot, "folded")
        assert app.reading.search.current
        assert app.reading.article.document.blocks[app.reading.search.current.block].text == "Folded"
        assert "title: Folded" not in page_text(app)


async def test_hits_that_come_in_paint_only_the_rows_that_they_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.md"
    path.write_text("# Long\n\n" + "one fox\n\n" * 100, "utf-8")
    async with reading(path, size=(100, 30)) as (app, _):
        page = app.reading.page
        page_text(app)
        painted: set[int] = set()

        def paint(*regions: Region) -> None:
            painted.update(*(range(region.y, region.bottom) for region in regions or [page.size.region]))

        monkeypatch.setattr(page, "refresh", paint)
        hits = Hits()
        hits.add([Hit(3, 4, 7)])
        page.show_hits(hits, None)
        rows = {y for y, (place, _) in enumerate(page.rows) if place.block == 3}
        mark = {y for y, cell in enumerate(page.sight.bar) if cell.text == "━"}
        assert rows
        assert painted == rows | mark
        painted.clear()
        page_text(app)
        hits.add([Hit(99, 4, 7)])
        page.show_hits(hits, None)
        assert len(painted) == 1
        painted.clear()
        hits.renew({3}, [])
        page.show_hits(hits, None)
        assert painted == rows | mark


async def test_sections_with_more_hits_are_counted_again_and_no_others(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(rivers) as (app, _):
        contents = app.reading.contents
        hits = Hits()
        contents.show_hits(hits)
        screen_text(app)
        painted: list[int] = []
        monkeypatch.setattr(contents.list, "refresh_rows", lambda *rows: painted.extend(rows))
        section = app.reading.article.document.extent(2)
        hits.add([Hit(section.start, 0, 1)])
        contents.show_hits(hits)
        assert [contents.contents.visible[row] for row in painted] == [2]


async def test_a_search_goes_on_when_its_first_hit_is_on_the_screen(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(rivers) as (app, pilot):
        hit = next(
            find(app.reading.article.document, compile_query(Query("salt")), Texts(app.reading.article.document))
        )
        on_screen: list[bool] = []

        def search(*_: object) -> Iterator[Found]:
            yield Found((hit,))
            on_screen.append(any("Salt." in line for line in screen_text(app)))
            yield Found((), over=True)

        monkeypatch.setattr("ketareader.ui.searching.search", search)
        monkeypatch.setattr("ketareader.ui.search_session._PAUSE", 10)
        assert not any("Salt." in line for line in screen_text(app))
        await press(app, pilot, "slash")
        await type_text(app, pilot, "s")
        assert on_screen == [True]


async def test_a_query_whose_hit_was_chosen_from_the_list_is_among_the_last_ones(rivers: Path) -> None:
    async with reading(rivers) as (app, pilot):
        await press(app, pilot, "slash")
        await type_text(app, pilot, "brook")
        await press(app, pilot, "alt+l", "down", "enter", "escape", "slash", "up")
        assert app.reading.search_bar.box.value == "brook"


async def test_what_is_panned_moves_to_show_a_hit_and_back_when_the_search_is_left(tmp_path: Path) -> None:
    columns = "| first | " + " | ".join(f"a column {number}" for number in range(9)) + " | last |\n"
    table = columns + "|--" * 11 + "|\n" + columns.replace("column", "cell").replace("last", "zebra")
    code = f"```js\nconst text = '{'a' * 120} needle';\n```\n"
    (tmp_path / "a.md").write_text(
        f"# Pan\n\n{table}\n<details><summary>More</summary>\n\n{code}\n</details>\n", "utf-8"
    )
    async with reading(tmp_path / "a.md", (60, 30)) as (app, pilot):
        await press(app, pilot, "v", "w", ">")
        before = page_text(app)
        await type_text(app, pilot, "/needle")
        assert any("needle" in line for line in page_text(app))
        await press(app, pilot, *["backspace"] * 6, *"zebra", "enter")
        assert any(line.startswith("first") and line.endswith("last") for line in page_text(app))
        assert any(line.endswith("zebra") for line in page_text(app))
        assert not any("needle" in line for line in page_text(app))
        await press(app, pilot, "escape")
        assert page_text(app) == before
