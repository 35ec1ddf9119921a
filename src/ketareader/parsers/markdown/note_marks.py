"""Marks of footnotes: `[^label]`, where the article has a note of that label."""

import re

from markdown_it.rules_inline import StateInline

from ketareader.parsers.markdown.dialect.notes import MARK, label_of
from ketareader.parsers.markdown.scripts import SUPERSCRIPTS
from ketareader.parsers.markdown.shown import show


def note_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Parse the mark of a note that is known."""
    if not (found := find_mark(state, state.pos)):
        return False
    if not silent:
        key = label_of(found[1])
        show(state, str(state.env["notes"][key]).translate(SUPERSCRIPTS), "note.mark", f"#{_quoted(key)}")
    state.pos = found.end()
    return True


def find_mark(state: StateInline, at: int) -> re.Match[str] | None:
    """Return the mark of a known note that begins at a place; None where there is none."""
    if not state.src.startswith("[^", at) or not (notes := state.env.get("notes")):
        return None
    found = re.compile(MARK).match(state.src, at, state.posMax)
    return found if found and label_of(found[1]) in notes else None


def _quoted(key: str) -> str:
    """Return a key as it stands in an address."""
    from urllib.parse import quote  # noqa: PLC0415 (only who has notes needs it)

    return quote(key, safe="^")
