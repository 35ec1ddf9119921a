"""The wheel of the mouse."""

from textual import events

_NOTCH = 3
"""Rows that one notch moves."""


def rows_turned(event: events.MouseEvent) -> int:
    """Take a notch of the wheel; return the rows that it moves, upwards where negative."""
    event.stop()
    return -_NOTCH if isinstance(event, events.MouseScrollUp) else _NOTCH
