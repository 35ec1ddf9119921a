"""Lines to be heard that are no longer than a display in braille, or whatever shows them."""

from collections.abc import Iterable, Iterator

from ketareader.layout.wrap import wrap


def wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Break lines into ones of at most `width` cells."""
    for line in lines:
        text = line.replace("\t", "    ")
        yield from (text[start:end] for start, end in wrap(text, width))
