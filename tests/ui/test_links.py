import errno
import io
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from ketareader.document.anchor import Anchor
from ketareader.document.block import Block, Kind, Note, Quote
from ketareader.layout.destination import Destination, anchor_with, as_written, destination
from ketareader.layout.notes import note_with
from ketareader.layout.page import Place
from ketareader.layout.viewport import Hold
from ketareader.pipeline import read_article
from ketareader.sources.linked import file_at
from ketareader.ui import links
from ketareader.ui.history import History, Visit
from ketareader.ui.links import labels, links_in, open_in_browser
from tests.hostile.payloads import SCHEMES
from tests.ui.reading import first_line, outcome, page_text, press, reading, said, screen_text, settle, write_article

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


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("#%E4%B8%AD%E6%96%87-%E6%A0%87%E9%A2%98", "#中文-标题"),
        ("dir%20with%20space/a%20b.md#%C3%BCber", "dir with space/a b.md#über"),
        ("#%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85", "#می\u200cخواهم"),
        ("%5Ba%5D.md", "[a].md"),
        ("100%25.md", "100%25.md"),
        ("a%2Fb%23c.md", "a%2Fb%23c.md"),
        ("#%1B%5D0;x%07", "#%1B]0;x%07"),
        ("#%E2%80%AEb", "#%E2%80%AEb"),
        ("%FF.md", "%FF.md"),
        ("a\x1bb.md", "a␛b.md"),
        ("https://example.org/%C3%BC", "https://example.org/%C3%BC"),
        ("//example.org/%C3%BC", "//example.org/%C3%BC"),
        ("https%3A//example.org", "https%3A//example.org"),
        ("http://[", "http://["),
    ],
)
def test_what_stays_in_the_program_is_told_as_it_was_written(target: str, written: str) -> None:
    assert as_written(target) == written


async def test_of_a_link_in_hand_its_target_is_shown_as_it_was_written(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("[a](#über) [b](<no such/a b.md>) [c](<ftp:ü x>) [d](<#größe>)", "utf-8")
    told = ["Enter goes to #über", "Enter goes to no such/a b.md", "Not opened here: ftp:%C3%BC%20x"]
    async with reading(article) as (app, pilot):
        for line in told:
            await press(app, pilot, ".")
            assert said(app) == line


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_scheme_but_three_is_handed_on(scheme: str) -> None:
    target = scheme if ":" in scheme else f"{scheme}:x"
    goal = destination(target, FOLDER)
    if goal and goal.address:
        assert goal.address.lower().startswith(("http:", "https:", "mailto:"))


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 100, 361, 400, 401, 1000])
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


async def test_letters_on_links_side_by_side_stand_side_by_side_and_are_read_whole(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(
        "[x](#b)[y](#b)[zz](#b) [中](#b)[v](#c) w\n\n" + "[link](#b) " * 18 + "\n\n# B\n\n# C\n", "utf-8"
    )
    async with reading(article, (80, 24)) as (app, pilot):
        await press(app, pilot, "f")
        assert page_text(app)[0] == "aa as ad af ag"
        await press(app, pilot, "a")
        assert page_text(app)[0] == "a s d f gw"
        await press(app, pilot, "g")
        assert first_line(app) == "C"


async def test_more_links_than_two_letters_tell_apart_all_have_letters(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("".join(f"[abc](#s{number}) " for number in range(500)) + "\n\n# S499\n\nThere.\n")
    async with reading(article, (150, 40)) as (app, pilot):
        await press(app, pilot, "f")
        assert len(app.reading.page.sight.marks.labels) == 500
        *_, last = app.reading.page.sight.marks.labels.values()
        await press(app, pilot, *last)
        assert first_line(app) == "S499"


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
    history, gone = History(), list[Visit]()

    def go(to: Visit) -> bool:
        gone.append(to)
        return True

    history.leave(visit(1))
    history.leave(visit(2))
    assert history.back(visit(3), go)
    assert history.back(visit(2), go)
    assert not history.back(visit(1), go)
    assert history.forward(visit(1), go)
    assert gone == [visit(2), visit(1), visit(2)]
    history.leave(visit(5))
    assert not history.forward(visit(6), go)
    assert history.back(visit(5), go)
    assert gone[-1] == visit(1)


def test_a_place_that_cant_be_gone_to_stays_in_the_history() -> None:
    history = History()
    history.leave(visit(1))
    assert history.back(visit(2), lambda _: False)
    assert history.back(visit(2), lambda _: True)
    assert history.forward(visit(1), lambda _: False)
    assert history.forward(visit(1), lambda _: True)
    assert not history.forward(visit(2), lambda _: True)


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


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        ("#^note", Destination(note="^note")),
        ("#^a%20b%C3%B6?", Destination(note="^a bö?")),
        ("abbr:HyperText Markup: Language", Destination(meaning="HyperText Markup: Language")),
        ("https://пример.рф/ü", Destination(address="https://xn--e1afmkfd.xn--p1ai/%C3%BC")),
        ("https://a b/", None),
        ("folder/?x#y", Destination(path=FOLDER / "folder", slug="y")),
    ],
)
def test_notes_abbreviations_and_hosts_in_any_script_are_known(target: str, goal: Destination | None) -> None:
    assert destination(target, FOLDER) == goal


