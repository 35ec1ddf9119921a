"""What the tests of the screen are given."""

from pathlib import Path

import pytest

from tests.ui.reading import write_article


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    """Return the path of a small article on rivers, some screens long."""
    return write_article(tmp_path)
