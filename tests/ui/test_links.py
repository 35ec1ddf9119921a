import errno
import subprocess
from pathlib import Path

import pytest

from ketareader.document.anchor import Anchor
from ketareader.layout.viewport import Hold
from ketareader.ui import links
from ketareader.ui.history import History, Visit
from ketareader.ui.links import Destination, destination, labels, open_in_browser
from tests.hostile.payloads import SCHEMES
from tests.ui.reading import press, reading, said

FOLDER = Path("/articles")


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        ("#the-sea", Destination(slug="the-sea")),
        ("other.md#a%20b", Destination(path=FOLDER / "other.md", slug="a b")),
        ("my%20file.md", Destination(path=FOLDER / "my file.md")),
        ("https://example.org/a", Destination(address="https://example.org/a")),
        ("mailto:a@example.org", Destination(address="mailto:a@example.org")),
        ("//example.org/a", None),
        ("#", None),
        ("http://[", None),
    ],
)
def test_a_target_leads_to_a_section_a_file_an_address_or_nowhere(target: str, goal: Destination | None) -> None:
    assert destination(target, FOLDER) == goal


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_scheme_but_three_is_handed_on(scheme: str) -> None:
    target = scheme if ":" in scheme else f"{scheme}:x"
    goal = destination(target, FOLDER)
    if goal and goal.address:
        assert goal.address.lower().startswith(("http:", "https:", "mailto:"))


@pytest.mark.parametrize("count", [0, 1, 19, 20, 100, 361])
def test_no_label_is_the_beginning_of_another(count: int) -> None:
    names = labels(count)
    assert len(set(names)) == count
    assert not any(a != b and b.startswith(a) for a in names for b in names)


ADDRESS = "https://example.org/;rm -r $HOME"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the argument lists that are started from now on; there is xdg-open, and two browsers, one broken."""

    def start(arguments: list[str], **_: object) -> None:
        if arguments[0] == "/bin/broken":
            raise OSError(errno.ENOEXEC, "Exec format error")
        calls.append(arguments)

    calls: list[list[str]] = []
    there = ("xdg-open", "lynx", "broken")
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name in there else None)
    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.delenv("BROWSER", raising=False)
    return calls


def test_an_address_is_handed_to_the_systems_opener_by_argument_list(started: list[list[str]]) -> None:
    assert open_in_browser(ADDRESS)
    assert started == [["/bin/xdg-open", ADDRESS]]


@pytest.mark.parametrize(
    ("browser", "arguments"),
    [
        ("lynx", ["/bin/lynx", ADDRESS]),
        ("lynx -cfg '/a b' --", ["/bin/lynx", "-cfg", "/a b", "--", ADDRESS]),
        ("lynx --open=%s --once", ["/bin/lynx", f"--open={ADDRESS}", "--once"]),
        ("lynx '%s'; rm", ["/bin/lynx", f"{ADDRESS};", "rm"]),
        ("missing:lynx:xdg-open", ["/bin/lynx", ADDRESS]),
        ("broken %s:lynx", ["/bin/lynx", ADDRESS]),
        ("missing", ["/bin/xdg-open", ADDRESS]),
        ("lynx 'never closed", ["/bin/xdg-open", ADDRESS]),
        (":: :", ["/bin/xdg-open", ADDRESS]),
        ("", ["/bin/xdg-open", ADDRESS]),
    ],
)
def test_the_browser_that_the_reader_names_comes_first_and_no_shell_reads_the_name(
    browser: str, arguments: list[str], started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", browser)
    assert open_in_browser(ADDRESS)
    assert started == [arguments]


def test_without_an_opener_nothing_is_started(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setenv("BROWSER", "lynx")
    assert not open_in_browser("https://example.org/")
    assert started == []


async def test_an_address_that_is_followed_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "open_in_browser", lambda _: True)
    article = tmp_path / "a.md"
    article.write_text("# A\n\n[site](https://example.org/a)\n")
    async with reading(article) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert "https://example.org/a" in said(app)
        await pilot.click("#page", offset=(14, 3))
        await pilot.pause()
        assert "https://example.org/a" in said(app)


async def test_many_links_have_letters_of_two(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(
        "# A\n\n"
        + "\n\n".join(f"[link{n}](#s{n})" for n in range(30))
        + "\n\n"
        + "\n\n".join(f"## s{n}" for n in range(30))
    )
    async with reading(article, (100, 80)) as (app, pilot):
        waiting = []
        for key in ("f", "a", "s", "g", "f", "x", "f", "left"):
            await press(app, pilot, key)
            waiting.append(app.reading.letters.waiting)
        assert waiting == [True, True, False, False, True, False, True, False]


async def test_without_a_link_in_sight_that_is_said(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n\nPlain.\n")
    async with reading(article) as (app, pilot):
        await press(app, pilot, "f")
        assert "No link" in said(app)
        await press(app, pilot, "'")
        assert "No mark" in said(app)


def visit(block: int) -> Visit:
    return Visit("a", Hold(Anchor(block)))


def test_history_goes_back_and_forward_and_forgets_what_was_ahead() -> None:
    history = History()
    history.leave(visit(1))
    history.leave(visit(2))
    assert history.back(visit(3)) == visit(2)
    assert history.back(visit(2)) == visit(1)
    assert history.back(visit(1)) is None
    assert history.forward(visit(1)) == visit(2)
    history.leave(visit(5))
    assert history.forward(visit(6)) is None
    assert history.back(visit(5)) == visit(1)


async def test_the_terminal_is_given_web_addresses_and_no_others(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# A\n\n[site](https://пример.рф/ü) [mail](mailto:a@b.org) [file](b.md) [here](#a) [x](x-y:z)\n")
    async with reading(article) as (app, _):
        page = app.reading.page
        styles = {s.text: s.style for y in range(8) for s in page.render_line(y) if s.style}
        assert styles["site"].link == "https://xn--e1afmkfd.xn--p1ai/%C3%BC"
        assert styles["mail"].link == "mailto:a@b.org"
        assert [styles[text].link for text in ("file", "here", "x")] == [None, None, None]


async def test_a_terminal_that_would_print_them_is_given_no_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    article = tmp_path / "a.md"
    article.write_text("# A\n\n[site](https://example.org/)\n")
    async with reading(article) as (app, _):
        page = app.reading.page
        assert not any(s.style and s.style.link for y in range(8) for s in page.render_line(y))
