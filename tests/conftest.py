"""What every test stands on: a home of its own, and the articles."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
RUNNERS_OWN = ("COLUMNS", "LINES", "NO_COLOR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")

# A slow machine is no failure, and on CI a failure has to come back when it is run again.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so that it neither reads nor writes its runner's settings and places."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in RUNNERS_OWN:
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def article() -> Path:
    """Return the article that ketareader opens first."""
    return ROOT / "articles" / "ketamine-for-anxiety.md"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of outside texts (`articles/`, `corpus/`, `tools/`) that `KETAREADER_CORPUS` names, or skip."""
    name = os.environ.get("KETAREADER_CORPUS")
    if not name:
        pytest.skip("KETAREADER_CORPUS is not set")
    folder = Path(name)
    if not folder.is_dir():
        pytest.fail(f"KETAREADER_CORPUS is no folder: {folder}")
    return folder
