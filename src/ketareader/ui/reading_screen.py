"""The reading screen: title, contents, page, search box and keys.

It is the one place where the parts meet: what they say ends here. What a part can do alone is its own, what a command
does is in `actions`, and what takes thought is in `walking`, `links`, `letters`, `search_session` and `status`.
"""

import gc
import sys
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from ketareader.document.anchor import Anchor
from ketareader.document.bookmark import bookmark
from ketareader.errors import KetaError
from ketareader.layout.page import Place
from ketareader.layout.viewport import Row
from ketareader.pipeline import Article, open_to_read
from ketareader.state import Memory
from ketareader.text import clean_line
from ketareader.ui import status
from ketareader.ui.actions import action_of
from ketareader.ui.bar import Bar, Part
from ketareader.ui.bindings import bindings
from ketareader.ui.commands import Command
from ketareader.ui.contents_pane import ContentsPane
from ketareader.ui.filling import BatchRead, Concluded, conclude, fill
from ketareader.ui.history import History, Visit
from ketareader.ui.manner import Manner, manner_of
from ketareader.ui.places import Places, Ticks
from ketareader.ui.reading_pane import ReadingPane
from ketareader.ui.search_bar import SearchBar
from ketareader.ui.search_session import Searched, SearchSession
from ketareader.ui.theme import Paint

if TYPE_CHECKING:
    from ketareader.ui.goal import Goal
    from ketareader.ui.letters import Letters

WIDE = 80
"""Columns from which the contents stand beside the text; below, they lie over it."""
_SWITCH = 0.0005
"""Seconds after which a thread that works lets one that waits have its turn; Python's own 5 ms add up in each key."""
_WIDTHS = [(0, "-narrow"), (WIDE, "-wide")]
_HEIGHTS = [(0, "-flat"), (3, "-low"), (8, "-high")]


def classes_at(size: Size) -> str:
    """Return the classes that the breakpoints give at a size: given from the start, they save a second layout."""
    width = max(row for row in _WIDTHS if row[0] <= size.width)[1]
    return f"{width} {max(row for row in _HEIGHTS if row[0] <= size.height)[1]}"


