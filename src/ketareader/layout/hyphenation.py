"""Where words may be divided, by language: pyphen's patterns, if the extra `hyphenation` is installed."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

_LEFT, _RIGHT = 2, 3
"""The fewest letters that stay on the line, and that go to the next."""


def hyphenator(language: str) -> Callable[[str], Sequence[int]] | None:
    """Return what divides the words of a language (BCP 47: "en", "de-CH"); None where there is nothing that can."""
    return partial(hyphenate, language=language) if _patterns(language) else None


def hyphenate(word: str, language: str) -> list[int]:
    """Return the letters before which a word may be divided, in order; none where its language is not known.

    No place at which the spelling would change is among them.
    """
    patterns = _patterns(language)
    return [int(place) for place in patterns.positions(word) if not place.data] if patterns else []


@lru_cache(8)
def _patterns(language: str) -> "Pyphen | None":
    """Load a language's patterns; those of the language alone where a region has none."""
    if find_spec("pyphen") is None:
        return None
    from pyphen import Pyphen, language_fallback  # noqa: PLC0415 (an extra, and only who asks for it waits for it)

    known = language_fallback(language.replace("-", "_"))
    return Pyphen(lang=known, left=_LEFT, right=_RIGHT) if known else None
