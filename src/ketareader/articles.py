"""The articles that ketareader comes with."""

from pathlib import Path
from typing import Final

FIRST: Final = "ketamine-for-anxiety.md"
"""The article to read where none was read before."""


def bundled(name: str) -> Path:
    """Return the path of an article that ketareader comes with: beside the installed package, or in the checkout."""
    package = Path(__file__).parent
    installed = package / "articles" / name
    return installed if installed.exists() else package.parents[1] / "articles" / name
