"""Which link references are used: those that aren't are shown, so that no word of the article is lost."""

import re
from collections.abc import Callable

from markdown_it.common.utils import normalizeReference

from ketareader.document.block import WITHOUT_INLINE, Block
from ketareader.document.inline import Inline
from ketareader.document.references import References

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]")
_SHORTCUTS = re.compile(r"(?:[\w\s.,;]++|\[\w[\w .-]*+\](?![(\[]))*+")
"""Text with no markup but labels in brackets: each that is known is a link."""


def unused_references(
    blocks: list[Block],
    references: References,
    parse_inline: Callable[[Block, References], Inline],
) -> frozenset[str]:
    """Return the labels of the references that no block's links and images use.

    A block is parsed only where it mentions, in brackets, a label that isn't known to be used yet.
    """
    recorder, asked = references.recording()
    for block in blocks:
        if len(asked.found) == len(recorder):
            break
        if block.kind not in WITHOUT_INLINE and "[" in block.text:
            labels = {normalizeReference(label) for label in _LABEL.findall(block.text)}
            wanted = {label for label in labels if label in references and label not in asked.found}
            if wanted and _SHORTCUTS.fullmatch(block.text):
                asked.found.update(wanted)
            elif wanted:
                parse_inline(block, recorder)
    return frozenset(recorder) - asked.found
