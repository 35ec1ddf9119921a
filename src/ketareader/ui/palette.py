"""The palette: every command and every section by name, found as Textual's fuzzy matcher finds."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from textual.command import DiscoveryHit, Hit, Hits, Provider

from ketareader.ui.commands import COMMANDS, shown_keys
from ketareader.ui.reading_screen import ReadingScreen
from ketareader.ui.theme import THEMES

_SECTIONS_SCORED = 2_000
"""Sections that are scored at the most, of those that have the query's letters in order."""


class CommandProvider(Provider):
    """The commands of the table."""

    async def discover(self) -> Hits:
        """Offer all of them before anything is typed."""
        for command in COMMANDS:
            text = f"{command.text}  ({' '.join(shown_keys(command.keys))})"
            yield DiscoveryHit(text, partial(self.screen.run_action, command.action))

    async def search(self, query: str) -> Hits:
        """Offer those that match."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            text = f"{command.text}  ({' '.join(shown_keys(command.keys))})"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), partial(self.screen.run_action, command.action))


class ThemeProvider(Provider):
    """The themes, ketareader's own and Textual's."""

    async def search(self, query: str) -> Hits:
        """Offer those that match."""
        matcher = self.matcher(query)
        for name in [theme.name for theme in THEMES] + sorted(self.app.available_themes):
            text = f"Theme: {name}"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), partial(setattr, self.app, "theme", name))


class SectionProvider(Provider):
    """The sections of the article."""

    async def search(self, query: str) -> Hits:
        """Offer those that match, the best first."""
        screen = self.screen
        if not isinstance(screen, ReadingScreen):
            return
        matcher = self.matcher(query)
        sections = screen.article.document.sections
        for index, title in islice(_candidates(query, (section.title for section in sections)), _SECTIONS_SCORED):
            if (score := matcher.match(title)) > 0:
                number = sections[index].number
                yield Hit(score, matcher.highlight(title), partial(screen.go_to_section, index), help=f"Section {number}")


def _candidates(query: str, titles: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Yield the titles that have the query's letters in order."""
    letters = query.casefold().replace(" ", "")
    for index, title in enumerate(titles):
        rest = iter(title.casefold())
        if all(letter in rest for letter in letters):
            yield index, title
