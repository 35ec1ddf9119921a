"""The first lines of callouts, and of what folds."""

from ketareader.document.block import Block, Callout
from ketareader.document.inline import Inline
from ketareader.layout.lines import Line, Run, Styled, lines_of
from ketareader.layout.ruler import cell_len
from ketareader.layout.wrap import wrap


def lay_out_title(block: Block, inline: Inline, above: Block | None, width: int) -> list[Line]:
    """Lay out a title in the colour of its callout; one that doesn't say what kind that is has the kind before it."""
    text = inline.text.replace("\t", " ")
    around = [container for container in block.frame if isinstance(container, Callout)]
    role = f"callout.{around[-1].kind} title" if around else "title"
    opens = bool(around) and (above is None or around[-1] not in above.frame)
    kind = f"{around[-1].kind.capitalize()}: " if opens and not text.casefold().startswith(around[-1].kind) else ""
    if cell_len(kind) > width // 2:
        kind = ""
    lines = lines_of(wrap(text, width, width - len(kind)), Styled.of(text, inline.spans, role))
    if not kind:
        return lines
    return [lines[0]._replace(runs=(Run(kind, role), *lines[0].runs)), *lines[1:]]
