import pytest

from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Arrangement
from ketareader.layout.viewport import Viewport
from tests.document.reading import read

FRONT = "---\ntitle: On rivers\nauthor: A. Writer\ndate: 2024-05-01\nlayout: post\n---\n\n"


def lines(text: str, arrangement: Arrangement | None = None) -> list[str]:
    page = Page(read(text), 40, arrangement=arrangement)
    return [line.text for _, line in page.rows_from(Place(0, 0)) if line.runs]


def test_front_matter_is_a_quiet_byline_under_the_title() -> None:
    assert lines(FRONT + "# On rivers\n\nWater.\n")[:2] == ["On rivers", "━━━━━━━━━"]
    assert lines(FRONT + "# On rivers\n\nWater.\n")[2:] == ["A. Writer · 2024-05-01 · 1 min", "Water."]


def test_the_title_is_set_where_no_heading_says_it() -> None:
    assert lines(FRONT + "Water.\n") == ["On rivers", "━━━━━━━━━", "A. Writer · 2024-05-01 · 1 min", "Water."]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: On rivers\nauthor: A. Writer\n---\n\n",
        "% On rivers\n% A. Writer\n\n",
        '{"title": "On rivers", "author": "A. Writer"}\n\n',
    ],
)
def test_the_title_is_set_above_a_first_heading_that_is_another(front: str) -> None:
    below = ["Springs", "━━━━━━━", "Water.", "Mouths", "━━━━━━", "Salt."]
    assert lines(f"{front}# Springs\n\nWater.\n\n# Mouths\n\nSalt.\n") == [
        *("On rivers", "━━━━━━━━━", "A. Writer · 1 min"),
        *below,
    ]
    assert lines(f"{front}# Springs\n\nWater.\n")[2:4] == ["A. Writer · 1 min", "Springs"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("On Rivers", "# on rivers"),
        ("On *rivers*", "# On `rivers` #"),
        ("On rivers", "# [On **rivers**](/rivers) {#top .wide}"),
        ("On rivers", "On rivers\n========="),
        ("'It''s: on -- rivers...'", "# It’s on – rivers…"),
        ("':boat: On rivers'", "# :boat: On rivers"),
        ("On rivers", '# <a id="x"></a>On rivers[^1]\n\n[^1]: Some.'),
        ("On rivers", "## On rivers"),
        ("???", "# ???"),
        ("On rivers", "# On :boat: rivers and their banks"),
        ("How we know rivers", "# We know rivers"),
        ("川について", "# 川について"),
    ],
)
def test_a_heading_that_says_the_title_has_the_byline(title: str, heading: str) -> None:
    shown = lines(f"---\ntitle: {title}\nauthor: A. Writer\n---\n\n{heading}\n\nWater.\n")
    assert shown[1][0] in "━─"
    assert shown[2:4] == ["A. Writer · 1 min", "Water."]


@pytest.mark.parametrize("heading", ["Rivers", "Rivers on", "On streams", "川"])
def test_a_heading_that_says_too_little_of_the_title_is_not_the_title(heading: str) -> None:
    front = "---\ntitle: On all the rivers\n---\n\n"
    assert lines(f"{front}# {heading}\n\nWater.\n")[0] == "On all the rivers"


def test_a_heading_that_says_the_title_below_a_picture_has_the_byline() -> None:
    shown = lines(FRONT + "![A river](river.png)\n\n# On rivers\n\nWater.\n")
    assert shown == ["A river", "On rivers", "━━━━━━━━━", "A. Writer · 2024-05-01 · 1 min", "Water."]


def test_a_heading_that_says_the_title_far_below_is_not_the_title() -> None:
    assert lines(FRONT + "Water. " * 200 + "\n\n# On rivers\n")[:2] == ["On rivers", "━━━━━━━━━"]


def test_a_heading_in_a_quote_is_not_the_title() -> None:
    assert lines(FRONT + "> # On rivers\n")[:2] == ["On rivers", "━━━━━━━━━"]


def test_long_front_matter_makes_one_byline() -> None:
    front = "---\ntitle: On rivers\n" + f"key: {'x' * 200}\n" * 50 + "---\n\n"
    assert lines(front + "Water.\n") == ["On rivers", "━━━━━━━━━", "1 min", "Water."]
    assert lines(front + "# On rivers\n") == ["On rivers", "━━━━━━━━━", "1 min"]


def test_the_title_stays_in_sight_when_all_is_laid_out_anew() -> None:
    document = read(FRONT + "Water.\n\n" * 60)
    viewport = Viewport(Page(document, 40), 10)
    viewport.resize(Page(document, 30), 10)
    assert viewport.rows()[0][1].text == "On rivers"


def test_a_tag_of_several_words_is_told_from_its_neighbours() -> None:
    assert lines("---\ntags: [a, b]\n---\n\nWater.\n")[1] == "#a #b"
    assert lines("---\ntags: [a, c d, e]\n---\n\nWater.\n")[1] == "#a · #c d · #e"


def test_the_day_is_told_of_a_date_with_a_time() -> None:
    assert lines("---\ndate: 2024-05-01T10:00:00Z\n---\n\nWater.\n")[0] == "2024-05-01 · 1 min"


def test_front_matter_without_anything_for_a_byline_is_not_set() -> None:
    assert lines("---\nlayout: post\n---\n\nWater.\n") == ["Water."]


def test_all_of_it_is_shown_when_asked_for() -> None:
    arrangement = Arrangement()
    arrangement.is_meta_shown = True
    assert "layout: post" in lines(FRONT + "Water.\n", arrangement)
