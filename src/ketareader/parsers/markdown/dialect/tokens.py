"""What the rules of the dialect say to the builder of blocks: containers that open and close, and leaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ketareader.document.block import Container, Frame, Kind, Quote

UNDECIDED = "undecided"
"""Where a rule says, in the parser's environment, which line it takes in another way if what follows the text says so:
the first of such lines."""
Recipe = tuple[Callable[..., Container], *tuple[object, ...]]
"""A container that is made where its token is followed: its class, and what the class is given."""


def leaf(state: StateBlock, kind: Kind, text: str, lines: tuple[int, int], info: str = "") -> Token:
    """Add a block of one kind; `lines` is its half-open range in the text."""
    token = state.push("leaf", "", 0)
    token.content, token.map, token.info, token.meta = text, [*lines], info, {"kind": kind}
    return token


@contextmanager
def container(state: StateBlock, start: int, *recipes: Recipe) -> Iterator[Token]:
    """Add containers, the outermost first, around what is added meanwhile. They end where the state's line is then."""
    token = state.push("container_open", "", 1)
    token.map, token.meta = [start, start + 1], {"containers": recipes}
    yield token
    state.push("container_close", "", -1)
    token.map = [start, state.line]


def made(token: Token) -> Frame:
    """Make the containers that a token opens: a quote's is one, unless its first line says what it is."""
    return tuple(make(*values) for make, *values in token.meta.get("containers", ((Quote,),)))


def fill(state: StateBlock, start: int, end: int, indent: int) -> None:
    """Parse lines `start` to `end` as what is in a container, `indent` columns from its left edge.

    Moves the state on behind what was parsed and the blank lines below it; `end` is reached but where the text nests
    too deep.
    """
    kept = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent += indent
    # No paragraph goes on past the container's end.
    state.lineMax, state.parentType = end, "container"
    state.line = start = state.skipEmptyLines(start)
    if start < end:
        state.md.block.tokenize(state, start, end)
        state.line = state.skipEmptyLines(state.line)
    state.blkIndent, state.lineMax, state.parentType = kept


@contextmanager
def first_line(state: StateBlock, line: int, at: int, indent: int) -> Iterator[None]:
    """Let a line begin at the place `at`, behind a marker, as far in as a container's text has to stand."""
    kept = state.bMarks[line], state.tShift[line], state.sCount[line]
    state.bMarks[line] = at
    state.tShift[line] = state.skipSpaces(at) - at
    state.sCount[line] = state.blkIndent + indent
    yield
    state.bMarks[line], state.tShift[line], state.sCount[line] = kept


def indented(state: StateBlock, start: int, end: int, indent: int) -> tuple[int, int]:
    """Return where the text begins that is indented below line `start`, and the line after it: the same where none is.

    It is `indent` columns in from the container's edge, or from where the line begins, if that is further out.
    """
    least = min(state.sCount[start], state.blkIndent) + indent
    lines = (line for line in range(start + 1, end) if not state.isEmpty(line))
    first = next(lines, end)
    if first < end and state.sCount[first] < least:
        return first, first
    return first, next((line for line in lines if state.sCount[line] < least), end)


def rest_of(state: StateBlock, line: int, behind: int = 0) -> str:
    """Return a line from its first character on, or from one `behind` it, without the spaces at its ends."""
    return state.src[state.bMarks[line] + state.tShift[line] + behind : state.eMarks[line]].strip()
