"""Front matter, at the very start of the text: YAML between lines of `---`, TOML between lines of `+++`.

What stands between no fences is in `unfenced.py`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ketareader.document.batch import Meta
from ketareader.text import clean_line

LONGEST = 65_536
"""Characters within which front matter has to end."""
_MOST_READ = 8_192
"""Characters that are given to YAML and TOML: a parser of either may take its time over more."""
_MOST_BRACKETS = 200
"""Brackets and braces that YAML is given: its time grows with the square of how deep they nest."""
_MOST_NAMES = 20
_MOST_SHOWN = 500
_FENCED_LANGUAGES = ("yaml", "toml")
_FIRST = ("title", "author", "authors", "date")
"""The names that metadata without fences begins with."""
_LONGEST_FIRST = 8
"""Characters of the longest of them, and its colon."""
_AUTHORS = ("author", "authors", "by")
_DATES = ("date", "published", "pubdate", "publishdate", "publisheddate", "publishedat", "publishedon", "datepublished")
"""Names without the hyphens, underlines and spaces that are in some of them."""
_JOINED = str.maketrans("", "", "-_ ")
_TAGS = ("tags", "keywords", "categories")
_DESCRIPTIONS = ("description", "summary", "excerpt")
NOTHING = r"(?i:true|false|yes|no|null|~)?"
"""What is no text in YAML but turns something on or off, or says that there is none."""
_NOTE = r"\[\[(?:[^\[\]|]*\||[^\[\]|]*/)?([^\s\[\]|][^\[\]|]*)\]\]"
"""A link to somebody's note, as Obsidian has it: its text, or the note's name."""
_QUOTES = "\"' "
# Few articles have front matter: what follows is left to `re` to compile when it is first wanted.
_FENCED = r"(?ms)(?:(---)|\+\+\+)[ \t]*\n(.*?)^(?(1)(?:---|\.\.\.)|\+\+\+)[ \t]*(?:\n|\Z)"
_NAME = r"[\"']?[^\W_](?:[\w .-]*[\w.-])?[\"']?"
_ENTRY = rf"(?m)^({_NAME})[ \t]*[:=](?:[ \t]+(.*))?$"
_STRAY = rf"(?m)^(?!{_NAME}[ \t]*:(?:[ \t]|$)|[ \t#-]|$)"
"""A line that no YAML mapping has at its left edge."""
_PLAIN = r"\w(?:[\w .()/-]*[\w.()/-])?"
_LISTED = rf"\[(?:{_PLAIN}(?:, *{_PLAIN})*)?\]"
_STAMP = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z| ?[+-]\d\d:?\d\d)?"
_SIMPLE = rf"(?:[A-Za-z][\w-]*: (?:\w(?:[\w ,.()/-]*[\w,.()/-])?|{_STAMP}|\"[^\"\\\n]+\"|{_LISTED})[ \t]*\n)+"
"""Plain and simply quoted values, and lists of plain ones, which mean in YAML what they say: reading them takes no YAML
parser, whose loading would be a twentieth of the time to the first picture."""


_TIMED = r"(\d{4}-\d\d?-\d\d?)(?:[Tt]| +)\d\d?:\d\d(?::\d\d(?:\.\d+)?)? ?(?:[Zz]|UTC|GMT|[+-]\d\d?(?::?\d\d)?)?"
"""A day, and a time of it (RFC 3339, YAML's timestamps)."""


class FrontMatter(NamedTuple):
    """A text's front matter, and what it says of the article."""

    text: str
    """What stands between the fences, where it has any."""
    language: str
    """"yaml" or "toml"; "json", "pandoc" or "multimarkdown" where it has none."""
    length: int
    """Characters from the start of the text to the end of it all."""
    meta: Meta

    @property
    def lines(self) -> int:
        """Lines that it takes, with its fences."""
        fences = 2 if self.language in _FENCED_LANGUAGES else 0
        return self.text.removesuffix("\n").count("\n") + 1 + fences


def may_begin(text: str) -> bool:
    """Tell at a glance whether `text` may begin with front matter."""
    return text.startswith(("---", "+++", "{", "%")) or text[:_LONGEST_FIRST].partition(":")[0].lower() in _FIRST


def find_front_matter(text: str) -> FrontMatter | None:
    """Find the front matter that `text` begins with. A rule, or text that is no mapping, is none."""
    if not text.startswith(("---", "+++")):
        from ketareader.parsers.markdown.unfenced import find_unfenced  # noqa: PLC0415 (fewer articles still have it)

        return find_unfenced(text) if may_begin(text) else None
    if not (found := re.match(_FENCED, text[:LONGEST])):
        return None
    language, body = "yaml" if found[1] else "toml", found[2]
    if not re.search(_ENTRY, body) or (found[1] and re.search(_STRAY, body)):
        return None
    return FrontMatter(body, language, found.end(), meta_of(_values(body, language)))


def _values(body: str, language: str) -> Mapping[str, object]:
    """Read a mapping; where it is broken or long, what its lines say one by one."""
    costly = len(body) > _MOST_READ or body.count("[") + body.count("{") > _MOST_BRACKETS
    if costly or (language == "yaml" and re.fullmatch(_SIMPLE, body)):
        return _entries(body)
    values = _yaml(body) if language == "yaml" else _toml(body)
    return values if isinstance(values, dict) else _entries(body)


def _yaml(body: str) -> object:
    """Read YAML, every scalar as text or None; None where it is broken."""
    from yaml import YAMLError, load  # noqa: PLC0415 (it would stand before the first paint, and few wait for it)

    from ketareader.parsers.markdown.yaml_values import Loader  # noqa: PLC0415 (as above)

    try:
        return load(body, Loader)  # noqa: S506 (it makes only text, lists and mappings)
    except (YAMLError, RecursionError):
        return None


def _toml(body: str) -> object:
    """Read TOML; None where it is broken."""
    import tomllib  # noqa: PLC0415 (as for YAML)

    try:
        return tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _entries(body: str) -> dict[str, object]:
    """Read the lines that have a name and a value, and nothing else."""
    return {name.strip(_QUOTES): _entry(value.strip()) for name, value in re.findall(_ENTRY, body)}


def _entry(value: str) -> object:
    """Return the value on a line: a list where it is in brackets."""
    if value.startswith("[") and value.endswith("]"):
        return list(map(_scalar, value[1:-1].split(",")))
    return _scalar(value)


def _scalar(value: str) -> str | None:
    """Return the text that a value is, without quotes; None where it is none."""
    return None if re.fullmatch(NOTHING, value.strip()) else value.strip(_QUOTES)


def meta_of(values: Mapping[str, object]) -> Meta:
    """Pick what an article says of itself, under the names that writers use."""
    found = {str(key).strip().lower().translate(_JOINED): value for key, value in values.items()}
    return Meta(
        _text(found.get("title")),
        _people(_first(found, _AUTHORS)),
        _day(_first(found, _DATES)),
        tuple(dict.fromkeys(tag for name in _TAGS for tag in _tags(found.get(name)))),
        _first(found, _DESCRIPTIONS),
    )


def _first(found: Mapping[str, object], names: Iterable[str]) -> str:
    """Return the first text under one of several names."""
    return next(filter(None, (_text(found.get(name)) for name in names)), "")


def _people(names: str) -> str:
    """Return names, those that are links to notes as they are shown."""
    return re.sub(_NOTE, r"\1", names) if "[[" in names else names


def _day(date: str) -> str:
    """Return the day of a date that has a time, too; any other as it is."""
    timed = re.fullmatch(_TIMED, date)
    return timed[1] if timed else date


def _tags(value: object) -> list[str]:
    """Return the tags in a list, or between commas."""
    listed = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return list(filter(None, (_name(tag).removeprefix("#") for tag in listed[:_MOST_NAMES])))


def _text(value: object) -> str:
    """Return a value as one clean line; the names of a list, comma between them."""
    values = value[:_MOST_NAMES] if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_name, values)))[:_MOST_SHOWN]


def _name(value: object) -> str:
    """Return a scalar, or the name that a mapping gives, as one clean line; nothing else is looked into."""
    if isinstance(value, dict):
        value = value.get("name")
    return "" if value is None or isinstance(value, (bool, dict, list)) else clean_line(str(value)[:_MOST_SHOWN])
