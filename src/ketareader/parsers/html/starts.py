"""Start tags: what each of them begins, by the element's name."""

from collections.abc import Callable
from typing import Final

from ketareader.document.block import Block, Fold, Kind, Meaning, Quote
from ketareader.parsers.html.code import Code
from ketareader.parsers.html.elements import CELLS, CODE, FOREIGN, HEADINGS, LISTS, NEUTRAL
from ketareader.parsers.html.grid import Grid
from ketareader.parsers.html.lists import Numbering
from ketareader.parsers.html.making import Making
from ketareader.parsers.html.names import names_in
from ketareader.parsers.html.survey import Survey
from ketareader.parsers.html.text import box_of, image, medium
from ketareader.parsers.html.tokens import HtmlToken, attributes
from ketareader.parsers.markdown.elements import MEDIA

_ITEM: Final = frozenset({"li"})
_TERMS: Final = frozenset({"dd", "dt"})
_ROW: Final = frozenset({"tr"})
_HEAD: Final = frozenset({"thead"})
_ROWS: Final = frozenset({"tbody", "tfoot", "thead"})


def _paragraph(making: Making, _token: HtmlToken, _survey: Survey) -> None:
    making.part()


def _neutral(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Enter what is apart from the text beside it, and nothing more."""
    making.part()
    making.push_alike(token.name)


def _heading(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Begin a heading; in the title of what folds it is only apart."""
    if making.open.top.kind is Kind.TITLE:
        making.part()
        return
    making.clear()
    making.push_heading(token.name, next(names_in(token), ""))


def _rule(making: Making, _token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.add(Block(Kind.RULE, "", making.line, making.line + 1, making.open.top.frame))


def _quote(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.push(token.name, Quote())


def _code(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    if making.push(token.name):
        making.code = Code(making.line, token.source)


# Parts of a line


def _break(making: Making, _token: HtmlToken, _survey: Survey) -> None:
    making.text.end_line()


def _image(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.text.markdown(image(token.source), making.line)


def _input(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Show a box; that of a task says only what its item does."""
    box = box_of(token.source)
    if box and not making.is_task_begun():
        making.text.markdown(box, making.line)


def _medium(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Enter what plays or shows a page. The words in it are for those who can't have it: a link stands before them.

    What is in an object is in its place: it has a link only where nothing is.
    """
    making.text.gap()
    if token.name != "embed":
        making.push_alike(token.name, token.source)
    if token.name != "object" and (link := medium(token.source)):
        making.text.markdown(link, making.line)
        making.text.gap()


def _source(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Take the first of a medium's sources for all of them."""
    top = making.open.top
    if top.name in MEDIA and making.text.seen == top.made and (link := medium(token.source)):
        making.text.markdown(link, making.line)
        making.text.gap()


def _foreign(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Enter a drawing: it stands in the line."""
    making.text.gap()
    if not token.source.endswith("/>"):
        making.push_alike(token.name)


# Lists


def _list(making: Making, token: HtmlToken, survey: Survey) -> None:
    making.clear()
    measure = survey.measure()
    numbering = Numbering(token.name, attributes(token.source), measure.items, tight=measure.tight)
    making.push_holder(token.name, numbering)


def _item(making: Making, token: HtmlToken, survey: Survey) -> None:
    """Begin an item; one that stands in no list has a bullet."""
    making.clear()
    making.close(making.open.closed_by(_ITEM, token.name))
    around = making.open.nearest(LISTS)
    numbering = around.content if around and isinstance(around.content, Numbering) else None
    numbering = numbering or Numbering("ul", {}, 1, tight=True)
    making.push(token.name, numbering.item(attributes(token.source), survey.ticked()))


def _term(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.close(making.open.closed_by(_TERMS, token.name))
    making.push(token.name, kind=Kind.TERM)


def _meaning(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.close(making.open.closed_by(_TERMS, token.name))
    making.push(token.name, Meaning())


# What folds


def _details(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Begin what folds; what it stands in has its title by now."""
    making.clear()
    making.entitle()
    if making.push(token.name, Fold("open" in attributes(token.source))):
        making.untitled = making.open.top


def _summary(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Begin the title of what folds; any other is a paragraph."""
    making.clear()
    making.push(token.name, kind=Kind.TITLE if making.untitled else Kind.PARAGRAPH)


# Tables


def _table(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.push_holder(token.name, Grid(making.line))


def _rows(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.close(making.open.closed_by(_ROWS, "tr") or making.open.closed_by(_ROW, "tr"))
    making.push(token.name)


def _row(making: Making, token: HtmlToken, _survey: Survey) -> None:
    making.clear()
    making.close(making.open.closed_by(_ROW, token.name))
    making.push(token.name)
    if grid := making.grid():
        grid.begin_row(making.line)


def _cell(making: Making, token: HtmlToken, _survey: Survey) -> None:
    """Begin a cell; what folds around it has its title by now. Without a table it is only apart."""
    making.clear()
    making.close(making.open.closed_by(CELLS, token.name))
    if grid := making.grid():
        making.entitle()
        head = token.name == "th" or making.open.has(_HEAD)
        making.push_cell(token.name, grid.spot(attributes(token.source), making.line, head=head))
    else:
        making.push(token.name)


STARTS: Final[dict[str, Callable[[Making, HtmlToken, Survey], None]]] = {
    **dict.fromkeys(NEUTRAL | {"caption"}, _neutral),
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(LISTS, _list),
    **dict.fromkeys(CODE, _code),
    **dict.fromkeys(MEDIA, _medium),
    **dict.fromkeys(FOREIGN, _foreign),
    **dict.fromkeys(_ROWS, _rows),
    **dict.fromkeys(CELLS, _cell),
    "blockquote": _quote,
    "br": _break,
    "dd": _meaning,
    "details": _details,
    "dt": _term,
    "hr": _rule,
    "img": _image,
    "input": _input,
    "li": _item,
    "p": _paragraph,
    "source": _source,
    "summary": _summary,
    "table": _table,
    "tr": _row,
}
"""What the start tags begin; those that aren't here are parts of a line, or say nothing, or aren't known."""
