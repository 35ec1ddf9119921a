"""Rulers that try, at each place, only the rules that can begin with the character there.

markdown-it tries every rule at every line and at every mark, and most of its time goes by on those that fail at once.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Generic, TypeVar

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Rule, Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.dialect import first_characters

_BLOCKS: Final = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    **first_characters(),
}
"""What the first line of a block begins with, by rule; a rule that isn't named here is tried at every line."""
_INLINES: Final = {
    "newline": "\n",
    "formula_brackets": "\\",
    "equation_label": "\\",
    "equation_mention": "@",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "marks": "=",
    "attribute_lists": "{",
    "note_mark": "[",
    "link": "[",
    "image": "!",
    "wiki_link": "[!",
    "autolink": "<",
    "raw_element": "<",
    "html_inline": "<",
    "entity": "&",
    "formula_dollars": "$",
    "shortcode": ":",
}
"""What inline markup begins with, by rule; a rule that isn't named here is tried at every mark."""
INLINE_MARKS: Final = re.compile(f"[]{re.escape(''.join(sorted(set(''.join(_INLINES.values())))))}]")
"""What inline text may have markup at, or a label its end; markdown-it stops at other marks, too."""
_PLAIN: Final = "text"
"""The rule that takes what stands before the next mark: there is nothing for it where markup may begin."""

_Function = TypeVar("_Function")


class _Chain(Generic[_Function]):
    """The rules of a chain by the character that they begin with."""

    def __init__(self, rules: Sequence[Rule[_Function]], first: Mapping[str, str]) -> None:
        characters = set("".join(first[rule.name] for rule in rules if rule.name in first))
        self.others = tuple(rule.fn for rule in rules if rule.name not in first)
        """What is tried where no character says more."""
        self.known = {
            character: tuple(
                rule.fn for rule in rules if character in first.get(rule.name, character) and rule.name != _PLAIN
            )
            for character in characters
        }


class BlockRuler(Ruler[RuleFuncBlockType]):
    """The block parser's rules. Each chain of them is one rule, which picks those to try."""

    def __compile__(self) -> None:
        """Make the chains; the parser has it called after every change."""
        super().__compile__()
        self.__cache__ = {name: [_block_rule(_Chain(_active(self, name), _BLOCKS))] for name in self.__cache__ or ()}


class InlineRuler(Ruler[RuleFuncInlineType]):
    """The inline parser's rules, which are one rule, which picks those to try."""

    def __compile__(self) -> None:
        """Make the chains; the parser has it called after every change."""
        super().__compile__()
        self.__cache__ = {name: [_inline_rule(_Chain(_active(self, name), _INLINES))] for name in self.__cache__ or ()}


def _active(ruler: Ruler[_Function], chain: str) -> list[Rule[_Function]]:
    """Return the rules of a chain that are enabled; all that are for the chain named ""."""
    return [rule for rule in ruler.__rules__ if rule.enabled and (not chain or chain in rule.alt)]


def _block_rule(chain: _Chain[RuleFuncBlockType]) -> RuleFuncBlockType:
    """Make one rule of a chain."""
    known, others = chain.known, chain.others

    def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
        at = state.bMarks[start] + state.tShift[start]
        # A plain loop: `any` would take a third longer, for each line of the article.
        for rule in known.get(state.src[at : at + 1], others):  # noqa: SIM110
            if rule(state, start, end, silent):
                return True
        return False

    return block


def _inline_rule(chain: _Chain[RuleFuncInlineType]) -> RuleFuncInlineType:
    """Make one rule of a chain."""
    known, others = chain.known, chain.others

    def inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
        for rule in known.get(state.src[state.pos], others):  # noqa: SIM110 (as above)
            if rule(state, silent):
                return True
        return False

    return inline
