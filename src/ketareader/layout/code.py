"""Code: highlighted by Pygments, on a field of its own, spaces and line ends kept, long lines broken or panned."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ketareader.layout.lines import Line, Piece, Run, Styled
from ketareader.layout.pan import window
from ketareader.layout.rows import TAB, lay_out_rows
from ketareader.layout.ruler import cell_len, fit
from ketareader.layout.wrap import wrap

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

BROKEN = Run("↪ ", "code.broken")
"""What stands before what goes on of a line that is too long."""
_PLAIN = "code.block"
_MARGIN = Run("  ", _PLAIN)
_ENDLESS = 1 << 20
"""Cells of a line that is not to be broken."""
_NARROWEST = 8
"""Cells below which the margins are better used for code."""
_BROAD = 60
"""Cells from which on a line may be as long as the page is broad, and was perhaps meant to be: the 72 of an RFC."""
_LONGEST_LABEL = 2_000
"""Cells that what is said of code takes at the most."""
_ROLES = {
    "Keyword": "code.keyword",
    "Name.Function": "code.function",
    "Name.Class": "code.function",
    "Name.Decorator": "code.function",
    "Name.Builtin": "code.builtin",
    "Name.Tag": "code.keyword",
    "Name.Attribute": "code.function",
    "Literal.String": "code.string",
    "Literal.Number": "code.number",
    "Comment": "code.comment",
    "Operator.Word": "code.keyword",
    "Generic.Deleted": "code.deleted",
    "Generic.Inserted": "code.inserted",
    "Generic.Heading": "code.keyword",
    "Generic.Subheading": "code.keyword",
}
"""Pygments' token types, and those below them, by role."""
_NOTEBOOK: Final = {"ipython": "python", "ipython2": "python2", "ipython3": "python3"}
"""Languages as notebooks call them."""


class Listing(NamedTuple):
    """Code, and how it is to be set."""

    text: str
    language: str = ""
    highlighted: bool = True
    wrapped: bool = True
    """Whether long lines are broken; else the page is a window over them."""
    shift: int = 0
    """Cells that the window has been moved by."""
    first: int | None = None
    """The number of the first line; None where lines aren't numbered."""
    label: str = ""
    """What is said of it at its right: its language, its file's name."""


def lay_out_code(listing: Listing, width: int) -> list[Line]:
    """Lay code out in `width` cells, on a field that reaches from margin to margin."""
    text = listing.text
    coloured = listing.highlighted and listing.language
    styled = Styled(text, highlight(text, listing.language) if coloured else [(0, len(text), _PLAIN, "")])
    if width < _NARROWEST:
        return lay_out_rows(styled, width, BROKEN)
    numbers = _numbers(listing)
    room = width - numbers
    margin = _margin(listing, room)
    inner = room - 2 * len(margin.text)
    rows = lay_out_rows(styled, inner if listing.wrapped else _ENDLESS, BROKEN)
    if not listing.wrapped:
        rows = [window(line, listing.shift, inner) for line in rows]
    lines = [_on_field(line, margin, room) for line in rows]
    if numbers:
        lines = list(_numbered(text, lines, listing.first or 0, numbers))
    return _labelled(lines, listing.label, width) if listing.label else lines


def width_of_code(text: str) -> int:
    """Return the cells that the longest line of code takes."""
    return max((cell_len(row.expandtabs(TAB)) for row in text.split("\n")), default=0)


def _margin(listing: Listing, room: int) -> Run:
    """Return what stands before each line: less where that keeps the longest one whole, even nothing."""
    spare = room - width_of_code(listing.text) if listing.wrapped and room >= _BROAD else -1
    return _MARGIN if spare < 0 else Run(_MARGIN.text[: spare // 2], _PLAIN)


def _on_field(line: Line, margin: Run, width: int) -> Line:
    """Put a line of code between its margins."""
    spare = width - len(margin.text) - cell_len(line.text)
    before = (margin,) if margin.text else ()
    return Line((*before, *line.runs, Run(" " * spare, _PLAIN)), line.start, line.end)


def _numbers(listing: Listing) -> int:
    """Return the cells that line numbers take, the space behind them included."""
    if listing.first is None:
        return 0
    return len(str(listing.first + listing.text.count("\n"))) + 1


def _numbered(text: str, lines: Iterable[Line], first: int, cells: int) -> Iterator[Line]:
    """Put its number before each line of code; none before what goes on from the line above."""
    number = first
    for line in lines:
        begins = line.start == 0 or text[line.start - 1] == "\n"
        gutter = Run(f"{number if begins else '':>{cells}}", "code.block code.gutter")
        number += begins
        yield line._replace(runs=(gutter, *line.runs))


def _labelled(lines: list[Line], words: str, width: int) -> list[Line]:
    """Put a label at the right of the first line, or where that is too long, on lines above."""
    words = fit(words, _LONGEST_LABEL)
    labels = [Run(f"{words[start:end].strip()} ", "code.block code.language") for start, end in wrap(words, width - 2)]
    *runs, field = lines[0].runs
    spare = cell_len(field.text) - cell_len(labels[0].text)
    if len(labels) == 1 and spare >= len(_MARGIN.text) and field.start < 0:
        return [lines[0]._replace(runs=(*runs, Run(" " * spare, _PLAIN), labels[0])), *lines[1:]]
    at = lines[0].start
    above = (Line((Run(" " * (width - cell_len(label.text)), _PLAIN), label), at, at) for label in labels)
    return [*above, *lines]


def prepare(language: str) -> None:
    """Load what highlights a language, in a thread: the first page with code in it needn't wait for that."""
    _lexer(language)


def highlight(text: str, language: str) -> list[Piece]:
    """Divide code into pieces by the roles of its tokens; into one where Pygments knows no such language."""
    lexer = _lexer(language)
    pieces: list[Piece] = []
    start, role = 0, _PLAIN
    # The newline is for lexers that know a line by its end.
    for position, kind, _ in lexer.get_tokens_unprocessed(f"{text}\n") if lexer else ():
        if (found := _role(kind)) != role:
            if start < position:
                pieces.append((start, position, role, ""))
                start = position
            role = found
    if start < len(text):
        pieces.append((start, len(text), role, ""))
    return pieces


@lru_cache(64)
def _lexer(language: str) -> "Lexer | None":
    """Return Pygments' lexer, set to change no character."""
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 (no article without code waits for it)
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(_NOTEBOOK.get(language, language), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(256)
def _role(kind: "_TokenType") -> str:
    """Return the roles of a token type, or of the nearest type above it, on the field that code stands on."""
    name = str(kind).removeprefix("Token.")
    while name and name not in _ROLES:
        name = name.rpartition(".")[0]
    return f"{_PLAIN} {_ROLES[name]}" if name else _PLAIN
