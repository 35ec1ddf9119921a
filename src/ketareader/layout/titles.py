"""The first lines of callouts, and of what folds."""

from ketareader.document.block import Block, Callout
from ketareader.document.inline import Inline
from ketareader.layout.lines import Line, Run, Styled, lines_of
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import wrap


def lay_out_title(block: Block, inline: Inline, above: Block | None, width: int) -> list[Line]:
    """Lay out a title in the colour of its callout; one that doesn't say what that is has it said before it."""
    text = inline.text.replace("\t", " ")
    around = [container for container in block.frame if isinstance(container, Callout)]
    role = f"callout.{around[-1].kind} title" if around else "title"
    opens = bool(around) and (above is None or around[-1] not in above.frame)
    said = around[-1].said if opens else ""
    before = f"{said}: " if said and not text.casefold().startswith(said.casefold()) else ""
    if cell_len(before) > width // 2:
        before = ""
    lines = lines_of(wrap(text, width, width - cell_len(before)), Styled.of(text, inline.spans, role))
    if not before:
        return lines
    return [lines[0]._replace(runs=(Run(before, role), *lines[0].runs)), *lines[1:]]
