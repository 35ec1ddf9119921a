"""`--linear` in a terminal: notes, abbreviations and front matter, as they are asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ketareader.commands.linear import listen
from ketareader.commands.listening.listener import Listener
from ketareader.commands.listening.parts import Parts

ARTICLE = """\
---
author: A fox
licence: MIT
---

# Foxes

The WHO counts [foxes](/count)[^many] and <abbr title="dens per acre">dpa</abbr>.[^ö]

## Dens

None, says the RSPB.^[It says more, see [there](/more) and WHO.]

## Towns

Nothing.

## Parks

Green.

[^many]: Many; see [this](/this), [the count](/count) and another.[^ö]

    And others.
[^ö]: Den.

*[WHO]: World Health Organization
*[RSPB]: Royal Society
"""
Answers = Callable[..., list[str]]


@pytest.fixture
def answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Answers:
    """Return what is heard at first and after each line typed, without the prompts."""

    def answers(*lines: str, article: str = ARTICLE) -> list[str]:
        path = tmp_path / "foxes.md"
        path.write_text(article, "utf-8")
        heard: list[str] = []
        typed = iter(lines)

        def ask() -> str:
            heard.append(capsys.readouterr().out.rpartition("\n\nPart ")[0])
            return f"{line}\n" if (line := next(typed, None)) is not None else ""

        listen(Listener(Parts(str(path))), ask)
        return heard

    return answers


def test_the_notes_of_a_section_are_read_without_leaving_it(answers: Answers) -> None:
    _, every, second, spelled, elsewhere, again = answers("f", "f 2", "note 2", "f3", "r")
    assert every == (
        "Note 1, many: Many; see this [link 2], the count [link 1] and another. [note 2]\nAnd others.\n\n"
        "Note 2, ö: Den.\n\nLinks:\n[2] /this"
    )
    assert second == spelled == "Note 2, ö: Den."
    assert elsewhere == "Note 3: It says more, see there [link 3] and WHO.\n\nLinks:\n[3] /more"
    assert again.startswith("Heading level 1: Foxes\n")


def test_links_in_a_note_are_followed_and_those_of_the_section_keep_their_numbers(answers: Answers) -> None:
    heard = answers("f 1", "l", "link 2", "l 1")[1:]
    assert heard[1] == "Links:\n[1] /count\n[2] /this"
    assert "/this" in heard[2]
    assert "/count" in heard[3]


def test_a_section_without_notes_and_a_note_that_is_none_are_told(answers: Answers) -> None:
    assert answers("2", "f", "f 9", "f 0")[2:] == [
        "There is no note here.",
        "There is no note 9.",
        "There is no note 0.",
    ]


def test_abbreviations_are_explained(answers: Answers) -> None:
    assert answers("a", "a rspb", "a dpa", "a fox", "2", "a")[1:] == [
        "WHO: World Health Organization\ndpa: dens per acre",
        "RSPB: Royal Society",
        "dpa: dens per acre",
        "No abbreviation “fox” is explained.",
        "Heading level 2, number 2: Towns\n\nNothing.",
        "No abbreviation here is explained.",
    ]


def test_an_abbreviation_that_the_articles_end_explains_is_explained_at_its_beginning(answers: Answers) -> None:
    long = "# A\n\nThe WHO.\n\n" + "# B\n\nText.\n\n" * 100_000 + "*[WHO]: World Health Organization\n"
    assert answers("a", article=long)[1:] == ["WHO: World Health Organization"]


def test_front_matter_is_read_when_it_is_asked_for(answers: Answers) -> None:
    assert answers("i")[1:] == ["Front matter, 2 lines:\nauthor: A fox\nlicence: MIT\nEnd of front matter"]
    assert answers("i", article="# A\n")[1:] == ["There is no front matter."]


def test_a_hit_in_the_front_matter_is_read_in_it(answers: Answers) -> None:
    _, heard = answers("/MIT")
    assert (
        "\nHit 1 of 1, Foxes:\nFront matter, 2 lines:\nauthor: A fox\nlicence: MIT\nEnd of front matter\n\nHeading"
        in heard
    )


def test_what_else_begins_with_the_letters_is_no_command(answers: Answers) -> None:
    assert [line.partition(".")[0] for line in answers("about", "fox", "notes x")[1:]] == [
        "There is no command “about”",
        "There is no command “fox”",
        "There is no command “notes x”",
    ]


def test_how_long_reading_takes_is_said_of_an_article_that_comes_in_several_batches(
    answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ketareader.commands.linear._BEFORE", 60)
    (heard,) = answers(article=ARTICLE + "\nWords, and others.\n" * 2_000)
    assert "\nBy A fox, 25 minutes to read\n" in heard
