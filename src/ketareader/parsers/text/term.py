"""Run-in heads: "Quick relief: The rapidity of ..."."""

import re

_TERM = re.compile(r"(?![a-z])[^\W_][^.:!?\n]{1,58}:(?= +\S)")
_WORDS = 8
"""Words in a term, at most."""


def term_of(text: str) -> str:
    """Return the term, its colon too, that a paragraph begins with and says something of; "" where it has none."""
    found = _TERM.match(text)
    return found[0] if found and len(found[0].split()) <= _WORDS else ""
