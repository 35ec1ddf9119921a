"""The manner of reading: how pages are set and what is around them, as the reader chose it and as it is remembered."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ketareader.layout.sheet import Options, Tables

WIDEST_LEADING = 2
"""Blank lines between two lines of text at the most."""


class Manner(NamedTuple):
    """What a reader has turned on and off."""

    options: Options = Options()
    focus: bool = False
    """Whether all but the paragraph that is being read is dimmed."""
    zen: bool = False
    """Whether there is nothing but the text."""

    def values(self) -> dict[str, bool | int | str]:
        """Return what is to be remembered, by name."""
        chosen = {name: value for name, value in self.options._asdict().items() if name != "highlighted"}
        return {**chosen, "focus": self.focus, "zen": self.zen}


def manner_of(values: Mapping[str, object]) -> Manner:
    """Return the manner that was remembered; what isn't of its kind counts as never set."""
    chosen: dict[str, Any] = {name: value for name, value in values.items() if _fits(name, value)}
    options = Options()._replace(**{name: chosen[name] for name in Options._fields if name in chosen})
    return Manner(options._replace(tables=Tables(options.tables)), chosen.get("focus", False), chosen.get("zen", False))


def _fits(name: str, value: object) -> bool:
    """Tell whether a value is one that a name can have."""
    if name in ("focus", "zen"):
        return isinstance(value, bool)
    if name == "tables":
        return value in list(Tables)
    if name == "leading":
        return type(value) is int and 0 <= value <= WIDEST_LEADING
    return name != "highlighted" and type(value) is type(getattr(Options(), name, None))
