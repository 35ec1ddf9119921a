"""The tables: a line as each result comes, a page for all of them, and the README's part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.measure import Missing, Ratio, Result, Sample

_HEAD = ("work", "article", "ketareader", "held against", "ratio", "goal", "met")
_README_HEAD = ("work", "article", "measured", "goal", "met")
_PART = re.compile(r"(?<=<!-- bench:begin -->\n).*?(?=<!-- bench:end -->)", re.DOTALL)
_EXPLANATION = """
Each line was measured in one run, ketareader and what it is held against in turn, in a terminal of 120 × 40 cells. A
figure is the median (the lowest to the highest). A ratio is that of the medians (the lowest to the highest within a
round); less is better. The floor is a Textual app with the same parts and no article: `benchmarks/floor.py`. The
articles are made from a seed: `benchmarks/articles.py`. A key's time is that until new text has come on the screen, and
"until still" that of the last output it led to; a resize is over when the screen is still.
"""

Groups = Mapping[str, Sequence[Result]]
"""The results of each group, by its title."""


def line(result: Result) -> str:
    """Return a result as one line for the terminal."""
    measured, held, ratio, goal = result.cells
    judged = f"goal {goal}: {_verdict(result)}" if goal else ""
    parts = (f"{result.work}, {result.article}: {measured}", held, ratio and f"ratio {ratio}", judged)
    return "; ".join(part for part in parts if part).replace("**", "")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    escaped = ([cell.replace("|", r"\|") for cell in cells] for cells in (head, ["---"] * len(head), *rows))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in escaped)


def page(groups: Groups, machine: Sequence[str]) -> str:
    """Return the page of all results."""
    parts = ["# How fast ketareader is\n", "".join(f"- {fact}\n" for fact in machine), _EXPLANATION.lstrip()]
    for title, results in groups.items():
        rows = [(result.work, result.article, *result.cells, _verdict(result)) for result in results]
        parts += [f"## {title}\n", table(_HEAD, rows)]
    return "\n".join(parts)


def summary(goals: Sequence[Result], others: Sequence[Result], machine: Sequence[str]) -> str:
    """Return the README's part: what has a goal, the other readers, and the machine."""
    rows = [(r.work, r.article, r.cells[2] or r.cells[0], r.cells[3], _verdict(r)) for r in goals if r.met is not None]
    parts = [table(_README_HEAD, rows), *matrix(others), f"Measured on: {'; '.join(machine)}.\n"]
    return "\n".join(parts)


def matrix(results: Sequence[Result]) -> Iterator[str]:
    """Yield the table of other readers, a column each; nothing where there is none."""
    ratios = [result for result in results if isinstance(result, Ratio)]
    names = list(dict.fromkeys(ratio.yardstick for ratio in ratios))
    rows = []
    for work, article in dict.fromkeys((ratio.work, ratio.article) for ratio in ratios):
        here = [result for result in results if (result.work, result.article) == (work, article)]
        cells = {ratio.yardstick: str(ratio.theirs.middle) for ratio in here if isinstance(ratio, Ratio)}
        cells |= {missing.yardstick: missing.reason for missing in here if isinstance(missing, Missing)}
        ours = [ratio.ours for ratio in here if isinstance(ratio, Ratio)]
        pooled = Sample(tuple(value for sample in ours for value in sample.values), ours[0].unit)
        rows.append((work, article, str(pooled.middle), *(cells.get(name, "—") for name in names)))
    if rows:
        yield table(("", "article", "ketareader", *names), rows)


def put_in_readme(readme: Path, part: str) -> None:
    """Write the README's part between its two marks."""
    text = readme.read_text("utf-8")
    readme.write_text(_PART.sub(lambda _: part, text), "utf-8")


def _verdict(result: Result) -> str:
    """Say whether the goal was met."""
    return {None: "", True: "yes", False: "**missed**"}[result.met]
