"""What the key line says: by the keys that there are, and to the end."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ketareader
from ketareader.sources import binary
from ketareader.state import Settings
from ketareader.ui import links
from ketareader.ui.app import KetaApp
from ketareader.ui.bindings import rebound
from ketareader.ui.commands import COMMANDS
from ketareader.ui.keys import key_of, with_keys
from tests.ui.reading import page_text, press, reading, said

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


def _texts(call: ast.Call) -> Iterator[str]:
    """Yield the texts that may be an argument of a call, a name of some length for what only a run knows."""
    for argument in call.args[:1]:
        for node in (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                parts = (part.value if isinstance(part, ast.Constant) else "what it is called" for part in node.values)
                yield "".join(map(str, parts))


def _messages() -> list[str]:
    """Return what the program's source gives to `say`, and to the errors that the reader is told."""
    files = [ast.parse(path.read_text("utf-8")) for path in Path(ketareader.__file__).parent.rglob("*.py")]
    calls = [node for file in files for node in ast.walk(file) if isinstance(node, ast.Call)]
    names = [(call, getattr(call.func, "attr", getattr(call.func, "id", ""))) for call in calls]
    return sorted({text for call, name in names if name == "say" or name.endswith("Error") for text in _texts(call)})


def _key_line(app: KetaApp) -> str:
    """Return all that stands in the key line, however many lines it has."""
    bar = app.reading.key_bar
    return " ".join(bar.render_line(y).text.strip() for y in range(bar.size.height))


KINDS = [f"“document.pdf” is {kind}, not text: {advice}." for _, _, kind, advice in binary._SIGNATURES]  # noqa: SLF001


async def test_every_message_is_read_to_its_end_on_eighty_columns(rivers: Path) -> None:
    messages = [*_messages(), *KINDS]
    assert len(messages) > len(KINDS) + 50
    async with reading(rivers, (80, 24)) as (app, pilot):
        rows = page_text(app)
        for message in messages:
            app.reading.say(message, error=True)
            await pilot.pause()
            assert _key_line(app) == " ".join(message.split())
            assert page_text(app) == rows
        assert app.reading.key_bar.size.height <= 3
        await press(app, pilot, "escape")
        assert app.reading.key_bar.size.height == 1


async def test_what_a_link_leads_to_that_is_no_text_is_told_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "a-folder-with-a-name" / "and-another-within"
    folder.mkdir(parents=True)
    (folder / "document.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "a.md").write_text("# A\n\n[there](document.pdf)\n")
    async with reading(folder / "a.md", (80, 24)) as (app, pilot):
        app.reading.follow("document.pdf")
        await pilot.pause()
        told = "“…/document.pdf” is a PDF document, not text: turn it into text first, for instance with pdftotext."
        assert _key_line(app) == told


@pytest.mark.parametrize("keys", ["", "z"])
async def test_an_address_that_nothing_opens_is_told_in_three_lines_at_the_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.setattr(links, "open_in_browser", lambda _: False)
    (tmp_path / "a.md").write_text("# A\n\nWords.\n")
    async with reading(tmp_path / "a.md", (80, 24)) as (app, pilot):
        await press(app, pilot, *keys)
        address = f"https://example.org/{'abc/' * 30}"
        app.reading.follow(address)
        await pilot.pause()
        assert _key_line(app).replace(" ", "") == f"Nobrowserfoundfor:{address}"
        app.reading.follow(address * 3)
        await pilot.pause()
        assert app.reading.key_bar.size.height == 3
        assert _key_line(app).endswith("…")


async def test_a_long_message_covers_no_box_that_one_types_in(rivers: Path) -> None:
    async with reading(rivers, (80, 24)) as (app, pilot):
        await press(app, pilot, "slash", "f")
        app.reading.say("What goes on " * 15, error=True)
        await pilot.pause()
        assert not app.reading.search_bar.box.region.overlaps(app.reading.key_bar.region)
