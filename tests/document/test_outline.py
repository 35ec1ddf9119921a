"""The outline: numbers, slugs and the tree that levels imply."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.outline import Outline, Section, has_children, neighbour, parent, slug_of


def outline(*headings: tuple[int, str]) -> list[Section]:
    """Make an outline of levels and titles."""
    made = Outline()
    for index, (level, title) in enumerate(headings):
        made.append(title, level, index, index + 1)
    return made.sections


def numbers(*levels: int) -> list[str]:
    return [section.number for section in outline(*((level, "t") for level in levels))]


def test_sections_are_numbered_by_their_place_in_the_tree() -> None:
    assert numbers(2, 3, 3, 2, 3, 4, 2) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "3"]


def test_a_first_heading_of_level_one_is_the_title_and_has_no_number() -> None:
    assert numbers(1, 2, 3, 2) == ["", "1", "1.1", "2"]


def test_a_second_heading_of_level_one_makes_the_first_a_section_like_any() -> None:
    assert numbers(1, 2, 1, 2) == ["1", "1.1", "2", "2.1"]


def test_a_level_that_is_skipped_is_no_level_of_the_tree() -> None:
    assert numbers(1, 4, 4, 2, 6) == ["", "1", "2", "3", "3.1"]


def test_depth_counts_the_sections_around_one() -> None:
    assert [section.depth for section in outline((1, "a"), (2, "b"), (5, "c"), (3, "d"), (2, "e"))] == [0, 0, 1, 1, 0]


def test_numbers_stay_when_nothing_but_a_title_comes_first() -> None:
    assert numbers(1) == [""]
    assert numbers() == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What It Is", "what-it-is"),
        ("  Hello, World!  ", "hello-world"),
        ("C++ & C#", "c--c"),
        ("snake_case, kebab-case", "snake_case-kebab-case"),
        ("Ketamine’s Advantages", "ketamines-advantages"),
        ("Naïve Café", "naïve-café"),
        ("हिन्दी में", "हिन्दी-में"),
        ("🚀 Launch", "-launch"),
        ("Level Ⅷ, 10²", "level--10"),
        ("漢字 かな", "漢字-かな"),
        ("", ""),
    ],
)
def test_slugs_are_those_that_github_makes(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_a_slug_of_ascii_is_what_it_is_beside_other_letters(title: str) -> None:
    assert slug_of(f"é{title}é") == f"é{slug_of(f'a{title}a')[1:-1]}é"


def test_a_slug_that_is_taken_gets_a_number() -> None:
    titles = ["Notes", "notes", "Notes-1", "Notes", "", ""]
    slugs = [section.slug for section in outline(*((2, title) for title in titles))]
    assert slugs == ["notes", "notes-1", "notes-1-1", "notes-2", "", "-1"]


def test_new_titles_give_the_slugs_they_would_have_had_from_the_start() -> None:
    made = Outline()
    for index, title in enumerate(["[Notes]", "Notes", "[Other]"]):
        made.append(title, 2, index, index + 1)
    made.retitle({0: "Notes", 2: "Other"}, {})
    assert [(section.title, section.slug) for section in made.sections] == [
        ("Notes", "notes"),
        ("Notes", "notes-1"),
        ("Other", "other"),
    ]


def test_a_section_ends_at_the_next_that_does_not_stand_in_it() -> None:
    made = Outline()
    for index, level in enumerate((1, 2, 3, 4, 3, 2)):
        made.append("t", level, index, index + 1)
    assert [made.end(index) for index in range(6)] == [6, 5, 4, 4, 5, 6]
    made.append("a second title", 1, 6, 7)
    assert [made.end(index) for index in range(7)] == [6, 5, 4, 4, 5, 6, 7]


def test_a_section_has_children_when_the_next_is_deeper() -> None:
    sections = outline((2, "a"), (3, "b"), (2, "c"))
    assert [has_children(sections, index) for index in range(3)] == [True, False, False]


def test_the_parent_is_the_nearest_section_above_that_is_less_deep() -> None:
    sections = outline((2, "a"), (3, "b"), (4, "c"), (3, "d"), (2, "e"))
    assert [parent(sections, index) for index in range(5)] == [None, 0, 1, 0, None]


def test_a_neighbour_is_at_the_same_depth_or_above() -> None:
    sections = outline((2, "a"), (3, "b"), (4, "c"), (3, "d"), (2, "e"))
    assert neighbour(sections, 1, range(2, 5)) == 3
    assert neighbour(sections, 3, range(2, -1, -1)) == 1
    assert neighbour(sections, 0, range(1, 5)) == 4
    assert neighbour(sections, 4, range(5, 5)) is None
