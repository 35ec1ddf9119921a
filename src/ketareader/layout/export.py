"""Lines as text for a file, a pipe or a terminal: plain, or with the sequences for looks and for links alone."""

from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from ketareader.layout.hyperlink import hyperlink
from ketareader.layout.lines import Line, Run, roles_of

_RESET: Final = "\x1b[0m"
_LINK: Final = "\x1b]8;;{}\x1b\\"
"""Before what leads to an address; with none, after it (OSC 8: "Hyperlinks in terminal emulators", E. Koblinger)."""


class _Look(NamedTuple):
    """How a role looks, in parameters of SGR (ECMA-48 section 8.3.117)."""

    attributes: str = ""
    colour: str = ""
    """One of the terminal's own 16."""
    plain: str = ""
    """Attributes besides, where there are no colours."""


_LOOKS: Final = {
    "heading.1": _Look("1", "35"),
    "heading.2": _Look("1", "36"),
    "heading.3": _Look("1", "36", "4"),
    "heading.4": _Look("1;3", "36", "4"),
    "heading.5": _Look("1;3", "35", "2;4"),
    "heading.6": _Look("3", "35", "4"),
    "heading.rule": _Look("22"),
    "strong": _Look("1"),
    "emphasis": _Look("3"),
    "strike": _Look("9"),
    "stressed": _Look("", "", "21"),
    "code": _Look("", "36", "1;3"),
    "link": _Look("4"),
    "image": _Look("3", "", "2;4;21"),
    "html": _Look("2"),
    "term": _Look("1"),
    "quote.bar": _Look("2"),
    "list.marker": _Look("", "35"),
    "task.open": _Look("", "33"),
    "task.done": _Look("", "32"),
    "table.rule": _Look("2"),
    "table.header": _Look("1"),
    "table.label": _Look("1"),
    "rule": _Look("2"),
    "meta": _Look("2"),
    "meta.name": _Look("3"),
    "reference": _Look("2"),
    "code.keyword": _Look("", "35"),
    "code.function": _Look("", "36"),
    "code.builtin": _Look("", "36"),
    "code.string": _Look("", "32"),
    "code.number": _Look("", "33"),
    "code.comment": _Look("2"),
    "code.deleted": _Look("", "31"),
    "code.inserted": _Look("", "32"),
    "code.broken": _Look("2"),
    "code.gutter": _Look("2"),
    "code.language": _Look("2;3"),
    "title": _Look("1"),
    "callout.note": _Look("", "34"),
    "callout.tip": _Look("", "32"),
    "callout.important": _Look("", "35"),
    "callout.warning": _Look("", "33"),
    "callout.caution": _Look("", "31"),
    "fold.marker": _Look("2"),
    "note.mark": _Look("", "36"),
    "note.number": _Look("2"),
    "math": _Look("3", "", "2"),
    "math.source": _Look("2"),
    "keyboard": _Look("1;7"),
    "marked": _Look("7", "", "3"),
    "underline": _Look("4", "", "2"),
    "small": _Look("2"),
    "abbreviation": _Look("4;21"),
    "caption": _Look("2;3"),
    "byline": _Look("2;3"),
}
"""The roles that don't look like plain text."""


def plain(line: Line) -> str:
    """Return a line's characters, without the spaces at its end."""
    return line.text.rstrip(" ")


def unlinked(line: Line) -> Line:
    """Return a line that leads nowhere, for a terminal that makes nothing of links."""
    return line._replace(runs=tuple(run._replace(target="") for run in line.runs))


def coloured(line: Line) -> str:
    """Return a line with its roles' attributes and colours, and its links, without the spaces at its end."""
    return _styled(line, _sequence)


def colourless(line: Line) -> str:
    """Return a line as `coloured` does, but without colours (https://no-color.org)."""
    return _styled(line, _attributes)


def _styled(line: Line, sequence_of: Callable[[str], str]) -> str:
    """Put around each stretch of runs that look alike and lead to one place the sequences that make them so."""

    def look_of(run: Run) -> tuple[str, str]:
        return sequence_of(run.role), run.target and hyperlink(run.target)

    parts: list[str] = []
    for (sequence, address), runs in groupby(_trimmed(line.runs), key=look_of):
        text = "".join(run.text for run in runs)
        styled = f"{sequence}{text}{_RESET}" if sequence else text
        parts.append(f"{_LINK.format(address)}{styled}{_LINK.format('')}" if address else styled)
    return "".join(parts)


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Leave out the spaces at a line's end."""
    while runs and runs[-1].text.endswith(" "):
        text = runs[-1].text.rstrip(" ")
        runs = (*runs[:-1], runs[-1]._replace(text=text)) if text else runs[:-1]
    return runs


@cache
def _sequence(role: str) -> str:
    """Return the sequence for the looks of a run's roles; the last colour is the one seen."""
    looks = [_LOOKS[name] for name in roles_of(role) if name in _LOOKS]
    return _sgr(*(look.attributes for look in looks), *[look.colour for look in looks if look.colour][-1:])


@cache
def _attributes(role: str) -> str:
    """Return the sequence for the looks of a run's roles where there are no colours."""
    looks = [_LOOKS[name] for name in roles_of(role) if name in _LOOKS]
    return _sgr(*(look.attributes for look in looks), *(look.plain for look in looks))


def _sgr(*parameters: str) -> str:
    given = ";".join(dict.fromkeys(filter(None, ";".join(parameters).split(";"))))
    return f"\x1b[{given}m" if given else ""
