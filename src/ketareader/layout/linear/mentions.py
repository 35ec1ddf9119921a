"""What a section that is read out refers to: links, which have numbers in it, notes and abbreviations."""


class Mentions:
    """What has been referred to so far. Links are numbered from 1; those that lead to one place have one number."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.notes: dict[str, None] = {}
        """The labels of the notes, each with its "^", in the order of their first marks."""
        self.abbreviations: dict[str, str] = {}
        """What the abbreviations stand for, by the abbreviation."""
        self._links: dict[str, int] = {}
        self._titles: dict[str, dict[str, None]] = {}
        self._told = 0

    @property
    def links(self) -> tuple[str, ...]:
        """Where the links lead, in the order of their numbers."""
        return tuple(self._links)

    def number(self, target: str, title: str = "") -> int:
        """Return the number of the links to a target, the next one where it is new; titles are told with it."""
        if title:
            self._titles.setdefault(target, {})[title] = None
        return self._links.setdefault(target, len(self._links) + 1)

    def tell_links(self) -> list[str]:
        """Return the lines that say where the links lead that were not told of yet; none where there is no other."""
        titled = {target: f": {'; '.join(titles)}" for target, titles in self._titles.items()}
        new = ((target, number) for target, number in self._links.items() if number > self._told)
        lines = [f"[{number}] {target}{titled.get(target, '')}" for target, number in new]
        self._told = len(self._links)
        return ["Links:", *lines] if lines else []
