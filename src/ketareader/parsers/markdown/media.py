"""What is played or shown in a frame, in a line of text: which of the tags about it says where it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markdown_it.token import Token

from ketareader.parsers.html.text import said_of_medium
from ketareader.parsers.markdown.elements import MEDIA

_SHOWS: Final = frozenset({"embed", "img"})
"""Elements that are something to see without a word in them."""


def sources(tokens: Sequence[Token], names: Sequence[str], partners: Mapping[int, int]) -> Iterator[int]:
    """Yield the indices of the tags that say where media are; `names` are the tokens' elements, "" where it is no tag.

    Of a medium's own address and those in it the first counts. What is in an object is in its place, if anything is.
    """
    for index, name in enumerate(names):
        if name not in MEDIA or partners.get(index, index) < index or tokens[index].content.startswith("</"):
            continue
        inner = range(index + 1, partners.get(index, index))
        if said_of_medium(tokens[index].content)[0]:
            if name != "object" or not any(_is_seen(tokens[at], names[at]) for at in inner):
                yield index
        elif name != "object":
            yield from [at for at in inner if names[at] == "source" and said_of_medium(tokens[at].content)[0]][:1]


def _is_seen(token: Token, name: str) -> bool:
    """Tell whether there is something to see in a token."""
    return name in _SHOWS or (not name and bool(token.content.strip()))
