"""Reading out: an article in whole lines, where they begin and end everything that a page would show by its looks.

A line is as long as what it says. There is no escape sequence, no rule, box or bullet in any.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import Final, NamedTuple

from ketareader.document.block import Callout, Container, Fold, Frame, Item, Kind, List, Meaning, Note, Quote
from ketareader.document.document import Document
from ketareader.layout.frame import shared_containers
from ketareader.layout.linear.byline import byline_under
from ketareader.layout.linear.counting import count_items, count_items_before, counted, list_at
from ketareader.layout.linear.kinds import Speech, lines_of, meta_as_it_stands
from ketareader.layout.linear.mentions import Mentions
from ketareader.layout.linear.rows import Table

_QUOTE: Final = "Quote:"


class _Listed(NamedTuple):
    """A list that is being read."""

    items: int | None
    """Items in it; None for many."""
    read: int
    """Items begun so far."""


class Reading:
    """A document as it is read out, block by block. Lists, links and images are numbered as they come."""

    def __init__(self, document: Document, mentions: Mentions | None = None) -> None:
        """Read nothing yet; what the section has mentioned so far may be given, to go on from."""
        self.mentions = mentions or Mentions()
        """What the section refers to that was read last."""
        self._document = document
        self._open: Frame = ()
        self._lists: dict[List, _Listed] = {}
        self._folding: set[Container] = set()
        """Folds that were said with their callouts."""
        self._table = Table()
        self._has_begun = self._is_apart = False

    def block(self, index: int) -> Iterator[str]:
        """Yield the lines of a block, and what is said between it and the block before."""
        block = self._document.blocks[index]
        shared = shared_containers(self._open, block.frame)
        yield from self._say(self._closed(shared, block.frame))
        is_heading = block.kind is Kind.HEADING and not block.joined
        if is_heading:
            yield from self._say_targets()
            self.mentions = Mentions()
        if is_heading or not (shared or block.joined or self._follows_on(block.frame)):
            self._part()
        begun = _deep(line for depth in range(shared, len(block.frame)) for line in self._begun(index, depth))
        self._open = block.frame
        own = [] if self._document.is_hidden(block) else lines_of(self._speech(index))
        run_in = bool(begun and own) and _takes_text(block.frame[-1], block.kind)
        yield from self._say([*begun[:-1], f"{begun[-1]} {own[0]}", *own[1:]] if run_in else [*begun, *own])
        if is_heading:
            self._part()
            if byline := byline_under(self._document, index):
                yield from self._say(byline)
                self._part()

    def front_matter(self) -> Iterator[str]:
        """Yield the lines of the front matter as it stands; nothing where there is none."""
        blocks = self._document.blocks
        indices = takewhile(lambda index: blocks[index].kind is Kind.META, range(len(blocks)))
        self._part()
        yield from self._say([line for index in indices for line in meta_as_it_stands(self._speech(index))])

    def end(self) -> Iterator[str]:
        """Yield what is said after the last block."""
        yield from self._say(self._closed(0, ()))
        self._open = ()
        yield from self._say_targets()

    def _follows_on(self, frame: Frame) -> bool:
        """Tell whether a block stands right on the one before: as an item of its list, or the meaning of its term."""
        return bool(frame) and (isinstance(frame[0], Meaning) or list_at(frame, 0) in self._lists)

    def _speech(self, index: int) -> Speech:
        return Speech(self._document, index, self.mentions, self._table)

    def _say(self, lines: Sequence[str]) -> Iterator[str]:
        """Yield lines, a blank one before them where they are to stand apart."""
        if lines:
            if self._is_apart and self._has_begun:
                yield ""
            self._has_begun, self._is_apart = True, False
            yield from lines

    def _part(self) -> None:
        """Have what comes next stand apart."""
        self._is_apart = True

    def _say_targets(self) -> Iterator[str]:
        """Yield the lists of where the links lead and where the images are."""
        for targets in (self.mentions.links, self.mentions.images):
            self._part()
            yield from self._say(targets.tell())

    def _begun(self, index: int, depth: int) -> list[str]:
        """Return what is said where the container begins that is at `depth` in a block's frame."""
        frame = self._document.blocks[index].frame
        match frame[depth]:
            case Quote():
                return [_QUOTE]
            case Callout() as callout:
                return [f"{callout.said}{self._that_folds(index, callout)}:"]
            case Fold() as fold:
                return [] if fold in self._folding else ["Details:"]
            case Meaning():
                return ["Meaning:"]
            case Note() as note:
                number = self._document.references.notes.get(note.label)
                return [f"Note {', '.join(filter(None, (str(number or ''), note.name)))}:"]
            case Item() as item:
                return [*self._list_begun(index, depth, item.list), self._item(item)]

    def _that_folds(self, index: int, callout: Callout) -> str:
        """Tell whether what begins as a callout is a fold from its title on; that is said once, of both."""
        blocks, first = self._document.blocks, index
        while first and callout in blocks[first - 1].frame:
            first -= 1
        inner = blocks[first].frame[blocks[first].frame.index(callout) + 1 :]
        if blocks[first].kind is not Kind.TITLE or not (inner and isinstance(inner[0], Fold)):
            return ""
        self._folding.add(inner[0])
        return " that folds"

    def _list_begun(self, index: int, depth: int, around: List) -> list[str]:
        """Return what is said where a list begins; nothing where it goes on."""
        if around in self._lists:
            return []
        before = 0 if self._has_begun else count_items_before(self._document, index, depth)
        items = count_items(self._document, index, depth)
        total = None if items is None else before + items
        self._lists[around] = _Listed(total, before)
        size = "many items" if total is None else counted(total, "item")
        return [f"List of {size}{_level(self._document.blocks[index].frame, depth)}"]

    def _item(self, item: Item) -> str:
        """Return what is said where an item begins: its own number, or its place in its list; of a task, its state."""
        listed = self._lists[item.list]
        listed = self._lists[item.list] = listed._replace(read=listed.read + 1)
        if any(map(str.isalnum, item.marker)):
            name = f"Item {item.marker.strip('().')}"
        else:
            name = f"{listed.read:,} of {listed.items:,}" if listed.items else f"Item {listed.read:,}"
        return f"{name}{'' if item.done is None else ', done' if item.done else ', to do'}:"

    def _closed(self, shared: int, frame: Frame) -> list[str]:
        """Return what is said where all but the first `shared` open containers end; `frame` is the next block's."""
        lines: list[str] = []
        for depth in range(len(self._open) - 1, shared - 1, -1):
            container = self._open[depth]
            if container in self._folding:
                self._folding.remove(container)
            elif not isinstance(container, Item):
                lines += _end(container)
            elif depth > shared or list_at(frame, depth) is not container.list:
                del self._lists[container.list]
                lines.append(f"End of list{_level(self._open, depth)}")
        return _together(lines)


