"""The command line: what it asks of its arguments, what becomes of errors, and how it ends."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ketareader import __version__
from ketareader.cli import main

SECTIONED = """\
# Foxes

A *quick* fox.

## Where they live

In dens, of [course](/x).

### In towns

Also.

## What they eat

Mice – and berries.

## Where they sleep

In dens.
"""


@pytest.fixture
def foxes(tmp_path: Path) -> str:
    """Return the path of a small article with sections."""
    path = tmp_path / "foxes.md"
    path.write_text(SECTIONED, "utf-8")
    return str(path)


def ketareader(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ketareader as a shell would, without a terminal."""
    command = [sys.executable, "-m", "ketareader", *arguments]
    return subprocess.run(
        command,
        input=stdin,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=60,
    )


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one line that a request which can't be met is answered with."""
    assert main(arguments) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.count("\n") == 1
    assert errors.startswith("ketareader: ")
    return errors.removeprefix("ketareader: ").rstrip("\n")


def test_nothing_is_searched_for_garbage_while_a_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.md"
    path.write_text("- a\n\nb\n\n" * 2_000, "utf-8")
    collections: list[str] = []
    meanwhile: list[list[str]] = []
    enable, disable = gc.enable, gc.disable

    def begin() -> None:
        disable()
        collections.clear()

    def end() -> None:
        meanwhile.append(collections.copy())
        enable()

    # Before and after the command, garbage may be collected at any time.
    monkeypatch.setattr(gc, "disable", begin)
    monkeypatch.setattr(gc, "enable", end)
    gc.callbacks.append(watch := lambda phase, _: collections.append(phase))
    try:
        assert main(["print", str(path)]) == 0
    finally:
        gc.callbacks.remove(watch)
    assert gc.isenabled()
    assert meanwhile == [[]]


