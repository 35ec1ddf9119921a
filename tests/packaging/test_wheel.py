"""What a reader gets who installs the package: it is built, installed and run as it would be elsewhere."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import ketareader

ARTICLE = "ketamine-for-anxiety.md"


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Run a command in a folder and return what it prints; what it complains of is in the failure."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8", timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive, and the wheel out of it, so that what one lacks the other lacks."""
    folder = tmp_path_factory.mktemp("built")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(root)], folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `bin` of a fresh environment: the wheel is its own, the libraries are borrowed from this one."""
    environment = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    run([*pip, "install", "--no-deps", "--no-index", str(wheel)], environment)
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return environment / "bin"


def test_the_wheel_holds_the_articles_the_types_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert f"ketareader/articles/{ARTICLE}" in names
    assert "ketareader/articles/lamp-and-book.png" in names
    assert "ketareader/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"ketareader"}


def test_the_source_archive_holds_all_that_a_test_run_needs(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "LICENSE",
        "Makefile",
        f"articles/{ARTICLE}",
        "pyproject.toml",
        "requirements/dev.txt",
        "requirements/run.txt",
        "scripts/setup.sh",
        "tests/conftest.py",
    } <= names


def test_an_installed_ketareader_is_the_one_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    found = run([installed / "python", "-c", "import ketareader; print(ketareader.__file__)"], tmp_path)
    assert Path(found).is_relative_to(installed.parent)


def test_an_installed_ketareader_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert ketareader.__version__ in run([installed / "ketareader", "--version"], tmp_path)
    assert ketareader.__version__ in run([installed / "python", "-m", "ketareader", "--version"], tmp_path)


def test_an_installed_ketareader_reads_its_own_article(installed: Path, tmp_path: Path) -> None:
    where = "import importlib.resources as r; print(r.files('ketareader') / 'articles')"
    articles = Path(run([installed / "python", "-c", where], tmp_path).strip())
    contents = run([installed / "ketareader", "toc", articles / ARTICLE], tmp_path)
    assert "ketamine" in contents.lower()
