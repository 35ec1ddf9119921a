"""The inline rules beside CommonMark's: each a construct in a file of its own."""

from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Ruler

from ketareader.parsers.markdown.formulas import brackets, dollars
from ketareader.parsers.markdown.note_marks import note_mark
from ketareader.parsers.markdown.raw_elements import raw_element
from ketareader.parsers.markdown.shortcodes import shortcode
from ketareader.parsers.markdown.wiki_links import wiki_link


def add_inline_rules(ruler: Ruler[RuleFuncInlineType]) -> None:
    """Add them, before or after the rules that begin with the same character."""
    ruler.before("escape", "formula_brackets", brackets)
    ruler.before("link", "note_mark", note_mark)
    ruler.after("image", "wiki_link", wiki_link)
    ruler.before("html_inline", "raw_element", raw_element)
    ruler.push("formula_dollars", dollars)
    ruler.push("shortcode", shortcode)
