"""Characters that an encoding lacks: written in ASCII, as they read on paper, or as wide as they are on a screen."""

from typing import Final
from unicodedata import normalize

from ketareader.layout.ruler import graphemes

_ALIKE: Final = {
    **dict.fromkeys("‘’‚‛′ʼ", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "),
    **dict(zip("•×", "*x", strict=True)),
}
"""Characters that read the same, one for one."""
_SPELLED: Final = {
    **_ALIKE,
    **dict.fromkeys("—―", "--"),
    **dict.fromkeys("\u00ad\u200b\u2060", ""),  # They only say where a word may be broken, or may not.
    **dict(zip("…→←§ﬀﬁﬂﬃﬄﬆ", ("...", "->", "<-", "Sec.", "ff", "fi", "fl", "ffi", "ffl", "st"), strict=True)),
}
"""Characters that have an obvious spelling, however long."""
_DRAWN: Final = {
    **_ALIKE,
    **dict.fromkeys("—―─━", "-"),
    **dict.fromkeys("│┃▎▏▌", "|"),
    **dict.fromkeys("┼┿", "+"),
    **dict(zip("…◦▪☑☐⁂↪·§✓▸▾→←↓↑", "~o+x_*>*S+>v><v^", strict=True)),
}
"""Characters that have a picture of one cell."""


def spelled(text: str) -> str:
    """Spell what an encoding lacks; what has no obvious spelling is an escape, so that nothing is lost."""
    return "".join(_SPELLED[mark] if mark in _SPELLED else _escape(mark) for mark in text)


def drawn(text: str) -> str:
    """Draw what an encoding lacks, in as many cells as it takes."""
    return "".join(_picture(text[start:end], cells) for start, end, cells in graphemes(text))


def _escape(mark: str) -> str:
    return mark.encode("ascii", "backslashreplace").decode()


def _picture(cluster: str, cells: int) -> str:
    """Return a letter without its accents, or question marks where there is no picture."""
    plain = _DRAWN.get(cluster) or normalize("NFKD", cluster).encode("ascii", "ignore").decode()
    return plain if len(plain) == cells else "?" * cells
