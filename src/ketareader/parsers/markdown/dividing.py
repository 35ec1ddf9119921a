"""Where a run's blocks are sure, and where one that fills the longest run is divided."""

from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from ketareader.document.block import Block, Kind

AGAIN = "again"
"""The entry in a container's `meta` that holds the line which opens it once more; none where it is closed."""


class Head(NamedTuple):
    """The lines that what is left of a divided block has to begin with again."""

    lines: tuple[str, ...] = ()
    in_container: bool = False
    """Whether the block was divided between the blocks in it."""


def last_sure(tokens: Sequence[Token], undecided: int | None) -> int:
    """Return the index of the token that opens the last top-level block, or that with the line that is undecided."""
    last = _last_top_level(tokens)
    if undecided is None:
        return last
    ends = (token.map[1] if token.map and not token.level and token.nesting >= 0 else 0 for token in tokens)
    return min(last, next((index for index, end in enumerate(ends) if end > undecided), last))


def _last_top_level(tokens: Sequence[Token]) -> int:
    return next((i for i in range(len(tokens) - 1, 0, -1) if not tokens[i].level and tokens[i].nesting >= 0), 0)


def divided(tokens: Sequence[Token]) -> int:
    """Return how many tokens are kept of what fills a run: all but the last item, or block in a container, else all."""
    if last := _last_top_level(tokens):
        return last
    if tokens and tokens[0].type.endswith("_list_open"):
        return _last_part(tokens, 2, "list_item_open")
    if tokens and AGAIN in tokens[0].meta:
        return _last_part(tokens, 3)
    return len(tokens)


def _last_part(tokens: Sequence[Token], first: int, kind: str = "") -> int:
    """Return the index of the last token right in the first, from index `first` on; how many there are, if none is."""
    parts = (i for i in range(len(tokens) - 1, first - 1, -1) if tokens[i].level == 1 and tokens[i].nesting >= 0)
    return next((part for part in parts if not kind or tokens[part].type == kind), len(tokens))


def closing(tokens: Sequence[Token], kept: int) -> Sequence[Token]:
    """Return the token that closes a container of which the first `kept` tokens are kept."""
    return tokens[-1:] if kept < len(tokens) and tokens[kept].level and AGAIN in tokens[0].meta else ()


def head_of(tokens: Sequence[Token], kept: int, lines: Sequence[str]) -> Head:
    """Return the head of what is left: a container's first line, or where all is kept, code's fence, a table's two."""
    first = tokens[0] if tokens else None
    if first is None or (kept < len(tokens) and not tokens[kept].level):
        return Head()
    if AGAIN in first.meta and _last_top_level(tokens) == 0:
        return Head((str(first.meta[AGAIN]),), in_container=True)
    if kept < len(tokens):
        return Head()
    start = first.map[0] if first.map else 0
    if first.type == "table_open":
        return Head(tuple(lines[start : start + 2]))
    return Head(tuple(lines[start : start + 1])) if len(tokens) == 1 and _is_open_fence(first) else Head()


def without_head(blocks: list[Block], head: Head) -> list[Block]:
    """Take from a run's first block the head that is there only to tell what it is."""
    if not head.lines or not blocks:
        return blocks
    if head.in_container:
        return blocks[1:] if blocks[0].kind is Kind.TITLE else blocks
    first = blocks[0]._replace(joined=True, line=blocks[0].line + len(head.lines))
    if first.kind is Kind.TABLE:
        first = first._replace(text=first.text.partition("\n")[2])
    return [first, *blocks[1:]] if first.text else blocks[1:]


def _is_open_fence(token: Token) -> bool:
    """Tell whether a token is a fenced code block that has no closing fence."""
    first, end = token.map or (0, 0)
    return token.type == "fence" and end - first == token.content.count("\n") + 1
