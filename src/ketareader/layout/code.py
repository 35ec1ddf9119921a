"""Code: highlighted by Pygments, on a field of its own, spaces and line ends kept, long lines broken with a mark."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ketareader.document.inline import Span
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.rows import lay_out_rows
from ketareader.layout.ruler import cell_len

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

_BROKEN = Run("↪ ", "code.broken")
_MARGIN = Run("  ", "code.block")
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
    spans = highlight(text, language) if highlighted and language else ()
    styled = Styled(text, spans, "code.block")
    if width < _NARROWEST:
        return lay_out_rows(styled, width, _BROKEN)
    inner = width - 2 * len(_MARGIN.text)
    return [_on_field(line, width) for line in lay_out_rows(styled, inner, _BROKEN)]


def _on_field(line: Line, width: int) -> Line:
    """Put a line of code between its margins."""
    spare = width - len(_MARGIN.text) - cell_len(line.text)
    return Line((_MARGIN, *line.runs, Run(" " * spare, "code.block")), line.start, line.end)


def language_of(info: str) -> str:
    """Return the language that an info string names (CommonMark section 4.5): its first word, up to a comma."""
    words = info.replace(",", " ").replace("{", " ").replace("}", " ").split()
    return words[0].lstrip(".").lower() if words else ""


def highlight(text: str, language: str) -> tuple[Span, ...]:
    """Return the roles of code's tokens; none where Pygments knows no such language."""
    lexer = _lexer(language)
    if lexer is None:
        return ()
    spans: list[Span] = []
    position = 0
    for kind, value in lexer.get_tokens(text):
        end = position + len(value)
        if (role := _role(kind)) and value:
            spans.append(Span(position, min(end, len(text)), role))
        position = end
    return tuple(spans)


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
    """Return the role of a token type, or of the nearest type above it."""
    name = str(kind).removeprefix("Token.")
    while name:
        if role := _ROLES.get(name):
            return role
        name = name.rpartition(".")[0]
    return ""
