"""Containers between lines of colons: `::: note Title`, as Pandoc, VuePress, Docusaurus and MyST have them.

Attributes stand in braces, before the title or behind it; braces with anything else in them are part of the title.

https://pandoc.org/MANUAL.html#divs-and-spans
https://docusaurus.io/docs/markdown-features/admonitions
https://github.com/remarkjs/remark-directive
https://mystmd.org/guide/admonitions
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ketareader.document.block import Callout, Fold, Kind
from ketareader.parsers.markdown.dialect.callouts import kind_of, title_of
from ketareader.parsers.markdown.dialect.heading_names import PART, named
from ketareader.parsers.markdown.dialect.tokens import Recipe, container, fill, leaf, rest_of
from ketareader.parsers.markdown.dividing import AGAIN
from ketareader.parsers.markdown.underlines import LinesState

_OPENER = re.compile(
    r"(:{3,})[ \t]*"
    r"(?:\{(?P<attributes>[^{}]+)\}|(?P<name>[A-Za-z][\w-]*))"
    r"(?:\[(?P<bracketed>.*)\](?=[ \t]*(?:\{.*\})?\Z))?(?P<rest>[ \t]+.*|\{.*\})?"
)
_BEHIND = rf"\{{[ \t]*((?:{PART})(?:[ \t]+(?:{PART}))*)[ \t]*\}}"
"""Attributes behind a name, or a title in brackets."""
_CLOSER = re.compile(r":{3,}")
_SIGNS = frozenset({":::", "```", "~~~"})
"""What a line that counts begins with."""
_DEEPEST = 64
"""Containers in one another that are told apart."""
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_CLASS = re.compile(r"""(?:^|\s)\.?([^\s.#="']+)(?=\s|$)""")
_ID = re.compile(r"""(?:^|\s)#([^\s{}="']+)""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_TITLE = re.compile(r"""\btitle=(?:"([^"]*)"|'([^']*)'|(\S+))""")
_COLLAPSES = re.compile(r"""\bcollapse=["']?(true|false)""")
_LAYOUTS = frozenset(
    "block body-outset box center code-group col cols column column-margin column-page columns container div flex"  # noqa: SIM905 (words read best in a row)
    " fragment fullwidth grid group incremental layout left nonincremental panel panel-tabset raw right row section"
    " tab tab-set tabs v-pre wrapper".split()
)
"""Names that say how a page is laid out, and nothing to its reader."""
_FOLDS = frozenset({"details", "spoiler", "collapse", "dropdown"})


class _Opener(NamedTuple):
    """What the line says that opens a container."""

    colons: int
    name: str
    """What it is called; "" where its attributes say."""
    attributes: str
    title: str
    """Its title, but for what its attributes say."""


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take a container that begins with this line, up to the colons that close it, or else to its parent's end."""
    line = rest_of(state, start)
    if not (opener := _opened(line)):
        return False
    if silent:
        return True
    name, title = _named(opener)
    close, is_closed = _end(state, start, end)
    with container(state, start, *_containers(name, title, opener.attributes)) as token:
        if not is_closed:
            token.meta[AGAIN] = line
        if called := _ID.search(_QUOTED.sub("", opener.attributes)):
            token.meta["name"] = called[1]
        if title:
            leaf(state, Kind.TITLE, title, (start, start + 1))
        fill(state, start + 1, close, 0)
        if is_closed and state.line >= close:
            state.line = close + 1
    return True


def _containers(name: str, title: str, attributes: str) -> Iterator[Recipe]:
    """Yield what a container is: a callout, what folds, both, or what only has attributes, which is nothing to see."""
    collapses = _COLLAPSES.search(attributes)
    folds = name.lower() in _FOLDS
    if title and not folds:
        yield Callout, kind_of(name) or "note"
    if title and (folds or collapses):
        yield Fold, bool(collapses and collapses[1] == "false")


def _opened(line: str) -> _Opener | None:
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
    return _Opener(len(found[1]), found["name"] or "", f"{found['attributes'] or ''} {attributes}".strip(), title)


def _named(opener: _Opener) -> tuple[str, str]:
    """Return a container's name, and its title: where it has none, or its name says nothing, both.

    A class that says nothing is no title; so a container of which there is no more to say has none.
    """
    found = [opener.name] if opener.name else _CLASS.findall(_TITLE.sub("", opener.attributes))
    name = next(iter(sorted(found, key=lambda known: kind_of(known) is None)), "")
    titled = _TITLE.search(opener.attributes)
    title = " ".join(filter(None, (*(titled.groups() if titled else ()), opener.title)))
    if name.lower() in _FOLDS or kind_of(name):
        return name, title or title_of(name)
    return name, f"{'' if name in _LAYOUTS else opener.name} {title}".strip()


def _end(state: LinesState, start: int, end: int) -> tuple[int, bool]:
    """Return the line on which a container is closed, and that it is; or the line after it, which nothing closes.

    The containers in one are come through with it, and what is found of them is kept for when it is their turn.
    """
    known: dict[tuple[int, int], tuple[int, bool]] = state.env.setdefault("containers", {})
    if (start, state.blkIndent) not in known:
        known.update({(line, state.blkIndent): (last, closed) for line, last, closed in _ends(state, start, end)})
    close, is_closed = known[start, state.blkIndent]
    return min(close, end), is_closed and close < end


def _ends(state: LinesState, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield where a container begins and ends, and whether it is closed there, and where those in it do."""
    opened: list[tuple[int, int]] = []
    fence = ""
    for line in range(start, end):
        at = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            end = line
            break
        # What is indented further stands in an item, and so does what it opens.
        if state.src[at : at + 3] not in _SIGNS or state.sCount[line] > state.sCount[start] + 1:
            continue
        text = rest_of(state, line)
        if fence:
            fence = "" if text.startswith(fence) and not text.strip(fence[0]) else fence
        elif found := _FENCE.fullmatch(text):
            fence = found[1] if found[1][0] == "~" or "`" not in found[2] else ""
        elif _CLOSER.fullmatch(text):
            closed = _closed(opened, len(text))
            yield from ((inner, line, number == 0) for number, (inner, _) in enumerate(opened[closed:]))
            del opened[closed:]
            if not opened:
                return
        elif opener := _opened(text):
            opened.append((line, opener.colons))
    yield from ((line, end, False) for line, _ in opened)


def _closed(opened: list[tuple[int, int]], colons: int) -> int:
    """Return the index of the container that is closed: the innermost of as many colons, or else of fewer."""
    nearest = range(len(opened) - 1, max(len(opened) - _DEEPEST, 0) - 1, -1)
    alike = (index for index in nearest if opened[index][1] == colons)
    fewer = (index for index in nearest if opened[index][1] < colons)
    return next(chain(alike, fewer), len(opened))