def read_out(document: Document, blocks: Iterable[int]) -> Iterator[str]:
    """Yield the lines of a run of blocks, read from nothing to the end; after it all of the front matter they have."""
    reading, has_meta = Reading(document), False
    for block in blocks:
        yield from reading.block(block)
        has_meta = has_meta or document.blocks[block].kind is Kind.META
    yield from reading.end()
    if has_meta:
        yield from reading.front_matter()


def _deep(lines: Iterable[str]) -> list[str]:
    """Say of quotes that begin in one another how many they are, in one line."""
    runs = ((line, len(list(alike))) for line, alike in groupby(lines))
    return [
        said
        for line, number in runs
        for said in ([f"Quote, {number} deep:"] if line == _QUOTE and number > 1 else [line] * number)
    ]


def _together(ends: Iterable[str]) -> list[str]:
    """Say of lists, quotes and others that end together how many they are, in one line."""
    runs = ((name, list(alike)) for name, alike in groupby(ends, lambda line: line.partition(",")[0]))
    return [
        alike[0] if len(alike) == 1 else f"End of {len(alike)} {name.removeprefix('End of ').removesuffix('s')}s"
        for name, alike in runs
    ]


def _takes_text(container: Container, kind: Kind) -> bool:
    """Tell whether text follows on the line where a container begins; the first of a kind's lines."""
    if kind is Kind.TITLE:
        return isinstance(container, Callout | Fold)
    return isinstance(container, Item | Meaning | Note) and kind in (Kind.PARAGRAPH, Kind.VERSE, Kind.DEFINITION)


def _end(container: Container) -> list[str]:
    match container:
        case Quote():
            return ["End of quote"]
        case Callout() as callout:
            return [f"End of {callout.said[:1].lower()}{callout.said[1:]}"]
        case Fold():
            return ["End of details"]
    return []


def _level(frame: Frame, depth: int) -> str:
    """Return how deep the list at `depth` stands in others; nothing for one that stands in none."""
    level = sum(isinstance(container, Item) for container in frame[: depth + 1])
    return f", level {level}" if level > 1 else ""
