"""How the programs that are measured are started: ketareader, the floor, and other readers where there are any."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from ketareader import __version__

FLOOR = "the floor"
"""What results call `floor.py`."""
_PEERS = "KETAREADER_PEERS"
"""The variable that names folders with other readers' programs, separated as in PATH."""


def ketareader(*arguments: str | Path) -> list[str]:
    """Return the command for ketareader."""
    return [sys.executable, "-m", "ketareader", *map(str, arguments)]


def script(name: str, *arguments: str | Path) -> list[str]:
    """Return the command for one of the programs beside this file."""
    return [sys.executable, "-m", f"benchmarks.{name}", *map(str, arguments)]


def rich(path: Path) -> list[str]:
    """Return the command that has Rich print an article."""
    return [sys.executable, "-m", "rich.markdown", str(path)]


@dataclass(frozen=True, slots=True)
class Reader:
    """A program that shows articles."""

    name: str
    version: str
    command: Callable[[Path], Sequence[str]]
    """From an article to the command that shows it."""


def readers() -> list[Reader]:
    """Return the readers that are here, ketareader first."""
    return [
        Reader("ketareader", __version__, ketareader),
        *(reader for name in OTHERS if (reader := _installed(name))),
        Reader("Textual MarkdownViewer", version("textual"), lambda path: script("viewer", path)),
        Reader("Rich Markdown (prints)", version("rich"), rich),
    ]


OTHERS = ("hike", "frogmouth")


def _installed(name: str) -> Reader | None:
    """Return a reader that is on the path, or in the folders that `KETAREADER_PEERS` names."""
    folders = os.pathsep.join(filter(None, map(os.environ.get, (_PEERS, "PATH"))))
    program = shutil.which(name, path=folders)
    if program is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, check=False, text=True, timeout=30)
    number = said.stdout.removeprefix(name).split("(")[0].strip(" v\n")
    return Reader(name, number or "of unknown version", lambda path: [program, str(path)])
