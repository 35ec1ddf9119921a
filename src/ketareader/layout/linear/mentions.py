"""What a section that is read out refers to: links and images, which have numbers in it, notes and abbreviations."""

from itertools import islice

from ketareader.layout.destination import as_written


class Targets:
    """Where links lead, or images are, so far. They are numbered from 1; those with one target have one number."""

    def __init__(self, name: str) -> None:
        """Begin with nothing; `name` is what several of them are called."""
        self._name = name
        self._numbers: dict[str, int] = {}
        self._titles: dict[str, dict[str, None]] = {}
        self._told = 0

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, index: int) -> str:
        """Return the target whose number is one more than `index`."""
        return tuple(self._numbers)[index]

    def number(self, target: str, title: str = "") -> int:
        """Return the number of a target, the next one where it is new; titles are told with it."""
        if title:
            self._titles.setdefault(target, {})[title] = None
        return self._numbers.setdefault(target, len(self._numbers) + 1)

    def tell(self) -> list[str]:
        """Return the lines that list those that were not told of yet; none where there is no other."""
        told, self._told = self._told, len(self._numbers)
        return self.listed(told)

    def listed(self, told: int = 0) -> list[str]:
        """Return the lines that list all but the first `told`; none where there is no other."""
        titled = {target: f": {'; '.join(titles)}" for target, titles in self._titles.items()}
        new = islice(self._numbers.items(), told, None)
        lines = [f"[{number}] {as_written(target)}{titled.get(target, '')}" for target, number in new]
        return [f"{self._name}:", *lines] if lines else []


class Mentions:
    """What has been referred to so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.links = Targets("Links")
        self.images = Targets("Images")
        self.notes: dict[str, None] = {}
        """The labels of the notes, each with its "^", in the order of their first marks."""
        self.abbreviations: dict[str, str] = {}
        """What the abbreviations stand for, by the abbreviation."""