class ReadingScreen(Screen[None]):
    """Where one reads."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()
    AUTO_FOCUS = "#page"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self, article: Article, paint: Paint, memory: Memory, commands: tuple[Command, ...]) -> None:
        """Show an article whose first batch has been read; `commands` have the keys that the reader chose."""
        super().__init__(id="reading")
        self.commands = commands
        self.article = article
        self._piped = None if article.document.source.path else article
        """What came from standard input, which can be read but once."""
        self.history = History()
        self.title_bar = Bar(paint, id="title")
        self.contents = ContentsPane(article.document, paint)
        self.page = ReadingPane(article.document, paint)
        self.search_bar = SearchBar(paint, memory.queries)
        self.key_bar = Bar(paint, id="keys")
        self.search = SearchSession(self, article.document)
        self.contents.contents.numbered = memory.numbered
        self.contents.toggles = frozenset(key for c in commands if c.name == "contents" for key in c.keys.split(","))
        self.prompt = ""
        """What a command that waits for letters asks for."""
        self._rows_before: Sequence[Row] = ()
        self.set_manner(manner_of(memory.manner))
        self.places = Places(self, memory.places)
        self.ticks = Ticks(self, memory.read)

    @cached_property
    def letters(self) -> "Letters":
        """What waits for a letter."""
        from ketareader.ui.letters import Letters  # noqa: PLC0415 (not before the first paint)

        return Letters(self)

    @cached_property
    def goal(self) -> "Goal":
        """The place that one wants to go to once it has been read."""
        from ketareader.ui.goal import Goal  # noqa: PLC0415 (not before the first paint)

        return Goal(self)

    def compose(self) -> ComposeResult:
        """Yield the parts, from the top."""
        yield self.title_bar
        with Horizontal(id="middle"):
            yield self.contents
            yield self.page
        yield self.search_bar
        yield self.key_bar

    @property
    def where(self) -> str:
        """The article's path; empty where it came from standard input."""
        path = self.article.document.source.path
        return str(path.absolute()) if path else ""

    def memory(self, theme: str) -> Memory:
        """Return what is to be remembered of this reading."""
        queries, numbered = tuple(self.search_bar.queries), self.contents.contents.numbered
        values, left, read = self.manner.values(), self.places.left(), self.ticks.left()
        return Memory(self.where, theme, self.page.measure, queries, numbered, values, left, read)

    def on_resize(self) -> None:
        """Name the keys that there is room for; what a command waits for, and the link in hand, stay there."""
        self.say("")

    def on_mount(self) -> None:
        """Begin to read the rest of the article once its first page is painted."""
        self.say("")
        self.call_after_refresh(self._read_on)

    def _read_on(self) -> None:
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(_SWITCH)
        self.run_worker(self.search.prepare, thread=True)
        if self.article.document.complete:
            conclude(self, self.article)
        else:
            fill(self, self.article)

    def repaint(self, paint: Paint) -> None:
        """Paint everything in another theme."""
        for part in (self.title_bar, self.contents, self.page, self.search_bar, self.key_bar):
            part.repaint(paint)

    def set_manner(self, manner: Manner) -> None:
        """Read on in another manner."""
        self.manner = manner
        self.page.set_manner(manner.options, dims=manner.focus)
        self.set_class(manner.zen, "-zen")

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a message in the place of the keys until the next; where it is empty, what is to be told without one.

        That is what a command waits for, the link in hand, or the keys. What is longer than the key line is shown at
        length; over a small page, what is wrong and where a link leads always is, and what a command waits for never.
        """
        shown, is_held = message or self.prompt, self.page.held is not None
        left, right = self._told(clean_line(shown), is_error=error and bool(message))
        is_long = (bool(shown) or is_held) and status.is_long(left, self.size.width - self.has_class("-zen"))
        matters = error or is_long if message else is_held and not self.prompt
        self.set_class(bool(shown) or is_held, "-saying")
        self.set_class(is_long if self.has_class("-high") else matters, "-at-length")
        self.key_bar.show(left, right)
        self._stand_clear()

    def _stand_clear(self) -> None:
        """Let what is said over the page cover none of the links that it speaks of."""
        self.remove_class("-across")
        if self.prompt or self.page.held:
            from ketareader.ui.edge import stand  # noqa: PLC0415 (not before the first paint)

            stand(self)

    def _told(self, shown: str, *, is_error: bool) -> tuple[list[Part], list[Part]]:
        """Return what the key line has at its left and at its right."""
        if is_error:
            lines = 1 if self.has_class("-high") else status.lines(self.size.height)
            room = self.size.width * lines
            return [(f" {status.error(shown, room)}", "status.error")], []
        if shown:
            return [(f" {shown}", "status.message")], []
        if self.page.held:
            from ketareader.ui.following import told  # noqa: PLC0415 (not before the first paint)

            return told(self, self.page.held)
        return status.keys(self.commands, self.size.width), []

    # What the parts say

    @on(BatchRead)
    def _grow(self, event: BatchRead) -> None:
        if event.article is not self.article:
            return
        document = self.article.document
        version, known = document.references.version, len(document.blocks)
        document.extend(event.batch)
        if (document.references.version != version or self.page.is_widened(known)) and self.page.rows:
            self.page.lay_out_anew()
        self.page.grow()
        self.places.resume()
        self.goal.resume()
        self.ticks.resume()
        self.contents.grow()
        self._show_title()
        if document.complete:
            if document.meta:
                self.page.lay_out_anew()
            conclude(self, self.article)

    @on(Concluded)
    def _conclude(self, event: Concluded) -> None:
        if event.article is self.article and event.unused:
            at_end = self.page.viewport.at_end() and self.page.viewport.top > Place(0, 0)
            self.article.document.conclude(event.unused)
            self.page.lay_out_anew()
            if at_end:
                self.page.go_to_end()
            self.search.renew()

    @on(ReadingPane.Moved)
    def _follow(self) -> None:
        """Let contents, title and letters follow the page, and put down a link that is out of sight."""
        document, rows = self.article.document, self.page.rows
        if self.prompt:
            self.letters.renew()
        if self.page.held and not self.page.held.is_in(rows):
            self.page.hold_link(None)
            self.say("")
        self._stand_clear()
        if rows:
            section = document.section_at(self.page.current_block)
            # What a search shows while one types is not being read.
            searching = self.search_bar.box.has_focus
            read = set() if searching else status.sections_passed(document, self._rows_before, rows)
            self._rows_before = rows
            self.contents.follow(section, read)
        self._show_title()

    def _show_title(self) -> None:
        document = self.article.document
        section = document.section_at(self.page.current_block)
        shares = None if self.page.sight.waits else self.page.sight.shares()
        self.title_bar.show(*status.title(document, section, shares, self.size.width))

    @on(ContentsPane.SectionChosen)
    def _go_to_chosen(self, event: ContentsPane.SectionChosen) -> None:
        self.remove_class("-contents-over")
        self.set_focus(self.page)
        self.go_to_section(event.section)

    @on(ReadingPane.LinkFollowed)
    def _follow_link(self, event: ReadingPane.LinkFollowed) -> None:
        from ketareader.ui.following import choose  # noqa: PLC0415 (not before the first paint)
        from ketareader.ui.links import link_at  # noqa: PLC0415 (not before the first paint)

        if link := link_at(self.article.document, event.anchor):
            if self.prompt:
                self.letters.cancel()
            choose(self, link)

    @on(SearchBar.Asked)
    def _ask(self, event: SearchBar.Asked) -> None:
        self.search.ask(event.query)

    @on(SearchBar.Accepted)
    def _accept(self) -> None:
        self.search.accept()

    @on(Searched)
    def _take_hits(self, event: Searched) -> None:
        self.search.take(event)

    @on(Bar.Clicked, "#keys")
    async def _click_key(self, event: Bar.Clicked) -> None:
        for command in self.commands:
            if command.footer and event.part == command.footer:
                await self.action_do(command.name)

    def on_key(self) -> None:
        """Take the last message away."""
        self._hush()

    def _hush(self) -> None:
        """Say nothing any more; where nothing was said, the key line is as it should be."""
        if self.has_class("-saying"):
            self.say("")

    # Going places

    @property
    def here(self) -> Visit:
        """Where one is."""
        from ketareader.layout.panned import shifts_of  # noqa: PLC0415 (not before the first paint)

        path, viewport = self.article.document.source.path, self.page.viewport
        words = bookmark(self.article.document, viewport.anchor).words
        return Visit(str(path) if path else "-", viewport.hold, shifts_of(viewport.page, self.page.rows), words)

    def leave(self) -> None:
        """Remember this place: a jump follows."""
        self.history.leave(self.here)

    def go_to_section(self, section: int) -> None:
        """Jump to a section."""
        self.leave()
        self.page.go(Anchor(self.article.document.sections[section].block))

    def visit(self, visit: Visit) -> bool:
        """Go to a place, as soon as that much has been read; tell whether its article is on the screen, or opened."""
        is_open = visit.where == self.here.where or self.open(visit.where)
        if is_open:
            self.goal.seek(partial(self._go_back, visit), "The article is shorter now")
        return is_open

    def _go_back(self, visit: Visit) -> bool:
        """Go to a place in this article, panned as it was; tell whether that has been read."""
        found = visit.found(self.article.document)
        if found is None:
            return False
        if self.page.arrangement.pan_back(found.shifts):
            self.page.lay_out_anew()
        self.page.go_back(found.hold)
        return True

    def open(self, where: str) -> bool:
        """Show another article in the place of this one; where it can't be opened, say why and stay."""
        try:
            article = self._piped if where == "-" and self._piped else open_to_read(where)
            if not article.document.blocks:
                article.document.extend(next(article.batches))
        except KetaError as error:
            self.say(str(error), error=True)
            return False
        self.search.end()
        self.goal.give_up()
        self.places.leave()
        self.ticks.leave()
        if self.article is self._piped and not self.article.document.complete:
            self._piped = None
        self.article = article
        self.search = SearchSession(self, article.document)
        self.contents.show(article.document)
        self.ticks.begin()
        self._rows_before = ()
        self.page.show(article.document)
        self._read_on()
        return True

    def follow(self, target: str) -> None:
        """Follow a link."""
        from ketareader.ui.following import follow  # noqa: PLC0415 (not before the first paint)

        follow(self, target)

    # The commands

    async def action_do(self, name: str) -> None:
        """Do what a command says, by its name; the last message goes."""
        self._hush()
        done = action_of(next(command for command in self.commands if command.name == name))(self)
        if done is not None:
            await done
