"""Scripts and style sheets: code that is folded, as a reader of the article seldom wants it."""

import re
from collections.abc import Iterator
from typing import Final

from ketareader.document.block import Block, Fold, Frame, Kind
from ketareader.parsers.html.tokens import attributes

_LANGUAGES: Final = {"script": "javascript", "style": "css"}
"""What they are written in, unless their tags say otherwise."""
_DEFAULT: Final = frozenset({"", "babel", "ecmascript", "module", "x-ecmascript", "x-javascript"})
"""Types that say nothing more."""
_ELEMENT: Final = r"(<[^\"'>]*+(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+>)(.*)</[^<]*>"


def words(source: str) -> str:
    """Return what stands between the tags of a script or a style sheet, without blank lines around it."""
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", _parts(source)[1]).rstrip()


def folded(name: str, source: str, line: int, frame: Frame) -> Iterator[Block]:
    """Yield the blocks of a whole element that begins on this line of the source; none where there is nothing in it."""
    code, end = words(source), line + source.count("\n") + 1
    if code:
        frame = (*frame, Fold(is_open=False))
        yield Block(Kind.TITLE, name.capitalize(), line, line + 1, frame)
        yield Block(Kind.CODE, code, line, end, frame, info=_language(name, _parts(source)[0]))


def _parts(source: str) -> tuple[str, str]:
    """Return a whole element's start tag, and its text."""
    found = re.fullmatch(_ELEMENT, source, re.DOTALL)
    return (found[1], found[2]) if found else ("", source)


def _language(name: str, tag: str) -> str:
    """Return what the code is written in: `application/ld+json` is JSON."""
    found = attributes(tag)
    kind = found.get("lang") or found.get("type", "").partition(";")[0].rpartition("/")[2].rpartition("+")[2]
    kind = "".join(kind.lower().split())
    return _LANGUAGES[name] if kind in _DEFAULT else kind
