"""From markdown-it's block tokens to blocks: the tree of containers becomes each block's frame."""

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from ketareader.document.block import CELL, Block, Frame, Item, Kind, List, Quote

_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_ALIGNMENTS = {"text-align:left": "l", "text-align:center": "c", "text-align:right": "r"}
_BULLET = "•"


class BlockBuilder:
    """Turns one run's tokens into blocks. Holds where it is among the containers, and nothing else."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> None:
        """Take a run's tokens; `lines` are the run's, and `first_line` is the first one's number, from 1."""
        self._tokens = tokens
        self._lines = lines
        self._first_line = first_line
        self._frame: Frame = ()
        self._lists: list[List] = []
        self._empty = False
        """Whether the innermost item has no block yet."""

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order."""
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.type == "table_open":
                end = self._closing(index)
                yield self._table(index, end)
                index = end
            else:
                yield from self._step(index, token)
            index += 1

    def _step(self, index: int, token: Token) -> Iterator[Block]:
        """Follow one token into or out of a container, or yield its block."""
        if (follow := _CONTAINERS.get(token.type)) is not None:
            if token.type == "list_item_close" and self._empty:
                yield self._block(Kind.PARAGRAPH, "", self._item_token)
            follow(self, index, token)
        elif token.type == "inline":
            yield self._inline(index, token)
        elif (kind := _LEAVES.get(token.type)) is not None:
            yield self._leaf(kind, token)

    def _inline(self, index: int, token: Token) -> Block:
        """Return a heading or a paragraph."""
        opener = self._tokens[index - 1]
        if opener.type == "heading_open":
            return self._block(Kind.HEADING, token.content, opener, level=int(opener.tag[1]))
        text = token.content
        if self._starts_task(index):
            text = _TASK.sub("", text, count=1)
        return self._block(Kind.PARAGRAPH, text, opener)

    def _starts_task(self, index: int) -> bool:
        """Tell whether the inline token at `index` begins with a task's box."""
        item = self._frame[-1] if self._frame else None
        return self._empty and isinstance(item, Item) and item.done is not None

    def _leaf(self, kind: Kind, token: Token) -> Block:
        """Return a block that one token holds whole."""
        if kind is Kind.REFERENCE:
            return self._block(kind, self._source(token), token, info=str(token.meta["id"]))
        if kind is Kind.RULE:
            return self._block(kind, "", token)
        return self._block(kind, token.content.removesuffix("\n"), token, info=token.info.strip())

    def _source(self, token: Token) -> str:
        """Return a reference's lines as they stand, without the quotes' markers."""
        start, end = token.map or (0, 0)
        return "\n".join(line.lstrip(" \t>") for line in self._lines[start:end])

    def _block(self, kind: Kind, text: str, token: Token, *, level: int = 0, info: str = "") -> Block:
        """Return a block at the builder's place among the containers."""
        self._empty = False
        start, end = token.map or (0, 0)
        return Block(kind, text, self._first_line + start, self._first_line + end, self._frame, level, info)

    # Tables

    def _closing(self, index: int) -> int:
        """Return the index of the token that closes the table opened at `index`."""
        return next(i for i in range(index, len(self._tokens)) if self._tokens[i].type == "table_close")

    def _table(self, start: int, end: int) -> Block:
        """Return a table: a line for each row, `CELL` between cells."""
        rows: list[list[str]] = []
        alignments = ""
        for token in self._tokens[start:end]:
            if token.type == "tr_open":
                rows.append([])
                row_line = token.map[0] if token.map else 0
            elif token.type == "th_open":
                alignments += _ALIGNMENTS.get(str(token.attrGet("style")), "-")
            elif token.type == "inline":
                rows[-1].append(token.content.replace("\t", " "))
            elif token.type == "tr_close" and len(rows) > 1:
                rows[-1].extend(self._surplus(row_line, len(rows[-1])))
        columns = max(map(len, rows))
        text = "\n".join(CELL.join(row) for row in rows)
        return self._block(Kind.TABLE, text, self._tokens[start], info=alignments.ljust(columns, "-"))

    def _surplus(self, line: int, columns: int) -> list[str]:
        """Return the cells of a row beyond the header's: GFM (section 4.10) drops them, a reader must not."""
        source = self._lines[line].strip(" \t>")
        if source.count("|") < columns:
            return []
        cells = [cell.strip() for cell in escapedSplit(source)]
        if cells and not cells[0]:
            cells.pop(0)
        if cells and not cells[-1]:
            cells.pop()
        return [cell for cell in cells[columns:] if cell]

    # Containers

    def _open_quote(self, _index: int, _token: Token) -> None:
        self._frame = (*self._frame, Quote())

    def _open_list(self, index: int, token: Token) -> None:
        level = token.level
        markers, tight, body = 1, True, index + 1
        while (inner := self._tokens[body]).level != level or inner.nesting >= 0:
            if inner.level == level + 1 and inner.type == "list_item_open":
                markers = max(markers, len(inner.info + inner.markup))
            elif inner.level == level + 2 and inner.type == "paragraph_open":
                tight = inner.hidden
            body += 1
        self._lists.append(List(tight, markers if token.type == "ordered_list_open" else 1))

    def _close_list(self, _index: int, _token: Token) -> None:
        self._lists.pop()

    def _open_item(self, index: int, token: Token) -> None:
        marker = f"{token.info}{token.markup}" if token.info else _BULLET
        task = None
        following = self._tokens[index + 1 : index + 3]
        if len(following) > 1 and following[0].type == "paragraph_open" and following[1].type == "inline":
            task = _TASK.match(following[1].content)
        item = Item(marker, self._lists[-1], (task[1] != " ") if task else None)
        self._frame = (*self._frame, item)
        self._empty, self._item_token = True, token

    def _close(self, _index: int, _token: Token) -> None:
        self._frame = self._frame[:-1]
        self._empty = False


_CONTAINERS: dict[str, Callable[[BlockBuilder, int, Token], None]] = {
    "blockquote_open": BlockBuilder._open_quote,  # noqa: SLF001
    "blockquote_close": BlockBuilder._close,  # noqa: SLF001
    "bullet_list_open": BlockBuilder._open_list,  # noqa: SLF001
    "bullet_list_close": BlockBuilder._close_list,  # noqa: SLF001
    "ordered_list_open": BlockBuilder._open_list,  # noqa: SLF001
    "ordered_list_close": BlockBuilder._close_list,  # noqa: SLF001
    "list_item_open": BlockBuilder._open_item,  # noqa: SLF001
    "list_item_close": BlockBuilder._close,  # noqa: SLF001
}
_LEAVES = {
    "fence": Kind.CODE,
    "code_block": Kind.CODE,
    "too_deep": Kind.CODE,
    "html_block": Kind.HTML,
    "hr": Kind.RULE,
    "definition": Kind.REFERENCE,
}