def test_the_contents_are_the_sections_one_a_line_and_indented(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toc", foxes]) == 0
    assert capsys.readouterr().out.split("\n") == [
        "Foxes",
        "1 Where they live",
        "  1.1 In towns",
        "2 What they eat",
        "3 Where they sleep",
        "",
    ]


def test_the_contents_as_json_have_the_form_that_is_promised(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toc", "--json", foxes]) == 0
    contents = json.loads(capsys.readouterr().out)
    sections = contents.pop("sections")
    assert contents == {"title": "Foxes", "source": foxes, "format": "markdown", "words": 25}
    assert sections[:3] == [
        {"index": 0, "number": "", "level": 1, "title": "Foxes", "slug": "foxes", "words": 3, "line": 1},
        {
            "index": 1,
            "number": "1",
            "level": 2,
            "title": "Where they live",
            "slug": "where-they-live",
            "words": 4,
            "line": 5,
        },
        {"index": 2, "number": "1.1", "level": 3, "title": "In towns", "slug": "in-towns", "words": 1, "line": 9},
    ]


def test_an_article_without_sections_has_empty_contents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.md"
    path.write_text("Only a note.\n")
    assert main(["toc", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["toc", str(path), "--json"]) == 0
    contents = json.loads(capsys.readouterr().out)
    assert (contents["title"], contents["sections"], contents["words"]) == (None, [], 3)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--foo"], "There is no option “--foo”. “ketareader --help” tells more."),
        (["toc"], "What is missing is WHERE. “ketareader toc --help” tells more."),
        (["search", "fox"], "What is missing is WHERE. “ketareader search --help” tells more."),
        (
            ["toc", "a", "--jsn"],
            "There is no option “--jsn”. Did you mean “--json”? “ketareader toc --help” tells more.",
        ),
        (["toc", "a", "b"], "“b” is one argument too many. “ketareader toc --help” tells more."),
        (["print", "a", "--width"], "The option --width needs a value. “ketareader print --help” tells more."),
        (
            ["print", "a", "--width", "0"],
            "The option --width takes a number of cells, 1 to 10,000, not “0”. “ketareader print --help” tells more.",
        ),
        (
            ["print", "a", "--format", "html"],
            "The option --format takes ansi or plain, not “html”. “ketareader print --help” tells more.",
        ),
        (
            ["search", "a", "b", "--ignore-case", "--case-sensitive"],
            "The option --case-sensitive can't go with --ignore-case. “ketareader search --help” tells more.",
        ),
        (
            ["toc", "--json=1", "a"],
            "The option --json takes no value, and has '1'. “ketareader toc --help” tells more.",
        ),
        (["search", "", "a"], "There is nothing to search for: the pattern is empty."),
        (["a", "b"], "“b” is one argument too many. “ketareader --help” tells more."),
        (
            ["--\x1b[31m\u202e"],
            "There is no option “--␛[31m\N{REPLACEMENT CHARACTER}”. “ketareader --help” tells more.",
        ),
    ],
)
def test_what_is_wrong_with_the_arguments_is_said_in_one_line(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert complaint(capsys, *arguments) == sentence


def test_a_file_that_looks_like_an_option_is_shown_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-notes.md").write_text("# Notes\n")
    assert "name the file “./-notes.md”" in complaint(capsys, "toc", "-notes.md")
    assert main(["toc", "./-notes.md"]) == 0


def test_a_file_called_toc_is_opened_as_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "toc").write_text("# A file called toc\n")
    assert main(["./toc"]) == 0
    assert main(["toc", "toc"]) == 0
    assert capsys.readouterr().out.count("A file called toc") == 2


@pytest.mark.parametrize("command", [[], ["toc"], ["print"]])
def test_an_article_that_is_not_there_is_one_line(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.md" in complaint(capsys, *command, "nowhere.md")


def test_the_help_names_every_command_and_ends_well() -> None:
    done = ketareader("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"ketareader {command}" in done.stdout for command in ("toc", "print", "search"))
    assert "./toc" in done.stdout
    for command in ("toc", "print", "search"):
        assert ketareader(command, "--help").returncode == 0


def test_the_version_is_the_packages() -> None:
    done = ketareader("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"ketareader {__version__}\n", "")


def test_standard_input_is_read_where_it_is_asked_for() -> None:
    assert ketareader("toc", "-", stdin="# Piped\n").stdout == "Piped\n"
    assert "Piped" in ketareader("-", stdin="# Piped\n").stdout
    assert ketareader("search", "pip", "-", stdin="# Piped\n").stdout == "-:1: Piped  § Piped\n"


def test_without_a_terminal_an_article_is_printed(foxes: str) -> None:
    assert ketareader(foxes).stdout == ketareader("print", foxes).stdout


def test_without_an_argument_the_article_it_comes_with_is_read() -> None:
    done = ketareader()
    assert done.returncode == 0
    assert "ketamine" in done.stdout.lower()


@pytest.mark.parametrize(
    "command",
    ["toc -", "print -", "print --format ansi -", "print --linear -", "search a -", "search a --json -", "-", "--help"],
)
def test_a_reader_who_closes_the_pipe_hears_nothing(command: str) -> None:
    article = "".join(f"# A chapter {number}\n\nand a part\n\n" for number in range(2000))
    line = f'"{sys.executable}" -m ketareader {command} | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line], input=article, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert done.stderr == ""
    assert done.stdout.split("\n")[1:] == ["0", ""]


@pytest.mark.parametrize("command", ["print", "toc --json", "search e", "toc --help"])
def test_output_that_cannot_be_written_is_one_line(command: str, foxes: str) -> None:
    line = f'"{sys.executable}" -m ketareader {command} "{foxes}" > /dev/full'
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert done.stderr == "ketareader: The output can't be written: No space left on device.\n"


@pytest.mark.parametrize("redirected", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_crash(redirected: str, foxes: str) -> None:
    line = f'"{sys.executable}" -m ketareader "{foxes}" {redirected}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


WITHOUT_LETTERS = (
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
)


@pytest.mark.parametrize("locale", WITHOUT_LETTERS, ids=str)
def test_a_locale_without_the_letters_gets_plain_ones(locale: dict[str, str], foxes: str) -> None:
    done = ketareader("print", foxes, **locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Mice - and berries." in done.stdout
    assert "Foxes\n=====\n" in done.stdout
    assert json.loads(ketareader("search", "mice", foxes, "--json", **locale).stdout)["matches"][0]["text"] == (
        "Mice – and berries."
    )
    assert 'There is no file "gone.md"' in ketareader("print", "gone.md", **locale).stderr


def test_the_plain_locale_is_unicode_where_python_says_so(foxes: str) -> None:
    assert "Foxes\n━━━━━\n" in ketareader("print", foxes, LC_ALL="C").stdout


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_where: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ketareader.commands.toc.open_article", interrupt)
    assert main(["toc", "a.md"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_where: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ketareader.commands.toc.open_article", fail)
    with pytest.raises(ZeroDivisionError):
        main(["toc", "a.md"])


@pytest.mark.parametrize("command", ["toc", "search e", "print"])
def test_a_command_loads_no_more_than_it_needs(command: str, foxes: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ketareader", *command.split(), foxes],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert loaded.isdisjoint({"textual"} if command == "print" else {"textual", "rich", "pygments"})


def test_who_names_an_article_alone_waits_for_no_parser_of_options(foxes: str) -> None:
    loads = "import sys; from ketareader import cli; cli._parse([sys.argv[1]]); print('argparse' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loads, foxes], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == "False\n"


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_the_exit_code_tells_of_the_signal_though_nobody_reads_what_is_left_to_write(stream: str) -> None:
    code = (
        "import sys; from ketareader import cli\n"
        f"cli._show = lambda _: (sys.{stream}.write('x'), 129)[1]\n"
        "sys.exit(cli.main(['a.md']))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reading, writing = os.pipe()
    os.close(reading)
    out, errors = (writing, None) if stream == "stdout" else (None, writing)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=out, stderr=errors, env=environment)
    os.close(writing)
    assert process.wait(60) == 129
