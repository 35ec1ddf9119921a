"""Scripts written without spaces: in them a line end stands for nothing."""

import re
from typing import Final

_UNSPACED: Final = (
    r"[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
"""A character of such a script, its punctuation too; Hangul is none. For `re` to compile when it is first wanted, as it
takes its time over it."""
_FIRST: Final = "\u2e80"


def may_be_unspaced(text: str) -> bool:
    """Tell at a glance whether a text may be in such a script."""
    return not text.isascii() and max(text) >= _FIRST


def is_unspaced_around(text: str, at: int) -> bool:
    """Tell whether the characters before and after the one at `at` are both of such scripts."""
    return all(re.match(_UNSPACED, text[beside : beside + 1]) for beside in (at - 1, at + 1))
