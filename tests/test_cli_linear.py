"""`--linear`: an article read out in whole lines, and in a terminal as whole lines ask for."""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ketareader.cli import main
from ketareader.commands import printing
from ketareader.commands.linear import COMMANDS, listen
from ketareader.commands.listening.listener import Listener
from ketareader.commands.listening.parts import Parts
from ketareader.pipeline import open_article
from tests.test_cli import complaint, ketareader
from tests.test_cli_print import RUNNING, TAKING
from tests.written import read_written

ARTICLE = """\
---
author: A fox
---

# Foxes

A **quick** fox of [dens](#what-they-eat), [towns](towns.md#parks) and [the web](https://example.org/).

## Where they live

- In dens,
- in towns.

### In towns

A quick fox at dusk, [nowhere](gone.md), [not here](#gone), [nor there](towns.md#gone).

## What they eat

Mice, says [the later][late].

[late]: /late
"""
TOWNS = "Towns have foxes.\n\n# Streets\n\nGrey.\n\n# Parks\n\nGreen.\n"


@pytest.fixture
def foxes(tmp_path: Path) -> str:
    (tmp_path / "towns.md").write_text(TOWNS, "utf-8")
    path = tmp_path / "foxes.md"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


@pytest.fixture
def answers(foxes: str, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Return what a reader hears after each line typed, the prompts last; the first answer is to nothing."""

    def answers(*lines: str) -> list[str]:
        heard: list[str] = []

        def typed() -> Iterator[str]:
            for line in lines:
                heard.append(capsys.readouterr().out)
                yield f"{line}\n"
            heard.append(capsys.readouterr().out)

        lines_typed = typed()
        listen(Listener(Parts(foxes)), lambda: next(lines_typed, ""))
        return [*heard, rest] if (rest := capsys.readouterr().out) else heard

    return answers


Answers = Callable[..., list[str]]


def test_without_a_terminal_all_is_read_out(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--linear", foxes]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[:5] == [
        "Heading level 1: Foxes",
        "",
        "By A fox, 1 minute to read",
        "",
        "A quick fox of dens [link 1], towns [link 2] and the web [link 3].",
    ]
    assert "Heading level 3, number 1.1: In towns" in lines
    assert lines[-7:] == [
        *("Links:", "[1] /late", "", "Front matter, 1 line:", "author: A fox", "End of front matter", "")
    ]
    assert main(["print", "--linear", foxes]) == 0
    assert capsys.readouterr().out.split("\n") == lines


def test_standard_input_is_read_out() -> None:
    assert ketareader("--linear", "-", stdin="# Piped\n").stdout == "Heading level 1: Piped\n"
    assert ketareader("print", "-", "--linear", stdin="- a\n").stdout == "List of 1 item\n1 of 1: a\nEnd of list\n"


def test_a_section_is_read_out_with_those_in_it(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "--linear", "--section", "1", foxes]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "Heading level 2, number 1: Where they live"
    assert lines[-2] == "[3] towns.md#gone"


def test_lines_are_broken_where_a_width_is_asked_for(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "--linear", "--width", "30", foxes]) == 0
    assert max(map(len, capsys.readouterr().out.split("\n"))) <= 30


def test_what_cannot_be_done_is_one_line(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.md" in complaint(capsys, "--linear", "nowhere.md")
    assert "“sky”" in complaint(capsys, "print", "--linear", "--section", "sky", foxes)
    assert "can't go with" in complaint(capsys, "print", "--linear", "--format", "ansi", foxes)


def test_a_locale_without_the_letters_gets_plain_ones(tmp_path: Path) -> None:
    path = tmp_path / "dash.md"
    path.write_text("Mice – and berries.\n", "utf-8")
    done = ketareader("--linear", str(path), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Mice - and berries.\n", "")


def test_the_first_lines_are_there_before_the_article_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("# A title\n\n" + "Words, and others.\n\n" * 20_000, "utf-8")
    article = open_article(str(path))
    lines = printing._lines_read_out(article, Namespace(section=None, width=None))  # noqa: SLF001 (as they come)
    assert [next(lines), next(lines), next(lines)] == ["Heading level 1: A title", "", "Words, and others."]
    assert not article.document.complete


def test_what_is_said_early_is_what_is_said_late(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "late.md"
    parts = [f"## Part {number}\n\nIt is [here][r{number}] or [there](/x).\n\n" for number in range(2_000)]
    path.write_text("# A\n\n" + "".join(parts) + "# B\n\n" + "".join(f"[r{n}]: /x\n" for n in range(0, 2_000, 2)))
    assert main(["--linear", str(path)]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert "Heading level 2, number 1.2000: Part 1999" in lines
    assert lines.count("It is here [link 1] or there [link 1].") == 1_000
    assert "Heading level 1, number 2: B" in lines


def test_a_section_is_read_and_then_the_prompt_says_where_one_is(answers: Answers) -> None:
    first, second = answers("")[:2]
    assert first.startswith("Heading level 1: Foxes\n")
    assert "author:" not in first
    assert first.endswith(
        "Part 1 of 4, Foxes. Enter next, p previous, c contents, / search, l links, f notes, a abbreviations, "
        "number goes to a section, h help, q quit.\n"
    )
    assert second == (
        "Heading level 2, number 1: Where they live\n\nList of 2 items\n1 of 2: In dens,\n2 of 2: in towns.\n"
        "End of list\n\nPart 2 of 4, section 1: Where they live. Enter next, h help, q quit.\n"
    )


def test_sections_are_walked_through_and_the_ends_told(answers: Answers) -> None:
    heard = answers("p", "", "p", "r", "3", "2", "", "")
    assert heard[1].startswith("This is the beginning of the article.\n\nPart 1 of 4")
    assert heard[2].startswith("Heading level 2, number 1: Where")
    assert "Heading level 1: Foxes\n" in heard[3]
    assert heard[4] == heard[3]
    assert heard[5].startswith("There is no section 3. Type c for the contents.\n")
    assert "Mice, says the later [link 1]." in heard[6]
    assert heard[7].startswith("This is the end of the article.\n")


def test_sections_are_listed_and_gone_to_by_number_and_back_from(answers: Answers) -> None:
    heard = answers("c", "1.1", "0", "b", "b", "b")
    assert heard[1].startswith(
        "Contents, 4 parts:\n0: Foxes\n1: Where they live\n1.1: In towns\n2: What they eat\nEnd of contents\n"
    )
    assert "Part 3 of 4, section 1.1: In towns." in heard[2]
    assert ["Part 1 of 4" in heard[3], "Part 3 of 4" in heard[4], "Part 1 of 4" in heard[5]] == [True] * 3
    assert heard[6].startswith("There is nothing to go back to.\n")


def test_a_search_lists_its_hits_and_reads_from_them(answers: Answers) -> None:
    heard = answers("n", "/quick fox", "n", "n", "N", "b", "/wolves", "/")
    assert heard[1].startswith("Nothing has been found here: type a slash and words.\n")
    assert heard[2].startswith(
        "2 hits for “quick fox”:\n"
        "Hit 1, Foxes: A quick fox of dens, towns and the web.\n"
        "Hit 2, section 1.1: In towns: A quick fox at dusk, nowhere, not here, nor there.\n"
        "Hit 1 of 2, Foxes:\nA quick fox of dens [link 1]"
    )
    assert heard[3].startswith("Hit 2 of 2, section 1.1: In towns:\nA quick fox at dusk")
    assert "Part 3 of 4, section 1.1: In towns." in heard[3]
    assert heard[4].startswith("Hit 1 of 2")
    assert heard[5].startswith("Hit 2 of 2")
    assert "Part 1 of 4" in heard[6]
    assert heard[7].startswith("0 hits for “wolves”.\n")
    assert heard[8].startswith("There is nothing to search for: type words after the slash.\n")


def test_links_are_listed_and_followed(answers: Answers) -> None:
    heard = answers("l", "l 1", "b", "l2", "n", "b", "l 3", "l 9", "l 0")
    assert heard[1].startswith(
        "Links:\n[1] #what-they-eat\n[2] towns.md#parks\n[3] https://example.org/\n\nPart 1 of 4"
    )
    assert "Part 4 of 4, section 2: What they eat." in heard[2]
    assert "Green.\n\nPart 3 of 3, section 2: Parks." in heard[4]
    assert "Part 1 of 4, Foxes." in heard[6]
    assert heard[7].startswith("It leads to https://example.org/, which is not opened here.\n")
    assert heard[8].startswith("There is no link 9 here. Type l for those there are.\n")
    assert heard[9].startswith("There is no link 0 here.")


def test_images_are_listed_beside_the_links(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "foxes.md"
    path.write_text("# A\n\n![a fox](fox.png) [a den](#a)\n\n# B\n\n![a fox](fox.png)\n", "utf-8")
    lines = iter(["l\n", "2\n", "l\n"])
    listen(Listener(Parts(str(path))), lambda: next(lines, ""))
    heard = capsys.readouterr().out
    assert heard.count("Links:\n[1] #a\nImages:\n[1] fox.png\n\nPart 1 of 2") == 1
    assert heard.count("Images:\n[1] fox.png\n\nPart 2 of 2") == 2
    assert "no link" not in heard


def test_links_that_lead_nowhere_are_told_in_a_line(answers: Answers) -> None:
    heard = answers("1.1", "l 1", "l 2", "l 3", "1", "l")
    assert "gone.md" in heard[2].split("\n")[0]
    assert heard[3].startswith("There is no section “gone” to go to.\n\nPart 3 of 4")
    assert heard[4].startswith("There is no section “gone” to go to.\nTowns have foxes.\n\nPart 1 of 3, the beginning.")
    assert heard[6].startswith("There is no link here.\n")


def test_links_may_name_files_in_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "towns.md").write_text(TOWNS, "utf-8")
    path = tmp_path / "foxes.md"
    path.write_text("# A\n\n[one](towns) and [other](ftp://example.org/)\n", "utf-8")
    lines = iter(["l 1\n", "b\n", "l 2\n"])
    listen(Listener(Parts(str(path))), lambda: next(lines, ""))
    heard = capsys.readouterr().out
    assert "Part 1 of 3, the beginning." in heard
    assert "It leads to ftp://example.org/, which is not opened here." in heard


def test_a_link_to_a_named_place_reads_from_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "foxes.md"
    path.write_text('# A\n\n[one](#den) [two](#c)\n\n## B\n\nAbove.\n\n<p id="den">A den.</p>\n\n<h2 id="c">C</h2>\n')
    lines = iter(["l 1\n", "b\n", "l 2\n"])
    listen(Listener(Parts(str(path))), lambda: next(lines, ""))
    heard = capsys.readouterr().out
    assert "A den.\n\nPart 2 of 3, section 1: B." in heard
    assert "Above." not in heard
    assert "Part 3 of 3, section 2: C." in heard


@pytest.mark.parametrize(("above", "first"), [("", ""), ("Words.\n\n", "0: the beginning\n"), ("# T\n\n", "0: T\n")])
def test_the_contents_name_each_part_by_its_number(above: str, first: str, tmp_path: Path, answers: Answers) -> None:
    (tmp_path / "foxes.md").write_text(f"{above}## A\n\na\n\n## B\n\nb\n", "utf-8")
    heard = answers("c")[1]
    assert heard.partition(":\n")[2].startswith(f"{first}1: A\n2: B\nEnd of contents\n")


def test_of_many_hits_the_first_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "foxes.md"
    path.write_text("A fox.\n\n" * 30, "utf-8")
    lines = iter(["/fox\n"])
    listen(Listener(Parts(str(path))), lambda: next(lines, ""))
    assert "Hit 20, the beginning: A fox.\nAnd 10 more.\nHit 1 of 30, the beginning:\n" in capsys.readouterr().out


def test_where_the_end_is_not_known_the_prompt_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.md"
    path.write_text("".join(f"# Chapter {number}\n\nAnd a part.\n\n" for number in range(20_000)))
    listener = Listener(Parts(str(path)))
    assert listener.read(1)
    assert capsys.readouterr().out == "Heading level 1, number 2: Chapter 1\n\nAnd a part.\n"
    assert " so far, section 2: Chapter 1." in listener.place()
    listener.parts.read_for(60)
    assert listener.place() == "Part 2 of 20000, section 2: Chapter 1."


def test_help_names_every_command_and_what_is_no_command_is_told(answers: Answers) -> None:
    heard = answers("h", "?", "what\x1b[0m")
    assert heard[1].startswith("Each command ends with Enter:\nEnter: Reads the next section.\n")
    assert all(f"\n{command.shown}: {command.summary}\n" in heard[1] for command in COMMANDS)
    assert heard[2] == heard[1]
    assert heard[3].startswith("There is no command “what␛[0m”. Type h for those there are.\n")


def test_it_ends_with_a_command_or_the_end_of_input(answers: Answers) -> None:
    assert len(answers("q", "")) == 1
    assert len(answers()) == 1


def test_an_article_without_sections_is_one_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.md"
    path.write_text("Only a note\n")
    listen(Listener(Parts(str(path))), lambda: "")
    assert "Part 1 of 1, the beginning." in capsys.readouterr().out


def test_a_section_is_read_before_the_article_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("".join(f"# Chapter {number}\n\nAnd a part.\n\n" for number in range(20_000)))
    parts = Parts(str(path))
    assert parts.reach(0)
    assert parts.reach(1)
    assert not parts.document.complete
    assert not parts.reach(20_000)
    assert parts.document.complete


def on_terminal(command: list[str], typed: list[str], *, stdin: str | None = None, code: str = TAKING + RUNNING) -> str:
    """Return what is written to a terminal that knows no escape sequences; each prompt is answered with a line."""
    master, slave = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *command],
        stdin=slave if stdin is None else subprocess.PIPE,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        encoding="utf-8",
        env={**os.environ, "TERM": "dumb"},
    )
    os.close(slave)
    if process.stdin:
        process.stdin.write(stdin or "")
        process.stdin.close()
    shown, answered = b"", 0
    while chunk := read_written(master):
        shown += chunk
        if shown.count(b"q quit.") > answered:
            os.write(master, typed[answered].encode())
            answered += 1
    os.close(master)
    assert process.wait(30) in {0, 130}
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("leaving", ["q\n", "\x04", "\x03"], ids=["q", "ctrl+d", "ctrl+c"])
def test_in_a_terminal_lines_are_answered_and_one_leaves_quietly(leaving: str, foxes: str) -> None:
    shown = on_terminal(["--linear", foxes], ["1.1\n", leaving])
    assert "\x1b" not in shown
    assert "Part 3 of 4, section 1.1: In towns. Enter next, h help, q quit.\n" in shown
    assert shown.partition("q quit.\n")[2].count("q quit.\n") == 1
    assert "Traceback" not in shown
    assert "ketareader:" not in shown


def test_an_article_from_a_pipe_is_read_out_to_the_keyboard() -> None:
    shown = on_terminal(["--linear", "-"], ["\n", "q\n"], stdin=ARTICLE)
    assert "Part 2 of 4, section 1: Where they live." in shown


def test_where_there_is_no_keyboard_all_is_read_out() -> None:
    shown = on_terminal(["--linear", "-"], [], stdin=ARTICLE, code=RUNNING)
    assert "Mice, says the later [link 1]." in shown
    assert "q quit." not in shown
