"""Names: what an article's markup calls places in it, beside the slugs of its sections."""

from collections.abc import Sequence

from ketareader.document.block import Block, Name

_MOST = 16
"""Places of one name, or of one name in several cases, that are kept: a link leads to the first that is one."""


class Names:
    """The named places of an article, found when they are asked for: each block is looked at once."""

    def __init__(self) -> None:
        """Begin with no name."""
        self._places: dict[str, list[tuple[int, Name]]] = {}
        """The blocks with names, by the names in lower case, in the order of the text."""
        self._seen = 0
        """Blocks that have been looked at."""

    def find(self, name: str, blocks: Sequence[Block]) -> Sequence[tuple[int, Name]]:
        """Return the blocks of an article in which something is called so in any case, with the name as it stands."""
        for index in range(self._seen, len(blocks)):
            for found in blocks[index].names:
                self.add(index, found)
        self._seen = len(blocks)
        return self._places.get(name.lower(), ())

    def add(self, block: int, name: Name) -> None:
        """Take note of a place in a block."""
        places = self._places.setdefault(name.text.lower(), [])
        if len(places) < _MOST:
            places.append((block, name))
