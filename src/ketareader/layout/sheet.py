"""The sheet: what pages are set on. How wide, in which manner, and with what folded or panned."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ketareader.document.block import Block, Fold, Frame, Kind
from ketareader.document.document import Document


class Tables(StrEnum):
    """How tables are set that are wider than the page."""

    FITTED = "fitted"
    """Their cells wrapped; as records where that leaves no room for words."""
    PANNED = "panned"
    """As wide as they are, the page a window over them that leaves the first column in sight."""
    RECORDS = "records"
    """A record for each row, a line for each cell."""


class Options(NamedTuple):
    """The manner in which pages are set, as far as a reader may choose."""

    highlighted: bool = True
    """Whether code is coloured."""
    wrapped: bool = True
    """Whether code's long lines are broken; else the page is a window over them."""
    numbered: bool = False
    """Whether code's lines are numbered."""
    tables: Tables = Tables.FITTED
    justified: bool = False
    """Whether running text is even on both sides."""
    leading: int = 0
    """Blank lines between two lines of running text."""
    language: str = ""
    """The language that words are hyphenated in, such as "en_GB"; empty where they aren't."""
    illustrated: bool = True
    """Whether pictures are shown; else the text that stands for them."""


Pictures: TypeAlias = Callable[[str, int], tuple[int, int] | None]
"""From the target of an image and the cells that there are for it to the columns and rows that its picture takes.

None where there is no picture to be shown, but only its text.
"""


def no_pictures(_target: str, _columns: int) -> None:
    """Show no picture."""


Opened = tuple[frozenset[Fold], bool, dict[int, int]]
"""What was folded and unfolded, whether all the front matter was shown, and what was panned how far."""


Shifts: TypeAlias = tuple[tuple[int, int], ...]
"""Blocks, of those in pieces the first, each with the cells that it is panned by."""


class Arrangement:
    """What a reader has folded and panned in an article. It outlives the pages: a resize makes those anew."""

    def __init__(self, *, is_paper: bool = False) -> None:
        """Begin with everything as the article has it; on paper, with nothing folded."""
        self.is_paper = is_paper
        self.turned: set[Fold] = set()
        """What is folded though it wasn't at first, or the other way round."""
        self.shifts: dict[int, int] = {}
        """Cells that wide blocks are panned by, by the block; of a block in pieces, by the first."""
        self.is_meta_shown = False
        """Whether front matter is shown as it stands, and not as a byline."""

    @property
    def shows_meta(self) -> bool:
        """Whether front matter is shown as it stands."""
        return self.is_meta_shown

    def is_open(self, fold: Fold) -> bool:
        """Tell whether what folds is unfolded."""
        return self.is_paper or fold.is_open != (fold in self.turned)

    def turn(self, fold: Fold) -> None:
        """Fold what is unfolded, or the other way round."""
        self.turned ^= {fold}

    @property
    def opened(self) -> Opened:
        """What is open and what isn't, and what is panned, to be gone back to."""
        return frozenset(self.turned), self.is_meta_shown, dict(self.shifts)

    def go_back(self, opened: Opened) -> bool:
        """Open, close and pan as it was before; tell whether that changed anything."""
        changed = opened != self.opened
        turned, self.is_meta_shown, shifts = opened
        self.turned, self.shifts = set(turned), dict(shifts)
        return changed

    def pan_back(self, shifts: Shifts) -> bool:
        """Pan some blocks as they were before; tell whether that changed anything."""
        changed = any(self.shifts.get(block, 0) != cells for block, cells in shifts)
        self.shifts.update(shifts)
        return changed

    def hides(self, block: Block) -> bool:
        """Tell whether a block is folded away. The summary of what is folded isn't."""
        return any(not self._shows(container, block) for container in block.frame if isinstance(container, Fold))

    def _shows(self, fold: Fold, block: Block) -> bool:
        return self.is_open(fold) or (block.kind is Kind.TITLE and block.frame[-1] is fold)

    def reveal(self, block: Block) -> bool:
        """Unfold whatever hides a block; tell whether anything did."""
        closed = {fold for fold in _folds(block.frame) if not self._shows(fold, block)}
        self.turned ^= closed
        return bool(closed)

    def reveal_text(self, block: Block) -> bool:
        """Unfold whatever hides a block, and where it is front matter, show it as it stands; tell whether that did."""
        needs_meta = block.kind is Kind.META and not self.is_meta_shown
        self.is_meta_shown |= needs_meta
        return self.reveal(block) or needs_meta


def _folds(frame: Frame) -> list[Fold]:
    return [container for container in frame if isinstance(container, Fold)]


class Sheet(NamedTuple):
    """A document, and all that its pages depend on beside it."""

    document: Document
    width: int
    """The text column's width in cells."""
    options: Options = Options()
    arrangement: Arrangement = Arrangement()
    pictures: Pictures = no_pictures

    def is_hidden(self, block: Block) -> bool:
        """Tell whether a block isn't shown: it is folded away, or a reference that something uses."""
        return self.document.is_hidden(block) or (bool(block.frame) and self.arrangement.hides(block))

    def above(self, index: int) -> Block | None:
        """Return the nearest block above one that is shown."""
        for other in range(index - 1, -1, -1):
            block = self.document.blocks[other]
            if not self.is_hidden(block):
                return block
        return None

    def is_window_over(self, index: int) -> bool:
        """Tell whether a block is panned where it is wider than the page."""
        kind = self.document.blocks[index].kind if index < len(self.document.blocks) else None
        is_table = kind is Kind.TABLE and self.options.tables is Tables.PANNED
        is_formula = kind is Kind.MATH and self.document.inline(index).flat != ""
        return is_table or is_formula or (kind is Kind.CODE and not self.options.wrapped)

    def shift_of(self, index: int) -> int:
        """Return the cells that a block is panned by."""
        if not self.arrangement.shifts:
            return 0
        return self.arrangement.shifts.get(self.document.first_piece(index), 0)
