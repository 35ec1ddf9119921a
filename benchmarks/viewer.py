"""Textual's own reader, `MarkdownViewer`, in an app and nothing else. usage: viewer.py PATH."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import MarkdownViewer


class Viewer(App[None]):
    """One article, with its contents."""

    def compose(self) -> ComposeResult:
        """Yield the viewer."""
        yield MarkdownViewer(Path(sys.argv[1]).read_text("utf-8"), show_table_of_contents=True)


if __name__ == "__main__":
    Viewer().run()
