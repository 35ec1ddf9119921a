"""Options below the line that opens a directive."""

import pytest

from ketareader.parsers.markdown.dialect.options import Options, options_in


@pytest.mark.parametrize(
    ("lines", "options"),
    [
        (
            [":class: warning, dropdown", ":open:", "Text", ":no: option"],
            ({"class": "warning, dropdown", "open": ""}, 2),
        ),
        (["---", "Class: tip", "label: a-name ", "---", "Text"], ({"class": "tip", "label": "a-name"}, 4)),
        (["---", "Text", "---"], ({}, 0)),
        (["---", "class: tip"], ({}, 0)),
        (["Text"], ({}, 0)),
        ([":rocket:fast", ":class: tip"], ({}, 0)),
        (["", ":class: tip"], ({}, 0)),
        ([], ({}, 0)),
    ],
)
def test_options_are_the_lines_right_below_the_opening_one(
    lines: list[str], options: tuple[dict[str, str], int]
) -> None:
    assert tuple(options_in(lines)) == options


def test_no_line_is_asked_for_behind_the_first_that_is_no_option() -> None:
    lines = iter([":class: tip", "Text", "More"])
    options_in(lines)
    assert list(lines) == ["More"]


def test_a_directive_is_classed_by_words_and_named_by_its_label() -> None:
    options = Options({"class": "warning,dropdown wide", "name": "a", "label": "b"}, 3)
    assert (options.classes, options.name) == (["warning", "dropdown", "wide"], "b")


@pytest.mark.parametrize(("values", "is_open"), [({}, False), ({"open": ""}, True), ({"open": "False"}, False)])
def test_what_folds_is_open_where_an_option_says_so(values: dict[str, str], *, is_open: bool) -> None:
    assert Options(values, len(values)).is_open is is_open
