"""The rules of who loads what, seen in a program that runs.

The import contracts in `pyproject.toml` say the same of the source; this sees what libraries load, too.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

COMMAND = """
import sys
from ketareader.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as stop:
    code = stop.code
sys.exit(f"exit {code}" if code else "textual" in sys.modules and "it loads textual")
"""

ROOM = """
import importlib, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", ()), room.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"rich", "textual"}))
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, check=False, encoding="utf-8", timeout=60
    )


@pytest.mark.parametrize("command", ["toc", "toc --json", "print", "print --linear", "--linear", "search ketamine"])
def test_a_command_that_shows_no_screen_loads_no_screen(command: str, article: Path) -> None:
    done = run(COMMAND, *command.split(), str(article))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("room", ["text", "errors", "document", "images", "parsers", "search", "sources", "state"])
def test_a_room_below_the_page_loads_neither_rich_nor_textual(room: str) -> None:
    name = f"ketareader.{room}"
    if find_spec(name) is None:
        pytest.skip(f"there is no {name} yet")
    done = run(ROOM, name)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_the_engine_of_regular_expressions_is_loaded_by_the_first_search_with_one() -> None:
    program = """
import sys
from ketareader.search.query import Query, compile_query
matcher = compile_query(Query("fo+x", regex=True))
print("regex" in sys.modules)
list(matcher.spans("fox"))
print("regex" in sys.modules)
"""
    done = run(program)
    assert (done.stdout.split(), done.stderr) == (["False", "True"], "")
