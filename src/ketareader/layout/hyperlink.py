"""Addresses as a terminal or a browser may be given them: of three schemes, and in printable ASCII alone."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from unicodedata import name, normalize
from urllib.parse import SplitResult, quote, unquote, urlsplit

from ketareader.text import clean, clean_line

_LONGEST: Final = 2083
"""Characters of an address at the most: what terminals take (the OSC 8 specification, "Length limits")."""
_UNABLE: Final = frozenset({"linux", "dumb"})
"""The names of terminals that make nothing of OSC 8, or print it."""
_HOST: Final = r"(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])"
_PUNYCODE: Final = "xn--"
_KEPT: Final = "%/:?&=~#+!$,;@()*'[]"
"""Characters that are kept as they are, beside letters, digits and "-._~"."""
_USER: Final = "%:!$&()*+,;=~'"
_WRITTEN_WITH_LATIN: Final = (
    frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"CJK", "HANGUL"}),
    frozenset({"CJK", "BOPOMOFO"}),
)
"""Scripts that one language mixes, with Latin letters too (UTS #39 section 5.2, "highly restrictive")."""


def knows_links(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal that an environment names may be given OSC 8 sequences."""
    return environment.get("TERM", "") not in _UNABLE


def hyperlink(target: str) -> str:
    r"""Return a link's target for a terminal to open, or "" for one that may not be.

    What is returned matches ``(https?://|mailto:)[\x21-\x7e]+``, without a backslash: nothing in it ends an OSC 8
    sequence. Hosts are in punycode, everything else that is no ASCII is percent-encoded UTF-8.
    """
    # A character that is percent-encoded in a host is three; nothing else becomes shorter.
    return _hyperlink(target) if len(target) <= 3 * _LONGEST else ""


@lru_cache(1024)
def _hyperlink(target: str) -> str:
    try:
        parts = urlsplit(clean(target).strip())
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        address = f"mailto:{_rest(parts)}" if parts.path else ""
    else:
        address = _web(parts) if parts.scheme in {"http", "https"} else ""
    return address if len(address) <= _LONGEST else ""


def host_of(target: str) -> str:
    """Return the host of a web address as it reads, out of punycode too, clean; "" where there is none."""
    try:
        host = urlsplit(target.strip()).hostname or ""
    except ValueError:
        return ""
    return clean_line(".".join(map(_read, _mapped(host).split("."))))


def mixes_scripts(host: str) -> bool:
    """Tell whether a label of a host has letters of scripts that no language mixes: it may pass for another's."""
    return any(_mixed(label) for label in host.split("."))


def _web(parts: SplitResult) -> str:
    """Return a web address in ASCII; "" where its host or port is none."""
    try:
        host, port = _in_ascii(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if not re.fullmatch(_HOST, host):
        return ""
    user, at, _ = parts.netloc.rpartition("@")
    place = f"{quote(user, safe=_USER)}{at}{host}{'' if port is None else f':{port}'}"
    return f"{parts.scheme}://{place}{_rest(parts)}"


def _rest(parts: SplitResult) -> str:
    """Return what comes after an address's host, or after "mailto:", in ASCII."""
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return quote(f"{parts.path}{query}{fragment}", safe=_KEPT)


def _mapped(host: str) -> str:
    """Map a host as browsers do before they look it up (UTS #46, in essence): composed, lower case, plain stops."""
    return normalize("NFKC", normalize("NFKC", unquote(host)).lower()).replace("。", ".")


def _in_ascii(host: str) -> str:
    """Return a host with labels that are no ASCII in punycode (RFC 3492). Raises `UnicodeError`."""
    if ":" in host:
        return f"[{host}]"
    labels = _mapped(host).split(".")
    return ".".join(label if label.isascii() else f"{_PUNYCODE}{label.encode('punycode').decode()}" for label in labels)


def _read(label: str) -> str:
    """Return a label of a host as it reads: out of punycode, unless it is no punycode."""
    if not label.startswith(_PUNYCODE):
        return label
    try:
        return label.removeprefix(_PUNYCODE).encode().decode("punycode")
    except UnicodeError:
        return label


def _mixed(label: str) -> bool:
    """Tell whether a label has letters of scripts that no language mixes."""
    scripts = {name(letter, "").partition(" ")[0] for letter in label if letter.isalpha()} - {"LATIN"}
    if not scripts:
        return False
    has_latin = any("a" <= letter <= "z" for letter in label)
    return not any(scripts <= allowed for allowed in _WRITTEN_WITH_LATIN) and (has_latin or len(scripts) > 1)
