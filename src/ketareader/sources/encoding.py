"""What encoding a text is in, by its first bytes, and how it is decoded: no byte is dropped, nothing is refused."""

import codecs
from operator import itemgetter
from string import ascii_letters
from typing import Final, NamedTuple

_AS_CP1252: Final = "ketareader.cp1252"
"""The name under which `codecs` knows `_as_cp1252`."""


class Encoding(NamedTuple):
    """A way to read bytes as text."""

    label: str
    """What the reader is told."""
    codec: str
    """Python's name for it."""
    unit: int = 1
    """Length of a code unit in bytes."""
    errors: str = "replace"
    """Python's name for how what is no text in it is read."""
    mark: bytes = b""
    """The byte order mark that the text begins with."""


UTF_8: Final = Encoding("UTF-8", "utf-8", errors=_AS_CP1252)
CP1252: Final = Encoding("cp1252", "utf-8", errors=_AS_CP1252)
"""Any UTF-8 in it is read as UTF-8 all the same: the label says that the beginning has none."""

_MARKED: Final = (
    Encoding("UTF-8", "utf-8", 1, _AS_CP1252, codecs.BOM_UTF8),
    Encoding("UTF-32 LE", "utf-32-le", 4, mark=codecs.BOM_UTF32_LE),  # Before UTF-16, whose mark begins this one.
    Encoding("UTF-32 BE", "utf-32-be", 4, mark=codecs.BOM_UTF32_BE),
    Encoding("UTF-16 LE", "utf-16-le", 2, mark=codecs.BOM_UTF16_LE),
    Encoding("UTF-16 BE", "utf-16-be", 2, mark=codecs.BOM_UTF16_BE),
)
_UNMARKED_WIDE: Final = tuple(encoding._replace(mark=b"") for encoding in _MARKED if encoding.unit > 1)

_LETTERS: Final = (ascii_letters + " ").encode()
_MOSTLY: Final = 0.6
"""The share of ASCII letters and spaces from which bytes are ASCII with some NULs: UTF-16 has at most half."""
_LOW: Final = bytes(range(0x20))
"""Bytes that text in UTF-8 has few of; in UTF-16 one half of each letter is one, but for Han and Hangul."""
_LOW_HALVES: Final = 0.2
"""The share of UTF-16's code units that have one at least."""
_ONE_SIDED: Final = 3
"""How many times as many NULs as at the one parity are at the other in UTF-16, at least."""
_UNUSED: Final = 0.4
"""The share of NULs from which bytes may be UTF-32, whatever their parity."""
_STOPS: Final = " \n\r\N{IDEOGRAPHIC COMMA}\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH COMMA}"
"""What divides text into words and clauses; with their bytes swapped these are characters that next to no text has."""
_JUNK: Final = "".join(map(chr, range(0x20))).translate(str.maketrans("", "", "\t\n\r\f")) + "\N{REPLACEMENT CHARACTER}"
_JUNK_ALLOWED: Final = 0.01
_LIKELY: Final = 0.1


def find_encoding(head: bytes) -> Encoding:
    """Find the encoding of a text that begins with `head`, which may end within a character.

    In this order: a byte order mark; NULs where UTF-16 and UTF-32 put them; UTF-8. A beginning with bytes beyond ASCII
    of which none form UTF-8 is called cp1252. Shift-JIS, GB18030 and the like are taken for cp1252.
    """
    for encoding in _MARKED:
        if head.startswith(encoding.mark):
            return encoding
    return _find_wide(head) or (CP1252 if _is_cp1252(head) else UTF_8)


def decode(raw: bytes, encoding: Encoding) -> tuple[str, int]:
    """Decode bytes that begin and end with whole lines, and count those of them that are no text in `encoding`.

    In UTF-8 such bytes are read as cp1252, so that a single bad byte costs nothing, and a text in cp1252, which has
    next to nothing that is UTF-8 by chance, reads right; the five bytes that cp1252 leaves undefined, and what is no
    text in UTF-16 or UTF-32, become U+FFFD. Linear in time. A text labelled cp1252 counts none.
    """
    try:
        return raw.decode(encoding.codec), 0
    except UnicodeDecodeError:
        return _repair(raw, encoding)


def _repair(raw: bytes, encoding: Encoding) -> tuple[str, int]:
    valid = raw.decode(encoding.codec, "ignore")
    repaired = 0 if encoding is CP1252 else len(raw) - len(valid.encode(encoding.codec))
    if encoding.errors == _AS_CP1252 and valid.isascii():
        # The same text as below, without a call for each letter with an accent.
        return raw.decode("cp1252", "replace"), repaired
    return raw.decode(encoding.codec, encoding.errors), repaired


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that `error` is about as cp1252 (`codecs.register_error`)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_AS_CP1252, _as_cp1252)


def _is_cp1252(head: bytes) -> bool:
    return not head.isascii() and head.decode("utf-8", "ignore").isascii()


def _find_wide(head: bytes) -> Encoding | None:
    """Find the encoding with units of several bytes that `head` is likely to be in, if any."""
    if b"\0" not in head or len(head.translate(None, _LETTERS)) <= (1 - _MOSTLY) * len(head):
        return None
    if _is_utf_8(head) and not _has_halves(head):
        return None
    likelihood, encoding = max(((_likelihood(head, row), row) for row in _UNMARKED_WIDE), key=itemgetter(0))
    return encoding if likelihood >= _LIKELY else None


def _is_utf_8(head: bytes) -> bool:
    """Tell whether a beginning, which may end within a character, is UTF-8 and nothing else."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _has_halves(head: bytes) -> bool:
    """Tell whether the bytes at even places differ from those at odd ones as in UTF-16; one NUL never tells."""
    fewer, more = sorted((head[::2], head[1::2]), key=lambda half: half.count(0))
    nuls, others = more.count(0), fewer.count(0)
    low = len(more) - len(more.translate(None, _LOW))
    is_one_sided = nuls >= _ONE_SIDED * others and low >= _LOW_HALVES * len(more)
    return nuls > 1 and (is_one_sided or nuls + others >= _UNUSED * len(head))


def _likelihood(head: bytes, encoding: Encoding) -> float:
    """Tell how much `head` looks like text in `encoding`: by its stops, then its ASCII; 0 where it is full of junk."""
    text = codecs.getincrementaldecoder(encoding.codec)("replace").decode(head)
    if not text or _count(text, _JUNK) > _JUNK_ALLOWED * len(text):
        return 0
    return (10 * _count(text, _STOPS) + len(text.encode("ascii", "ignore"))) / len(text)


def _count(text: str, characters: str) -> int:
    return sum(map(text.count, characters))
