"""Places in what is wider than the page: gone to, they are in sight, and what is in sight stays so."""

from pathlib import Path

import pytest

from ketareader.ui.app import KetaApp
from tests.ui.reading import page_text, press, reading, settle, type_text

FILLER = "Filler.\n\n" * 40
NAMES = " | ".join(f"a column {number}" for number in range(9))
CELLS = " | ".join(f"a cell {number}" for number in range(9))
TABLE = f"| first | {NAMES} | last |\n{'|--' * 11}|\n" + f"| one | {CELLS} | ant |\n" * 20
NAMED = f'| two | {CELLS} | <a name="far"></a>zebra[^n] |\n'
CODE = "```js\n" + f"const text = '{'a' * 120} needle';\n" * 30 + "```\n"
PLACES = f'<a name="table"></a>\n\n{TABLE}{NAMED}\n{FILLER}<a name="code"></a>\n\n{CODE}\n{FILLER}[^n]: A note.\n'
FORMULA = r"""
> $$
> A = \begin{pmatrix} alpha & beta & gamma & delta \\ a & b & c & d \\ e & f & g & \text{the needle} \end{pmatrix}
> $$
"""
LINKS = "[one](#far) [two](#fnref-n) [three](other.md#far)"


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """Return the path of an article with a wide table and long lines of code, and another that it links to."""
    for name in ("wide.md", "other.md"):
        (tmp_path / name).write_text(f"# Some {name}\n\n{LINKS}\n\n{FILLER}{PLACES}", "utf-8")
    return tmp_path / "wide.md"


def shows(app: KetaApp, words: str) -> bool:
    return any(words in line for line in page_text(app))


@pytest.mark.parametrize("keys", [(".", "enter"), ("f", "a"), (".", ".", "enter"), ("f", "s"), ("f", "d")])
async def test_a_link_to_a_place_in_a_wide_table_brings_its_column_into_sight(
    wide: Path, keys: tuple[str, ...]
) -> None:
    async with reading(wide, (60, 30)) as (app, pilot):
        await press(app, pilot, "v", *keys)
        assert page_text(app)[0].startswith("two")
        assert shows(app, "zebra")


async def test_a_link_to_code_shows_where_it_begins(wide: Path) -> None:
    async with reading(wide, (60, 30)) as (app, pilot):
        await press(app, pilot, "w")
        app.reading.follow("#code")
        await press(app, pilot, *[">"] * 12)
        assert not shows(app, "const text")
        app.reading.follow("#code")
        await settle(app, pilot)
        assert shows(app, "const text")


@pytest.mark.parametrize(("name", "words"), [("table", "zebra"), ("code", "needle")])
async def test_what_was_panned_is_panned_so_again_when_one_comes_back(wide: Path, name: str, words: str) -> None:
    async with reading(wide, (60, 30)) as (app, pilot):
        await press(app, pilot, "v", "w")
        app.reading.follow(f"#{name}")
        await press(app, pilot, *"jjj", *[">"] * 20, "m", "a")
        before = page_text(app)
        assert shows(app, words)
        await press(app, pilot, *["<"] * 20)
        assert page_text(app) != before
        await press(app, pilot, "'", "a")
        assert page_text(app) == before
        app.reading.follow("#top")
        app.reading.follow(f"#{name}")
        await press(app, pilot, *["<"] * 20, "backspace", "backspace")
        assert page_text(app) == before
        await press(app, pilot, "backspace", *["<"] * 20, "alt+right")
        assert page_text(app) == before


async def test_what_was_not_panned_is_not_when_one_comes_back(wide: Path) -> None:
    async with reading(wide, (60, 30)) as (app, pilot):
        await press(app, pilot, "v")
        app.reading.follow("#table")
        await press(app, pilot, "m", "a")
        before = page_text(app)
        app.reading.follow("#far")
        await press(app, pilot, "'", "a")
        assert page_text(app) == before


@pytest.mark.parametrize(("words", "keys"), [("needle", "ww"), ("needle", "www"), ("zebra", "v"), ("zebra", "vvvv")])
async def test_a_hit_in_sight_stays_so_when_what_it_is_in_is_set_otherwise(wide: Path, words: str, keys: str) -> None:
    async with reading(wide, (60, 16)) as (app, pilot):
        await type_text(app, pilot, f"/{words}")
        await press(app, pilot, "enter", "enter", "enter")
        assert shows(app, words)
        for key in keys:
            await press(app, pilot, key)
            assert shows(app, words), key


async def test_a_hit_out_of_sight_is_left_alone_when_the_page_is_set_otherwise(wide: Path) -> None:
    async with reading(wide, (60, 16)) as (app, pilot):
        await type_text(app, pilot, "/needle")
        await press(app, pilot, "enter", "g", "w")
        assert page_text(app)[0].startswith("Some wide")
        await press(app, pilot, "n", *["<"] * 20)
        assert not shows(app, "needle")
        await press(app, pilot, "L")
        assert not shows(app, "needle")


async def test_panning_by_hand_moves_no_row(wide: Path) -> None:
    async with reading(wide, (60, 30)) as (app, pilot):
        await press(app, pilot, "w")
        app.reading.follow("#code")
        await press(app, pilot, *"jjj")
        top = app.reading.page.viewport.top
        for key in (*">>><<<", "L"):
            await press(app, pilot, key)
            assert app.reading.page.viewport.top == top


@pytest.mark.parametrize("words", ["needle", "zebra", "a cell 5"])
async def test_a_hit_in_sight_is_panned_to_at_any_width_and_no_row_moves(wide: Path, words: str) -> None:
    async with reading(wide, (90, 24)) as (app, pilot):
        await press(app, pilot, "w", "v")
        await type_text(app, pilot, f"/{words}")
        await press(app, pilot, "enter")
        top, before = app.reading.page.viewport.top, page_text(app)
        for width in (40, 24, 120, 30, 90):
            await pilot.resize_terminal(width, 24)
            await settle(app, pilot)
            assert shows(app, words), width
        assert page_text(app) == before
        for key in (*["minus"] * 6, *["plus"] * 3):
            await press(app, pilot, key)
            assert shows(app, words), key
        assert app.reading.page.viewport.top == top


async def test_a_hit_out_of_sight_is_not_panned_to_when_the_width_changes(wide: Path) -> None:
    async with reading(wide, (90, 24)) as (app, pilot):
        await press(app, pilot, "w")
        await type_text(app, pilot, "/needle")
        await press(app, pilot, "enter", *["<"] * 20)
        before = page_text(app)
        assert not shows(app, "needle")
        await pilot.resize_terminal(70, 24)
        await settle(app, pilot)
        assert not shows(app, "needle")
        await pilot.resize_terminal(90, 24)
        await settle(app, pilot)
        assert page_text(app) == before


async def test_a_hit_in_a_wide_formula_is_panned_to_and_its_rows_stay_whole(tmp_path: Path) -> None:
    path = tmp_path / "formula.md"
    path.write_text(f"# Formula\n\n{FORMULA}\n{FILLER}", "utf-8")
    async with reading(path, (30, 20)) as (app, pilot):
        before = page_text(app)
        assert not shows(app, "needle")
        await type_text(app, pilot, "/needle")
        await press(app, pilot, "enter")
        assert shows(app, "needle")
        assert len([line for line in page_text(app) if "▎" in line]) == 3
        await press(app, pilot, *["<"] * 9)
        assert page_text(app)[: len(before)] == before
        await press(app, pilot, *[">"] * 9)
        assert shows(app, "needle")
