"""Running text: broken into lines, its words divided and its edges made even where a reader wants that."""

from collections.abc import Sequence
from functools import partial

from ketareader.document.inline import Span
from ketareader.layout.lines import Line, Styled, lines_of
from ketareader.layout.sheet import Options
from ketareader.layout.wrap import Range, wrap


def lay_out_flow(text: str, spans: Sequence[Span], role: str, width: int) -> list[Line]:
    """Break inline text into lines, ragged right."""
    return lines_of(wrap(text, width), Styled.of(text, spans, role))


def lay_out_running(text: str, spans: Sequence[Span], width: int, options: Options) -> list[Line]:
    """Break a paragraph into lines, in the manner that is chosen."""
    lines = lines_of(break_running(text, width, options), Styled.of(text, spans, "text"))
    return even(lines, text, width) if options.justified else lines


def break_running(text: str, width: int, options: Options) -> list[Range]:
    """Break the text of a paragraph; its lines are weighed against one another where they are to be even."""
    breaking = wrap
    if options.justified:
        from ketareader.layout.evenly import wrap_evenly  # noqa: PLC0415 (only who asks for it waits for it)

        breaking = wrap_evenly
    if options.language:
        from ketareader.layout.hyphenation import hyphenator  # noqa: PLC0415 (as above)

        breaking = partial(breaking, hyphens=hyphenator(options.language))
    return breaking(text, width)


def even(lines: Sequence[Line], text: str, width: int) -> list[Line]:
    """Make the lines of a paragraph even on both sides."""
    from ketareader.layout.justify import justified  # noqa: PLC0415 (as above)

    return justified(lines, text, width)
