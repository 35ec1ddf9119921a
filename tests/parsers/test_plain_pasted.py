"""Pasted articles: a line to a paragraph, headings that nothing marks."""

import json
from collections import Counter
from pathlib import Path

import pytest

from ketareader.document.block import Kind
from tests.parsers.plain_text import PARAGRAPH, headings, parse, shown

ARTICLE = "articles/000_baaca20e6172ecf4.txt"


FIXTURES = Path(__file__).parent / "fixtures" / "pasted"
"""Articles whose headings are marked with "# ", which is taken off before they are parsed."""
HEADING = "# "
HARD = {"howto", "recipe", "review"}
"""Articles in which a heading stands between two lists of short lines."""


def marked(path: Path) -> tuple[str, list[str]]:
    lines = path.read_text("utf-8").splitlines()
    text = "".join(f"{line.removeprefix(HEADING)}\n" for line in lines)
    return text, [line.removeprefix(HEADING) for line in lines if line.startswith(HEADING)]


def words(lines: list[str]) -> Counter[str]:
    return Counter(" ".join(line.split()) for line in lines)


def test_the_first_article_has_its_title_and_its_seven_sections(corpus: Path) -> None:
    assert headings((corpus / ARTICLE).read_text("utf-8")) == [
        (1, "Struggling with Anxiety? Why Ketamine Could Be the Key to Finding Relief"),
        (2, "Comprehending Anxiety and Its Effects"),
        (2, "Ketamine: Definition"),
        (2, "How Ketamine Reduces Anxiety?"),
        (2, "Ketamine’s Advantages for Treating Anxiety"),
        (2, "What Should One Expect from Ketamine Therapy?"),
        (2, "Is ketamine appropriate for you?"),
        (2, "In essence, A New Route Forward to Release Anxiety"),
    ]


def test_the_first_article_has_four_run_in_heads_in_paragraphs_left_whole(corpus: Path) -> None:
    defined = [block for block in parse((corpus / ARTICLE).read_text("utf-8")) if block.kind is Kind.DEFINITION]
    assert [block.text[: block.level] for block in defined] == [
        "Quick relief:",
        "Efficacy Regarding Treatment-Resistant Anxiety:",
        "Minimal Side Effects:",
        "Potential for Long-Term Benefits:",
    ]
    assert defined[0].text.startswith("Quick relief: The rapidity of ketamine treatment")


def test_most_headings_of_texts_that_it_was_not_made_for_are_found_and_few_others(corpus: Path) -> None:
    right = true = found = 0
    for path in sorted((corpus / "corpus" / "pasted").glob("*.txt")):
        truth = words(json.loads(path.with_suffix(".truth.json").read_text("utf-8")))
        mine = words([text for _level, text in headings(path.read_text("utf-8"))])
        right, true, found = right + (truth & mine).total(), true + truth.total(), found + mine.total()
    assert 2 * right / (true + found) > 0.93


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_headings_of_an_article_are_found_and_nothing_else_is(path: Path) -> None:
    text, true = marked(path)
    found = [line for _level, line in headings(text)]
    if path.stem not in HARD:
        assert found == true
    assert 2 * (words(true) & words(found)).total() / (len(true) + len(found)) > 0.9


def test_a_short_line_before_a_long_one_is_a_heading() -> None:
    assert headings(f"What it is\n{PARAGRAPH}\n") == [(1, "What it is")]


def test_a_short_line_that_nothing_follows_is_no_heading() -> None:
    assert headings(f"{PARAGRAPH}\nPost Comment\n") == []


@pytest.mark.parametrize(
    "line", ["It is late.", "These are the reasons:", "and so on", "See also,", "[Illustration]", "limit = f(x) + 1"]
)
def test_a_line_that_does_not_read_as_a_heading_is_none(line: str) -> None:
    assert headings(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}\n") == []


def test_a_question_may_be_a_heading() -> None:
    assert headings(f"{PARAGRAPH}\nIs it right for you?\n{PARAGRAPH}\n") == [(2, "Is it right for you?")]


def test_the_lines_of_a_list_that_a_colon_announces_are_no_headings() -> None:
    assert headings(f"{PARAGRAPH}\nWhat to bring:\nBread and butter\nA knife\nA glass\n{PARAGRAPH}\n") == []


def test_the_cells_of_a_table_that_came_one_to_a_line_are_no_headings() -> None:
    cells = "These are its constants:\nName\nValue\nLIMIT\n200\nSTEP\n15\n"
    assert headings(f"Constants of the Thing\n{cells}{PARAGRAPH}\n") == [(1, "Constants of the Thing")]


def test_a_heading_may_stand_right_under_another() -> None:
    assert headings(f"{PARAGRAPH}\nRationale\nThe cost of it\n{PARAGRAPH}\n") == [
        (2, "Rationale"),
        (2, "The cost of it"),
    ]


def test_a_first_line_of_one_or_two_words_is_a_section_and_no_title() -> None:
    assert headings(f"Abstract\n{PARAGRAPH}\nMotivation\n{PARAGRAPH}\n") == [(2, "Abstract"), (2, "Motivation")]


