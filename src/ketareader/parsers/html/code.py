"""Code: what stands in HTML's `pre`, where spaces and line ends count."""

import re
from collections.abc import Iterator

from ketareader.document.block import Block, Frame, Kind
from ketareader.parsers.html.text import unescaped
from ketareader.parsers.html.tokens import attributes

_LANGUAGE = r"(?:^|\s)(?:language|lang|highlight-source)-(\S+)"


class Code:
    """Collects the text of one `pre`."""

    def __init__(self, line: int, tag: str) -> None:
        """Begin code that stands on this line of the source, in this tag."""
        self._line = line
        self._parts: list[str] = []
        self._info = ""
        self.name(tag)

    def name(self, tag: str) -> None:
        """Take the language from a tag, if it tells."""
        found = attributes(tag)
        language = re.search(_LANGUAGE, found.get("class", ""))
        self._info = self._info or (language[1] if language else found.get("lang", "").strip())

    def add(self, text: str) -> None:
        """Add text as it stands."""
        self._parts.append(text)

    def take(self, frame: Frame, end: int) -> Iterator[Block]:
        """Yield the code, if there is any, which ends before line `end`; what comes begins there."""
        text = unescaped("".join(self._parts))
        if text.strip():
            shown = text.removeprefix("\n").removesuffix("\n")
            # Where code stands on its tags' own lines, its first line is the block's.
            last = end if text.startswith("\n") else min(end, self._line + shown.count("\n") + 1)
            yield Block(Kind.CODE, shown, self._line, last, frame, info=self._info)
        self._parts.clear()
        self._line = end
