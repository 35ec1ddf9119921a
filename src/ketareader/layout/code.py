"""Code: highlighted by Pygments, spaces and line ends kept, long lines broken with a mark."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ketareader.document.inline import Span
from ketareader.layout.lines import Line, Run, Styled
from ketareader.layout.ruler import is_narrow
from ketareader.layout.wrap import wrap

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

TAB = 4
"""Cells from one tab stop to the next."""
_BROKEN = Run("↪ ", "code.broken")
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
    """Lay code out in lines of at most `width` cells; a line too long goes on under a mark."""
    spans = highlight(text, language) if highlighted and language else ()
    styled = Styled(text, spans, "code.block")
    lines: list[Line] = []
    start = 0
    for row in text.split("\n"):
        end = start + len(row)
        lines.extend(_row(styled, start, end, width))
        start = end + 1
    return lines


def _row(styled: Styled, start: int, end: int, width: int) -> list[Line]:
    """Return the lines of one row of code."""
    row = styled.text[start:end]
    if "\t" not in row and len(row) <= width and is_narrow(row):
        return [Line(tuple(styled.runs(start, end)), start, end + 1)]
    ranges = [(0, len(row))] if not row else wrap(row, width - 2, width) if "\t" not in row else _tabbed(row, width)
    return [
        Line(
            (*((_BROKEN,) if number else ()), *_expanded(styled, start + a, start + b, start)),
            start + a,
            start + (ranges[number + 1][0] if number + 1 < len(ranges) else len(row) + 1),
        )
        for number, (a, b) in enumerate(ranges)
    ]


def _tabbed(row: str, width: int) -> list[tuple[int, int]]:
    """Break a row with tabs: each counts as the most cells that it may take."""
    return wrap(row.replace("\t", "\u3000"), max((width - 2) // 2, 1)) if len(row.expandtabs(TAB)) > width else [(0, len(row))]


def _expanded(styled: Styled, start: int, end: int, row: int) -> list[Run]:
    """Return the runs of `start:end`, tabs made spaces up to the next tab stop of the row that starts at `row`."""
    runs: list[Run] = []
    for run in styled.runs(start, end):
        if "\t" not in run.text:
            runs.append(run)
            continue
        position = run.start
        for part in run.text.replace("\t", "\0\t\0").split("\0"):
            if part == "\t":
                column = len(styled.text[row:position].expandtabs(TAB))
                runs.append(Run(" " * (TAB - column % TAB), run.role, position))
            elif part:
                runs.append(Run(part, run.role, position))
            position += len(part)
    return runs


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
        end = min(position + len(value), len(text))
        if (role := _role(kind)) and end > position:
            spans.append(Span(position, end, role))
        position += len(value)
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
