"""`ketareader print`: every word, no escape where none is asked for, and one section where one is."""

import os
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from ketareader.cli import main
from ketareader.commands.settled import settled_blocks
from ketareader.layout.export import coloured, colourless, plain
from ketareader.layout.lines import Line, Run
from ketareader.pipeline import open_article
from tests.written import read_written

ARTICLE = """\
# Foxes

A **quick** *fox* ~~runs~~ `past` the [den](https://example.org/den)
of a lazy dog , then past another one, who was no better at all.

## Where they live

> Quoted words.

- [ ] open
- [x] done

### In towns

| where | when |
| ----- | ---- |
| parks | dusk |

## What they eat

```python
def eat(mice: int) -> None: ...
```

### In dens

Mice.

## Where they sleep

Later is [defined][later].

[later]: /later
[never]: /never
"""
SGR = re.compile(r"\x1b\[([0-9;]*)m")
LINK = re.compile(r"\x1b\]8;;((?:https?://|mailto:)[\x21-\x5b\x5d-\x7e]+)?\x1b\\")


@pytest.fixture
def foxes(tmp_path: Path) -> str:
    path = tmp_path / "foxes.md"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["print", *arguments]) == 0
    output, errors = capsys.readouterr()
    assert errors == ""
    return str(output)


TAKING = (
    "import fcntl, signal, termios; fcntl.ioctl(1, termios.TIOCSCTTY, 0)\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
)
"""Makes standard output the terminal of a process that has none, and interrupts count, as a shell does."""
RUNNING = "import sys; from ketareader.cli import main; sys.exit(main(sys.argv[1:]))"


