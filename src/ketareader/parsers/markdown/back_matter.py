"""Back matter: what stands anywhere in an article and is read at its end, its notes and then its abbreviations."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ketareader.document.block import WITHOUT_INLINE, Block, Frame, Kind, Meaning, Note
from ketareader.document.references import References
from ketareader.parsers.cut import cut

_DEEPEST = 4
"""Inline notes in inline notes that are lifted: more stay as they are."""
_AGAIN = "\ufdd1"
"""Tells notes of one label apart; a noncharacter, which no text is meant to hold."""


class Abbreviation(NamedTuple):
    """What an abbreviation stands for."""

    short: str
    meaning: str
    line: int
    """The line that says so."""


class BackMatter:
    """The notes and abbreviations of an article, as far as it has been parsed."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._notes: dict[str, list[Block]] = {}
        """The blocks of each note, by its label."""
        self._kept: dict[Note, Note] = {}
        """The notes as they are kept, by those that were found; of several with one label, each has its own."""
        self._order = References()
        self._lifted = 0
        """Inline notes so far."""
        self._defined: list[str] = []
        self._mentioned: list[str] = []
        """Labels since news were asked for."""
        self._abbreviations: dict[Abbreviation, None] = {}
        """Each abbreviation with what it stands for, as often as that is said."""

    def sift(self, block: Block) -> Iterator[Block]:
        """Yield a block, its inline notes lifted out of it, unless it is a note's."""
        note = next((container for container in reversed(block.frame) if isinstance(container, Note)), None)
        if "^" in block.text and block.kind not in WITHOUT_INLINE:
            block = self._lift(block)
        if note:
            self._hold(block, note)
            return
        self._mentioned += _mentions(block)
        yield block

    def _lift(self, block: Block, depth: int = 0) -> Block:
        """Hold the inline notes in a block, and return it with mentions in their places."""
        if "^[" not in block.text or depth == _DEEPEST:
            return block
        from ketareader.parsers.markdown.dialect.inline_notes import lift_notes  # noqa: PLC0415 (few articles have any)

        found = lift_notes(block.text, self._lifted)
        self._lifted += len(found.notes)
        for label, text in found.notes.items():
            note = Note(label)
            inner = Block(Kind.PARAGRAPH, text, block.line, block.end, (note,))
            self._hold(self._lift(inner, depth + 1), note)
        return block._replace(text=found.text)

    def _hold(self, block: Block, found: Note) -> None:
        """Keep a note's block for the end. A heading in it is none of the article's."""
        if found not in self._kept:
            is_taken = found.label in self._notes
            label = f"{found.label}{_AGAIN}{len(self._notes)}" if is_taken else found.label
            self._kept[found] = Note(label)
            self._notes[label] = []
            self._defined.append(label)
        note = self._kept[found]
        kind = Kind.PARAGRAPH if block.kind is Kind.HEADING else block.kind
        frame: Frame = (note, *block.frame[block.frame.index(found) + 1 :])
        self._notes[note.label].append(block._replace(kind=kind, level=0, frame=frame))

    def abbreviate(self, found: Sequence[Abbreviation]) -> dict[str, str]:
        """Take what abbreviations stand for, and return it; of two alike, the first counts."""
        self._abbreviations |= dict.fromkeys(found)
        return {said.short: said.meaning for said in reversed(found)}

    def explain(self, found: Iterable[Abbreviation]) -> None:
        """Take what tags say that abbreviations stand for: each once, wherever that is said again."""
        said = {(known.short, known.meaning) for known in self._abbreviations}
        for abbreviation in found:
            if (abbreviation.short, abbreviation.meaning) not in said:
                said.add((abbreviation.short, abbreviation.meaning))
                self._abbreviations[abbreviation] = None

    def news(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the labels that have been defined, and those that have been mentioned, since this was asked for."""
        news = tuple(self._defined), tuple(dict.fromkeys(self._mentioned))
        self._order.define_notes(*news)
        self._defined, self._mentioned = [], []
        return news

    def ending(self) -> list[Block]:
        """Return the blocks at the end of an article: the notes by their numbers, and what abbreviations stand for."""
        self._order.define_notes(self._defined, self._mentioned)
        for label in self._order.notes:
            self._mentioned += chain.from_iterable(map(_mentions, self._notes[label]))
        self._order.define_notes((), self._mentioned)
        notes = [piece for label in self._order.notes for block in self._notes[label] for piece in cut(block)]
        return [*_apart(notes), *_apart(self._glossary())]

    def _glossary(self) -> Iterator[Block]:
        """Yield the abbreviations and what they stand for."""
        for short, meaning, line in self._abbreviations:
            yield Block(Kind.TERM, short, line, line + 1)
            yield Block(Kind.PARAGRAPH, meaning, line, line + 1, (Meaning(),))


def _mentions(block: Block) -> Sequence[str]:
    """Return the labels that a block mentions, in its order."""
    if "[^" not in block.text or block.kind in WITHOUT_INLINE:
        return ()
    from ketareader.parsers.markdown.dialect.inline_notes import mentions_in  # noqa: PLC0415 (as above)

    return mentions_in(block.text)


def _apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks below a rule, where there are any."""
    for number, block in enumerate(blocks):
        if not number:
            yield Block(Kind.RULE, "", block.line, block.line)
        yield block
