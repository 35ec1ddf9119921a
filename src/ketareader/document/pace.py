"""How long reading takes."""

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies)."""


def minutes(words: float) -> int:
    """Return the whole minutes that words take to read."""
    return round(words / WORDS_A_MINUTE)
