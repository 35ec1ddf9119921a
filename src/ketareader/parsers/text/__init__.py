"""Plain text: what its lines look like is all that says which of them are headings, lists, verse or tables."""

from ketareader.parsers.text.parser import PlainText

__all__ = ["PlainText"]
