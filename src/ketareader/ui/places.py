"""Where each article was left, and what of it was read: found again when it is next opened."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ketareader.document.bookmark import Bookmark, bookmark, find_bookmark
from ketareader.layout.viewport import Hold

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


class Places:
    """The places that articles were left in, and the one to go on from in the article that was opened first."""

    def __init__(self, screen: "ReadingScreen", places: Mapping[str, Bookmark]) -> None:
        """Take the places by path; go at once to the article's own where it has been read that far."""
        self._screen = screen
        self._places = dict(places)
        self._due = self._places.get(screen.where)
        self._start = screen.page.viewport.hold
        self.resume()

    def resume(self) -> None:
        """Go to where the article was left, once it has been read that far, and unless one has moved meanwhile."""
        page, document = self._screen.page, self._screen.article.document
        if self._due is None:
            return
        if page.viewport.hold != self._start:
            self._due = None
        elif anchor := find_bookmark(document, self._due):
            self._due = None
            page.go_back(Hold(anchor))

    def leave(self) -> None:
        """Remember where the article is left, as the newest."""
        screen = self._screen
        if screen.where and screen.article.document.blocks:
            self._places.pop(screen.where, None)
            self._places[screen.where] = self._due or bookmark(screen.article.document, screen.page.viewport.anchor)
        self._due = None

    def left(self) -> Mapping[str, Bookmark]:
        """Return the places, this article's among them."""
        self.leave()
        return self._places


class Ticks:
    """The sections that were read of each article. An article that was edited keeps those whose slugs it still has."""

    def __init__(self, screen: "ReadingScreen", read: Mapping[str, tuple[str, ...]]) -> None:
        """Take the slugs by path, and tick the sections of the article on the screen as far as it has been read."""
        self._screen = screen
        self._read = dict(read)
        self._due: set[str] = set()
        """Slugs of which no section has come yet."""
        self._looked = 0
        """Sections that have been looked at."""
        self.begin()

    def begin(self) -> None:
        """Tick the sections of another article."""
        self._due, self._looked = set(self._read.get(self._screen.where, ())), 0
        self.resume()

    def resume(self) -> None:
        """Tick the sections that have come since; all once more at the end, which may give them other slugs."""
        document = self._screen.article.document
        if self._due:
            start = 0 if document.complete else self._looked
            new = enumerate(document.sections[start:], start)
            found = {index: section.slug for index, section in new if section.slug in self._due}
            self._looked = len(document.sections)
            self._due.difference_update(found.values())
            self._screen.contents.tick(found)

    def leave(self) -> None:
        """Remember what was read of the article that is left, as the newest; slugs that it has lost are forgotten."""
        screen, document = self._screen, self._screen.article.document
        ticked = [document.sections[index].slug for index in sorted(screen.contents.contents.read)]
        if screen.where:
            self._read.pop(screen.where, None)
            self._read[screen.where] = (*ticked, *(() if document.complete else sorted(self._due)))

    def left(self) -> Mapping[str, tuple[str, ...]]:
        """Return the slugs of what was read, this article's among them."""
        self.leave()
        return self._read
