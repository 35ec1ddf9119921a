"""Link labels in linear time.

markdown-it looks for each bracket's end anew, through all brackets in it and up to the end of the text. Here a search
notes the ends of the brackets that it comes through, and passes over those whose end is noted.
"""

from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from ketareader.parsers.markdown.note_marks import find_mark
from ketareader.parsers.markdown.rulers import INLINE_MARKS, InlineRuler

_NOWHERE = -1


class _State(StateInline):
    """Where the inline parser is in a text, and the labels' ends that it has found."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.ends: tuple[dict[int, int], dict[int, int]] = ({}, {})
        """The place of the "]" to the "[" at a place, for labels that may hold links, and for those that may not."""


class LinearInline(ParserInline):
    """The inline parser, with quicker rules and the same results."""

    def __init__(self) -> None:
        """Take markdown-it's rules."""
        super().__init__()
        rules, self.ruler = self.ruler.__rules__, InlineRuler()
        self.ruler.__rules__ = rules
        self.terminator_re = INLINE_MARKS

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Append the tokens of a text to `tokens`."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _parse_link_label(state: _State, start: int, disableNested: bool = False) -> int:  # noqa: FBT001, FBT002, N803 (markdown-it's signature)
    """Return the place of the "]" to the "[" at `start`, negative if there is none; or, where told, a link within."""
    ends = state.ends[disableNested]
    if start not in ends:
        position = state.pos
        _find_ends(state, start, ends, plain=disableNested)
        state.pos = position
    return ends[start] if ends[start] < state.posMax else _NOWHERE


def _find_ends(state: _State, start: int, ends: dict[int, int], *, plain: bool) -> None:
    """Note in `ends` the end of the label that begins at `start`, and of those in it; `plain` ones hold no links."""
    opened = [start]
    state.pos = start + 1
    while opened and state.pos < state.posMax:
        at, mark = state.pos, state.src[state.pos]
        state.md.inline.skipToken(state)
        if mark == "]":
            ends[opened.pop()] = at
        elif mark == "[" and state.pos > at + 1:
            if plain and not find_mark(state, at):
                break
        elif mark == "[" and at not in ends:
            opened.append(at)
        elif mark == "[":
            # What stands in a label without an end, or with a link in it, has the same fault.
            if ends[at] == _NOWHERE:
                break
            state.pos = ends[at] + 1
    ends.update(dict.fromkeys(opened, _NOWHERE))


HELPERS = SimpleNamespace(
    parseLinkLabel=_parse_link_label, parseLinkDestination=parseLinkDestination, parseLinkTitle=parseLinkTitle
)
"""What markdown-it's rules for links and images call, under its own names."""