@pytest.mark.parametrize(
    "slug", ["the-sea", "The-Sea", "user-content-the-sea", "USER-CONTENT-the-sea", unquote("%74he-sea")]
)
def test_a_section_is_found_by_its_slug_in_any_case_and_with_githubs_prefix(slug: str, tmp_path: Path) -> None:
    document = read_article(str(write_article(tmp_path)))
    anchor = anchor_with(document, slug)
    assert anchor is not None
    assert document.inline(anchor.block).text == "The sea"
    assert anchor_with(document, "sea") is None


def test_a_section_that_is_called_so_comes_before_githubs_prefix(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# x\n\n# user-content-x\n")
    assert anchor_with(read_article(str(path)), "user-content-x") == Anchor(1)


def test_a_note_is_found_by_the_frame_of_its_blocks() -> None:
    note, other = Note("^a"), Note("^b")
    frames = [(), (other,), (note,), (note, Quote()), ()]
    blocks = [Block(Kind.PARAGRAPH, "", 1, 2, frame) for frame in frames]
    assert note_with(blocks, "^a") == 2
    assert note_with(blocks, "^b") == 1
    assert note_with(blocks, "^c") is None


@pytest.mark.parametrize(
    ("target", "file"),
    [("guide", "guide/README.md"), ("other", "other/index.md"), ("plain", "plain.md"), ("bare", "bare"), ("no", "no")],
)
def test_a_link_to_a_folder_leads_to_its_readme_and_one_without_an_ending_to_markdown(
    target: str, file: str, tmp_path: Path
) -> None:
    for name in ("guide/README.md", "guide/index.md", "other/index.md", "plain.md", "bare", "bare.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert file_at(tmp_path / target) == tmp_path / file


def test_what_can_be_no_file_is_no_matter() -> None:
    assert file_at(Path("/a\0b")) == Path("/a\0b")


LINKS = """\
# Links

[one](#links) and a [link that is so long that it is broken over more than one line of the page](#two) and
[**three** `parts`](#three) [again](#three)

## Two

{filler}

## Three
"""


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    path = tmp_path / "links.md"
    path.write_text(LINKS.format(filler="Filler.\n\n" * 60))
    return path


async def test_each_link_in_sight_is_found_once_whatever_it_is_broken_into(linked: Path) -> None:
    async with reading(linked, (50, 24)) as (app, _):
        page = app.reading.page
        found = links_in(page.document, page.rows)
        assert [link.target for link in found] == ["#links", "#two", "#three", "#three"]
        text = page.document.inline(1).text
        assert [text[link.start : link.end].split()[0] for link in found] == ["one", "link", "three", "again"]


async def test_links_are_taken_in_hand_one_after_the_other_and_round(linked: Path) -> None:
    async with reading(linked) as (app, pilot):
        targets = []
        for key in (".", ".", ".", ".", ".", ",", ","):
            await press(app, pilot, key)
            assert app.reading.page.held
            targets.append(app.reading.page.held.target)
        assert targets == ["#links", "#two", "#three", "#three", "#links", "#three", "#three"]
        await press(app, pilot, "escape", ",")
        assert app.reading.page.held
        assert app.reading.page.held.start > 100


async def test_the_link_in_hand_is_marked_without_colour_and_its_target_shown(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(linked) as (app, pilot):
        await press(app, pilot, ".", ".")
        marked = [s.text for y in range(8) for s in app.reading.page.render_line(y) if s.style and s.style.reverse]
        assert " ".join(marked).startswith("link that is so long that")
        assert said(app) == "Enter goes to #two"
        await press(app, pilot, "j")
        assert said(app) == "Enter goes to #two"


async def test_enter_follows_the_link_in_hand_and_back_restores_the_line(linked: Path) -> None:
    async with reading(linked) as (app, pilot):
        await press(app, pilot, "j", ".", ".", "enter")
        assert first_line(app) == "Two"
        assert app.reading.page.held is None
        await press(app, pilot, "backspace")
        assert first_line(app) != "Two"
        assert app.reading.page.viewport.top == Place(0, 1)


async def test_a_link_in_hand_is_put_down_by_escape_and_by_leaving_the_screen(linked: Path) -> None:
    async with reading(linked) as (app, pilot):
        await press(app, pilot, "slash", *"filler", "enter", "g", ".")
        await press(app, pilot, "escape")
        assert app.reading.page.held is None
        assert app.reading.search.active
        await press(app, pilot, ".", "space")
        assert app.reading.page.held is None
        assert "Enter" not in said(app)
        await press(app, pilot, ".")
        assert said(app) == "No link in sight"


async def test_with_a_link_in_hand_n_is_still_the_next_hit(linked: Path) -> None:
    async with reading(linked) as (app, pilot):
        await press(app, pilot, "slash", *"link", "enter", "g", ".", "n")
        assert app.reading.search.current
        assert app.reading.page.held
        await press(app, pilot, "escape", "enter")
        assert outcome(app).startswith(("2 of", "3 of"))


WEB = "# A\n\n[site](https://example.org/a) [bank](https://аpple.com/) [bad](x-y:z) [dead](#nowhere) [gone](gone.md)\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that are opened from now on."""
    addresses: list[str] = []
    monkeypatch.setattr(links, "open_in_browser", lambda address: not addresses.append(address))  # type: ignore[func-returns-value]
    return addresses


@pytest.fixture
def web(tmp_path: Path) -> Path:
    path = tmp_path / "web.md"
    path.write_text(WEB)
    return path


async def test_a_web_link_is_shown_first_and_opened_by_enter(web: Path, opened: list[str]) -> None:
    async with reading(web) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert said(app).startswith("Enter opens https://example.org/a")
        assert said(app).endswith("Esc leaves it")
        assert opened == []
        await press(app, pilot, "enter")
        assert opened == ["https://example.org/a"]
        assert said(app) == "In the browser: https://example.org/a"


async def test_a_web_link_is_opened_by_its_letters_typed_again_and_by_no_others(web: Path, opened: list[str]) -> None:
    async with reading(web) as (app, pilot):
        await press(app, pilot, "f", "a", "a")
        assert opened == ["https://example.org/a"]
        await press(app, pilot, "f", "a", "escape", "enter")
        await press(app, pilot, "f", "a", "j", "a")
        assert opened == ["https://example.org/a"]


async def test_letters_of_two_are_both_typed_again(tmp_path: Path, opened: list[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text(" ".join(f"[n{number}](https://example.org/{number})" for number in range(25)))
    async with reading(path) as (app, pilot):
        await press(app, pilot, "f", "a", "s", "a", "s")
        assert opened == ["https://example.org/1"]


async def test_a_click_shows_a_web_link_and_a_second_opens_it(web: Path, opened: list[str]) -> None:
    async with reading(web) as (app, pilot):
        where = (app.reading.page._column.left, 3)  # noqa: SLF001 (where the text begins)
        await pilot.click("#page", offset=where)
        await settle(app, pilot)
        assert opened == []
        assert said(app).startswith("Enter opens https://example.org/a")
        await pilot.click("#page", offset=where)
        await settle(app, pilot)
        assert opened == ["https://example.org/a"]


async def test_two_quick_clicks_on_a_web_link_open_it_and_select_nothing(web: Path, opened: list[str]) -> None:
    async with reading(web) as (app, pilot):
        await pilot.click("#page", offset=(app.reading.page.left, 3), times=2)
        await settle(app, pilot)
        assert opened == ["https://example.org/a"]
        assert app.reading.page.selection is None


async def test_a_host_in_letters_of_several_scripts_is_shown_for_what_it_is(web: Path) -> None:
    async with reading(web, (120, 30)) as (app, pilot):
        await press(app, pilot, ".", ".")
        assert "https://xn--pple-43d.com/ (аpple.com: mixed scripts)" in said(app)


async def test_of_a_long_address_in_a_narrow_line_the_host_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"[x](https://example.org/{'a' * 99}) [y](https://аpple.com/{'b' * 99})\n")
    async with reading(path, (40, 12)) as (app, pilot):
        await press(app, pilot, ".")
        assert said(app).startswith("https://example.org/aaaaaaaaaa")
        await press(app, pilot, ".")
        assert said(app).startswith("https://xn--pple-43d.com")
        await pilot.resize_terminal(80, 12)
        await press(app, pilot, ",", ".")
        assert said(app).endswith("(аpple.com: mixed scripts)")


async def test_what_leads_nowhere_says_so_and_stays(web: Path) -> None:
    async with reading(web) as (app, pilot):
        for letter, message in (("d", "x-y:z"), ("f", "#nowhere"), ("g", "gone.md")):
            await press(app, pilot, "f", letter)
            assert message in said(app)
        assert app.reading.history.behind == []
        assert first_line(app) == "A"


@pytest.mark.parametrize("size", [(100, 30), (40, 12), (24, 6)])
async def test_the_folders_of_a_missing_file_dont_push_out_its_name(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = tmp_path / ("folder" * 8)
    folder.mkdir()
    (folder / "a.md").write_text("# A\n\n[gone](gone.md)\n")
    async with reading(folder / "a.md", size=size) as (app, pilot):
        await press(app, pilot, ".", "enter")
        bar = app.reading.key_bar
        assert "gone.md" in " ".join(bar.render_line(y).text for y in range(bar.size.height))


async def test_the_link_in_hand_stays_there_unless_one_goes_away_from_it(web: Path, opened: list[str]) -> None:
    async with reading(web) as (app, pilot):
        targets = []
        for _ in range(5):
            await press(app, pilot, ".", "enter")
            assert app.reading.page.held
            targets.append(app.reading.page.held.target)
        assert targets == ["https://example.org/a", "https://xn--pple-43d.com/", "x-y:z", "#nowhere", "gone.md"]
        assert opened == targets[:2]
        await press(app, pilot, "j")
        assert said(app) == "Enter goes to gone.md"
        await press(app, pilot, "escape")
        assert app.reading.page.held is None
        assert "help" in said(app)


async def test_the_link_to_a_note_is_still_in_hand_once_the_note_is_put_away(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("One[^1] and two[^2].\n\n[^1]: First.\n[^2]: Second.\n")
    async with reading(article) as (app, pilot):
        await press(app, pilot, ".", "enter", "escape")
        assert said(app) == "Enter shows note 1"
        await press(app, pilot, ".")
        assert said(app) == "Enter shows note 2"


@pytest.mark.parametrize("keys", [(".", "enter"), (".", "K")])
async def test_of_a_place_that_another_article_lacks_that_ones_name_is_told(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    (tmp_path / "a.md").write_text("# A\n\n[there](b.md#nowhere)\n")
    (tmp_path / "b.md").write_text("# B\n")
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, *keys)
        assert said(app) == "No section here is called #nowhere: b.md"


async def test_a_file_that_is_away_doesnt_bar_the_way_back(tmp_path: Path) -> None:
    for name, goal in (("a", "b"), ("b", "c"), ("c", "d")):
        (tmp_path / f"{name}.md").write_text(f"# {name.upper()}\n\n[x]({goal}.md)\n")
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, ".", "enter", ".", "enter")
        (tmp_path / "b.md").rename(tmp_path / "b2.md")
        await press(app, pilot, "backspace")
        assert first_line(app) == "C"
        await press(app, pilot, "backspace")
        assert first_line(app) == "A"
        (tmp_path / "b2.md").rename(tmp_path / "b.md")
        await press(app, pilot, "alt+right")
        assert first_line(app) == "B"
        await press(app, pilot, "alt+right")
        assert first_line(app) == "C"


@pytest.mark.parametrize("size", [(50, 16), (40, 10), (80, 20)])
async def test_the_search_box_stays_in_sight_below_a_long_target(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# A\n\n[x]({'/'.join(['folder'] * 12)}.md)\n\n" + "Words.\n\n" * 60)
    async with reading(path, size=size) as (app, pilot):
        rows = app.reading.page.size.height
        await press(app, pilot, ".")
        screen = screen_text(app)
        assert screen[-1].startswith(" /")
        assert "Enter goes to folder/" in "".join(screen)
        assert ".md" in screen[-2]
        assert app.reading.page.size.height == rows


async def test_no_sequence_in_a_target_reaches_the_key_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n[x](#%1b%5b2J) [y](abbr:%1b)\n")
    async with reading(path) as (app, pilot):
        for keys in (("f", "a"), (".",), ("enter",), (".", "."), ("enter",)):
            await press(app, pilot, *keys)
            assert "\x1b" not in said(app)


async def test_a_message_goes_with_the_next_command(web: Path) -> None:
    async with reading(web) as (app, pilot):
        await press(app, pilot, "T")
        assert said(app).startswith("Theme")
        await press(app, pilot, "j")
        assert "help" in said(app)


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Return a link to a place far into a long article."""
    parts = "".join(f"Paragraph {number}.\n\n" for number in range(9_000))
    (tmp_path / "long.md").write_text(f"# Long\n\n{parts}\n## Far on\n\nHere.\n")
    path = tmp_path / "a.md"
    path.write_text("# A\n\n[far](long#far-on) [nowhere](long.md#near)\n")
    return path


async def test_a_section_of_another_file_is_gone_to_once_it_has_been_read(long: Path) -> None:
    async with reading(long) as (app, pilot):
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "Far on"
        await press(app, pilot, "k", "k", "k")
        before = page_text(app)
        await press(app, pilot, "backspace")
        assert first_line(app) == "A"
        await press(app, pilot, "ctrl+i")
        assert page_text(app) == before


async def test_a_dead_anchor_in_another_file_says_so_when_all_has_been_read(long: Path) -> None:
    async with reading(long) as (app, pilot):
        await press(app, pilot, ".", ".", "enter")
        assert first_line(app) == "Long"
        assert said(app) == "No section here is called #near"


async def test_a_place_further_on_than_has_been_read_is_not_gone_to_after_escape(
    web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(web) as (app, pilot):
        for keys in ([], ["escape"]):
            monkeypatch.setattr(app.reading.article.document, "complete", False)
            await press(app, pilot, "f", "f")
            assert said(app) == "Further on than has been read: it will be gone to"
            await press(app, pilot, *keys)
            monkeypatch.setattr(app.reading.article.document, "complete", True)
            app.reading.goal.resume()
            assert (said(app) == "No section here is called #nowhere") is not bool(keys)


async def test_a_link_to_the_article_itself_does_not_open_it_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n[there](a.md#b) [top](a.md)\n\n" + "x\n\n" * 60 + "## B\n\n[top](./a.md)\n")
    async with reading(path) as (app, pilot):
        document = app.reading.article.document
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "B"
        await press(app, pilot, ".", "enter")
        assert first_line(app) == "A"
        assert app.reading.article.document is document


async def test_back_restores_the_line_after_a_resize(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n" + "x\n\n" * 60 + "## B\n\nend\n")
    async with reading(path) as (app, pilot):
        await press(app, pilot, "d", "d")
        before = first_line(app), app.reading.page.viewport.hold.anchor
        await press(app, pilot, "G")
        await pilot.resize_terminal(60, 20)
        await press(app, pilot, "backspace")
        assert (first_line(app), app.reading.page.viewport.hold.anchor) == before


async def test_a_path_that_no_system_takes_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# A\n\n[long]({'a' * 5000}) [null](a%00b)\n")
    async with reading(path, size=(160, 30)) as (app, pilot):
        await press(app, pilot, "f", "a")
        assert "too long" in said(app)
        await press(app, pilot, "f", "s")
        assert "no name for a file" in said(app)


async def test_back_unfolds_what_was_folded_since(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    inside, outside = ("\n\n".join(f"{where} {number}." for number in range(40)) for where in ("In", "Out"))
    path.write_text(f"# A\n\n<details open>\n<summary>Sum</summary>\n\n{inside}\n\n</details>\n\n{outside}\n")
    async with reading(path, (80, 24)) as (app, pilot):
        await press(app, pilot, "d", "d")
        before = page_text(app)
        assert before[0].startswith("In")
        await press(app, pilot, "g", "o")
        assert "Out 0." in page_text(app)
        await press(app, pilot, "backspace")
        assert page_text(app) == before


async def test_what_came_through_a_pipe_is_gone_back_to_though_it_can_be_read_but_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.md").write_text("# B\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# Piped\n\n[b](b)\n" + b"\nx\n" * 60)))
    async with reading(Path("-")) as (app, pilot):
        await press(app, pilot, "j", ".", "enter")
        assert first_line(app) == "B"
        await press(app, pilot, "backspace")
        assert app.reading.page.viewport.top == Place(0, 1)
        await press(app, pilot, "ctrl+i")
        assert first_line(app) == "B"


async def test_a_dead_anchor_in_another_file_is_told_and_one_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[there](b.md#nowhere)\n", "utf-8")
    (tmp_path / "b.md").write_text("# B\n\ntext\n", "utf-8")
    async with reading(tmp_path / "a.md") as (app, pilot):
        await press(app, pilot, "f", "a")
        assert "No section here is called #nowhere" in said(app)
        assert first_line(app) == "there"


async def test_the_title_of_a_link_in_hand_is_told_behind_where_it_leads(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('# A\n\n[web](https://example.org/a "On the web") and [here](#a "The beginning")\n')
    async with reading(path, (100, 24)) as (app, pilot):
        await press(app, pilot, ".")
        assert said(app).startswith("Enter opens https://example.org/a “On the web”")
        await press(app, pilot, ".")
        assert said(app) == "Enter goes to #a “The beginning”"
