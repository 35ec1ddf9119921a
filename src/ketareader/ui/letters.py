"""Commands that wait for a letter: a mark's name, or the letters shown on a link."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events

from ketareader.document.anchor import Anchor
from ketareader.ui.following import choose
from ketareader.ui.history import Visit
from ketareader.ui.keys import with_keys
from ketareader.ui.link import Link
from ketareader.ui.links import labels, links_in

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


class Letters:
    """Waits for letters on behalf of one command at a time; meanwhile no key is a command."""

    def __init__(self, screen: "ReadingScreen") -> None:
        """Wait for nothing."""
        self._screen = screen
        self._then: Callable[[str], None] | None = None
        self._marks: dict[str, Visit] = {}
        self._links: dict[str, Link] = {}
        self._hinted: dict[str, Anchor] = {}
        """Where the letters are shown that have to be typed."""
        self._typed = ""
        self._again = ""
        """The letters of the link that was just taken in hand: typed again, they follow it."""

    @property
    def waiting(self) -> bool:
        """Whether a command waits for a letter."""
        return self._then is not None

    def take(self, event: events.Key) -> bool:
        """Give a key to the command that waits; tell whether one does. A key that types nothing ends the waiting."""
        if self._again:
            return self._take_again(event.character or "")
        if self._then is None:
            return False
        if event.character and event.is_printable:
            self._then(event.character)
        else:
            self.cancel()
        return True

    def cancel(self) -> None:
        """Wait no longer."""
        self._links, self._hinted, self._typed = {}, {}, ""
        self._screen.page.show_labels({})
        self._wait("", None)

    def _wait(self, prompt: str, then: Callable[[str], None] | None) -> None:
        self._then = then
        self._screen.prompt = prompt
        self._screen.say("")

    def set_mark(self) -> None:
        """Wait for a mark's name, and set it here."""
        self._wait("Set a mark: type its letter", self._set_mark)

    def _set_mark(self, key: str) -> None:
        self.cancel()
        self._marks[key] = self._screen.here
        self._screen.say(f"Mark {key} is set here")

    def go_to_mark(self) -> None:
        """Wait for a mark's name, and go to it."""
        if names := " ".join(sorted(self._marks)):
            self._wait(f"Go to a mark: {names}", self._go_to_mark)
        else:
            commands = self._screen.commands
            self._screen.say(with_keys("No mark is set yet", commands, set_mark="and a letter sets one"))

    def _go_to_mark(self, key: str) -> None:
        self.cancel()
        visit = self._marks.get(key)
        if visit is None:
            self._screen.say(f"No mark is called {key}", error=True)
        else:
            left = self._screen.here
            if self._screen.visit(visit):
                self._screen.history.leave(left)

    def hint_links(self, prompt: str, then: Callable[["ReadingScreen", Link], None]) -> None:
        """Show letters on the links in sight, wait for those of one, and do with it what is to be done."""
        if self._name_links():
            self._show_labels()
            self._wait(prompt, partial(self._choose, then))

    def renew(self) -> None:
        """Show letters on the links that are in sight by now; those typed count if what they may mean has kept them."""
        before = self._links
        if before and self._name_links():
            meant = [name for name in before if name.startswith(self._typed)]
            if not any(before[name] == self._links.get(name) for name in meant):
                self._typed = ""
            self._show_labels()

    def _name_links(self) -> bool:
        """Give letters to the links in sight; where there are none, wait no longer, and say so."""
        seen = links_in(self._screen.article.document, self._screen.page.rows)
        names = labels(len(seen))
        self._links = dict(zip(names, seen, strict=True))
        self._hinted = dict(zip(names, seen.values(), strict=True))
        if not seen:
            self.cancel()
            self._screen.say("No link in sight")
        return bool(seen)

    def _show_labels(self) -> None:
        """Show on each link that may still be meant the letters that are left to type."""
        left = {at: name.removeprefix(self._typed) for name, at in self._hinted.items() if name.startswith(self._typed)}
        self._screen.page.show_labels(left)

    def _choose(self, then: Callable[["ReadingScreen", Link], None], key: str) -> None:
        self._typed += key
        name, link = self._typed, self._links.get(self._typed)
        if link:
            self._screen.page.hold_link(None)
            self.cancel()
            then(self._screen, link)
            self._again = name if self._screen.page.held == link else ""
        elif any(other.startswith(name) for other in self._links):
            self._show_labels()
            self._screen.say("")
        else:
            self.cancel()

    def _take_again(self, key: str) -> bool:
        """Follow the link in hand once its letters have been typed again; tell whether the key was one of them."""
        self._typed += key
        again, held = self._again, self._screen.page.held
        is_one = bool(key and held) and again.startswith(self._typed)
        if is_one and self._typed != again:
            return True
        self._again, self._typed = "", ""
        if is_one and held:
            choose(self._screen, held)
        return is_one
