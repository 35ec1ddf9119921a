"""What the key line says: by the keys that there are, and to the end."""

from pathlib import Path

import pytest

from ketareader.state import Settings
from ketareader.ui.bindings import rebound
from ketareader.ui.commands import COMMANDS
from ketareader.ui.keys import key_of, with_keys
from tests.ui.reading import press, reading, said

CHOSEN = {
    "copy": ("x",),
    "pan_left": ("{",),
    "pan_right": ("}",),
    "quit": ("Q", "ctrl+q"),
    "search": ("ctrl+f",),
    "set_mark": ("M",),
    "tables": ("PgUp",),
}


def test_the_first_key_of_a_command_is_the_one_it_has_by_now() -> None:
    assert key_of(COMMANDS, "page_down") == "space"
    assert key_of(rebound({"page_down": ("PgDn", "f")}), "page_down") == "PgDn"
    assert key_of(rebound({"page_down": ("f",)}), "follow_link") == ""


def test_what_no_key_does_is_not_told_as_a_help() -> None:
    deeds = {"search": "searches", "quit": "quits"}
    assert with_keys("Nothing", COMMANDS, **deeds) == "Nothing: / searches, q quits"
    assert with_keys("Nothing", rebound({"help": ("/",)}), **deeds) == "Nothing: q quits"
    assert with_keys("Nothing", rebound({"help": ("/", "q")}), **deeds) == "Nothing"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("alt+l", "No hits to list: ctrl+f searches"),
        ("}", "Nothing in sight goes on to the side: w has code do so, PgUp has tables"),
        ("ctrl+c", "Nothing is selected by dragging over it: x copies what is read, Q quits"),
        ("w", "Long lines of code go on to the side: } pans there, { pans back"),
    ],
)
async def test_messages_name_the_keys_that_were_chosen(rivers: Path, key: str, message: str) -> None:
    async with reading(rivers, (80, 24), settings=Settings(CHOSEN)) as (app, pilot):
        await press(app, pilot, key)
        assert said(app) == message


async def test_what_is_told_of_links_names_the_keys_that_were_chosen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n[site](https://example.org/a) [here](#a)\n")
    chosen = Settings({"enter": ("e",), "escape": ("v",), "set_mark": ("M",)})
    async with reading(tmp_path / "a.md", (80, 24), settings=chosen) as (app, pilot):
        await press(app, pilot, ".")
        assert said(app).split("  ")[0] == "e opens https://example.org/a"
        assert said(app).endswith("v leaves it")
        await press(app, pilot, "K")
        assert str(app.screen.query_one("#preview").border_subtitle) == "e opens it · v back"
        await press(app, pilot, "v", ".")
        assert said(app) == "e goes to #a"
        await press(app, pilot, "v", "apostrophe")
        assert said(app) == "No mark is set yet: M and a letter sets one"


async def test_where_no_key_follows_links_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n[here](#a)\n")
    async with reading(tmp_path / "a.md", (80, 24), settings=Settings({"fold": ("enter",)})) as (app, pilot):
        await press(app, pilot, ".")
        assert said(app) == "goes to #a"
