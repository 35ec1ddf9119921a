"""Markdown as it is read: the cases are the files in `fixtures/`, so that a new one needs no Python.

How a case is written is in `cases.py`. The views:

- `at N`: the page at N cells, plain, as it is printed to a file;
- `screen at N`: the page as people see it, with a printer's punctuation;
- `meta at N`: all of the front matter, as it stands;
- `linear`: what is read out;
- `toc`, `search WORDS`: what these commands say; a place is a line of the source;
- `blocks`: the blocks with their lines and containers;
- `inline`: the text as read, with its spans;
- `sections`: the headings;
- `names`: the places that markup gives a name, each with what stands there.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsers.cases import View, read_cases
from tests.parsers.views import VIEWS

FIXTURES = Path(__file__).parent / "fixtures"
CASE = "About.\n\nA name\n.\ntext\n.\n{}.\n"


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.md")):
        for case in read_cases(path.read_text("utf-8"), VIEWS).cases:
            for view in case.views:
                yield pytest.param(case.source, view, id=f"{path.stem}: {case.name} ({view.header})")


@pytest.mark.parametrize(("source", "view"), list(cases()))
def test_markdown_reads_as_expected(source: str, view: View) -> None:
    seen = VIEWS[view.kind](source, view.argument)
    assert "".join(f"{line}\n" for line in seen) == view.expected


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_no_line_of_a_fixture_file_is_passed_over(path: Path) -> None:
    assert read_cases(path.read_text("utf-8"), VIEWS).faults == []


@pytest.mark.parametrize(
    ("views", "fault"),
    [
        ("", "Line 3: there is no view of “A name”."),
        ("---at 40\ntext\n", "Line 7: “---at 40” is no view's header"),
        ("--- At 40\ntext\n", "Line 7: “--- At 40” is no view's header"),
        ("--- at 40 \ntext\n", "Line 7: “--- at 40 ” is no view's header"),
        ("--- at\ntext\n", "Line 7: “--- at” is no view's header"),
        ("--- at 40\ntext\n--- search \n", "Line 9: “--- search ” is no view's header"),
        ("--- blocks 40\ntext\n", "Line 7: “--- blocks 40” is no view's header"),
        ("--- \ntext\n", "Line 7: “--- ” is no view's header"),
        ("---\ntext\n", "Line 7: “---” is part of no view."),
        (" --- at 40\ntext\n", "Line 7: “ --- at 40” is part of no view."),
        ("text\n--- at 40\ntext\n", "Line 7: “text” is part of no view."),
        ("--- at 40\ntext\n.\nstray\n\nNo case\n", "Line 10: “stray” is part of no case."),
    ],
)
def test_a_case_that_would_pass_unseen_is_a_fault(views: str, fault: str) -> None:
    assert read_cases(CASE.format(views), VIEWS).faults[0].startswith(fault)


def test_a_case_has_its_views_and_no_fault() -> None:
    (case,), faults = read_cases(CASE.format("--- at 40\ntext\n\n---\n--- search a b\n1: text\n"), VIEWS)
    assert faults == []
    assert (case.name, case.source) == ("A name", "text\n")
    assert [(view.header, view.argument, view.expected) for view in case.views] == [
        ("at 40", "40", "text\n\n---\n"),
        ("search a b", "a b", "1: text\n"),
    ]
