from hypothesis import given
from hypothesis import strategies as st

from ketareader.images.geometry import HIGHEST, Size, fit, highest

CELL = Size(8, 16)
SIDES = st.integers(1, 20_000)


def test_a_wide_picture_is_as_wide_as_the_column() -> None:
    frame = fit(Size(1600, 400), 50, 20, CELL)
    assert frame[:2] == (50, 7)  # 400 × 100 pixels: six rows and a quarter.
    assert frame.height == 6.25


def test_a_high_picture_is_as_high_as_is_allowed() -> None:
    assert fit(Size(100, 10_000), 50, 20, CELL)[:2] == (1, 20)


def test_a_small_picture_is_not_blown_up() -> None:
    assert fit(Size(16, 16), 80, 20, CELL)[:2] == (2, 1)
    assert fit(Size(1, 1), 80, 20, CELL)[:2] == (1, 1)


def test_half_the_screen_is_left_to_the_text() -> None:
    assert [highest(rows) for rows in (1, 2, 3, 10, 24, 39, 40, 200)] == [1, 1, 1, 5, 12, 19, HIGHEST, HIGHEST]


@given(
    st.builds(Size, SIDES, SIDES), st.integers(1, 300), st.integers(1, 60), st.builds(Size, *[st.integers(1, 40)] * 2)
)
def test_a_picture_keeps_its_aspect_within_the_column(picture: Size, columns: int, rows: int, cell: Size) -> None:
    frame = fit(picture, columns, rows, cell)
    assert 1 <= frame.columns <= columns
    assert 1 <= frame.rows <= rows
    assert frame.columns - 1 < frame.width + 1e-6
    assert frame.rows - 1 < frame.height + 1e-6
    shown = frame.width * cell.width * picture.height, frame.height * cell.height * picture.width
    assert abs(shown[0] - shown[1]) <= 1e-6 * max(shown)
    assert frame.width * cell.width <= picture.width + 1e-6
