"""A page of the heaviest constructs there are, in turn with a page of plain paragraphs."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from benchmarks.articles import label
from benchmarks.bench import Bench
from benchmarks.keys import press
from benchmarks.marks import mark
from benchmarks.measure import Ratio, Result, Sample, in_turn
from benchmarks.programs import ketareader
from benchmarks.reading import PAGE_DOWN, wait_until_shown
from benchmarks.terminal import Terminal

_BLOCKS = 700
"""Blocks in each article: more than the pages that are turned."""
_PRESSES = 5
"""Pages turned for each round."""
_GOAL = 1.5

_PLAIN = ("Words of {0} that are set as they stand, one line after the other, to the end of {1}, with nothing else.\n",)
_HEAVY = (
    "```python\ndef {0}(value: int) -> str:  # {1}\n    return f'{{value * 3}}' if value else ('none', 1.5)\n```\n",
    "| {0} | a | *b* |\n|:--|:-:|--:|\n| `x` {1} | **bold** and more words in it | [link](https://example.org) |\n",
    "> [!WARNING]\n> An alert, {0}, with a <kbd>key</kbd> and H<sub>2</sub>O, $x^2 + y_1$ and :tada:, {1}.\n",
    "- one {0}\n  - two, 長い文章は、川に似ています\n    - [x] three ~~gone~~ **kept** `code` {1}\n",
    "{0}\n: What is said of it, in Ελληνικά and русский, with a note[^1] and [[a wiki link]], {1}.\n",
    "<table><tr><th>{0}</th><td>cells &amp; <b>more</b></td></tr><tr><td>{1}</td><td>of HTML</td></tr></table>\n",
    "$$\n\\int_0^\\infty e^{{-x^2}} dx = \\frac{{\\sqrt{{\\pi}}}}{{2}}\n$$\n\n{0} and *{1}*.\n",
)


def measure(bench: Bench) -> Iterator[Result]:
    """Turn pages of both articles."""
    plain, heavy = (_write(bench.folder / name, parts) for name, parts in (("plain.md", _PLAIN), ("heavy.md", _HEAVY)))
    with Terminal(ketareader(heavy)) as ours, Terminal(ketareader(plain)) as other:
        wait_until_shown(ours)
        wait_until_shown(other)
        turn = (partial(press, terminal, PAGE_DOWN, 0.5) for terminal in (ours, other))
        answers = in_turn(bench.rounds * _PRESSES, *turn)
    text, still = ([[getattr(answer, name) for answer in each] for each in answers] for name in ("text", "still"))
    article = label(heavy.stat().st_size)
    against = "a page of plain paragraphs"
    work = "page down, the heaviest constructs"
    yield Ratio(work, article, Sample(tuple(text[0])), against, Sample(tuple(text[1])), _GOAL)
    yield Ratio(f"{work}, until still", article, Sample(tuple(still[0])), against, Sample(tuple(still[1])), _GOAL)


def _write(path: Path, parts: tuple[str, ...]) -> Path:
    """Write an article of such blocks, each with two marks."""
    blocks = islice(cycle(parts), _BLOCKS)
    text = (part.format(mark(2 * number + 1), mark(2 * number + 2)) for number, part in enumerate(blocks))
    path.write_text("\n".join((*text, "[^1]: The note.\n")), "utf-8")
    return path
