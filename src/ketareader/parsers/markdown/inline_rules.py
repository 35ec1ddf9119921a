"""The inline rules beside CommonMark's: each a construct in a file of its own, loaded where a text may have one."""

from collections.abc import Callable
from importlib import import_module

from markdown_it.parser_inline import ParserInline, RuleFuncInline2Type, RuleFuncInlineType
from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.note_marks import note_mark

_LABELS = (r"\eqref{", r"\ref{eq", r"\autoref{eq", r"\cref{eq", r"\Cref{eq")
"""What a link to an equation begins with."""


def add_inline_rules(inline: ParserInline) -> None:
    """Add them, before or after the rules that begin with the same character; then those that pair what was taken."""
    ruler = inline.ruler
    ruler.before("escape", "formula_brackets", _late("formulas", "brackets", _begins("\\(", "\\[")))
    ruler.before("escape", "equation_label", _late("equations", "labelled", _begins(*_LABELS)))
    ruler.before("link", "note_mark", note_mark)
    ruler.after("image", "wiki_link", _late("wiki_links", "wiki_link", _begins("[[", "![[")))
    ruler.before("html_inline", "raw_element", _late("raw_elements", "raw_element", _begins("<s", "<S")))
    ruler.before("html_inline", "mathml", _late("mathml", "mathml", _begins("<math", "<MATH")))
    ruler.at("strikethrough", _late("strikes", "strike", _begins("~")))
    ruler.push("marks", _late("marks", "mark", _begins("==")))
    ruler.push("attribute_lists", _late("attribute_lists", "attribute_list", _may_be_list))
    ruler.push("formula_dollars", _late("formulas", "dollars", _begins("$")))
    ruler.push("equation_mention", _late("equations", "mentioned", _begins("@eq-", "@eq:")))
    ruler.push("shortcode", _late("shortcodes", "shortcode", _may_be_code))
    inline.ruler2.at("strikethrough", _late_pairing("pairs", ("~", "==")))
    inline.ruler2.before("fragments_join", "attribute_lists", _late_pairing("attribute_lists", ("{",)))


def _begins(*signs: str) -> Callable[[StateInline], bool]:
    """Return the question whether what comes next begins in one of these ways."""
    return lambda state: state.src.startswith(signs, state.pos)


def _may_be_code(state: StateInline) -> bool:
    """Tell at a glance whether a shortcode may come next: a colon, and no space or slash behind it."""
    return state.src[state.pos + 1 : state.pos + 2] not in ("", " ", "/", "\n")


def _may_be_list(state: StateInline) -> bool:
    """Tell at a glance whether an attribute list may come next: there is no space before it."""
    return state.pos > 0 and not state.src[state.pos - 1].isspace()


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


def _late_pairing(module: str, signs: tuple[str, ...]) -> RuleFuncInline2Type:
    """Return the rule of a module that is loaded for the first text with one of the signs."""

    def resolve(state: StateInline) -> None:
        if any(sign in state.src for sign in signs):
            import_module(f"ketareader.parsers.markdown.{module}").resolve(state)

    return resolve
