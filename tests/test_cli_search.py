"""`ketareader search`: what it prints, and what its exit code says."""

import json
from pathlib import Path

import pytest

from ketareader.cli import main

FOXES = """\
A fox above.

# Foxes

The **quick**
*fox* of [Reynard](/r).

| fox | owl |
| --- | --- |
| den | nest of a Fox |

```
red = "fox"
```
"""


@pytest.fixture
def foxes(tmp_path: Path) -> str:
    path = tmp_path / "foxes.md"
    path.write_text(FOXES, "utf-8")
    return str(path)


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return what a search that finds something prints."""
    assert main(["search", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_search_tells_place_words_and_section(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "fox", foxes) == [
        f"{foxes}:1: A fox above.",
        f"{foxes}:3: Foxes  § Foxes",
        f"{foxes}:6: The quick fox of Reynard.  § Foxes",
        f"{foxes}:8: fox  § Foxes",
        f"{foxes}:10: nest of a Fox  § Foxes",
        f'{foxes}:13: red = "fox"  § Foxes',
    ]


def test_a_hit_in_a_long_paragraph_is_shown_among_its_neighbours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.md"
    path.write_text("# " + "A title " * 9 + "\n\n" + "before " * 99 + "fox " + "after " * 99)
    (line,) = lines(capsys, "fox", str(path))
    assert "…before before" in line
    assert "before fox after" in line
    assert "after…  § A title" in line
    assert len(line) - len(str(path)) < 120


def test_a_search_as_json_has_the_form_that_is_promised(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "quick fox", foxes, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "query": "quick fox",
        "count": 1,
        "matches": [
            {
                "source": foxes,
                "section": 0,
                "section_title": "Foxes",
                "line": 5,
                "text": "The quick fox of Reynard.",
                "start": 4,
                "end": 13,
            }
        ],
    }


def test_a_hit_above_the_first_heading_is_in_no_section(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "above", foxes, "--json"]) == 0
    (match,) = json.loads(capsys.readouterr().out)["matches"]
    assert (match["section"], match["section_title"], match["line"]) == (None, None, 1)


def test_a_cell_and_a_line_of_code_are_passages_of_their_own(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "fox", foxes, "--json"]) == 0
    matches = json.loads(capsys.readouterr().out)["matches"]
    assert [match["text"] for match in matches][3:] == ["fox", "nest of a Fox", 'red = "fox"']
    assert all(match["text"][match["start"] : match["end"]].lower() == "fox" for match in matches)


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["fox"], 6),
        (["Fox"], 2),
        (["Fox", "--ignore-case"], 6),
        (["fox", "--case-sensitive"], 4),
        (["fox", "--word"], 5),
        (["fo."], 0),
        (["fo.", "--regex"], 6),
        (["fo[x-z]", "--regex", "--word", "--case-sensitive"], 4),
    ],
)
def test_the_options_say_what_counts_as_a_hit(
    arguments: list[str], count: int, foxes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", *arguments, foxes, "--json"]) == (0 if count else 1)
    assert json.loads(capsys.readouterr().out)["count"] == count


def test_a_search_that_finds_nothing_says_so_by_its_exit_code_alone(
    foxes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "wolf", foxes]) == 1
    assert capsys.readouterr() == ("", "")


def test_what_cannot_be_searched_is_reported_and_the_rest_is_searched(
    foxes: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "above", "nowhere.md", foxes, str(tmp_path)]) == 2
    output, errors = capsys.readouterr()
    assert output == f"{foxes}:1: A fox above.\n"
    assert [line.startswith("ketareader: ") for line in errors.splitlines()] == [True, True]


def test_several_articles_are_searched_in_the_order_given(
    foxes: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "owls.md"
    other.write_text("An owl above.\n")
    assert lines(capsys, "above", str(other), foxes) == [f"{other}:1: An owl above.", f"{foxes}:1: A fox above."]


def test_a_pattern_that_is_none_is_one_line(foxes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "fox(", foxes, "--regex"]) == 2
    assert capsys.readouterr() == (
        "",
        "ketareader: Not a regular expression: a group is opened and never closed, at character 4.\n",
    )


def test_a_pattern_that_begins_with_a_dash_stands_behind_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "options.md"
    path.write_text("Use --word for words, and -1 for one.\n")
    assert lines(capsys, "--", "--word", str(path))
    assert lines(capsys, "-1", str(path))


def test_names_and_queries_reach_the_terminal_cleaned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\x1b[31m\nb.md"
    path.write_text("fox\x1b[0m\n")
    assert main(["search", "fox\x1b[0m", str(path)]) == 0
    assert main(["search", "fox\x1b[0m", str(path), "--json"]) == 0
    output, errors = capsys.readouterr()
    assert "\x1b" not in output + errors
    assert json.loads(output.split("\n", 1)[1])["query"] == "fox␛[0m"


def test_a_regular_expression_that_takes_too_long_is_one_line_after_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"A fox.\n\n{'x' * 8_000}\n")
    assert main(["search", "fox|(?:x+x+)+y", str(path), "--regex"]) == 2
    output, errors = capsys.readouterr()
    assert output.startswith(f"{path}:1: A fox.")
    assert errors.startswith("ketareader: “fox|(?:x+x+)+y” takes too long to look for: ")
    assert errors.count("\n") == 1
