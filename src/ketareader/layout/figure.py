"""Figures: a picture alone in its paragraph, in rows of its own, and its alternative text below as the caption."""

from ketareader.document.inline import Inline, Span
from ketareader.layout.lines import Line, PictureRow, Run, Styled, lines_of
from ketareader.layout.ruler import cell_len
from ketareader.layout.sheet import Pictures
from ketareader.layout.wrap import wrap

PICTURE = "picture"
"""The role of the cells that a picture is to be drawn over."""
_CAPTION = 40
"""Cells that a caption may take where its picture is narrower."""


def sole_image(inline: Inline) -> Span | None:
    """Return the image that is all that a text holds, in a link or not; None where there is more, or another."""
    images = [span for span in inline.spans if span.role == "image"]
    alone = len(images) == 1 and images[0].target and (images[0].start, images[0].end) == (0, len(inline.text))
    return images[0] if alone else None


def lay_out_figure(inline: Inline, width: int, pictures: Pictures) -> list[Line]:
    """Set a picture and its caption in the middle of `width` cells; nothing where there is no picture to be shown.

    The caption's text has the places that it has in the block, so that it is searched and held as any other.
    """
    image = sole_image(inline)
    size = pictures(image.target, width) if image else None
    if not image or not size:
        return []
    columns, rows = size
    indent = _indent(width - columns)
    cells = Run(" " * columns, PICTURE)
    picture = [Line((*indent, cells), 0, 0, PictureRow(image.target, columns, rows, number)) for number in range(rows)]
    return picture + _caption(inline, width, min(width, max(columns, _CAPTION)))


def _caption(inline: Inline, width: int, measure: int) -> list[Line]:
    """Set the caption as a block in the middle, ragged right."""
    text = inline.text.replace("\t", " ")
    spans = [span._replace(role="caption") if span.role == "image" else span for span in inline.spans]
    lines = lines_of(wrap(text, measure), Styled.of(text, spans))
    indent = _indent(width - max(cell_len(line.text) for line in lines))
    return [line._replace(runs=(*indent, *line.runs)) for line in lines]


def _indent(spare: int) -> tuple[Run, ...]:
    """Return what stands to the left of something that leaves so many cells."""
    return (Run(" " * (spare // 2)),) if spare > 1 else ()
