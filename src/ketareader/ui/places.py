"""Where each article was left: found again when it is next opened."""

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
