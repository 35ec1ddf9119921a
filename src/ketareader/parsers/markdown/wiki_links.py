"""Wiki links: `[[Page]]`, `[[Page#Heading|text]]`, `![[picture.png]]`."""

import re
from typing import Final

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from ketareader.document.outline import slug_of
from ketareader.parsers.markdown.shown import show

_LINK: Final = r"!?\[\[(?!\s)([^\[\]|#\n]*)(?:#([^\[\]|\n]+))?(?:\|([^\[\]\n]*))?(?<!\s)\]\]"
_INDEXED: Final = r"[A-Za-z0-9_)\]]"
_EXTENSION: Final = r"\.[A-Za-z][A-Za-z0-9]{0,7}$"
_PICTURE: Final = r"(?i)\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?)$"
_SIZE: Final = r"\d+(?:x\d+)?$"
"""What stands in the place of a picture's text where it says how large the picture is."""
_CONTENTS: Final = frozenset({"[[_toc_]]", "[[toc]]"})
"""What stands alone where a site lists an article's contents, in lower case."""


def wiki_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse a wiki link, or what it takes in; what CommonMark makes a link of is tried before.

    None begins or ends with a space, as what a shell tests does: `[[ -f file ]]`.
    """
    if not state.src.startswith(("[[", "![["), state.pos):
        return False
    found = re.compile(_LINK).match(state.src, state.pos, state.posMax)
    if not found or not (found[1].strip() or found[2]) or _is_taken(state, found):
        return False
    if not silent:
        _show(state, found)
    state.pos = found.end()
    return True


def _is_taken(state: StateInline, found: re.Match[str]) -> bool:
    """Tell whether what is in the inner brackets is a reference, or the outer ones are a program's: `rows[[1]]`."""
    inner = found[0].partition("[[")[2].removesuffix("]]")
    before = state.src[found.start() - 1 : found.start()]
    return bool(re.match(_INDEXED, before)) or bool(state.env.get("references", {}).get(normalizeReference(inner)))


def _show(state: StateInline, found: re.Match[str]) -> None:
    """Append the link's text, which is prose, or else the name of the page, and where it leads."""
    if found[0].lower() in _CONTENTS and found[0] == state.src.strip():
        show(state, found[0], "html")
        return
    page, heading, text = (part.strip() for part in found.groups(""))
    target = _target(page, heading)
    is_picture = found[0].startswith("!") and re.search(_PICTURE, page) is not None
    if not text or (is_picture and re.match(_SIZE, text)):
        name = page if is_picture else " > ".join(filter(None, (page, heading)))
        show(state, name, "image" if is_picture else "link", target)
    elif is_picture:
        picture = state.push("image", "img", 0)
        picture.attrs["src"], picture.content = target, text
    else:
        state.push("link_open", "a", 1).attrs["href"] = target
        state.push("text", "", 0).content = text
        state.push("link_close", "a", -1)


def _target(page: str, heading: str) -> str:
    """Return the address of a page, or of a heading on it."""
    from urllib.parse import quote  # noqa: PLC0415 (only who has such links needs it)

    file = page if not page or re.search(_EXTENSION, page) else f"{page}.md"
    fragment = f"#{quote(slug_of(heading))}" if heading else ""
    return quote(file) + fragment
