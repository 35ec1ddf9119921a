"""The title line tells what was taken for granted."""

from pathlib import Path

import pytest

from tests.ui.reading import reading, screen_text


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
