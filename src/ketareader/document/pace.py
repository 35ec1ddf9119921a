"""How long reading takes."""

from ketareader.document.document import Document

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies)."""


def minutes(words: float) -> int:
    """Return the whole minutes that words take to read."""
    return round(words / WORDS_A_MINUTE)


def minutes_to_read(document: Document) -> int:
    """Return the minutes that an article takes to read, one at least; 0 until all of it has been read."""
    return max(minutes(document.words()), 1) if document.complete else 0
