"""Measure, print each result as it comes, and where all was measured, write the tables.

usage: python -m benchmarks [--rounds N] [--quick] [GROUP ...]
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import commands, filling, first_paint, heavy, idle, keys, machine, readers, report, searching
from benchmarks.bench import MB, Bench, Measure
from benchmarks.measure import Fact, Result
from benchmarks.terminal import GivenUpError

_FOLDER = Path(__file__).parent
_GROUPS: dict[str, tuple[str, Measure]] = {
    "first-paint": ("First paint", first_paint.measure),
    "keys": ("Keys and resizing", keys.measure),
    "heavy": ("The heaviest constructs", heavy.measure),
    "filling": ("While a large article is read", filling.measure),
    "search": ("Search", searching.measure),
    "commands": ("Commands", commands.measure),
    "idle": ("Idleness", idle.measure),
    "readers": ("Other readers", readers.measure),
}
"""The groups' titles and measurements, by the names they are asked for with."""


def main() -> None:
    """Measure what the command line asks for."""
    asked = arguments().parse_args()
    names = asked.groups or list(_GROUPS)
    facts = machine.facts()
    print(*facts, sep="\n", end="\n\n")
    start = time.monotonic()
    with TemporaryDirectory(prefix="articles-") as folder:
        bench = Bench(Path(folder), 2 if asked.quick else asked.rounds, 10 * MB if asked.quick else 100 * MB)
        groups = {_GROUPS[name][0]: _measure(_GROUPS[name], bench) for name in names}
    results = [result for group in groups.values() for result in group]
    judged = [result.met for result in results if result.met is not None]
    print(f"{sum(judged)} of {len(judged)} goals met, in {time.monotonic() - start:.0f} s")
    if names == list(_GROUPS) and not asked.quick:
        (_FOLDER / "RESULTS.md").write_text(report.page(groups, facts), "utf-8")
        report.put_in_readme(_FOLDER.parent / "README.md", report.summary(results, groups["Other readers"], facts))


def arguments() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    parser = argparse.ArgumentParser("benchmarks", description=__doc__ and __doc__.splitlines()[0])
    parser.add_argument(
        "groups",
        nargs="*",
        metavar="GROUP",
        type=_group,
        help=f"any of {', '.join(_GROUPS)}; all if none is named",
    )
    parser.add_argument("--rounds", type=int, default=10, help="how often what takes a second is done (10)")
    parser.add_argument("--quick", action="store_true", help="two rounds, and no article above 10 MB; writes no table")
    return parser


def _group(name: str) -> str:
    """Read a group's name."""
    if name not in _GROUPS:
        raise argparse.ArgumentTypeError(f"there is no group {name!r}; there are {', '.join(_GROUPS)}")
    return name


def _measure(group: tuple[str, Measure], bench: Bench) -> list[Result]:
    """Measure one group, and print its results."""
    title, measure = group
    print(title)
    results: list[Result] = []
    try:
        for result in measure(bench):
            print(" ", report.line(result), flush=True)
            results.append(result)
    except GivenUpError as error:
        results.append(Fact(title, "", f"given up: {error}", "to the end", met=False))
        print(" ", report.line(results[-1]), flush=True)
        print(*getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)
    print()
    return results


if __name__ == "__main__":
    main()
