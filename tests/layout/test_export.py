import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketareader.document.document import Document
from ketareader.layout.export import coloured, colourless, plain
from ketareader.layout.lines import Line, Run
from ketareader.layout.page import Page, Place
from tests.document.reading import read
from tests.document.strategies import markdown

SGR = re.compile(r"\x1b\[([0-9;]+)m")
LINK = re.compile(r"\x1b\]8;;((?:https?://|mailto:)[\x21-\x5b\x5d-\x7e]+)?\x1b\\")
ARTICLE = """# One\n\n*a* **b** `c` [d](/e) ~~f~~\n\n- [x] g\n\n> h\n\n```python\ndef f(): return "x"  # y\n```\n"""


def lines_of_article(document: Document, width: int = 40) -> list[Line]:
    return [line for _, line in Page(document, width).rows_from(Place(0))]


def line_of(*runs: tuple[str, str]) -> Line:
    return Line(tuple(Run(text, role) for text, role in runs), 0, 0)


def parameters(text: str) -> set[str]:
    return {parameter for sequence in SGR.findall(text) for parameter in sequence.split(";")}


@given(markdown, st.integers(4, 100))
@settings(max_examples=10)
def test_every_export_shows_the_same_text_and_ends_no_line_with_a_space(text: str, width: int) -> None:
    for line in lines_of_article(read(text), width):
        assert plain(line) == line.text.rstrip(" ")
        assert "\x1b" not in plain(line)
        for export in (coloured, colourless):
            unlinked, links = LINK.subn("", export(line))
            assert SGR.sub("", unlinked) == plain(line)
            assert unlinked.count("\x1b[0m") * 2 == unlinked.count("\x1b")
            assert links % 2 == 0


WITHIN_A_LINE = (
    *("strong", "emphasis", "strike", "code", "link", "image", "keyboard", "marked", "underline", "abbreviation"),
    *("math", "small"),
)


def colourless_look(role: str) -> set[str]:
    line = colourless(Line((Run("x", role),), 0, 1))
    return set(line.partition("x")[0].strip("\x1b[m").split(";"))


def test_constructs_within_a_line_are_told_apart_without_colour() -> None:
    looks = [colourless_look(role) for role in ("", *WITHIN_A_LINE)]
    assert all(looks.count(look) == 1 for look in looks)


@pytest.mark.parametrize("stress", ["strong", "emphasis", "strong emphasis"])
def test_what_is_strong_or_emphasised_looks_like_no_other_construct_without_colour(stress: str) -> None:
    for role in ("", *WITHIN_A_LINE[2:-1]):
        names = (*stress.split(), role)
        alike = [other for other in WITHIN_A_LINE if colourless_look(other) == colourless_look(f"{stress} {role}")]
        assert [other for other in alike if other not in names] == []


HEADINGS = tuple(f"heading.{level}" for level in range(1, 7))


@pytest.mark.parametrize("export", [coloured, colourless])
def test_headings_without_a_rule_below_look_like_no_paragraph_of_strong_or_emphasised_words_and_no_term(
    export: Callable[[Line], str],
) -> None:
    def look(role: str) -> str:
        return export(Line((Run("x", role),), 0, 1))

    others = {look(role) for role in ("", "term", "title", "code", "strong", "emphasis", "strong emphasis")}
    assert [heading for heading in HEADINGS[2:] if look(heading) in others] == []


def test_the_colourless_export_has_attributes_and_no_colour() -> None:
    text = "\n".join(map(colourless, lines_of_article(read(ARTICLE))))
    assert {"0", "1", "2", "3", "4", "9"} <= parameters(text)
    assert not [parameter for parameter in parameters(text) if len(parameter) > 1 and parameter != "22"]


def test_the_coloured_export_has_both() -> None:
    text = "\n".join(map(coloured, lines_of_article(read(ARTICLE))))
    assert {"0", "1", "2", "3", "4", "9", "32", "35", "36"} <= parameters(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (line_of(("a", "text")), "a"),
        (line_of(("a", "unknown role")), "a"),
        (line_of(("a", "strong")), "\x1b[1ma\x1b[0m"),
        (line_of(("a", "heading.1")), "\x1b[1;35ma\x1b[0m"),
        (line_of(("a", "heading.2 strong")), "\x1b[1;36ma\x1b[0m"),
        (line_of(("a", "heading.1 code")), "\x1b[1;36ma\x1b[0m"),
        (line_of(("a", "strong"), ("b", "text strong"), ("c", "")), "\x1b[1mab\x1b[0mc"),
        (line_of(("a ", "strong"), ("  ", "code.block")), "\x1b[1ma\x1b[0m"),
        (line_of(("  ", "strong")), ""),
        (line_of(), ""),
    ],
)
def test_runs_that_look_alike_share_one_sequence(line: Line, expected: str) -> None:
    assert coloured(line) == expected


def test_only_spaces_are_taken_from_a_lines_end() -> None:
    assert plain(line_of(("a\u3000 ", ""))) == "a\u3000"
    assert coloured(line_of(("a\u00a0 ", ""))) == "a\u00a0"
