"""Which link references are used: those that aren't are shown, so that no word of the article is lost."""

import re
from collections.abc import Callable, Iterator, Mapping

from markdown_it.common.utils import normalizeReference

from ketareader.document.batch import Reference
from ketareader.document.block import Block, Kind
from ketareader.document.inline import Inline

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]")
_WITHOUT_INLINE = frozenset({Kind.CODE, Kind.HTML, Kind.RULE, Kind.REFERENCE, Kind.META})


class _Recorder(Mapping[str, Reference]):
    """References that remember which of them were asked for."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        self._references = references
        self.asked: set[str] = set()

    def __getitem__(self, label: str) -> Reference:
        reference = self._references[label]
        self.asked.add(label)
        return reference

    def __iter__(self) -> Iterator[str]:
        return iter(self._references)

    def __len__(self) -> int:
        return len(self._references)


def unused_references(
    blocks: list[Block],
    references: Mapping[str, Reference],
    parse_inline: Callable[[Block, Mapping[str, Reference]], Inline],
) -> frozenset[str]:
    """Return the labels of the references that no block's links and images use.

    A block is parsed only where it mentions, in brackets, a label that isn't known to be used yet.
    """
    recorder = _Recorder(references)
    for block in blocks:
        if len(recorder.asked) == len(recorder):
            break
        if block.kind not in _WITHOUT_INLINE and "[" in block.text:
            labels = {normalizeReference(label) for label in _LABEL.findall(block.text)}
            if any(label in references and label not in recorder.asked for label in labels):
                parse_inline(block, recorder)
    return frozenset(recorder) - recorder.asked
