"""The README says what is true."""

import re
import runpy
from pathlib import Path

import pytest

from ketareader import cli


def test_the_table_of_keys_is_that_of_the_commands(root: Path) -> None:
    table = runpy.run_path(str(root / "scripts" / "keys.py"))["table"]()
    assert table in (root / "README.md").read_text("utf-8"), "run `python scripts/keys.py`"


def test_every_picture_is_there(root: Path) -> None:
    names = re.findall(r"!\[[^]]*\]\(([^)]+)\)", (root / "README.md").read_text("utf-8"))
    assert names
    assert [name for name in names if not (root / name).is_file()] == []


@pytest.mark.parametrize("command", [row.name for row in cli.COMMANDS])
def test_every_command_is_named(root: Path, command: str) -> None:
    assert f"ketareader {command} " in (root / "README.md").read_text("utf-8")