def test_who_wrote_it_and_when_are_no_headings() -> None:
    text = f"How to Sleep Better\nBy Jane Doe\nMarch 3, 2024\n{PARAGRAPH}\nKeep a schedule\n{PARAGRAPH}\n"
    assert headings(text) == [(1, "How to Sleep Better"), (2, "Keep a schedule")]


def test_headings_are_found_too_where_blank_lines_divide_the_paragraphs() -> None:
    text = f"How to Sleep Better\n\n{PARAGRAPH}\n\nKeep a schedule\n\n{PARAGRAPH}\n"
    assert headings(text) == [(1, "How to Sleep Better"), (2, "Keep a schedule")]


def test_a_number_before_a_lone_line_makes_a_heading_and_numbers_in_a_row_a_list() -> None:
    text = f"1. Keep a schedule\n{PARAGRAPH}\nDo it like this:\n1. Pick a time\n2. Stick to it\n{PARAGRAPH}\n"
    assert headings(text) == [(2, "1. Keep a schedule")]
    assert "1. paragraph: Pick a time" in shown(text)


def test_a_paragraph_with_a_term_before_it_is_a_definition_only_among_its_like() -> None:
    assert [block.kind for block in parse(f"Note: {PARAGRAPH}\n{PARAGRAPH}\n")] == [Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert [block.kind for block in parse(f"Cost: {PARAGRAPH}\nGain: {PARAGRAPH}\n")] == [Kind.DEFINITION] * 2


def test_bullets_and_dashes_make_lists_of_a_line_to_an_item() -> None:
    assert shown(f"{PARAGRAPH}\n• Dim the lights\n• No screens\n{PARAGRAPH}\n")[1:3] == [
        "• paragraph: Dim the lights",
        "• paragraph: No screens",
    ]


def test_lines_set_in_columns_or_indented_are_kept_as_they_are() -> None:
    text = f"{PARAGRAPH}\nname   age\nAnn     12\n{PARAGRAPH}\n    x = f(1)\n    y = g(x)\n{PARAGRAPH}\n"
    assert [block.text for block in parse(text) if block.kind is Kind.CODE] == [
        "name   age\nAnn     12",
        "x = f(1)\ny = g(x)",
    ]


def test_a_stanza_between_paragraphs_keeps_its_lines() -> None:
    stanza = "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye"
    assert f"verse: {stanza}" in shown(f"{PARAGRAPH}\n\n{stanza}\n\n{PARAGRAPH}\n")


def test_headings_of_scripts_without_capitals_are_found() -> None:
    body = "氯胺酮通常被用作一种强效麻醉剂，在医学领域有着悠久的历史。几十年来，人类医学和兽医学都使用它。" * 2
    assert headings(f"{body}\n什么是氯胺酮\n{body}\n") == [(2, "什么是氯胺酮")]


def test_a_list_that_a_colon_announces_ends_at_a_paragraph_of_two_sentences() -> None:
    text = f"{PARAGRAPH}\nIt goes like this:\nStart slower. Buy the shoes first.\nThree numbers\n412 hours\n"
    assert headings(f"{text}20 miles\n2 toenails\n") == [(2, "Three numbers")]


@pytest.mark.parametrize("line", ["When to see a doctor", "What you'll need to know"])
def test_a_clause_after_a_list_without_bullets_is_a_heading(line: str) -> None:
    text = f"{PARAGRAPH} They may include:\nIncreased thirst\nBlurred vision\nSlow-healing sores\n{line}\n{PARAGRAPH}\n"
    assert headings(text) == [(2, line)]


def test_a_line_above_three_short_ones_is_a_heading_after_a_paragraph() -> None:
    assert headings(f"{PARAGRAPH}\nTools you will need\nA scale\nA jar\nA thermometer\nA band\n{PARAGRAPH}\n")[0] == (
        2,
        "Tools you will need",
    )


def test_a_few_words_that_lead_on_are_a_heading() -> None:
    assert headings(f"{PARAGRAPH}\nIn closing...\n{PARAGRAPH}\n") == [(2, "In closing...")]


def test_a_step_is_a_heading_beside_a_sentence_with_a_term() -> None:
    text = f"{PARAGRAPH}\nWarning: never take it out altogether.\nStep 4: Check the pressure\n{PARAGRAPH}\n"
    assert headings(text) == [(2, "Step 4: Check the pressure")]


def test_names_and_values_are_code_and_what_follows_them_may_be_a_heading() -> None:
    settings = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web"
    text = f"{PARAGRAPH}\n{settings}\nDeployments\n{PARAGRAPH}\n"
    assert f"code: {settings}" in shown(text)
    assert headings(text) == [(2, "Deployments")]


def test_headings_are_found_over_lines_of_a_common_width_that_end_as_sentences_do() -> None:
    line = "This stands below the heading, and it is as long as a line of a page would be."
    found = headings("".join(f"Heading number {number}\n{line}\n" for number in range(200)))
    assert len(found) == 200
