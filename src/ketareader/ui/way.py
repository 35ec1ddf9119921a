"""The way that pictures are shown: what the terminal can do, as far as the reader lets it."""

import os
import sys
from typing import Final, NamedTuple

from textual.app import App

from ketareader.images.geometry import Size
from ketareader.images.terminal import AUTO, USUAL_CELL, Graphics, cell_size, choose

ALL: Final = "truecolor"
FEW: Final = "256"


class Way(NamedTuple):
    """A way to show pictures."""

    graphics: Graphics
    cell: Size
    """The pixels of a cell."""
    colours: str
    """The colours that there are, as `rich.console.Console.color_system` has it; empty where none is wanted."""


def way_of(app: App[object], setting: str) -> Way:
    """Return the way for an app, under what the configuration file says; graphics that can't be right are blocks."""
    colours = "" if app.no_color else app.console.color_system or ALL
    cell = USUAL_CELL if app.is_headless else _cell()
    is_known = setting != AUTO or not app.is_headless
    graphics = choose(setting, os.environ) if is_known else Graphics.BLOCKS
    return Way(graphics if _is_right(graphics, cell, colours) else Graphics.BLOCKS, cell or USUAL_CELL, colours)


def _is_right(graphics: Graphics, cell: Size | None, colours: str) -> bool:
    """Tell whether graphics come out as they should: without colour none do."""
    match graphics:
        case Graphics.KITTY:
            return colours == ALL
        case Graphics.SIXEL:
            return bool(colours and cell)
        case Graphics.ITERM2:
            return bool(colours)
        case _:
            return True


def _cell() -> Size | None:
    """Return the pixels of a cell, where the terminal that is written to tells them."""
    return cell_size(sys.__stderr__.fileno()) if sys.__stderr__ else None
