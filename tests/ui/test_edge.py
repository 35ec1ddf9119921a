"""What is said over the page covers none of the links that it speaks of."""

from pathlib import Path

import pytest

from tests.ui.reading import press, reading, said, screen_text, settle

PROMPT = "Follow a link: type its letters"


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """Return an article whose first line has a link, and every second below it."""
    path = tmp_path / "apart.md"
    path.write_text("\n\n".join(f"Line {n} with [link {n}](#end)" for n in range(30)) + "\n\n# End\n")
    return path


@pytest.fixture
def dense(tmp_path: Path) -> Path:
    """Return an article every line of which has a link."""
    path = tmp_path / "dense.md"
    path.write_text("\n".join(f"- Line {n} with [link {n}](#end)" for n in range(30)) + "\n\n# End\n")
    return path


@pytest.mark.parametrize(
    ("height", "keys", "edge"), [(12, "", -1), (12, "j", 0), (11, "j", -1), (6, "", -1), (6, "j", 0), (2, "", -1)]
)
async def test_in_zen_mode_what_asks_for_letters_covers_none(apart: Path, height: int, keys: str, edge: int) -> None:
    async with reading(apart, (40, height)) as (app, pilot):
        await press(app, pilot, "z", *keys)
        before = screen_text(app)
        await press(app, pilot, "f")
        after = screen_text(app)
        assert PROMPT in after[edge]
        assert len(app.reading.page.sight.marks.labels) == len([line for line in before if "with link" in line])
        assert not any("with link" in line for line in after)


@pytest.mark.parametrize("height", [12, 6, 2, 1])
async def test_where_letters_are_at_both_edges_they_speak_for_themselves(dense: Path, height: int) -> None:
    async with reading(dense, (40, height)) as (app, pilot):
        await press(app, pilot, "z", "j", "f")
        assert all("Line" in line for line in screen_text(app))
        assert len(app.reading.page.sight.marks.labels) == height
        await press(app, pilot, "escape")
        assert all("with link" in line for line in screen_text(app))
        await press(app, pilot, "m")
        assert "Set a mark" in screen_text(app)[0 if height == 6 else -1]


@pytest.mark.parametrize("zen", [["z"], []])
@pytest.mark.parametrize("height", [12, 6, 2])
async def test_the_link_in_hand_is_seen_beside_where_it_leads(dense: Path, height: int, zen: list[str]) -> None:
    async with reading(dense, (40, height)) as (app, pilot):
        await press(app, pilot, *zen, "j")
        for _ in range(height):
            await press(app, pilot, ".")
            held = app.reading.page.held
            assert held
            lines = screen_text(app)
            assert any(f"Line {held.block} " in line for line in lines)
            assert any("Enter goes to #end" in line for line in lines)


async def test_where_a_link_leads_goes_out_of_its_way_as_the_page_moves(apart: Path) -> None:
    async with reading(apart, (40, 11)) as (app, pilot):
        await press(app, pilot, "z", ".", ".")
        assert "Enter" in screen_text(app)[-1]
        app.reading.page.scroll_rows(2)
        await settle(app, pilot)
        assert "Line 1 " in screen_text(app)[0]
        assert "Enter" in screen_text(app)[-1]
        await pilot.resize_terminal(40, 6)
        await settle(app, pilot)
        assert "Line 1 " in screen_text(app)[0]
        assert "Enter" in screen_text(app)[-1]


async def test_a_long_address_stands_below_the_link_in_the_first_row_of_a_low_page(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"[site](https://example.org/{'a/' * 20}) first\n\nWords.\n\nMore words.\n")
    async with reading(path, (40, 6)) as (app, pilot):
        await press(app, pilot, ".")
        assert "site first" in screen_text(app)[1]
        assert "https://example.org/a/a" in screen_text(app)[-2]
        await press(app, pilot, "escape")
        assert "example" not in "".join(screen_text(app))
        await press(app, pilot, "m")
        assert said(app).startswith("Set a mark")
        assert "Set a mark" in screen_text(app)[0]
