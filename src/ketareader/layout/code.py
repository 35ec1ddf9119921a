"""Code: highlighted by Pygments, on a field of its own, spaces and line ends kept, long lines broken with a mark."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ketareader.layout.lines import Line, Piece, Run, Styled
from ketareader.layout.rows import lay_out_rows
from ketareader.layout.ruler import cell_len

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

_BROKEN = Run("↪ ", "code.broken")
_PLAIN = "code.block"
_MARGIN = Run("  ", _PLAIN)
_NARROWEST = 8
"""Cells below which the margins are better used for code."""
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


def lay_out_code(text: str, language: str, width: int, *, highlighted: bool) -> list[Line]:
    """Lay code out in `width` cells, on a field that reaches from margin to margin."""
    pieces = highlight(text, language) if highlighted and language else [(0, len(text), _PLAIN, "")]
    styled = Styled(text, pieces)
    if width < _NARROWEST:
        return lay_out_rows(styled, width, _BROKEN)
    inner = width - 2 * len(_MARGIN.text)
    return [_on_field(line, width) for line in lay_out_rows(styled, inner, _BROKEN)]


def _on_field(line: Line, width: int) -> Line:
    """Put a line of code between its margins."""
    spare = width - len(_MARGIN.text) - cell_len(line.text)
    return Line((_MARGIN, *line.runs, Run(" " * spare, _PLAIN)), line.start, line.end)


def language_of(info: str) -> str:
    """Return the language that an info string names (CommonMark section 4.5): its first word, up to a comma."""
    words = info.replace(",", " ").replace("{", " ").replace("}", " ").split()
    return words[0].lstrip(".").lower() if words else ""


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
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(256)
def _role(kind: "_TokenType") -> str:
    """Return the roles of a token type, or of the nearest type above it, on the field that code stands on."""
    name = str(kind).removeprefix("Token.")
    while name and name not in _ROLES:
        name = name.rpartition(".")[0]
    return f"{_PLAIN} {_ROLES[name]}" if name else _PLAIN
