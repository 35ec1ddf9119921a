"""Where articles come from: files and standard input, opened without ever blocking and read a piece at a time."""

from ketareader.sources.opened import Opened, open_source, stdin_source

__all__ = ["Opened", "open_source", "stdin_source"]