def on_terminal(
    command: list[str], code: str = TAKING + RUNNING, columns: int = 100, stdin: str | None = None, **environment: str
) -> str:
    """Return what a command shows on a terminal; where that is the article on foxes on a screen, it is left."""
    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (24, columns))
    process = subprocess.Popen(
        [sys.executable, "-c", code, *command],
        stdin=slave if stdin is None else subprocess.PIPE,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        encoding="utf-8",
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    os.close(slave)
    if process.stdin:
        process.stdin.write(stdin or "")
        process.stdin.close()
    shown = b""
    while chunk := read_written(master):
        shown += chunk
        if b"\x1b[?1049h" in shown and b"Foxes" in shown:
            os.write(master, b"q")
    os.close(master)  # What still shows something is told that its terminal is gone.
    assert process.wait(30) == 0
    return shown.decode().replace("\r\n", "\n")


def test_plain_text_has_every_word_and_no_escape(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    output = printed(capsys, foxes)
    assert "\x1b" not in output
    words = (
        "Foxes quick fox runs past den lazy dog Where Quoted open done towns parks dusk def eat(mice: Mice. defined."
    )
    assert set(words.split()) <= set(output.split())
    assert "[never]: /never" in output
    assert "[later]" not in output
    assert not any(line.endswith(" ") for line in output.splitlines())


def test_lines_are_as_wide_as_is_asked_for(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    widths = {
        width: max(map(len, printed(capsys, foxes, "--width", width).splitlines())) for width in ("30", "72", "200")
    }
    assert widths["30"] <= 30
    assert 60 < widths["72"] <= 72
    assert widths["200"] > 90
    assert printed(capsys, foxes) == printed(capsys, foxes, "--width", "72")
    assert printed(capsys, foxes, "--width", "1")


def test_notes_have_their_numbers_at_any_width_and_their_names_where_there_is_room(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "a[^smith-2020] b[^a-very-long-name-of-a-note]\n\n[^smith-2020]: One.\n[^a-very-long-name-of-a-note]: Two.\n"
    )
    notes = {
        width: printed(capsys, str(path), "--width", width).split("\n")[-3:-1] for width in ("20", "40", "72", "120")
    }
    assert notes["20"] == notes["40"] == [" 1. One.", " 2. Two."]
    assert notes["72"] == ["1 (smith-2020). One.", " 2. Two."]
    assert notes["120"] == ["1 (smith-2020). One.", "2 (a-very-long-name-of-a-note). Two."]


def test_punctuation_is_set_with_colours_and_the_authors_in_plain_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text('# "What\'s new"\n\nIt\'s "late" -- or... `"code"`\n', "utf-8")
    assert printed(capsys, str(path)).splitlines()[-1] == 'It\'s "late" -- or... "code"'
    for options in ([], ["--section", "\"what's new"]):
        coloured_text = SGR.sub("", printed(capsys, str(path), "--format", "ansi", *options))
        assert coloured_text.splitlines()[-1] == 'It’s “late” – or… "code"'


def test_sequences_are_those_of_colours_and_links_alone_and_hide_no_word(
    foxes: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured_text = printed(capsys, foxes, "--format", "ansi")
    assert SGR.sub("", LINK.sub("", coloured_text)) == printed(capsys, foxes, "--format", "plain")
    assert LINK.findall(coloured_text) == ["https://example.org/den", ""]
    assert any("3" in {code[0] for code in codes.split(";") if len(code) == 2} for codes in SGR.findall(coloured_text))
    monkeypatch.setenv("NO_COLOR", "1")
    codes = {code for codes in SGR.findall(printed(capsys, foxes, "--format", "ansi")) for code in codes.split(";")}
    assert {"1", "3", "9"} <= codes <= {"0", "1", "2", "3", "4", "9", "22"}


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([Run("a ", "text"), Run("b", "text strong"), Run("  ", "code.block")], "a \x1b[1mb\x1b[0m"),
        ([Run("a", "heading.1 code"), Run("b", "heading.1 link code")], "\x1b[1;36ma\x1b[0m\x1b[1;4;36mb\x1b[0m"),
        ([Run("a", "strong"), Run("b", "term")], "\x1b[1mab\x1b[0m"),
        ([Run("  ", "strong"), Run(" ", "")], ""),
        ([], ""),
    ],
)
def test_roles_become_the_fewest_sequences(runs: list[Run], text: str) -> None:
    line = Line(tuple(runs), 0, 0)
    assert coloured(line) == text
    assert plain(line) == SGR.sub("", text)
    assert colourless(line) == text.replace(";36", ";3")  # Code, where it has no colour.


@pytest.mark.parametrize(
    ("section", "first", "last"),
    [
        ("1", "Where they live", "parks │ dusk"),
        ("1.1", "In towns", "parks │ dusk"),
        ("1.1.", "In towns", "parks │ dusk"),
        ("in TOWNS", "In towns", "parks │ dusk"),
        ("Foxes", "Foxes", "[never]: /never"),
        ("what", "What they eat", "Mice."),
        ("sleep", "Where they sleep", "[never]: /never"),
    ],
)
def test_a_section_is_printed_with_those_in_it(
    section: str, first: str, last: str, foxes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, foxes, "--section", section).rstrip("\n").split("\n")
    assert (lines[0], lines[-1]) == (first, last)


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        (
            "where",
            "2 sections could be “where”: “Where they live” (1), “Where they sleep” (3). Say which by its number.",
        ),
        (
            "What they ate",
            (
                "There is no section “What they ate”. "
                "Near it: “What they eat” (2), “Where they live” (1), “Where they sleep” (3)."
            ),
        ),
        ("9.9", "There is no section “9.9”. “ketareader toc” lists them all."),
        ("", "There is no section “”. “ketareader toc” lists them all."),
    ],
)
def test_a_section_that_is_not_clear_is_one_line(
    section: str, sentence: str, foxes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", foxes, "--section", section]) == 2
    output, errors = capsys.readouterr()
    assert (output, errors) == ("", f"ketareader: {sentence}\n")


def test_a_title_with_printed_quotes_is_found_by_typed_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "quotes.md"
    path.write_text("# A\n\n## The fox’s “den”\n\nHere.\n", "utf-8")
    assert "Here." in printed(capsys, str(path), "--section", 'the fox\'s "den"')


def test_a_long_article_is_printed_before_it_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "long.md"
    pipe.write_text("".join(f"# Chapter {number}\n\nAnd a part.\n\n" for number in range(20_000)))
    code = (
        "import sys; from ketareader.commands import printing\n"
        "from ketareader.layout.page import Page\n"
        "article = printing.open_article(sys.argv[1])\n"
        "next(printing._all_lines(article, Page(article.document, 72)))\n"
        "print(article.document.complete)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(pipe)], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == "False\n"


def test_what_is_printed_early_is_what_is_printed_late(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "references.md"
    parts = [f"Part {number} is [here][r{number}] or [there](/x).\n\n" for number in range(2_000)]
    path.write_text("".join(parts) + "".join(f"[r{number}]: /x\n" for number in range(0, 2_000, 2)))
    lines = printed(capsys, str(path)).split("\n\n")
    assert lines[0] == "Part 0 is here or there."
    assert lines[1] == "Part 1 is [here][r1] or there."
    assert lines[-1] == "Part 1999 is [here][r1999] or there.\n"


def test_on_a_terminal_it_is_coloured_and_no_wider_than_the_terminal(foxes: str) -> None:
    shown = on_terminal(["print", foxes], columns=60)
    assert SGR.search(shown)
    assert 50 < max(map(len, SGR.sub("", LINK.sub("", shown)).splitlines())) <= 60
    wide = on_terminal(["print", foxes], columns=200)
    assert 72 < max(map(len, SGR.sub("", LINK.sub("", wide)).splitlines())) <= 80


def test_a_terminal_gets_links_unless_it_knows_none(foxes: str) -> None:
    assert "https://example.org/den" in LINK.findall(on_terminal(["print", foxes]))
    assert LINK.findall(on_terminal(["print", foxes], TERM="linux")) == []


@pytest.mark.parametrize("terminal", ["dumb", "", "unknown"])
def test_on_a_terminal_that_can_show_no_screen_an_article_is_printed(terminal: str, foxes: str) -> None:
    shown = on_terminal([foxes], TERM=terminal)
    assert "\x1b" not in shown
    assert "Mice." in shown


def test_a_search_on_a_terminal_marks_its_hits(foxes: str) -> None:
    assert "\x1b[1mMice\x1b[22m." in on_terminal(["search", "Mice", foxes])


@pytest.mark.parametrize("elsewhere", ["", "os.dup2(os.open(os.devnull, os.O_WRONLY), 2)\n"])
def test_an_article_from_a_pipe_is_read_on_the_screen_with_the_keyboard(elsewhere: str) -> None:
    code = f"{TAKING}import os, sys\n{elsewhere}{RUNNING}"
    shown = on_terminal(["-"], code, stdin=ARTICLE)
    assert "\x1b[?1049h" in shown
    assert "\x1b[?1049l" in shown
    assert "Traceback" not in shown


def test_an_article_from_a_pipe_is_printed_where_there_is_no_keyboard() -> None:
    shown = on_terminal(["-"], RUNNING, stdin=ARTICLE)
    assert "\x1b[?1049h" not in shown
    assert "Mice." in SGR.sub("", shown)


def redirected(how: str) -> str:
    """Return the code that runs ketareader as a shell does with a redirection."""
    command = f'exec "$0" -m ketareader "$1" {how}'
    return f"{TAKING}import os, sys; os.execvp('bash', ['bash', '-c', {command!r}, *sys.argv[1:]])"


@pytest.mark.parametrize("stream", ["<&-", "2>&-"])
def test_where_a_stream_is_closed_an_article_is_printed(stream: str, foxes: str) -> None:
    shown = on_terminal([sys.executable, foxes], redirected(stream))
    assert "\x1b[?1049h" not in shown
    assert "Mice." in SGR.sub("", shown)


@pytest.mark.parametrize("elsewhere", ["</dev/null", "2>/dev/null"])
def test_where_a_stream_leads_elsewhere_an_article_is_read_on_the_screen(elsewhere: str, foxes: str) -> None:
    shown = on_terminal([sys.executable, foxes], redirected(elsewhere))
    assert "\x1b[?1049l" in shown
    assert "Traceback" not in shown


def test_a_terminal_without_the_letters_shows_a_screen_in_ascii(foxes: str) -> None:
    shown = on_terminal([foxes], PYTHONIOENCODING="ascii")
    assert "\x1b[?1049h" in shown
    assert shown.isascii()
    assert "-----" in shown
    assert "\\u" not in shown


def test_front_matter_is_a_byline_at_the_top_and_stands_whole_at_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nauthor: A. Writer\nlayout: post\n---\n\n# Title\n\nText.\n", "utf-8")
    assert main(["print", str(path)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line]
    assert lines == ["Title", "━━━━━", "A. Writer · 1 min", "Text.", "author: A. Writer", "layout: post"]


@pytest.mark.parametrize(
    ("manner", "byline"), [("--format=plain", "A. Writer · 40 min"), ("--linear", "By A. Writer, 40 minutes to read")]
)
def test_the_byline_says_how_long_an_article_takes_that_is_read_in_several_batches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], manner: str, byline: str
) -> None:
    path = tmp_path / "a.md"
    text = "Ten words are in this one, as in any other.\n\n" * 952
    path.write_text(f"---\nauthor: A. Writer\n---\n\n# Title\n\n{text}", "utf-8")
    assert main(["print", manner, str(path)]) == 0
    assert byline in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("characters", "is_waited_for"), [(100_000, True), (1_000_000, False)])
def test_only_an_end_that_is_near_is_waited_for_to_say_how_long_reading_takes(
    tmp_path: Path, characters: int, *, is_waited_for: bool
) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nauthor: A. Writer\n---\n\n" + f"{'word ' * 20}\n\n" * (characters // 100), "utf-8")
    article = open_article(str(path))
    next(settled_blocks(article, lambda _: True))
    assert article.document.complete is is_waited_for
