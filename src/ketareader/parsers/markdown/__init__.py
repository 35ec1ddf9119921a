"""Markdown: CommonMark 0.31 with GFM's tables, strikethrough, task lists and autolinks, and front matter."""

from ketareader.parsers.markdown.parser import Markdown

__all__ = ["Markdown"]
