"""The title line: what is read, and what was taken for granted of it."""

from pathlib import Path

import pytest

from tests.ui.reading import press, reading, screen_text


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("# Tête\n".encode(), None),
        ("# Tête\n".encode("cp1252"), "cp1252"),
        ("# Tête\n".encode("utf-16"), "UTF-16"),
        ("# Tête\n".encode() + b"caf\xe9 \xff\n", "2 bad bytes"),
    ],
)
async def test_the_encoding_that_was_taken_is_shown_where_it_is_not_utf_8(
    tmp_path: Path, data: bytes, notice: str | None
) -> None:
    article = tmp_path / "a.md"
    article.write_bytes(data)
    async with reading(article) as (app, _):
        title = screen_text(app)[0]
        assert "Tête" in title
        assert (notice in title) if notice else ("UTF" not in title and "bad" not in title)


@pytest.mark.parametrize("width", [60, 70, 80, 100, 120])
async def test_the_section_is_named_beside_a_title_of_any_length(width: int, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    title, heading = "Struggling with anxiety, and why it could be the key to finding relief", "What it is in short"
    path.write_text(f"# {title}\n\n## {heading}\n\n" + "x\n\n" * 90, "utf-8")
    async with reading(path, size=(width, 24)) as (app, pilot):
        await press(app, pilot, "right_square_bracket")
        line = screen_text(app)[0]
        assert line.startswith(" Struggling with")
        assert " · What it is in sh" in line
        assert line.rstrip().endswith("left")
        assert (title in line) == (width == 120)
