"""The palette: every command, section and theme by name, found as Textual's fuzzy matcher finds."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ketareader.ui.keys import shown_keys
from ketareader.ui.reading_screen import ReadingScreen

_SCORED = 2_000
"""Names that are scored at the most, of those that have the query's letters in order."""

Entry = tuple[str, Callable[[], object]]
"""A name, and what choosing it does."""


class EverythingProvider(Provider):
    """Commands, sections and themes."""

    async def discover(self) -> Hits:
        """Offer the commands before anything is typed."""
        for name, act in self._commands():
            yield DiscoveryHit(Content(name), act, text=name)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for name, act in islice(_possible(query, chain(self._commands(), self._sections(), self._themes())), _SCORED):
            if (score := matcher.match(name)) > 0:
                yield Hit(score, Content(name), act, text=name)  # Textual would take a highlighted name for markup.

    def _commands(self) -> Iterator[Entry]:
        """Yield the commands, each with its keys."""
        for command in self.screen.commands if isinstance(self.screen, ReadingScreen) else ():
            keys = " ".join(shown_keys(command.keys))
            yield (
                f"{command.text}  ({keys})" if keys else command.text,
                partial(self.screen.run_action, f"do('{command.name}')"),
            )

    def _sections(self) -> Iterator[Entry]:
        """Yield the sections of the article."""
        if isinstance(self.screen, ReadingScreen):
            for index, section in enumerate(self.screen.article.document.sections):
                yield f"{section.number} {section.title}".strip(), partial(self.screen.go_to_section, index)

    def _themes(self) -> Iterator[Entry]:
        """Yield the themes, ketareader's own and Textual's."""
        for name in sorted(self.app.available_themes):
            yield f"Theme: {name}", partial(setattr, self.app, "theme", name)


def _possible(query: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries whose names have the query's letters in order: a test far cheaper than a score."""
    letters = query.casefold().replace(" ", "")
    for entry in entries:
        rest = iter(entry[0].casefold())
        if all(letter in rest for letter in letters):
            yield entry
