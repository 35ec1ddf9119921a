"""A search from its first letter until it is left: its hits, the current one, and the place it began at."""

from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import Worker, get_current_worker

from ketareader.document.anchor import Anchor, Hit
from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.errors import PatternError
from ketareader.layout.sheet import Opened
from ketareader.layout.viewport import Hold
from ketareader.search.hits import Hits
from ketareader.search.texts import Texts
from ketareader.ui.keys import with_keys
from ketareader.ui.search_bar import Asking

if TYPE_CHECKING:
    from ketareader.search.query import Matcher
    from ketareader.ui.reading_screen import ReadingScreen
    from ketareader.ui.searching import Found


_PAUSE = 0.1
"""Seconds that a search waits at most for its first hit to be shown: meanwhile, the screen has the processor."""


class Searched(Message):
    """A search has found something, or is over."""

    def __init__(self, number: int, found: "Found") -> None:
        """Tell which search, by its number."""
        super().__init__()
        self.number = number
        self.found = found


class SearchSession:
    """The search of one article. The thread finds; everything here happens in the screen's own time."""

    def __init__(self, screen: "ReadingScreen", document: Document) -> None:
        """Search nothing yet."""
        self._screen = screen
        self._document = document
        self._texts = Texts(document)
        self._lock = Lock()
        self._worker: Worker[None] | None = None
        self._number = 0
        self._over = True
        self._shown = Event()
        """Set once the first hits are on the screen, or nobody waits for them any more."""
        self._found_nothing = False
        self.hits = Hits()
        self.current: Hit | None = None
        self.origin: Hold | None = None
        """Where one was when the search began; None where none is on."""
        self._due = 0
        """Hits to go on by once the first is found: Enter may come before it."""
        self._opened: Opened | None = None
        """What was open when the search began: hits in what is folded unfold it."""
        self._asking = Asking()

    @staticmethod
    def prepare() -> None:
        """Load the search engine, in a thread, once there is something to read: then the first letter needn't wait."""
        import ketareader.ui.searching  # noqa: F401, PLC0415 (not before the first paint)

    @property
    def active(self) -> bool:
        """Whether there is a search to go on with or to back out of."""
        return self.origin is not None

    def begin(self) -> None:
        """Remember where one is: this is where Escape goes back to."""
        self._due = 0
        if self.origin is None:
            self.origin = self._screen.page.viewport.hold
            self._opened = self._screen.page.arrangement.opened

    def ask(self, asking: Asking) -> None:
        """Search for something else; what was wrong with the query before is said no longer."""
        self._screen.say("")
        self._stop()
        self._clear()
        self._close()
        self._asking = asking
        if asking.text:
            self._search(asking)
        else:
            self._show("")

    def renew(self) -> None:
        """Search again, where one is, for definitions that nothing uses are shown by now."""
        if self.active and self._asking.text:
            self._stop()
            self.hits = Hits()
            self._search(self._asking)

    def _search(self, asking: Asking) -> None:
        """Have a thread search."""
        from ketareader.search.query import Query, compile_query  # noqa: PLC0415 (not before the first paint)

        if not self.active:
            self.begin()
        try:
            matcher = compile_query(Query(asking.text, asking.regex, asking.word, asking.case))
        except PatternError as error:
            self._refuse(str(error))
            return
        self._over = False
        self._shown = Event()
        self._screen.search_bar.tell("…")
        place = self.origin.anchor.block if self.origin else 0
        job = partial(self._run, self._number, matcher, place, self._shown)
        self._worker = self._screen.run_worker(job, group="searching", thread=True)

    def _run(self, number: int, matcher: "Matcher", place: int, shown: Event) -> None:
        """Search, in a thread; the one before, which may still be stopping, has the texts first."""
        from ketareader.ui.searching import search  # noqa: PLC0415 (not before the first paint)

        worker = get_current_worker()
        with self._lock:
            for found in search(self._document, matcher, self._texts, place, lambda: not worker.is_cancelled):
                self._screen.post_message(Searched(number, found))
                shown.wait(_PAUSE)

    def take(self, event: Searched) -> None:
        """Take in what the thread has found."""
        if event.number != self._number:
            return
        if event.found.anew:
            self.hits.renew(event.found.anew, event.found.hits)
        else:
            self.hits.add(event.found.hits)
        self._over = event.found.over
        self._found_nothing = self._over and not self.hits
        if self.current is None and (hit := self._first()):
            self._go(hit)
        elif self._over and self.current and self.current not in self.hits.in_block(self.current.block):
            self.current = self.hits.after(Anchor(self.current.block, self.current.start))
        self._go_on()
        self._screen.page.show_hits(self.hits, self.current)
        self._screen.contents.show_hits(self.hits)
        self._tell()
        self._screen.call_after_refresh(self._shown.set)
        if event.found.trouble:
            self._refuse(event.found.trouble)

    def _first(self) -> Hit | None:
        """Return the hit to go to first: that after where one was, in front matter only where there is no other."""
        hit = self.hits.after(self.origin.anchor) if self.origin else None
        if hit is None or self._document.blocks[hit.block].kind is not Kind.META:
            return hit
        after = self.hits.after(Anchor(hit.block + 1))
        return after if after and (self._over or after.block != hit.block) else None

    def accept(self) -> None:
        """Go to the next hit of what the box has been asked for."""
        self._screen.search_bar.accepting = False
        self.step(1)

    def step(self, steps: int) -> None:
        """Go on by some hits, or back; from the last to the first. Before one is found, it is remembered."""
        self._due += steps
        self._go_on()

    def _go_on(self) -> None:
        """Go on by as many hits as are due, unless letters typed before are still on their way to the box."""
        if self._screen.search_bar.accepting:
            return
        if self._over and not self.hits:
            if self._found_nothing and self._due:
                self._screen.say("Nothing found")
            self._due = 0
        while self._due and (hit := self._neighbour(1 if self._due > 0 else -1)):
            self._due -= 1 if self._due > 0 else -1
            self._go(hit)
            self._tell()

    def _neighbour(self, way: int) -> Hit | None:
        """Return the next hit, or the previous one; None while there may be one that isn't found yet."""
        here = self.current or Hit(*self._screen.page.viewport.anchor, 0)
        hit = self.hits.next(here) if way > 0 else self.hits.previous(here)
        goes_round = hit is not None and (hit <= here if way > 0 else hit >= here)
        return None if goes_round and not self._over else hit

    async def list_hits(self) -> None:
        """List the hits by section, and go to the one that is chosen."""
        if not self.hits:
            self._screen.say(with_keys("No hits to list", self._screen.commands, search="searches"))
            return
        from ketareader.ui.hits_screen import HitsScreen  # noqa: PLC0415 (not before the first paint)

        screen = HitsScreen(self._document, self.hits, self.current, self._screen.page.paint)
        await self._screen.app.push_screen(screen, self._choose)

    def _choose(self, hit: Hit | None) -> None:
        """Go to the hit that was chosen from the list."""
        if hit:
            self._screen.search_bar.remember()
            self._screen.page.focus()
            self._go(hit)
            self._tell()

    def end(self, *, back: bool = False) -> None:
        """Leave the search; with `back`, go to where it began."""
        self._stop()
        self._clear()
        origin, self.origin = self.origin, None
        self._screen.search_bar.clear()
        self._show("")
        if back and origin is not None:
            self._close()
            self._screen.page.go_back(origin)

    def _go(self, hit: Hit | None) -> None:
        self.current = hit
        self._screen.page.show_hit(hit)

    def _stop(self) -> None:
        """Have the thread stop at its next block."""
        self._shown.set()
        self._number += 1
        self._over = True
        self._found_nothing = False
        if self._worker:
            self._worker.cancel()
            self._worker = None

    def _clear(self) -> None:
        self.hits, self.current = Hits(), None
        self._screen.page.show_hits(self.hits, self.current)
        self._screen.page.show_hit(None)

    def _close(self) -> None:
        """Close what hits were shown in and was closed before the search."""
        page = self._screen.page
        if self._opened is not None and page.arrangement.go_back(self._opened):
            page.lay_out_anew()

    def _show(self, outcome: str) -> None:
        self._screen.search_bar.tell(outcome)
        self._screen.contents.show_hits(None)

    def _refuse(self, complaint: str) -> None:
        """Say what is wrong with the query."""
        self._screen.search_bar.tell(complaint, "bad pattern", "bad", error=True)
        reason = complaint.partition(": ")[2]
        fits = len(complaint) < self._screen.size.width or not reason
        self._screen.say(complaint if fits else reason, error=True)

    def _tell(self) -> None:
        """Say which hit of how many is the current one."""
        count = len(self.hits)
        more = "" if self._over else "+"
        if not count:
            self._screen.search_bar.tell(*(("nothing found", "none") if self._over else ("…",)))
        elif self.current:
            position = self.hits.position(self.current) + 1
            self._screen.search_bar.tell(f"{position} of {count}{more}", f"{position}/{count}{more}", f"{position}")
        else:
            self._screen.search_bar.tell(f"{count}{more}")
