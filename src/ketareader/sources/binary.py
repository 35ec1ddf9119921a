"""Telling files that hold no text from those that do."""

import re
from typing import Final

_TO_TEXT: Final = "turn it into text first, for instance with {}"
_UNPACK: Final = "unpack it first, with {}"

_SIGNATURES: Final = (
    (0, b"%PDF-", "a PDF document", _TO_TEXT.format("pdftotext")),
    (30, b"mimetypeapplication/epub+zip", "an EPUB book", _TO_TEXT.format("pandoc")),
    (30, b"mimetypeapplication/vnd.oasis.opendocument", "an office document", _TO_TEXT.format("pandoc")),
    (30, b"[Content_Types].xml", "an office document", _TO_TEXT.format("pandoc")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", _TO_TEXT.format("antiword")),
    (60, b"BOOKMOBI", "a Kindle book", _TO_TEXT.format("ebook-convert")),
    (0, b"AT&TFORM", "a DjVu document", _TO_TEXT.format("djvutxt")),
    (0, b"PK\x03\x04", "a ZIP archive", _UNPACK.format("unzip")),
    (0, b"\x1f\x8b", "compressed", _UNPACK.format("gunzip")),
    (0, b"BZh91AY&SY", "compressed", _UNPACK.format("bunzip2")),
    (0, b"\xfd7zXZ\0", "compressed", _UNPACK.format("unxz")),
    (0, b"\x28\xb5\x2f\xfd", "compressed", _UNPACK.format("unzstd")),
    (257, b"ustar\0", "a tar archive", _UNPACK.format("tar")),
    (257, b"ustar  \0", "a tar archive", _UNPACK.format("tar")),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK.format("7z")),
    (0, b"Rar!\x1a\x07", "a RAR archive", _UNPACK.format("unrar")),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", ""),
    (0, b"\xff\xd8\xff", "a JPEG image", ""),
    (0, b"\x7fELF", "a program", ""),
    (0, b"SQLite format 3\0", "an SQLite database", ""),
)
"""Where a kind of file has its mark, in bytes from its start; the mark; what to call the file; what to do about it."""

_STRANGE: Final = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f]")
"""The controls that text doesn't have; it may well have those for the page, for overstriking and for colours."""
_STRANGE_ALLOWED: Final = 64
_STRANGE_SHARE: Final = 0.05


def known_kind(head: bytes) -> tuple[str, str] | None:
    """Name the kind of file that begins with `head`, if it is a known one without text, and say what to do with it."""
    for start, mark, kind, advice in _SIGNATURES:
        if head.startswith(mark, start):
            return kind, advice
    return None


def is_binary(text: str) -> bool:
    """Tell whether `text`, decoded and not yet cleaned, is no text after all: more than a few of it are controls.

    Compressed, encrypted and machine code have one in ten and more; a text with some stray NULs stays far below.
    """
    return len(_STRANGE.findall(text)) > max(_STRANGE_ALLOWED, _STRANGE_SHARE * len(text))
