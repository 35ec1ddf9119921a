"""What the line says that opens a container: what it is, its title, and what links call it.

Attributes stand in braces, before the title or behind it; braces with anything else in them are part of the title.

https://quarto.org/docs/authoring/callouts.html
https://quarto.org/docs/authoring/cross-references.html#theorems-and-proofs
https://mystmd.org/guide/admonitions
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ketareader.document.block import Callout, Fold
from ketareader.parsers.markdown.dialect.callouts import CALLOUT, callout, kind_of, title_of
from ketareader.parsers.markdown.dialect.heading_names import PART, named
from ketareader.parsers.markdown.dialect.options import Options
from ketareader.parsers.markdown.dialect.tokens import Recipe

_OPENER: Final = re.compile(
    r"(:{3,})[ \t]*"
    r"(?:\{(?P<attributes>[^{}]*)\}|(?P<name>[A-Za-z][\w-]*))"
    r"(?:\[(?P<bracketed>.*)\](?=[ \t]*(?:\{.*\})?\Z))?(?P<rest>[ \t]+.*|\{.*\})?"
)
_BEHIND: Final = rf"\{{[ \t]*((?:{PART})(?:[ \t]+(?:{PART}))*)[ \t]*\}}"
"""Attributes behind a name, or a title in brackets."""
_OPEN: Final = re.compile(r"(?:\A|[ \t]+)\{open\}\Z")
"""What says behind a title that what folds is unfolded."""
_DIRECTIVE: Final = re.compile(r"[A-Za-z][\w:-]*")
_CLASS: Final = re.compile(r"""(?:^|\s)\.?([^\s.#="']+)(?=\s|$)""")
_ID: Final = re.compile(r"""(?:^|\s)#([^\s{}="']+)""")
_QUOTED: Final = re.compile(r""""[^"]*"|'[^']*'""")
_VALUE: Final = r"""\b{}=(?:"([^"]*)"|'([^']*)'|(\S+))"""
_COLLAPSES: Final = re.compile(r"""\bcollapse=["']?(true|false)""")
_LAYOUTS: Final = frozenset(
    "block body-outset box center code-group col cols column column-margin column-page columns container div flex"  # noqa: SIM905 (words read best in a row)
    " fragment fullwidth grid group incremental layout left nonincremental panel panel-tabset raw right row section"
    " tab tab-set tabs v-pre wrapper".split()
)
"""Names that say how a page is laid out, and nothing to its reader."""
_FOLDS: Final = frozenset({"details", "spoiler", "collapse", "dropdown"})
_STATEMENTS: Final = {
    "thm": "theorem",
    "lem": "lemma",
    "cor": "corollary",
    "prp": "proposition",
    "cnj": "conjecture",
    "prf": "proof",
    "def": "definition",
    "exm": "example",
    "exr": "exercise",
    "sol": "solution",
    "rem": "remark",
}
"""What mathematics states, by what their names begin with."""
_PROVED: Final = frozenset({"theorem", "lemma", "corollary", "proposition", "conjecture", "proof"})
"""Those that have no other meaning as a class."""
_HEADING: Final = "{}"


class Opener(NamedTuple):
    """What the line says that opens a container."""

    colons: int
    name: str
    """What it is called; "" where its attributes say."""
    attributes: str
    own_title: str
    """Its title, but for what its attributes say."""

    @property
    def is_directive(self) -> bool:
        """Whether options may stand below it, as MyST has them."""
        return _DIRECTIVE.fullmatch(self.attributes) is not None and not self.name

    @property
    def classes(self) -> list[str]:
        """Its classes, its name for one."""
        return [self.name] if self.name else _CLASS.findall(_QUOTED.sub("", self.attributes))

    @property
    def id(self) -> str:
        """What links call it; "" for nothing."""
        found = _ID.search(_QUOTED.sub("", self.attributes))
        return found[1] if found else ""

    def value(self, key: str) -> str:
        """Return what an attribute is set to; "" for one that isn't there."""
        found = re.search(_VALUE.format(key), self.attributes)
        return next(filter(None, found.groups()), "") if found else ""


class Headline(NamedTuple):
    """What a container begins with."""

    containers: tuple[Recipe, ...]
    """Those that it is seen as, the outermost first; none where it only has attributes."""
    title: str
    heading: str = ""
    """The title that a heading at its start makes, with braces for the heading; "" where that is only a heading."""


def read_opener(line: str) -> Opener | None:
    """Read a line that opens a container, colons at its end or not; None for any other."""
    found = _OPENER.fullmatch(line.rstrip(":").rstrip() if line.endswith(":::") else line)
    if not found:
        return None
    rest = (found["rest"] or "").strip()
    if behind := re.fullmatch(_BEHIND, rest):
        words, attributes = "", behind[1]
    else:
        words, _ = named(rest)
        attributes = rest[len(words) :].strip(" \t{}")
    title = " ".join(filter(None, (found["bracketed"], words)))
    return Opener(len(found[1]), found["name"] or "", f"{found['attributes'] or ''} {attributes}".strip(), title)


def headline_of(opener: Opener, options: Options) -> Headline:
    """Return what a container begins with: where it has no title, or its name says nothing, its name for one.

    A class that says nothing is no title; so a container of which there is no more to say has none.
    """
    title = " ".join(filter(None, (opener.value("title"), opener.own_title)))
    if statement := _statement(opener):
        title = title or opener.value("name")
        named_so, callouts = f"{statement} ({_HEADING})", ((Callout, "note", statement),)
        return Headline(callouts, named_so.format(title) if title else statement, "" if title else named_so)
    name = next(iter(sorted(opener.classes, key=lambda known: kind_of(known) is None)), "")
    shown = title
    if name.lower() in _FOLDS:
        shown = _OPEN.sub("", title) or title_of(name)
    elif kind_of(name):
        shown = title or title_of(name)
    elif name not in _LAYOUTS:
        shown = f"{opener.name} {title}".strip()
    containers = tuple(_containers(name, opener, options)) if shown else ()
    return Headline(containers, shown, _HEADING if name.startswith(CALLOUT) and not title else "")


def _containers(name: str, opener: Opener, options: Options) -> Iterator[Recipe]:
    """Yield what a container with a title is: a callout, what folds, or both."""
    collapses = _COLLAPSES.search(opener.attributes)
    classed = next(filter(kind_of, options.classes), "")
    folds = name.lower() in _FOLDS
    if classed or not folds:
        yield callout(classed or name)
    if folds or collapses or not _FOLDS.isdisjoint(options.classes):
        is_expanded = collapses is not None and collapses[1] == "false"
        yield Fold, is_expanded or options.is_open or _OPEN.search(opener.own_title) is not None


def _statement(opener: Opener) -> str:
    """Return what mathematics calls a container, by its name or its class: "Theorem", "Proof"; "" for none."""
    if opener.name:
        return ""
    classes = [name.removeprefix("prf:") for name in opener.classes]
    stated = [name for name in classes if name in _STATEMENTS.values()]
    if any(kind_of(name) for name in classes if name not in stated):
        return ""
    prefix, hyphen, _ = opener.id.partition("-")
    if hyphen and prefix in _STATEMENTS:
        return _STATEMENTS[prefix].capitalize()
    is_named = opener.value("name") or opener.classes != classes
    return next((name.capitalize() for name in stated if is_named or name in _PROVED), "")
