"""Names of headings: `## Title {#name .class key=value}`, as Pandoc, PHP Markdown Extra and Kramdown have them.

https://pandoc.org/MANUAL.html#extension-header_attributes
"""

import re

PART = r"""[#.][^\s#.{}="'][^\s{}="']*|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}="']+)"""
"""A name, a class, or a key and its value."""
_ATTRIBUTES = rf"[ \t]*\{{:?[ \t]*(-|(?=[#.])(?:{PART})(?:[ \t]+(?:{PART}))*)[ \t]*\}}\Z"
_LONGEST = 500


def named(text: str) -> tuple[str, str]:
    """Return a heading's text without its attributes, and the name in them; "" where there is none."""
    begin = text.rfind("{") if text.endswith("}") else -1
    if begin <= 0 or len(text) - begin > _LONGEST:
        return text, ""
    begin = len(text[:begin].rstrip(" \t"))
    if not (found := re.match(_ATTRIBUTES, text[begin:])):
        return text, ""
    names = (part[1:] for part in found[1].split() if part.startswith("#"))
    return text[:begin], next(names, "")
