"""What writers of Markdown use beyond CommonMark and GFM's tables: a construct is a row here, and a module.

A module is imported where an article first has what looks like its construct: most articles have few of them.
"""

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from string import ascii_letters
from typing import NamedTuple

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler

from ketareader.parsers.markdown.underlines import LinesState

_ANYTHING = ("paragraph", "reference", "blockquote", "list")
"""All that a line of another construct may end (CommonMark section 4.8 says of which)."""


# Two of these are asked at nearly every paragraph, and one at lines within them: they return as soon as they can.


def _glance_at_letter(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Try a list with letters where a line begins with one; within a paragraph, in an item only."""
    if (silent and state.listIndent < 0) or not state.may_be_lettered(start) or state.is_code_block(start):
        return False
    return (not silent or state.sCount[start] >= state.blkIndent) and _rule("lettered")(state, start, end, silent)


def _glance_below(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Try a definition list where a meaning stands below."""
    if silent or not state.meanings or not state.may_be_term(start) or state.is_code_block(start):
        return False
    return _rule("definitions")(state, start, end, silent)


def _glance_at_tag(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Try Markdown in an element where a tag's line speaks of it."""
    at = state.bMarks[start] + state.tShift[start]
    if state.src.find("markdown", at, state.eMarks[start]) < 0 or state.is_code_block(start):
        return False
    return _rule("markdown_in_html")(state, start, end, silent)


class Construct(NamedTuple):
    """One construct: how its first line is known, and where its rule comes."""

    name: str
    """Its module, which has its `rule`."""
    signs: tuple[str, ...]
    """What its first line begins with; "" for anything."""
    interrupts: tuple[str, ...] = _ANYTHING
    """What it need not stand apart from by a blank line."""
    before: str = "fence"
    """The rule of markdown-it's that comes after its own."""
    first: str = ""
    """The characters that it may begin with, where the signs don't say."""
    glance: RuleFuncBlockType | None = None
    """What tries its rule where a glance allows for it; None where its signs say enough."""


CONSTRUCTS: tuple[Construct, ...] = (
    Construct("alerts", ("[!",), ()),
    Construct("fenced_quotes", (">>>",), ()),
    Construct("containers", (":::",)),
    Construct("admonitions", ("!!!", "???")),
    Construct("tabs", ("===",)),
    Construct("attributes", ("{:", "{.", "{#", "{ .", "{ #")),
    Construct("markdown_in_html", ("<",), ("paragraph", "reference", "blockquote"), glance=_glance_at_tag),  # type: ignore[arg-type]
    Construct("notes", ("[^",), ("paragraph", "reference", "blockquote")),
    Construct("abbreviations", ("*[",), ("paragraph", "reference", "blockquote")),
    Construct("math", ("$$", r"\[", r"\begin{"), ("paragraph", "reference", "blockquote")),
    Construct("template_code", ("{%", "{{<", "{{%")),
    Construct("lettered", ("",), ("paragraph",), first=f"({ascii_letters}", glance=_glance_at_letter),  # type: ignore[arg-type]
    Construct("definitions", ("",), (), "lheading", glance=_glance_below),  # type: ignore[arg-type]
)


def add_rules(ruler: Ruler[RuleFuncBlockType]) -> None:
    """Add the constructs to markdown-it's rules."""
    for construct in CONSTRUCTS:
        rule = construct.glance or partial(_try, construct)
        ruler.before(construct.before, construct.name, rule, {"alt": list(construct.interrupts)})


def first_characters() -> dict[str, str]:
    """Return what a construct's first line may begin with, by its name."""
    first = {row.name: row.first or "".join(sign[:1] for sign in row.signs) for row in CONSTRUCTS}
    return {name: characters for name, characters in first.items() if characters}


def _try(construct: Construct, state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Try a construct's rule where a line begins as it does."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(construct.signs, at) or state.is_code_block(start):
        return False
    return _rule(construct.name)(state, start, end, silent)


@cache
def _rule(name: str) -> Callable[[LinesState, int, int, bool], bool]:
    """Import a construct's module, and return its rule."""
    rule: Callable[[LinesState, int, int, bool], bool] = import_module(f"{__name__}.{name}").rule
    return rule
