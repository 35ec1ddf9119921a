"""Bare web and mail addresses in running text: GFM's extended autolinks (GFM 0.29 section 6.9), in linear time."""

import re

_CANDIDATE = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_BEFORE = frozenset(" \t\n\r\f\v*_~([{<\"'“‘„«|")
"""What may stand before a web address: GFM's delimiters, and the brackets and quotes that plain text sets it in."""
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_LONGEST_DOMAIN = 255
"""Characters (RFC 1035 section 2.3.4). A bound on what one candidate that turns out to be none may cost."""
_REST = re.compile(r"[^\s<>]*")
_TRAILING = frozenset("?!.,:*_~'\"”’»")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_+"
_LONGEST_LOCAL = 64
"""Characters (RFC 5321 section 4.5.3.1.1)."""
_MAIL_DOMAIN = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_MAIL_SCHEME = "mailto:"


def find_links(text: str) -> list[tuple[int, int, str]]:
    """Find the bare addresses in `text`: `(start, end, target)`, in order and apart.

    `text[start:end]` is the address as it reads; `target` has a scheme, `http`, `https` or `mailto`. A host without a
    dot counts after `http://`, as cmark-gfm has it. The time is linear in the length of `text`, whatever it holds.
    """
    links: list[tuple[int, int, str]] = []
    position = 0
    while candidate := _CANDIDATE.search(text, position):
        position = candidate.end()
        find = _mail if candidate[0] == "@" else _web
        if found := find(text, candidate.start(), position, links[-1][1] if links else 0):
            links.append(found)
            position = found[1]
    return links


def _web(text: str, start: int, after: int, _free: int) -> tuple[int, int, str] | None:
    """Return the web address whose scheme, or whose "www.", stands at `start:after`."""
    if start and text[start - 1] not in _BEFORE:
        return None
    schemeless = text[after - 1] == "."
    host = start if schemeless else after
    domain = _DOMAIN.match(text, host, host + _LONGEST_DOMAIN)
    if not domain or len(domain[0]) == _LONGEST_DOMAIN or not _is_domain(domain[0], least=1 + schemeless):
        return None
    rest = _REST.match(text, domain.end())
    end = _trimmed(text, domain.end() - 1, rest.end() if rest else domain.end())
    return start, end, f"http://{text[start:end]}" if schemeless else text[start:end]


def _is_domain(domain: str, least: int) -> bool:
    """Tell whether a name is a host's: `least` or more parts, none empty, no underscore in the last two."""
    parts = domain.split(".")
    return len(parts) >= least and all(parts) and "_" not in parts[-1] and "_" not in "".join(parts[-2:-1])


def _trimmed(text: str, start: int, end: int) -> int:
    """Move `end` back over punctuation, brackets that nothing in `text[start:end]` opens, and entity-like tails."""
    surplus = {close: text.count(close, start, end) - text.count(mark, start, end) for close, mark in _PAIRS.items()}
    while end > start + 1:
        last = text[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last == ";":
            ampersand = text.rfind("&", start, end)
            if ampersand <= start or not text[ampersand + 1 : end - 1].isalnum():
                return end
            end = ampersand + 1
        elif last not in _TRAILING:
            return end
        end -= 1
    return end


def _mail(text: str, at: int, after: int, free: int) -> tuple[int, int, str] | None:
    """Return the mail address whose "@" stands at `at`; no character before `free` is taken."""
    before = text[max(free, at - _LONGEST_LOCAL) : at]
    start = at - len(before) + len(before.rstrip(_LOCAL))
    domain = _MAIL_DOMAIN.match(text, after, after + _LONGEST_DOMAIN)
    if start == at or not domain or domain[0][-1] in "-_":
        return None
    scheme = start - len(_MAIL_SCHEME)
    if scheme >= free and text[scheme:start].lower() == _MAIL_SCHEME:
        return scheme, domain.end(), text[scheme : domain.end()]
    return start, domain.end(), _MAIL_SCHEME + text[start : domain.end()]
