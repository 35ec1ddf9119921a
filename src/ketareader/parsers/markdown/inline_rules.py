"""The inline rules beside CommonMark's: each a construct in a file of its own, loaded where a text may have one."""

from collections.abc import Callable
from importlib import import_module

from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.note_marks import note_mark


def add_inline_rules(ruler: Ruler[RuleFuncInlineType]) -> None:
    """Add them, before or after the rules that begin with the same character."""
    ruler.before("escape", "formula_brackets", _late("formulas", "brackets", _begins("\\(")))
    ruler.before("link", "note_mark", note_mark)
    ruler.after("image", "wiki_link", _late("wiki_links", "wiki_link", _begins("[[", "![[")))
    ruler.before("html_inline", "raw_element", _late("raw_elements", "raw_element", _begins("<s", "<S")))
    ruler.push("formula_dollars", _late("formulas", "dollars", _begins("$")))
    ruler.push("shortcode", _late("shortcodes", "shortcode", _may_be_code))


def _begins(*signs: str) -> Callable[[StateInline], bool]:
    """Return the question whether what comes next begins in one of these ways."""
    return lambda state: state.src.startswith(signs, state.pos)


def _may_be_code(state: StateInline) -> bool:
    """Tell at a glance whether a shortcode may come next: a colon, and no space or slash behind it."""
    return state.src[state.pos + 1 : state.pos + 2] not in ("", " ", "/", "\n")


def _late(module: str, name: str, may_apply: Callable[[StateInline], bool]) -> RuleFuncInlineType:
    """Return a rule whose module is loaded the first time that it may apply."""
    rules: list[RuleFuncInlineType] = []

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
        if not may_apply(state):
            return False
        if not rules:
            rules.append(getattr(import_module(f"ketareader.parsers.markdown.{module}"), name))
        return rules[0](state, silent)

    return rule
