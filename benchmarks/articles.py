"""Articles of any size, made from a seed: the same bytes on every machine.

Marks are numbered words, in order through the whole article, so close together that every screenful shows some: what
marks are on the screen tells where in the article it is. Rare words, the only ones with a "z", are there to be searched
for: each prefix of `RARE` is first met further on than the one before.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.marks import mark

RARE = "zyxwv"
RARE_STANDS = "Here stands {}, alone"
"""The line around a rare word."""
_EARLY = {0.1: "zab", 0.2: "zyab", 0.3: "zyxab", 0.4: "zyxwab"}
"""Words with a prefix of `RARE`, by the share of the article that stands before them."""
_RARE_FROM, _RARE_EVERY = 0.5, 20_000
"""The share of the article that stands before the first `RARE`, and the bytes from each to the next."""
_PHRASES = 4_000
_COMMON = (  # noqa: SIM905 (a list would take a screen)
    "the of and to in a is that it was for on as with be by at this had not are but from or have an they which one "
    "there been were their all has would who will more about over its time some could these only other into than first "
    "new any also between after people world because however light memory question paper method result history water "
    "colour number system language section measure patient evening window letter garden country machine reading "
    "carefully something nothing together important different understanding"
).split()
_UNCOMMON = (
    "Überblick", "naïve", "café", "größer", "façade", "señor", "Ångström", "мысль", "слово", "λόγος", "思想", "言葉",
    "readers’", "“quoted”", "3.14", "1889",
)  # fmt: skip
_WORDS = [*_COMMON * 3, *_UNCOMMON]
_INLINE = ("*{}*", "**{}**", "`{}`", "~~{}~~", "[{}](https://example.org/{number} 'A title')", "[{}][{number}]")
_NAMES = ("count", "total", "result", "lines", "index")
_FILLER = b"and so on, "
_CODE = {
    "python": "def {name}(value: int) -> str:  # {mark}\n    return f'{{value * {number}}}'",
    "sh": "# {mark}\nfor file in *.txt; do\n    grep -c '{name}' \"$file\" | head -n {number}\ndone",
    "json": '{{"{name}": {number}, "mark": "{mark}", "items": [true, null, 1.5]}}',
    "": "{name} = {number}  ; {mark}",
}


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was made, and what is in it."""

    path: Path
    size: int
    """Its length in bytes."""
    marks: int
    """How many marks it has; the first is number 1."""
    headings: int
    """How many headings it has."""
    rare: tuple[str, ...]
    """Its rare words, in order."""

    @property
    def label(self) -> str:
        """The size as the tables say it, in decimal units."""
        return label(self.size)

    def hits(self, prefix: str) -> int:
        """Count the places where a search for the beginning of `RARE` has to find something."""
        return sum(word.startswith(prefix) for word in self.rare)

    def first(self, prefix: str) -> str:
        """Return the first word that begins like `RARE`."""
        return next(word for word in self.rare if word.startswith(prefix))


def label(size: int) -> str:
    """Return a number of bytes as the tables say it: "7 KB", "1.2 MB"."""
    return f"{size / 1e6:.3g} MB" if size >= 1e6 else f"{size / 1e3:.3g} KB"  # noqa: PLR2004 (a megabyte)


def write_article(path: Path, size: int, seed: int = 20) -> Article:
    """Write an article of exactly `size` bytes to `path`. It is never held in memory whole."""
    maker = _Maker(Random(seed))  # noqa: S311 (no secret)
    due = deque(_rare_words(size))
    rare: list[str] = []
    marks = headings = 0
    with path.open("wb") as file:
        for block in maker.blocks():
            while due and due[0][0] <= file.tell():
                rare.append(due.popleft()[1])
                file.write(f"{RARE_STANDS.format(rare[-1])}.\n\n".encode())
            if file.tell() + len(block) > size:
                break
            file.write(block)
            marks, headings = maker.marks, maker.headings
        rest = size - file.tell()
        file.write((_FILLER * (rest // len(_FILLER) + 1))[:rest])
    return Article(path, size, marks, headings, tuple(rare))


def _rare_words(size: int) -> Iterator[tuple[int, str]]:
    """Yield each rare word after the number of bytes that stand before it, at least."""
    for share, word in _EARLY.items():
        yield round(size * share), word
    for position in range(round(size * _RARE_FROM), size - _RARE_EVERY // 2, _RARE_EVERY):
        yield position, RARE


class _Maker:
    """Makes Markdown, block after block, each with the blank line after it."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._phrases = [" ".join(random.choices(_WORDS, k=random.randint(6, 18))) for _ in range(_PHRASES)]
        self._parts = (*[self._paragraph] * 6, self._bullets, self._steps, self._table, self._code, self._quote)
        self._level = 0
        self.marks = 0
        """How many marks the blocks so far have."""
        self.headings = 1
        """How many headings the blocks so far have; a section's number is the number of those before its own."""

    def blocks(self) -> Iterator[bytes]:
        """Yield blocks without end."""
        yield "# An article made to be measured, naïve café 言葉\n\n".encode()
        yield self._paragraph().encode()
        while True:
            yield self._heading().encode()
            for part in self._random.choices(self._parts, k=self._random.randint(4, 9)):
                yield part().encode()
            number = self.headings - 1
            yield f"[{number}]: https://example.org/sections/{number} 'Section {number}'\n\n".encode()

    def _mark(self) -> str:
        self.marks += 1
        return mark(self.marks)

    def _phrase(self) -> str:
        return self._random.choice(self._phrases)

    def _sentence(self) -> str:
        """Return a sentence; part of it is set off, or a link, to the section's reference or to the one to come."""
        number = max(self.headings - 1, 1) + self._random.randint(0, 1)
        first, second, last = self._phrase(), self._phrase(), self._phrase()
        inline = self._random.choice(_INLINE).format(second[: second.index(" ", 12)], number=number)
        return f"{first[0].upper()}{first[1:]} {inline} {last}, {self._mark()}."

    def _heading(self) -> str:
        self._level = min(self._level + 1, self._random.choice((1, 1, 2, 2, 2, 3)))
        words = " ".join(self._phrase().split()[:4])
        self.headings += 1
        return f"{'#' * (self._level + 1)} {words} {self.headings - 1}\n\n"

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(2, 5))) + "\n\n"

    def _bullets(self) -> str:
        items = (
            f"- {self._phrase()} {self._mark()}\n  - {self._phrase()}\n" for _ in range(self._random.randint(2, 5))
        )
        return "".join(items) + "\n"

    def _steps(self) -> str:
        items = (f"{number}. {self._sentence()}\n" for number in range(1, self._random.randint(3, 6)))
        return "".join(items) + "\n"

    def _table(self) -> str:
        rows = (self._row() for _ in range(self._random.randint(3, 9)))
        return "| mark | word | number | more |\n|:--|:-:|--:|---|\n" + "".join(rows) + "\n"

    def _row(self) -> str:
        more = " ".join(self._phrase().split()[:3])
        return f"| {self._mark()} | {self._random.choice(_WORDS)} | {self._random.random():.3f} | *{more}* |\n"

    def _code(self) -> str:
        language, code = self._random.choice(list(_CODE.items()))
        lines = (
            code.format(name=self._random.choice(_NAMES), number=self._random.randint(2, 99), mark=self._mark())
            for _ in range(self._random.randint(2, 5))
        )
        return f"```{language}\n" + "\n".join(lines) + "\n```\n\n"

    def _quote(self) -> str:
        return f"> {self._sentence()}\n> {self._sentence()}\n\n"
