"""A reader for articles in a terminal: sections, contents, reading pane, search."""

__version__ = "0.1.0"
