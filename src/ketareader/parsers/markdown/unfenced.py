"""Front matter that no fence stands around: Hugo's JSON, Pandoc's title block, MultiMarkdown's metadata.

https://gohugo.io/content-management/front-matter/, https://pandoc.org/MANUAL.html#metadata-blocks and
https://fletcher.github.io/MultiMarkdown-6/syntax/metadata.html. Text may begin like each of them, so all that isn't
quite as it should be is text.
"""

import re
from collections.abc import Mapping
from typing import Final

from ketareader.parsers.markdown.front_matter import LONGEST, NOTHING, FrontMatter, meta_of

_FEWEST: Final = 2
"""Entries that JSON and metadata have at the least."""
_USUAL: Final = frozenset({
    "affiliation", "author", "authors", "categories", "category", "copyright", "css", "date", "description", "email",
    "excerpt", "keywords", "lang", "language", "layout", "license", "modified", "published", "slug", "status",
    "subtitle", "summary", "tags", "template", "title", "updated", "version",
})  # fmt: skip
"""The names that metadata usually has."""
_TITLE_BLOCK: Final = r"((?:%(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*){1,3})(?:[ \t]*\n|\Z)"
_METADATA: Final = r"((?:[^\W_][\w -]*:(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*)+)(?:[ \t]*\n|\Z)"
_ENTRY: Final = r"(?m)^(?:%|(\S[^:\n]*):)[ \t]*(.*\n(?:[ \t].*\n)*)"
"""The name and the value of an entry of either, with the lines that the value goes on in."""


def find_unfenced(text: str) -> FrontMatter | None:
    """Find the front matter that `text` begins with, where it says anything of the article."""
    text = text[:LONGEST]
    find = {"{": _json, "%": _title_block}.get(text[:1], _metadata)
    found = find(text if text.endswith("\n") else f"{text}\n")
    return found if found and any(found.meta) else None


def _json(text: str) -> FrontMatter | None:
    """Find an object of several entries, that nothing stands beside."""
    import json  # noqa: PLC0415 (few articles have front matter, and it would stand before the first paint)

    try:
        values, length = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or len(values) < _FEWEST or not (rest := re.match(r"[ \t]*\n", text[length:])):
        return None
    return FrontMatter(text[:length], "json", length + rest.end(), meta_of(values))


def _title_block(text: str) -> FrontMatter | None:
    """Find a title, authors and a date, each behind a percent sign."""
    if not (found := re.match(_TITLE_BLOCK, text)):
        return None
    title, author, date, *_ = [*(value for _, value in re.findall(_ENTRY, found[1])), "", ""]
    authors = [name.strip() for name in re.split(r"[;\n]", author)]
    return FrontMatter(found[1], "pandoc", found.end(1), meta_of({"title": title, "author": authors, "date": date}))


def _metadata(text: str) -> FrontMatter | None:
    """Find lines that have a name and a value, some of them usual ones."""
    if not (found := re.match(_METADATA, text)):
        return None
    values: Mapping[str, str] = {name.strip().lower(): value.strip() for name, value in re.findall(_ENTRY, found[1])}
    if len(values.keys() & _USUAL) < _FEWEST:
        return None
    said = {name: value for name, value in values.items() if not re.fullmatch(NOTHING, value)}
    return FrontMatter(found[1], "multimarkdown", found.end(1), meta_of(said))
