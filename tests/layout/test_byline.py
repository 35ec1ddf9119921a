from ketareader.layout.page import Page, Place
from ketareader.layout.sheet import Arrangement
from tests.document.reading import read

FRONT = "---\ntitle: On rivers\nauthor: A. Writer\ndate: 2024-05-01\nlayout: post\n---\n\n"


def lines(text: str, arrangement: Arrangement | None = None) -> list[str]:
    page = Page(read(text), 40, arrangement=arrangement)
    return [line.text for _, line in page.rows_from(Place(0, 0)) if line.runs]


def test_front_matter_is_a_quiet_byline_under_the_title() -> None:
    assert lines(FRONT + "# On rivers\n\nWater.\n")[:2] == ["On rivers", "━━━━━━━━━"]
    assert lines(FRONT + "# On rivers\n\nWater.\n")[2:] == ["A. Writer · 2024-05-01 · 1 min", "Water."]


def test_the_title_is_set_where_no_heading_says_it() -> None:
    assert lines(FRONT + "Water.\n") == ["On rivers", "A. Writer · 2024-05-01 · 1 min", "Water."]


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
