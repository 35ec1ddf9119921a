"""What a terminal would show: enough of one to know which words stand where.

Colours, modes and queries are passed over. A line that is too long is cut, not wrapped.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable

from rich.cells import get_character_cell_size

_PIECE = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~])"  # A control sequence.
    r"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # A string: a title, a device's answer.
    r"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"  # Any other escape.
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
)
"""One thing that a program tells its terminal (ECMA-48, 5.4 and 5.6). What is cut short at the end matches nothing."""


class Screen:
    """A grid of characters that follows what a program writes."""

    def __init__(self, columns: int, rows: int) -> None:
        """Begin empty, the cursor at the top left."""
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Begin again at another size. What the program doesn't paint again is not on this screen."""
        self._columns = columns
        self._cells = [[" "] * columns for _ in range(rows)]
        self._row = self._column = 0

    def rows(self, left: int = 0) -> list[str]:
        """Return the text of each row, from the top, without the first `left` columns."""
        return ["".join(row[left:]) for row in self._cells]

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return "\n".join(self.rows())

    def feed(self, data: bytes) -> None:
        """Take in what the program wrote. A character or a sequence may be cut, and go on in the next `data`."""
        written = self._rest + self._decode(data)
        position = 0
        while match := _PIECE.match(written, position):
            position = match.end()
            if text := match["text"]:
                self._write(text)
            elif control := match["control"]:
                self._control(control)
            elif act := _SEQUENCES.get(match["final"] or ""):
                act(self, match["parameters"])
        self._rest = written[position:]

    def _write(self, text: str) -> None:
        """Put characters in the cells from the cursor on; the second cell of a wide one is empty."""
        cells = list(text) if text.isascii() else [cell for character in text for cell in _cells_of(character)]
        room = max(self._columns - self._column, 0)
        self._cells[self._row][self._column : self._column + len(cells)] = cells[:room]
        self._column += len(cells)

    def _control(self, control: str) -> None:
        if control == "\r":
            self._column = 0
        elif control == "\n" and self._row < len(self._cells) - 1:
            self._row += 1
        elif control == "\n":
            self._cells = [*self._cells[1:], [" "] * self._columns]

    def _move(self, parameters: str) -> None:
        """Put the cursor at a row and a column, both counted from 1."""
        row, _, column = parameters.partition(";")
        self._row = min(int(row or 1), len(self._cells)) - 1
        self._column = min(int(column or 1), self._columns) - 1

    def _erase(self, parameters: str) -> None:
        """Erase the whole screen; a part of it, which no program here does, is left."""
        if parameters in ("2", "3"):
            self._cells = [[" "] * self._columns for _ in self._cells]


_SEQUENCES: dict[str, Callable[[Screen, str], None]] = {
    "H": Screen._move,  # noqa: SLF001 (the class's own table)
    "f": Screen._move,  # noqa: SLF001
    "J": Screen._erase,  # noqa: SLF001
}


def _cells_of(character: str) -> tuple[str, ...]:
    """Return what a character puts into cells: one or two; what joins the one before is left out."""
    size = get_character_cell_size(character)
    return (character, "")[:size]
