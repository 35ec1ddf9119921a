"""Front matter: YAML between lines of `---`, TOML between lines of `+++`, at the very start of the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ketareader.document.batch import Meta
from ketareader.text import clean_line

_FENCED = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*)$", re.MULTILINE)
_STRAY = re.compile(r"^(?![A-Za-z][\w -]*:|[ \t#-]|$)", re.MULTILINE)
"""A line that no YAML mapping has at its left edge."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text's front matter, and what it says of the article."""

    text: str
    """What stands between the fences."""
    language: str
    """"yaml" or "toml"."""
    length: int
    """Characters from the start of the text to the end of the closing fence."""
    meta: Meta


def find_front_matter(text: str) -> FrontMatter | None:
    """Find the front matter that `text` begins with. A rule, or text that is no mapping, is none."""
    if not (found := _FENCED.match(text)):
        return None
    fence, body = found.groups()
    language = "yaml" if fence == "---" else "toml"
    values = _yaml(body) if language == "yaml" else _toml(body)
    if values is None:
        return None
    return FrontMatter(body, language, found.end(), _meta(values))


def _yaml(body: str) -> Mapping[str, object] | None:
    """Read a YAML mapping, every scalar as text; None where it is none."""
    if not _ENTRY.search(body) or _STRAY.search(body):
        return None
    import yaml  # noqa: PLC0415 (few articles have front matter, and it would stand before the first paint)

    try:
        values = yaml.load(body, yaml.BaseLoader)  # noqa: S506 (BaseLoader makes only text, lists and mappings)
    except (yaml.YAMLError, RecursionError):
        return dict(_ENTRY.findall(body))
    return values if isinstance(values, dict) else None


def _toml(body: str) -> Mapping[str, object] | None:
    """Read a TOML document; None where it is none."""
    import tomllib  # noqa: PLC0415 (as for YAML)

    try:
        return tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _meta(values: Mapping[str, object]) -> Meta:
    """Pick what an article says of itself, under the names that writers use."""
    found = {str(key).strip().lower(): value for key, value in values.items()}
    return Meta(
        _text(found.get("title")),
        _text(found.get("author") or found.get("authors") or found.get("by")),
        _text(found.get("date") or found.get("published")),
    )


def _text(value: object) -> str:
    """Return a value as one clean line; the names of a list, comma between them."""
    if isinstance(value, dict):
        value = value.get("name", "")
    if isinstance(value, list):
        return ", ".join(_text(part) for part in value[:20] if not isinstance(part, list))
    return clean_line(str(value))[:500] if value is not None else ""
